import type { CivilDate, SessionKind } from '@xueshi/core'
import type { Habit } from '../habits.ts'
import type { DayRange, PlanningCalendar } from '../options.ts'
import type { Plan } from '../plan.ts'

/** Options of {@link remedy}. */
export interface RemedyOptions {
  /** A plan whose sessions are to come; default those of the data alone. */
  readonly plan?: Plan
  /** Working days and holidays; without them new sessions have a weekday and no time. */
  readonly workdays?: PlanningCalendar
  /** First day on which a new session may be held; default the day after the report. */
  readonly from?: CivilDate
  /** By id of the member: topics that are owed besides what rules ask, such as those of `topicGaps`. */
  readonly topicsOwed?: Readonly<Record<string, readonly string[]>>
  /** Decides between equals; default 1. */
  readonly seed?: number
  /** Most persons of a new session; default 100. */
  readonly batch?: number
  /** By id of the venue: days on which it cannot be used. */
  readonly blackouts?: Readonly<Record<string, readonly DayRange[]>>
  /** How sessions of a kind are held, where it is not as {@link HABITS} says. */
  readonly habits?: Readonly<Partial<Record<SessionKind, Partial<Habit>>>>
}
