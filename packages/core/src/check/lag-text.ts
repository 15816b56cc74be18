import { formatDate } from '../civil/date.ts'
import { addDuration } from '../civil/duration.ts'
import type { Locale } from '../locale.ts'
import type { LagDemand } from '../requirement/parts.ts'
import type { Amount } from '../requirement/schema.ts'
import { describeEvent, describeMissingEvent } from '../requirement/words.ts'
import { amountOf } from './amounts.ts'
import type { FindingParts } from './record.ts'

/** From which day to which day it took, or has taken so far, and the days it may end on. */
export function lagText(
  parts: Pick<FindingParts, 'plan' | 'window' | 'closing' | 'judgedOn' | 'parameters'>,
  demand: LagDemand,
  locale: Locale,
): string {
  const { plan, window, closing, parameters } = parts
  if (!('between' in plan.rule.window) || parameters === null) return ''
  const [opening, ending] = plan.rule.window.between.map((event) => describeEvent(event)[locale])
  const missing = describeMissingEvent(plan.rule.window.between[1])['zh-CN']
  const day = (amount: Amount | undefined) =>
    amount === undefined ? null : formatDate(addDuration(window.from, String(amountOf(amount, parameters))))
  const earliest = day(demand.atLeast)
  const latest = day(demand.atMost)
  const from = formatDate(window.from)
  const days = (closing ?? parts.judgedOn) - window.from
  if (locale === 'en') {
    const took =
      closing === null || closing === undefined
        ? `${days} days since ${from} (${opening}) without ${ending}`
        : `${days} days from ${from} (${opening}) to ${formatDate(closing)} (${ending})`
    const bounds = [
      ...(earliest === null ? [] : [`not before ${earliest}`]),
      ...(latest === null ? [] : [`not after ${latest}`]),
    ]
    return `${took}, ${bounds.join(', ')}`
  }
  const took =
    closing === null || closing === undefined
      ? `自 ${from}（${opening}）起已 ${days} 天，${missing}`
      : `从 ${from}（${opening}）到 ${formatDate(closing)}（${ending}）共 ${days} 天`
  const bounds = [
    ...(earliest === null ? [] : [`不得早于 ${earliest}`]),
    ...(latest === null ? [] : [`不得晚于 ${latest}`]),
  ]
  return `${took}，${bounds.join('、')}`
}
