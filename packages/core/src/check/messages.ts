import { formatDate } from '../civil/date.ts'
import { fillTemplate, type Locale } from '../locale.ts'
import type { Demand } from '../requirement/schema.ts'
import { valueText } from '../requirement/value-text.ts'
import { describeActs, describeCounting, describeSize } from '../requirement/words.ts'
import { TABLES, termName, UNITS, type Unit } from '../terms.ts'
import { lagText } from './lag-text.ts'
import type { FindingParts, MeasuredDemand, Reason } from './record.ts'

/** One sentence on a finding: the duty, what was found, what is missing and until when. */
export function messageOf(parts: FindingParts, locale: Locale): string {
  const { plan, reason, verdict } = parts
  const title = plan.rule.title[locale]
  const window = windowName(parts, locale)
  const head = locale === 'en' ? `${title} (${window})` : `${title}（${window}）`
  if (reason !== null) return `${head}${locale === 'en' ? ': ' : '：'}${reasonText(reason, parts, locale)}`
  const numbers = numbersText(parts, locale)
  const tail = verdict === 'pending' ? pendingText(parts, locale) : ''
  const word = VERDICT_WORDS[verdict][locale]
  const details = numbers === '' ? '' : `${locale === 'en' ? ', ' : '，'}${numbers}`
  return `${head}${locale === 'en' ? ': ' : '：'}${word}${details}${tail}`
}

const VERDICT_WORDS = {
  met: { 'zh-CN': '已达标', en: 'met' },
  pending: { 'zh-CN': '尚未完成', en: 'not yet met' },
  breached: { 'zh-CN': '未达标', en: 'not met' },
  'not-applicable': { 'zh-CN': '不适用', en: 'not applicable' },
  waived: { 'zh-CN': '已豁免', en: 'waived' },
  unknown: { 'zh-CN': '无法判断', en: 'cannot be told' },
} as const

/** The duty of a rule with its numbers filled in. */
export function summaryOf(parts: Pick<FindingParts, 'plan' | 'parameters'>, locale: Locale): string {
  const data: Record<string, string | number> = {}
  for (const [name, { value }] of parts.parameters?.values ?? []) data[name] = valueText(value, locale)
  return fillTemplate(parts.plan.rule.summary[locale], data)
}

export { valueText }

function windowName({ window }: FindingParts, locale: Locale): string {
  if (window.key === 'standing')
    return locale === 'en' ? `as of ${formatDate(window.from)}` : `截至 ${formatDate(window.from)}`
  if (window.key.startsWith('since-'))
    return locale === 'en' ? `since ${formatDate(window.from)}` : `自 ${formatDate(window.from)} 起`
  if (window.key.endsWith('..'))
    return window.to === null ? `${window.key}` : `${window.key}${formatDate(window.to)}`
  return window.key
}

function unitText(unit: Unit, locale: Locale): string {
  return termName(UNITS, unit, locale)
}

/** An amount with its unit, in the singular where English asks for it; acts are no sessions. */
export function amountText(amount: number, unit: Unit, locale: Locale, measure?: Demand['measure']): string {
  if (unit === 'form') return String(amount)
  const name = measure === 'acts' && locale === 'en' ? 'acts' : unitText(unit, locale)
  return `${amount} ${locale === 'en' && amount === 1 ? name.replace(/s$/, '') : name}`
}

function numbersText(parts: FindingParts, locale: Locale): string {
  const { alternatives, plan } = parts
  const [first] = plan.demands
  if (first?.measure === 'gap') return gapText(parts, locale)
  if (alternatives === null || alternatives.length === 0)
    return first?.measure === 'lag' ? lagText(parts, first, locale) : pairText(parts, locale, first?.measure)
  if (plan.mode === 'any') return anyText(parts, alternatives, locale)
  const open = alternatives.filter((pair) => !pair.met)
  return (open.length === 0 ? alternatives : open)
    .map((pair) => {
      const text = partText(parts, pair, locale)
      if (pair.demand.measure === 'lag') return text
      const name = countedName(pair.demand, locale)
      return locale === 'en' ? `${name}: ${text}` : `${name}${text}`
    })
    .join(locale === 'en' ? '; ' : '；')
}

/** Any of several: what each counts is named where units alone do not tell them apart. */
function anyText(parts: FindingParts, alternatives: readonly MeasuredDemand[], locale: Locale): string {
  const isPlain = areToldApart(alternatives)
  return alternatives
    .map((pair) => {
      const text = partText(parts, pair, locale)
      if (isPlain || pair.demand.measure === 'lag') return text
      const name = countedName(pair.demand, locale)
      return locale === 'en' ? `${name}: ${text}` : `${name}${text}`
    })
    .join(isPlain ? (locale === 'en' ? ' or ' : '，或 ') : locale === 'en' ? '; or ' : '；或者')
}

/** Whether units alone say which of several demands is meant: 次 are sessions as well as acts. */
function areToldApart(alternatives: readonly MeasuredDemand[]): boolean {
  const units = new Set(alternatives.map(({ unit }) => unit))
  return units.size === alternatives.length
}

/** What a demand of several counts: sessions, acts or persons. */
function countedName(demand: Demand, locale: Locale): string {
  if (demand.measure === 'lag') return ''
  if (demand.measure === 'size') return describeSize(demand.of)[locale]
  const { 'zh-CN': zh, en } =
    demand.measure === 'acts' ? describeActs(demand.count) : describeCounting(demand.count)
  if (locale === 'en') return en
  const [first, ...more] = zh.split('，')
  return more.length === 0 ? zh : `${first}（${more.join('，')}）`
}

