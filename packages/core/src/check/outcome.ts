import type { Demand } from '../requirement/schema.ts'
import type { Unit } from '../terms.ts'
import type { Bounds } from './bounds.ts'
import { allOf, anyOf, STANDING } from './judge.ts'
import type { RulePlan } from './plan.ts'
import type { Measurement, Reason } from './record.ts'
import { VERDICT } from './sink.ts'

/** The verdict of a standing. */
const VERDICT_OF_STANDING = [VERDICT.MET, VERDICT.PENDING, VERDICT.UNKNOWN, VERDICT.BREACHED] as const

/** One demand as it stands: amounts in the unit shown (hours with two decimals). */
export interface DemandOutcome {
  readonly standing: number
  readonly measured: number
  readonly required: number
  readonly unit: Unit
  /** Whether `required` is an upper bound. */
  readonly cap: boolean
  readonly demand: Demand
}

const UNIT_OF: Record<Demand['measure'], Unit> = {
  sessions: 'session',
  hours: 'hour',
  days: 'day',
  acts: 'session',
  lag: 'day',
  gap: 'month',
  size: 'person',
}

/** The outcome of a demand from engine integers. */
export function outcomeOf(demand: Demand, standing: number, amount: number, bounds: Bounds): DemandOutcome {
  const scale = demand.measure === 'hours' ? 100 : 1
  const cap = amount > bounds.atMost || bounds.atLeast === Number.NEGATIVE_INFINITY
  const bound = cap ? bounds.atMost : bounds.atLeast
  return {
    standing,
    measured: amount / scale,
    required: bound / scale,
    unit: UNIT_OF[demand.measure],
    cap,
    demand,
  }
}

/** What a rule says of a subject in a window. */
export interface Conclusion {
  readonly verdict: number
  readonly reason: Reason | null
  readonly numbers: Measurement
}

/** Puts the demands of a rule together; `reason` is that of an unknown verdict, `due` that of a pending one. */
export function concluded(
  plan: RulePlan,
  outcomes: readonly DemandOutcome[],
  reason: Reason | null,
  due: number | null,
): Conclusion {
  const verdict = VERDICT_OF_STANDING[standingOfAll(plan, outcomes)]!
  return {
    verdict,
    reason: verdict === VERDICT.UNKNOWN ? reason : null,
    numbers: measurementOf(plan, outcomes, verdict === VERDICT.PENDING ? due : null),
  }
}

function standingOfAll(plan: RulePlan, outcomes: readonly DemandOutcome[]): number {
  if (outcomes.length <= 1) return outcomes.length === 0 ? STANDING.MET : outcomes[0]!.standing
  const standings = outcomes.map((outcome) => outcome.standing)
  return plan.mode === 'any' ? anyOf(standings) : allOf(standings)
}

/** A conclusion without numbers: not applicable, or unknown for want of a table. */
export function without(plan: RulePlan, verdict: number, reason: Reason): Conclusion {
  return { verdict, reason, numbers: noNumbers(plan) }
}

/** The numbers of a finding: those of the only demand, or of the one nearest to being met (any) or worst (all). */
function measurementOf(plan: RulePlan, outcomes: readonly DemandOutcome[], due: number | null): Measurement {
  const shown = shownOutcome(plan, outcomes)
  const alternatives =
    plan.mode === 'one'
      ? null
      : outcomes.map(({ standing, measured, required, unit, cap, demand }) => ({
          measured,
          required,
          unit,
          cap,
          demand,
          met: standing === STANDING.MET,
        }))
  return {
    measured: shown?.measured ?? null,
    required: shown?.required ?? null,
    unit: shown?.unit ?? unitOf(plan),
    cap: shown?.cap ?? false,
    alternatives,
    due,
    demand: shown?.demand,
  }
}

/** The numbers of a finding that has none: not applicable, or unknown for want of a table. */
function noNumbers(plan: RulePlan): Measurement {
  const unit = unitOf(plan)
  NO_NUMBERS[unit] ??= {
    measured: null,
    required: null,
    unit,
    cap: false,
    alternatives: null,
    due: null,
    demand: undefined,
  }
  return NO_NUMBERS[unit]
}

/** They are the same for all rules of a unit. */
const NO_NUMBERS: Partial<Record<Unit, Measurement>> = {}

function unitOf(plan: RulePlan): Unit {
  const [demand] = plan.demands
  return demand === undefined ? 'session' : UNIT_OF[demand.measure]
}

/** All of several: the worst. Any of several: of those that stand best, the nearest to being met. */
function shownOutcome(plan: RulePlan, outcomes: readonly DemandOutcome[]): DemandOutcome | undefined {
  if (outcomes.length <= 1) return outcomes[0]
  const best = Math.min(...outcomes.map((outcome) => outcome.standing))
  let shown: DemandOutcome | undefined
  for (const outcome of outcomes) {
    if (plan.mode === 'any' && outcome.standing !== best) continue
    const isBetter =
      shown === undefined ||
      (plan.mode === 'all' ? outcome.standing > shown.standing : nearness(outcome) > nearness(shown))
    if (isBetter) shown = outcome
  }
  return shown
}

function nearness(outcome: DemandOutcome): number {
  if (outcome.standing === STANDING.MET) return Number.POSITIVE_INFINITY
  return outcome.required === 0 ? 0 : outcome.measured / outcome.required
}
