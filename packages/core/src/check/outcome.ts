import { formatDate } from '../civil/date.ts'
import type { Demand } from '../requirement/schema.ts'
import type { Unit } from '../terms.ts'
import type { ParametersOnDay } from './amounts.ts'
import { numberOf } from './amounts.ts'
import type { Alternative } from './finding.ts'
import { allOf, anyOf, STANDING } from './judge.ts'
import type { RulePlan } from './plan.ts'
import type { Measurement } from './record.ts'
import { VERDICT } from './sink.ts'

/** The verdict of a standing. */
export const VERDICT_OF_STANDING = [VERDICT.MET, VERDICT.PENDING, VERDICT.UNKNOWN, VERDICT.BREACHED] as const

/** One demand as it stands: amounts in the unit shown (hours with two decimals). */
export interface DemandOutcome {
  readonly standing: number
  readonly measured: number
  readonly required: number
  readonly unit: Unit
}

/** Bounds of a demand in the engine's integers: hours become 1/100. */
export function boundsOf(demand: Demand, parameters: ParametersOnDay): { atLeast: number; atMost: number } {
  if (demand.measure === 'gap') return { atLeast: 0, atMost: Number.POSITIVE_INFINITY }
  const scale = demand.measure === 'hours' ? 100 : 1
  return {
    atLeast: numberOf(demand.atLeast, parameters, Number.NEGATIVE_INFINITY) * scale,
    atMost: numberOf(demand.atMost, parameters, Number.POSITIVE_INFINITY) * scale,
  }
}

const UNIT_OF: Record<Demand['measure'], Unit> = {
  sessions: 'session',
  hours: 'hour',
  days: 'day',
  gap: 'month',
  size: 'person',
}

/** The outcome of a demand from engine integers. */
export function outcomeOf(
  demand: Demand,
  standing: number,
  amount: number,
  bounds: { readonly atLeast: number; readonly atMost: number },
): DemandOutcome {
  const scale = demand.measure === 'hours' ? 100 : 1
  const bound = amount > bounds.atMost || bounds.atLeast === Number.NEGATIVE_INFINITY ? bounds.atMost : bounds.atLeast
  return { standing, measured: amount / scale, required: bound / scale, unit: UNIT_OF[demand.measure] }
}

/** How the demands of a rule stand together. */
export function combine(plan: RulePlan, standings: readonly number[]): number {
  if (standings.length === 0) return STANDING.MET
  return plan.mode === 'any' ? anyOf(standings) : allOf(standings)
}

/** The numbers of a finding: those of the only demand, or of the one nearest to being met (any) or worst (all). */
export function measurementOf(plan: RulePlan, outcomes: readonly DemandOutcome[], due: number | null): Measurement {
  const shown = shownOutcome(plan, outcomes)
  const alternatives: readonly Alternative[] | null =
    plan.mode === 'one'
      ? null
      : outcomes.map(({ standing, measured, required, unit }) => ({
          measured,
          required,
          unit,
          met: standing === STANDING.MET,
        }))
  return {
    measured: shown?.measured ?? null,
    required: shown?.required ?? null,
    unit: shown?.unit ?? 'session',
    alternatives,
    due,
  }
}

function shownOutcome(plan: RulePlan, outcomes: readonly DemandOutcome[]): DemandOutcome | undefined {
  let shown = outcomes[0]
  for (const outcome of outcomes) {
    if (plan.mode === 'all' ? outcome.standing > shown!.standing : nearness(outcome) > nearness(shown!)) shown = outcome
  }
  return shown
}

function nearness(outcome: DemandOutcome): number {
  if (outcome.standing === STANDING.MET) return Number.POSITIVE_INFINITY
  return outcome.required === 0 ? 0 : outcome.measured / outcome.required
}

/** Days as text for messages that name a range. */
export function rangeText(from: number, to: number): string {
  return from === to ? formatDate(from) : `${formatDate(from)}..${formatDate(to)}`
}
