/** The parts of a rule as a clerk says them, in the language asked for. */
import {
  type Amount,
  ASSURANCES,
  type Citation,
  fillTemplate,
  type Level,
  type Locale,
  type LocalizedText,
  type Parameter,
  type Plugin,
  type Presence,
  type Rule,
  termName,
  UNITS,
} from '@xueshi/core'
import { pick } from './markdown.ts'

const DURATIONS = {
  D: { 'zh-CN': '天', en: 'days' },
  M: { 'zh-CN': '个月', en: 'months' },
  Y: { 'zh-CN': '年', en: 'years' },
} as const

/** A value without its unit; a duration in words. */
export function valueText(value: number | string, locale: Locale): string {
  const match = typeof value === 'string' ? /^P(\d+)([DMY])$/.exec(value) : null
  if (match === null) return String(value)
  return spaced(match[1]!, DURATIONS[match[2] as 'D' | 'M' | 'Y'][locale], locale)
}

/** A number and its unit; Chinese has no blank between them. */
export function spaced(number: string, unit: string, locale: Locale): string {
  return locale === 'en' ? `${number} ${unit}` : number + unit
}

/** A value with the unit of its parameter. */
export function amountWithUnit(value: number | string, unit: Parameter['unit'], locale: Locale): string {
  const text = valueText(value, locale)
  return unit === 'duration' ? text : spaced(text, termName(UNITS, unit, locale), locale)
}

/** The value that holds without an end, or else the last one. */
function currentValue(parameter: Parameter): number | string {
  const open = parameter.versions.find((version) => version.to === undefined)
  return (open ?? parameter.versions.at(-1)!).value
}

/** An amount of a demand: a number, or the current value of the parameter it names. */
export function amountIn(rule: Rule, locale: Locale): (amount: Amount) => string {
  return (amount) =>
    valueText(typeof amount === 'object' ? currentValue(rule.parameters[amount.parameter]!) : amount, locale)
}

/** A text of the rule with the current values of its parameters. */
export function filled(rule: Rule, text: LocalizedText, locale: Locale): string {
  const values = Object.entries(rule.parameters).map(([name, parameter]) => [
    name,
    valueText(currentValue(parameter), locale),
  ])
  return fillTemplate(text[locale], Object.fromEntries(values))
}

/** `《…条例》第二十条`, with 〔条号待核〕 where the number of the article is not sure. */
export function sourceText(citation: Citation): string {
  return `《${citation.instrument}》${citation.article ?? ''}${citation.articleConfirmed ? '' : '〔条号待核〕'}`
}

/** The words of an article as a quotation, its source and how sure the words are. */
export function quotation(citation: Citation, locale: Locale): string[] {
  const source = `${sourceText(citation)}${pick(locale, '（', ' (')}${termName(ASSURANCES, citation.assurance, locale)}${pick(locale, '）', ')')}`
  const note = citation.note === undefined ? [] : [pick(locale, '注：', 'Note: ') + citation.note[locale]]
  const words =
    citation.quote === undefined
      ? [pick(locale, '（原文没有读到，不引用。）', '(The text was not read and is not quoted.)')]
      : [`“${citation.quote}”`]
  return [...words, `——${source}`, ...note].flatMap((line, i) =>
    i === 0 ? [`> ${line}`] : ['>', `> ${line}`],
  )
}

/** What part of a window a subject has to be there for. */
export function presenceText(presence: Presence | undefined, locale: Locale): string {
  if (presence === undefined || presence === 'whole')
    return pick(
      locale,
      '整个期间都属于对象的才核对；中途进入或者离开的不适用',
      'only who is among them for the whole window; who comes or goes in between owes nothing',
    )
  if (presence === 'any')
    return pick(locale, '期间内有一天属于对象的就核对', 'whoever is among them on any day of the window')
  if (presence === 'end')
    return pick(locale, '期间末日属于对象的才核对', 'whoever is among them on the last day of the window')
  const time = valueText(presence, locale)
  return pick(locale, `期间内属于对象满${time}的才核对`, `whoever is among them for at least ${time}`)
}

/** What lower levels may do with a parameter. */
export function refinementText({ refinement, stricter }: Parameter, locale: Locale): string {
  if (refinement === 'fixed') return pick(locale, '不得调整', 'may not be changed')
  if (refinement === 'replace') return pick(locale, '可以另定', 'may be set otherwise')
  return stricter === 'higher'
    ? pick(locale, '只能提高', 'may only be raised')
    : pick(locale, '只能降低', 'may only be lowered')
}

/** Days of a version. */
export function versionDays(from: string, to: string | undefined, locale: Locale): string {
  if (to === undefined) return pick(locale, `${from} 起`, `from ${from}`)
  return pick(locale, `${from} 至 ${to}`, `${from} to ${to}`)
}

/** A preset of a plugin that holds the rule, and the level it gives. */
export interface PresetLevel {
  readonly preset: string
  readonly level: Level
}

/** The presets that hold a rule. In none of them: the rule is off until a config turns it on. */
export function presetLevels(plugin: Plugin, rule: Rule): PresetLevel[] {
  return Object.entries(plugin.presets).flatMap(([preset, { rules }]) => {
    const setting = rules?.[`${plugin.name}/${rule.id}`]
    const level = typeof setting === 'string' ? setting : setting?.level
    return level === undefined || level === 'off' ? [] : [{ preset, level }]
  })
}
