import type { EpochDay } from '../civil/date.ts'
import { addDuration } from '../civil/duration.ts'
import type { LagDemand } from '../requirement/parts.ts'
import { amountOf, type ParametersOnDay } from './amounts.ts'
import { uncoveredIn } from './coverage.ts'
import type { EventSpan } from './events.ts'
import { isAct } from './events.ts'
import type { DaySet } from './intervals.ts'
import { STANDING } from './judge.ts'
import { type DemandOutcome, outcomeOf } from './outcome.ts'
import type { Plan, RulePlan } from './plan.ts'
import type { Reason } from './record.ts'

/** A lag with the days it may end on, and how it stands. */
export interface LagOutcome {
  readonly outcome: DemandOutcome
  readonly reason: Reason | null
  /** Last day in time, `null` without an upper bound. */
  readonly due: EpochDay | null
}

/**
 * Judges the time from the opening to the closing event. Too early is breached. Not closed: pending until the
 * last day in time, breached after it; without an upper bound met as soon as no later day can be too early
 * (clause 3). That nothing (or only something late) is recorded says little where days before the last day in
 * time are not covered (clause 4); milestones are cells of the member, of which only those after the end of
 * the data are not known.
 */
export function lagOutcome(
  plan: Plan,
  rule: RulePlan,
  demand: LagDemand,
  span: Pick<EventSpan, 'window' | 'closing'>,
  scope: DaySet,
  parameters: ParametersOnDay,
): LagOutcome {
  const { from } = span.window
  const day = (amount: LagDemand['atLeast']) =>
    amount === undefined ? null : addDuration(from, String(amountOf(amount, parameters)))
  const earliest = day(demand.atLeast)
  const latest = day(demand.atMost)
  const reached = span.closing ?? plan.asOf
  const bounds = {
    atLeast: earliest === null ? Number.NEGATIVE_INFINITY : earliest - from,
    atMost: latest === null ? Number.POSITIVE_INFINITY : latest - from,
  }
  const answer = (standing: number, reason: Reason | null = null): LagOutcome => ({
    outcome: outcomeOf(demand, standing, reached - from, bounds),
    reason,
    due: latest,
  })
  if (span.closing !== null && earliest !== null && span.closing < earliest) return answer(STANDING.BREACHED)
  if (latest !== null && reached > latest) {
    const uncovered = uncoveredUntil(plan, rule, scope, span, latest)
    return uncovered === null ? answer(STANDING.BREACHED) : answer(STANDING.UNKNOWN, uncovered)
  }
  if (span.closing !== null) return answer(STANDING.MET)
  return answer(latest === null && reached + 1 >= (earliest ?? from) ? STANDING.MET : STANDING.PENDING)
}

/** Days up to the last day in time on which the closing event may have happened without being recorded. */
function uncoveredUntil(
  plan: Plan,
  rule: RulePlan,
  scope: DaySet,
  { window: { from }, closing }: Pick<EventSpan, 'window' | 'closing'>,
  latest: EpochDay,
): Reason | null {
  const { window } = rule.rule
  const recorded = 'between' in window && isAct(window.between[1])
  if (!recorded && closing !== null) return null
  const uncovered = uncoveredIn(recorded ? plan.coversFrom : from, plan.coversTo, scope, from, latest)
  return uncovered === null ? null : { code: 'uncovered', ...uncovered }
}
