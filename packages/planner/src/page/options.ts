import type { CivilDate, Config, Locale, LocalizedText, WorkdayCalendar } from '@xueshi/core'
import type { DayRange } from '../options.ts'
import type { Plan } from '../plan.ts'

/** The working days a page marks; a calendar of `@xueshi/workdays` also knows what kind of day it is, and its festival. */
export interface PageCalendar extends WorkdayCalendar {
  dayOf?(date: CivilDate): { readonly kind: string; readonly name: LocalizedText | null }
}

/** Options of {@link planPage}. */
export interface PageOptions {
  /** Language of the labels; names of organizations and titles stay as they are. Default `zh-CN`. */
  readonly locale?: Locale
  /** Whether lecturers and persons are named; default false: only their ids stand on the page. */
  readonly names?: boolean
  /** Gives rules their titles; without it, and for rules it does not have, their ids stand on the page. */
  readonly config?: Config
  /** Marks holidays and make-up days; without it weekends alone. */
  readonly workdays?: PageCalendar
  /** By id of the venue: days on which it cannot be used, as given to the planner; for the list of conflicts. */
  readonly blackouts?: Readonly<Record<string, readonly DayRange[]>>
  /** An earlier plan of the year: what became of its sessions is listed. */
  readonly previous?: Plan
}
