import type { EpochDay } from '../civil/date.ts'
import { OPEN } from '../dataset/columns.ts'
import type { Demand } from '../requirement/schema.ts'
import type { Bounds } from './bounds.ts'
import { uncoveredIn } from './coverage.ts'
import type { DaySet } from './intervals.ts'
import { reachable, STANDING, standingOf } from './judge.ts'
import type { LagOutcome } from './lag.ts'
import { missingColumn } from './missing-column.ts'
import { type Conclusion, concluded, type DemandOutcome, outcomeOf } from './outcome.ts'
import type { Plan, RulePlan } from './plan.ts'
import type { Reason } from './record.ts'
import { quarterEnd } from './windows.ts'

/** The window in which demands are weighed. */
interface WeighedWindow {
  readonly from: EpochDay
  /** `null` where the closing event has not happened. */
  readonly to: EpochDay | null
  /** Whether the window goes on after the day of the check. */
  readonly open: boolean
}

/** Weighs the demands of a rule on one subject in one window, then concludes. */
export class Weighing {
  readonly #plan: Plan
  readonly #window: WeighedWindow
  readonly #scope: DaySet
  readonly #outcomes: DemandOutcome[] = []
  #reason: Reason | null = null
  #due: EpochDay | null = null

  constructor(plan: Plan, window: WeighedWindow, scope: DaySet) {
    this.#plan = plan
    this.#window = window
    this.#scope = scope
  }

  /** `undecided` is the position of a session whose credit cannot be told, -1 for none. */
  add(demand: Demand, quarter: number, amount: number, undecided: number, bounds: Bounds): void {
    const { asOf, coversFrom, coversTo, dailyCap } = this.#plan
    const { from, to, open } = this.#window
    const lastDay = to === null ? OPEN : quarter === 0 ? to : quarterEnd(from, quarter)
    const firstDay = quarter < 2 ? from : quarterEnd(from, quarter - 1) + 1
    const uncovered = open ? null : uncoveredIn(coversFrom, coversTo, this.#scope, firstDay, lastDay)
    const missing = missingColumn(this.#plan, demand)
    const standing = standingOf({
      amount,
      undecided: undecided >= 0,
      ...bounds,
      open,
      uncovered: uncovered !== null,
      blind: missing !== null,
      reachable: lastDay === OPEN ? Number.POSITIVE_INFINITY : reachable(demand, lastDay - asOf, dailyCap),
    })
    if (standing === STANDING.UNKNOWN)
      this.#reason ??=
        missing !== null
          ? { code: 'missing-cell', cell: missing }
          : uncovered !== null
            ? { code: 'uncovered', ...uncovered }
            : { code: 'undecided-credit', session: this.#plan.columns.sessionId[undecided]! }
    if (lastDay !== OPEN) this.#due = Math.max(this.#due ?? from, lastDay)
    this.#outcomes.push(outcomeOf(demand, standing, amount, bounds))
  }

  /** A demand of several whose table the data lacks: unknown, whatever the others say. */
  addUntold(demand: Demand, table: string, bounds: Bounds): void {
    this.#reason ??= { code: 'missing-table', table }
    this.#outcomes.push(outcomeOf(demand, STANDING.UNKNOWN, 0, bounds))
  }

  /** The time between two events, judged by itself. */
  addLag({ outcome, reason, due }: LagOutcome): void {
    this.#reason ??= reason
    if (due !== null) this.#due = Math.max(this.#due ?? due, due)
    this.#outcomes.push(outcome)
  }

  conclusion(rule: RulePlan): Conclusion {
    return concluded(rule, this.#outcomes, this.#reason, this.#due)
  }
}