/** One demand of several. */
function partText(parts: FindingParts, pair: MeasuredDemand, locale: Locale): string {
  return pair.demand.measure === 'lag'
    ? lagText(parts, pair.demand, locale)
    : pairText(pair, locale, pair.demand.measure)
}

type Pair = Pick<FindingParts, 'measured' | 'required' | 'unit' | 'cap'>

function pairText(
  { measured, required, unit, cap }: Pair,
  locale: Locale,
  measure: Demand['measure'] | undefined,
): string {
  if (measured === null || required === null) return ''
  const has = amountText(measured, unit, locale, measure)
  const bound = amountText(required, unit, locale, measure)
  if (locale === 'en') return cap ? `${has}, at most ${bound}` : `${has} of ${bound}`
  return cap ? `现有 ${has}，应不超过 ${bound}` : `已有 ${has}，要求 ${bound}`
}

function gapText({ window, measured, required, judgedOn }: FindingParts, locale: Locale): string {
  const days = judgedOn - window.from
  return locale === 'en'
    ? `nothing since ${formatDate(window.from)}: ${days} days (${measured} whole months), at most ${required} months`
    : `自 ${formatDate(window.from)} 起 ${days} 天没有参加（满 ${measured} 个月），不得超过 ${required} 个月`
}

function pendingText(parts: FindingParts, locale: Locale): string {
  const { demand, due, measured, required, unit, cap, alternatives, plan } = parts
  // Of demands that had to be named, the shortfall of one alone would be taken for that of the last.
  const isNamed = plan.mode === 'any' && alternatives !== null && !areToldApart(alternatives)
  const isComplete = isNamed || cap || measured === null || required === null || required <= measured
  const missing =
    isComplete || demand?.measure === 'lag'
      ? ''
      : locale === 'en'
        ? `, ${amountText(round(required - measured), unit, locale, demand?.measure)} missing`
        : `，还差 ${amountText(round(required - measured), unit, locale, demand?.measure)}`
  const until = due === null ? '' : locale === 'en' ? `, due ${formatDate(due)}` : `，最迟 ${formatDate(due)}`
  return missing + until
}

/** Numbers after a reason, where there are any. */
function alsoNumbers(parts: FindingParts, locale: Locale): string {
  const numbers = parts.measured === null ? '' : numbersText(parts, locale)
  return numbers === '' ? '' : `${locale === 'en' ? '; ' : '；'}${numbers}`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** Why a duty is not owed, or why nobody can tell. */
export function reasonText(reason: Reason, parts: FindingParts, locale: Locale): string {
  const zh = locale === 'zh-CN'
  switch (reason.code) {
    case 'out-of-scope':
      return zh ? '不属于本规则的适用对象' : 'not a subject of this rule in the window'
    case 'partly-in-scope':
      return zh
        ? '只有部分时间属于适用对象，条款没有折算规定'
        : 'a subject for part of the window only, and no article prorates'
    case 'not-in-force':
      return zh
        ? '该期间开始时规定尚未施行或已失效'
        : 'the rule was not in force on the first day of the window'
    case 'exempt': {
      const citation = parts.plan.rule.exempt?.[0]?.citation
      const words = citation === undefined ? '' : `《${citation.instrument}》${citation.article ?? ''}`
      return zh ? `按${words}不作硬性要求` : `no hard requirement, ${words}`
    }
    case 'superseded':
      return zh ? `由更严格的 ${reason.by} 取代` : `replaced by the stricter ${reason.by}`
    case 'missing-table': {
      const table = termName(TABLES, reason.table, locale)
      return zh ? `无法判断：没有“${table}”表` : `cannot be told: the table ${table} is missing`
    }
    case 'missing-cell':
      return zh
        ? `无法判断：缺少“${reason.cell[locale]}”`
        : `cannot be told: ${reason.cell[locale]} is missing`
    case 'uncovered': {
      const days =
        reason.from === reason.to
          ? formatDate(reason.from)
          : `${formatDate(reason.from)}..${formatDate(reason.to)}`
      return zh
        ? `无法判断：数据不含 ${days}${alsoNumbers(parts, locale)}`
        : `cannot be told: the data does not cover ${days}${alsoNumbers(parts, locale)}`
    }
    case 'undecided-credit':
      return zh
        ? `无法判断：活动 ${reason.session} 没有结束时间也没有学时${alsoNumbers(parts, locale)}`
        : `cannot be told: session ${reason.session} has neither end nor hours${alsoNumbers(parts, locale)}`
    case 'nothing-held':
      return zh
        ? '这段时间所在支部和党小组没有开展组织生活，不能归责'
        : 'the branch and group held no organizational life in this time'
    case 'on-leave':
      return zh ? '这段时间有请假记录' : 'leave was recorded in this time'
    case 'not-recorded':
      return zh
        ? '无法判断：这段时间的组织生活没有考勤记录'
        : 'cannot be told: the organizational life of this time has no attendance'
    case 'dates-out-of-order':
      return zh ? '无法判断：日期先后颠倒' : 'cannot be told: the dates are out of order'
    case 'waived':
      return zh
        ? `已豁免：${reason.reason}（${reason.document}）`
        : `waived: ${reason.reason} (${reason.document})`
    case 'function':
      return reason.message[locale]
  }
}
