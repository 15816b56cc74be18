import { amountText, valueText } from '../check/messages.ts'
import type { Plan } from '../check/plan.ts'
import type { FindingParts, MeasuredDemand } from '../check/record.ts'
import { type EpochDay, formatDate } from '../civil/date.ts'
import type { Locale } from '../locale.ts'
import type { Amount, Demand } from '../requirement/schema.ts'
import { describeBound, describeDemand, describeWindow } from '../requirement/words.ts'
import type { ExplanationNode } from './explanation.ts'
import { both, node, span } from './node.ts'

/** The window, and whether it is closed on the day of the check. */
export function windowNode(plan: Plan, parts: FindingParts): ExplanationNode {
  const { window } = parts.plan.rule
  const kind = describeWindow(window, (amount, locale) => amountWords(amount, parts, locale))
  const { from, to, key } = parts.window
  const asOf = formatDate(plan.asOf)
  if (key === '..')
    return node(
      'window',
      both(
        `期间：${kind['zh-CN']}，起点不明；检查日 ${asOf}`,
        `window: ${kind.en}, nobody knows from when; checked as of ${asOf}`,
      ),
    )
  if ('rolling' in window)
    return node(
      'window',
      both(
        `期间：${kind['zh-CN']}，自 ${formatDate(from)}（最近一次参加，或者开始适用之日）到检查日 ${asOf}`,
        `window: ${kind.en}, since ${formatDate(from)} (last attended, or first day in scope); checked as of ${asOf}`,
      ),
    )
  if (from === to)
    return node(
      'window',
      both(
        `期间：${kind['zh-CN']}（${formatDate(from)}）${from === plan.asOf ? '' : `；检查日 ${asOf}`}`,
        `window: ${kind.en}, ${formatDate(from)}; checked as of ${asOf}`,
      ),
    )
  const open = to === null || to > plan.asOf
  const days = (locale: Locale) =>
    to !== null
      ? span(from, to, locale)
      : locale === 'en'
        ? `${formatDate(from)}..`
        : `自 ${formatDate(from)} 起`
  return node(
    'window',
    both(
      `期间：${kind['zh-CN']}，${days('zh-CN')}；检查日 ${asOf}，${open ? '期间尚未结束' : '期间已结束'}`,
      `window: ${kind.en}, ${days('en')}; checked as of ${asOf}, ${open ? 'still open' : 'closed'}`,
    ),
  )
}

/** What the data covers, where it does not cover the whole judged window. */
export function coverageNode(plan: Plan, parts: FindingParts): ExplanationNode[] {
  const until = lastJudgedDay(plan, parts)
  if (plan.coversFrom <= parts.window.from && until <= plan.coversTo) return []
  return [
    node(
      'coverage',
      both(
        `数据只包括 ${span(plan.coversFrom, plan.coversTo, 'zh-CN')}，期间内其余日子没有数据`,
        `the data covers ${formatDate(plan.coversFrom)}..${formatDate(plan.coversTo)}; other days of the window are not covered`,
      ),
    ),
  ]
}

/** Measured against required. */
export function compareNode(parts: FindingParts): ExplanationNode[] {
  const { rule, demands } = parts.plan
  const children = (parts.alternatives ?? []).map((alternative) => alternativeNode(parts, alternative))
  if (parts.unit === 'form' || (parts.measured === null && children.length === 0)) return []
  if (demands.every(({ measure }) => measure === 'lag') && demands.length > 0) return []
  const asked = (locale: Locale) =>
    'demand' in rule
      ? describeBound(rule.demand, (amount) => amountWords(amount, parts, locale))[locale]
      : null
  const measured = (locale: Locale) => numberText(parts.measured, parts.unit, locale, parts.demand?.measure)
  const required = (locale: Locale) => numberText(parts.required, parts.unit, locale, parts.demand?.measure)
  const zh =
    asked('zh-CN') === null
      ? `现有 ${measured('zh-CN')}，要求 ${required('zh-CN')}`
      : `要求：${asked('zh-CN')}${children.length > 0 ? '' : `；现有 ${measured('zh-CN')}`}`
  return [
    node(
      'compare',
      both(
        zh,
        `${asked('en') === null ? '' : `asked: ${asked('en')}; `}measured ${measured('en')}, required ${required('en')}`,
      ),
      children,
    ),
  ]
}

/** One of several demands with its numbers. */
function alternativeNode(parts: FindingParts, alternative: MeasuredDemand): ExplanationNode {
  const { demand, unit, cap, met } = alternative
  const asked = (locale: Locale) =>
    describeDemand(demand, (amount) => amountWords(amount, parts, locale))[locale]
  const measured = (locale: Locale) => numberText(alternative.measured, unit, locale, demand.measure)
  const required = (locale: Locale) => numberText(alternative.required, unit, locale, demand.measure)
  return node(
    'compare',
    both(
      `${asked('zh-CN')}：现有 ${measured('zh-CN')}，${met ? '达到' : cap ? '超出' : '未达到'}`,
      `${asked('en')}; ${measured('en')} / ${required('en')}${met ? ', reached' : ', not reached'}`,
    ),
  )
}

/** An amount as it holds for the finding: a number, a duration in words, else the name of the parameter. */
function amountWords(amount: Amount, parts: FindingParts, locale: Locale): string {
  if (typeof amount !== 'object') return valueText(amount, locale)
  const inForce = parts.parameters?.values.get(amount.parameter)
  return inForce === undefined ? amount.parameter : valueText(inForce.value, locale)
}

/** A number with its unit, or a dash. */
export function numberText(
  value: number | null,
  unit: FindingParts['unit'],
  locale: Locale,
  measure?: Demand['measure'],
): string {
  return value === null ? '—' : amountText(value, unit, locale, measure)
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
