import type { ParameterInForce } from '../check/amounts.ts'
import { type DaySet, daysWithin } from '../check/intervals.ts'
import { amountText, valueText } from '../check/messages.ts'
import type { Plan } from '../check/plan.ts'
import type { FindingParts } from '../check/record.ts'
import { scopeOfFinding } from '../check/scope-of-finding.ts'
import { type EpochDay, formatDate } from '../civil/date.ts'
import type { Locale, LocalizedText } from '../locale.ts'
import type { Amount, Citation, Presence } from '../requirement/schema.ts'
import { describeBound, describeWho, describeWindow } from '../requirement/words.ts'
import { ASSURANCES, termName, UNITS } from '../terms.ts'
import type { ExplanationNode } from './explanation.ts'
import { both, node } from './node.ts'

/** Who the rule speaks of and on which days of the window that held. */
export function appliesNode(plan: Plan, parts: FindingParts): ExplanationNode {
  const who = describeWho(parts.plan.rule.who)
  const scope = scopeOfFinding(plan, parts)
  const until = lastJudgedDay(plan, parts)
  const days = daysWithin(scope, parts.window.from, until)
  const kind = parts.verdict === 'not-applicable' ? 'not-applicable' : 'applies'
  const children = [
    node(
      kind,
      both(
        `窗口内有 ${days} 天属于适用对象：${rangesText(scope, parts.window.from, until) || '无'}`,
        `in scope on ${days} days of the window: ${rangesText(scope, parts.window.from, until) || 'none'}`,
      ),
    ),
    node(kind, presenceText(parts.plan.rule.presence)),
  ]
  for (const exemption of parts.plan.rule.exempt ?? [])
    children.push(
      node(
        kind,
        both(
          `《${exemption.citation.instrument}》${exemption.citation.article ?? ''}规定的对象不作硬性要求`,
          `no hard requirement for those named by ${exemption.citation.instrument} ${exemption.citation.article ?? ''}`,
        ),
        [quoteNode(exemption.citation)],
      ),
    )
  return node(kind, both(`适用对象：${who['zh-CN']}`, `applies to: ${who.en}`), children)
}

function presenceText(presence: Presence | undefined): LocalizedText {
  switch (presence ?? 'whole') {
    case 'whole':
      return both('须整个窗口都属于适用对象才有此要求', 'owed by those in scope for the whole window')
    case 'any':
      return both('窗口内任何一天属于适用对象即有此要求', 'owed by those in scope on any day of the window')
    case 'end':
      return both('窗口最后一天属于适用对象即有此要求', 'owed by those in scope at the end of the window')
    default:
      return both(
        `窗口内属于适用对象满 ${valueText(presence!, 'zh-CN')}才有此要求`,
        `owed by those in scope for ${valueText(presence!, 'en')}`,
      )
  }
}

/** The window, and whether it is closed on the day of the check. */
export function windowNode(plan: Plan, parts: FindingParts): ExplanationNode {
  const kind = describeWindow(parts.plan.rule.window)
  const { from, to } = parts.window
  const days = to === null ? `${formatDate(from)}..` : `${formatDate(from)}..${formatDate(to)}`
  const open = to === null || to > plan.asOf
  return node(
    'window',
    both(
      `期间：${kind['zh-CN']}，${days}；检查日 ${formatDate(plan.asOf)}，${open ? '期间尚未结束' : '期间已结束'}`,
      `window: ${kind.en}, ${days}; checked as of ${formatDate(plan.asOf)}, ${open ? 'still open' : 'closed'}`,
    ),
  )
}

/** Each parameter with its version, where its value comes from, and the words. */
export function parameterNodes(parts: FindingParts): ExplanationNode[] {
  const nodes: ExplanationNode[] = []
  const shown = new Set<string>()
  const quotes = (citations: readonly Citation[]) =>
    citations.flatMap((citation) => {
      const key = `${citation.instrument} ${citation.article} ${citation.quote}`
      if (shown.has(key)) return []
      shown.add(key)
      return [quoteNode(citation)]
    })
  for (const [name, inForce] of parts.parameters?.values ?? []) {
    const parameter = parts.plan.rule.parameters[name]!
    const text = (locale: Locale) =>
      `${parameter.title[locale]} = ${parameterText(parameter.unit, inForce, locale)}`
    const source =
      inForce.setBy === null
        ? both(`${inForce.version!.from} 起施行`, `in force from ${inForce.version!.from}`)
        : both(`由配置“${inForce.setBy}”设定`, `set by config entry "${inForce.setBy}"`)
    nodes.push(
      node(
        'parameter',
        both(`${text('zh-CN')}（${source['zh-CN']}）`, `${text('en')} (${source.en})`),
        quotes(inForce.version?.citations ?? []),
      ),
    )
  }
  return [...nodes, ...quotes(parts.plan.rule.citations)]
}

