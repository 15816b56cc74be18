import type { CivilDate, SessionKind, WorkdayCalendar } from '@xueshi/core'
import type { Habit } from './habits.ts'
import type { CalendarStatus } from './plan.ts'

/** The working days a plan needs: those of {@link WorkdayCalendar}, and how sure a year is. */
export interface PlanningCalendar extends WorkdayCalendar {
  yearStatus(year: number): { readonly status: CalendarStatus }
}

/** An inclusive range of days. */
export interface DayRange {
  readonly from: CivilDate
  readonly to: CivilDate
}

/** Options of {@link planYear}. */
export interface PlanOptions {
  /** The calendar year that is planned. */
  readonly year: number
  /** Working days and holidays, of `@xueshi/workdays`. */
  readonly workdays: PlanningCalendar
  /**
   * First day that may be planned; default the day after the data ends, where that lies in the year, else 1 January.
   * Days before it are past: they count as they are recorded.
   */
  readonly from?: CivilDate
  /** Decides between equals; default 1. */
  readonly seed?: number
  /** Only these rules, by full id; default all that are on. */
  readonly rules?: readonly string[]
  /** Only organizations below this one, and itself. */
  readonly under?: string
  /** Whether a year of which nothing is known may be planned on weekdays alone; default false. */
  readonly allowUnknown?: boolean
  /** By id of the venue: days on which it cannot be used. */
  readonly blackouts?: Readonly<Record<string, readonly DayRange[]>>
  /** How sessions of a kind are held, where it is not as {@link HABITS} says. */
  readonly habits?: Readonly<Partial<Record<SessionKind, Partial<Habit>>>>
  /** Most persons of one batch of a training; default 100. */
  readonly batch?: number
  /** Theme days of a branch that are to be held at a shared venue; default 2. */
  readonly fieldDays?: number
  /** Organizations that take turns to observe the study of centre groups; default the working committees. */
  readonly observers?: readonly string[]
}
