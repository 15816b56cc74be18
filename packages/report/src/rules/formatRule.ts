import {
  type Amount,
  ASSURANCES,
  describeBound,
  describeSessions,
  describeWho,
  describeWindow,
  fillTemplate,
  LEVELS,
  MEMBER_TAGS,
  type Parameter,
  type RuleInForce,
  STRENGTHS,
  SUBJECT_KINDS,
  termName,
} from '@xueshi/core'
import { citationText } from '../text/citationText.ts'
import { painter } from '../text/paint.ts'
import { clampWidth } from '../text/width.ts'
import { consideredSection } from './consideredText.ts'
import type { RulesOptions } from './formatRules.ts'
import { Page } from './page.ts'
import { amountText, parameterText } from './parameterText.ts'

/**
 * One rule as a page: what it asks and of whom, its level and who decided it, each parameter with the days
 * of its versions and the words they rest on, exemptions, and the words of the article that are not coded.
 * The text ends in a line feed.
 */
export function formatRule(inForce: RuleInForce, options: RulesOptions = {}): string {
  const page = new Page(options.locale ?? 'zh-CN', clampWidth(options.width), painter(options.color ?? false))
  const { rule } = inForce
  const { locale } = page
  page.title(rule.title[locale], inForce.id)
  page.item(page.say('要求', 'What'), filled(inForce, rule.summary[locale], page))
  page.item(
    page.say('对象', 'Who'),
    `${termName(SUBJECT_KINDS, rule.subject, locale)}${page.say('，', ', ')}${describeWho(rule.who)[locale]}${describeSessions(rule.sessions)[locale]}`,
  )
  page.item(
    page.say('期间', 'Window'),
    describeWindow(rule.window, (value, language) => amountText(inForceOf(inForce, value), language))[locale],
  )
  if ('demand' in rule) {
    const amount = (value: Amount) => amountText(inForceOf(inForce, value), locale)
    page.item(page.say('衡量', 'Measured by'), describeBound(rule.demand, amount)[locale])
  }
  page.item(page.say('强度', 'Strength'), termName(STRENGTHS, rule.strength, locale))
  page.item(page.say('依据', 'Assurance'), termName(ASSURANCES, rule.assurance, locale))
  page.item(page.say('级别', 'Level'), termName(LEVELS, inForce.level, locale) + decidedBy(inForce, page))
  if (!inForce.inForce)
    page.item(page.say('施行', 'In force'), page.say('这一天没有施行的版本', 'no version on this day'))
  page.item(page.say('插件', 'Plugin'), `${inForce.plugin.name} ${inForce.plugin.version}`)
  for (const [name, parameter] of Object.entries(rule.parameters)) {
    parameterSection(inForce, name, parameter, page)
    consideredSection(inForce, name, parameter, page)
  }
  page.section(
    page.say('出处', 'Written in'),
    rule.citations.map((citation) => citationText(citation, locale)),
  )
  page.section(
    page.say('不作硬性要求的党员', 'Exempt'),
    (rule.exempt ?? []).map(
      ({ tags, citation }) =>
        tags.map((tag) => termName(MEMBER_TAGS, tag, locale)).join(page.say('、', ', ')) +
        page.say('：', ': ') +
        citationText(citation, locale),
    ),
  )
  page.section(page.say('适用时取代的规则', 'Supersedes'), rule.supersedes ?? [])
  page.section(
    page.say('未编入规则的文字', 'Words that the rule does not express') +
      (inForce.accepted && rule.uncoded.length > 0 ? page.say('（已确认）', ' (accepted)') : ''),
    rule.uncoded.map((text) => text[locale]),
  )
  if (rule.advice !== undefined)
    page.section(page.say('怎么办', 'What to do'), [filled(inForce, rule.advice[locale], page)])
  return page.text()
}

function decidedBy({ decidedBy }: RuleInForce, page: Page): string {
  if (decidedBy === null) return ''
  return page.say(`（由配置“${decidedBy}”决定）`, ` (decided by the entry “${decidedBy}”)`)
}

function parameterSection(inForce: RuleInForce, name: string, parameter: Parameter, page: Page): void {
  const texts: string[] = []
  const current = Object.hasOwn(inForce.parameters, name) ? inForce.parameters[name] : undefined
  if (current !== undefined && current.setBy !== null) {
    const value = parameterText(current.value, parameter.unit, page.locale)
    const taken = inForce.considered[name]?.find(({ outcome }) => outcome === 'taken')
    texts.push(
      taken?.kind === 'refinement'
        ? page.say(`${value}，由${taken.issuer}规定`, `${value}, set by ${taken.issuer}`)
        : page.say(`${value}，由配置“${current.setBy}”设定`, `${value}, set by the entry “${current.setBy}”`),
      ...(taken?.kind === 'refinement'
        ? taken.citations.map((citation) => citationText(citation, page.locale))
        : []),
    )
  }
  for (const version of parameter.versions) {
    const value = parameterText(version.value, parameter.unit, page.locale)
    const days =
      version.to === undefined
        ? page.say(`${version.from} 起施行`, `in force from ${version.from}`)
        : page.say(`施行于 ${version.from}..${version.to}`, `in force ${version.from}..${version.to}`)
    texts.push(value + page.say('，', ', ') + days)
    texts.push(...version.citations.map((citation) => citationText(citation, page.locale)))
  }
  page.section(
    `${page.say('参数', 'Parameter')} ${name}${page.say('：', ': ')}${parameter.title[page.locale]}`,
    texts,
  )
}

/** A sentence of the rule with the values in force; the unit already stands in the sentence. */
function filled(inForce: RuleInForce, template: string, page: Page): string {
  const values = Object.entries(inForce.parameters).map(([name, { value }]) => [
    name,
    amountText(value, page.locale),
  ])
  return fillTemplate(template, Object.fromEntries(values))
}

/** The value in force of an amount; the name of a parameter that has none stands for itself. */
function inForceOf({ parameters }: RuleInForce, amount: Amount): number | string {
  if (typeof amount !== 'object') return amount
  return parameters[amount.parameter]?.value ?? `{${amount.parameter}}`
}