function parameterText(unit: string, { value }: ParameterInForce, locale: Locale): string {
  return typeof value === 'number' ? `${value} ${termName(UNITS, unit, locale)}` : valueText(value, locale)
}

/** The words of a citation with instrument, article and how sure they are. */
export function quoteNode(citation: Citation): ExplanationNode {
  const place = (locale: Locale) => {
    const doubt = citation.articleConfirmed || citation.article === undefined ? '' : '〔条号待核〕'
    const sure = termName(ASSURANCES, citation.assurance, locale)
    const words =
      citation.quote === undefined ? '' : locale === 'en' ? `: “${citation.quote}”` : `：“${citation.quote}”`
    return locale === 'en'
      ? `《${citation.instrument}》${citation.article ?? ''}${doubt}${words} (${sure})`
      : `《${citation.instrument}》${citation.article ?? ''}${doubt}${words}（${sure}）`
  }
  const note = citation.note === undefined ? [] : [node('quote', citation.note)]
  return node('quote', both(place('zh-CN'), place('en')), note)
}

/** What the data covers, where it does not cover the whole judged window. */
export function coverageNode(plan: Plan, parts: FindingParts): ExplanationNode[] {
  const until = lastJudgedDay(plan, parts)
  if (plan.coversFrom <= parts.window.from && until <= plan.coversTo) return []
  return [
    node(
      'coverage',
      both(
        `数据覆盖 ${formatDate(plan.coversFrom)}..${formatDate(plan.coversTo)}，期间内其余日子没有数据`,
        `the data covers ${formatDate(plan.coversFrom)}..${formatDate(plan.coversTo)}; other days of the window are not covered`,
      ),
    ),
  ]
}

/** Measured against required. */
export function compareNode(parts: FindingParts): ExplanationNode[] {
  const { rule } = parts.plan
  const children = (parts.alternatives ?? []).map((alternative) =>
    node(
      'compare',
      both(
        `${numberText(alternative.measured, alternative.unit, 'zh-CN')} / ${numberText(alternative.required, alternative.unit, 'zh-CN')}${alternative.met ? '，达到' : '，未达到'}`,
        `${numberText(alternative.measured, alternative.unit, 'en')} / ${numberText(alternative.required, alternative.unit, 'en')}${alternative.met ? ', reached' : ', not reached'}`,
      ),
    ),
  )
  if (parts.unit === 'form' || (parts.measured === null && children.length === 0)) return []
  const demand = 'demand' in rule ? describeBound(rule.demand, (amount) => shown(amount, parts)) : null
  const measured = (locale: Locale) => numberText(parts.measured, parts.unit, locale)
  const required = (locale: Locale) => numberText(parts.required, parts.unit, locale)
  return [
    node(
      'compare',
      both(
        `${demand === null ? '' : `要求：${demand['zh-CN']}；`}实有 ${measured('zh-CN')}，要求 ${required('zh-CN')}`,
        `${demand === null ? '' : `asked: ${demand.en}; `}measured ${measured('en')}, required ${required('en')}`,
      ),
      children,
    ),
  ]
}

function shown(amount: Amount, parts: FindingParts): string {
  if (typeof amount !== 'object') return valueText(amount, 'zh-CN')
  const inForce = parts.parameters?.values.get(amount.parameter)
  return inForce === undefined ? amount.parameter : String(inForce.value)
}

/** A number with its unit, or a dash. */
export function numberText(value: number | null, unit: FindingParts['unit'], locale: Locale): string {
  return value === null ? '—' : amountText(value, unit, locale)
}

/** Words of the article that the rule does not express. */
export function uncodedNode(parts: FindingParts): ExplanationNode[] {
  return parts.plan.rule.uncoded.map((text) =>
    node('uncoded', both(`未编入规则：${text['zh-CN']}`, `not expressed by the rule: ${text.en}`)),
  )
}

/** Last day of a finding's window that the check could judge. */
export function lastJudgedDay(plan: Plan, parts: FindingParts): EpochDay {
  return Math.min(parts.window.to ?? plan.asOf, plan.asOf)
}

function rangesText(scope: DaySet, from: EpochDay, to: EpochDay): string {
  const ranges: string[] = []
  for (let i = 0; i < scope.length; i += 2) {
    const first = Math.max(scope[i]!, from)
    const last = Math.min(scope[i + 1]!, to)
    if (first <= last)
      ranges.push(first === last ? formatDate(first) : `${formatDate(first)}..${formatDate(last)}`)
  }
  return ranges.join(', ')
}
