import { amountOf } from '../../check/amounts.ts'
import { NEVER } from '../../check/intervals.ts'
import { whyNotOwed } from '../../check/owed.ts'
import type { FindingParts } from '../../check/record.ts'
import { scopeOfFinding } from '../../check/scope-of-finding.ts'
import { type EpochDay, formatDate, tryParseDate } from '../../civil/date.ts'
import { addDuration } from '../../civil/duration.ts'
import type { LagDemand } from '../../requirement/parts.ts'
import type { Amount, MilestoneEvent } from '../../requirement/schema.ts'
import { closeWithAct } from './add-acts.ts'
import type { DataChange, Remedy, SetMilestone } from './remedy.ts'
import type { Situation } from './situation.ts'

/** The days on which the closing event of a window is in time; `latest` is `null` without an upper bound. */
export interface TimeToClose {
  readonly earliest: EpochDay
  readonly latest: EpochDay | null
}

/** The days on which a lag would be as it should; `null` where the rule has no such window. */
export function timeToClose(parts: FindingParts, demand: LagDemand): TimeToClose | null {
  const { window, parameters, plan } = parts
  if (!('between' in plan.rule.window) || parameters === null) return null
  const day = (amount: Amount | undefined) =>
    amount === undefined ? null : addDuration(window.from, String(amountOf(amount, parameters)))
  return { earliest: day(demand.atLeast) ?? window.from, latest: day(demand.atMost) }
}

/** What would close a window in time, or the time that has only to pass; `null` where no step can be named. */
export function closeInTime(
  at: Situation,
  demand: LagDemand,
): { readonly kind: Remedy['kind']; readonly steps: readonly DataChange[]; readonly day: EpochDay } | null {
  const { parts, plan } = at
  const { window } = parts.plan.rule
  const time = timeToClose(parts, demand)
  if (time === null || !('between' in window)) return null
  const closing = parts.closing ?? null
  const { earliest, latest } = time
  if (parts.verdict === 'pending') {
    if (latest === null) return { kind: 'wait', steps: [], day: earliest }
    const day = Math.max(plan.asOf, earliest)
    return stepsFor(at, 'do', window.between[1], day)
  }
  const day = closing !== null && closing < earliest ? earliest : latest!
  if (day > plan.asOf || !isStillOwed(at, day)) return null
  return stepsFor(at, closing === null ? 'record' : 'correct', window.between[1], day)
}

/** Whether the finding is still there, and owed, where its window ends on a day: one that ends before the data does not count. */
function isStillOwed({ plan, parts }: Situation, day: EpochDay): boolean {
  if (day < plan.coversFrom) return false
  const scope = scopeOfFinding(plan, parts)
  return whyNotOwed(parts.plan, parts.parameters, scope, NEVER, parts.window.from, day) === null
}

function stepsFor(
  at: Situation,
  kind: Remedy['kind'],
  event: Parameters<typeof closeWithAct>[1] | MilestoneEvent | 'post-start',
  day: EpochDay,
) {
  if (event === 'post-start') return null
  const step = typeof event === 'object' ? closeWithAct(at, event, day) : milestone(at, event, day)
  return step === null ? null : { kind, steps: [step], day }
}

const ORDER = ['applied', 'activist', 'candidate', 'admitted', 'full-member'] as const

/** The date of a milestone, where it stays between those before and after it. */
function milestone({ plan, member }: Situation, event: MilestoneEvent, day: EpochDay): SetMilestone | null {
  const known = member < 0 ? undefined : plan.dataset.member(plan.columns.memberId[member]!)
  if (known === undefined) return null
  const { appliedOn, activistOn, candidateOn, admittedOn, fullOn } = known
  const days = [appliedOn, activistOn, candidateOn, admittedOn, fullOn].map((date) =>
    date === null ? undefined : tryParseDate(date),
  )
  const position = ORDER.indexOf(event)
  const isInOrder = days.every(
    (other, i) => other === undefined || i === position || (i < position ? other <= day : other >= day),
  )
  return isInOrder
    ? { change: 'set-milestone', member: known.id, milestone: event, date: formatDate(day) }
    : null
}
