import type {
  CivilDate,
  Instant,
  LocalizedText,
  SessionKind,
  SessionMode,
  SubjectKind,
  Unit,
} from '@xueshi/core'

/** A session of a plan. Its id follows from organization, kind, window and ordinal, never from date or title. */
export interface PlannedSession {
  readonly id: string
  /** Organization that holds it, and those that hold it jointly. */
  readonly organization: string
  readonly coHosts: readonly string[]
  readonly kinds: readonly SessionKind[]
  readonly title: string
  /** Start and end in Asia/Shanghai; a session of several days goes from the start of the first to the end of the last. */
  readonly start: Instant
  readonly end: Instant
  /** First and last day. */
  readonly date: CivilDate
  readonly lastDay: CivilDate
  /** Credit hours of the whole session under the credit policy of the config. */
  readonly hours: number
  readonly mode: SessionMode
  readonly topics: readonly string[]
  /** Ids of lecturers: of the register where they are in it, else of members. */
  readonly lecturers: readonly string[]
  /** Id of the venue, `null` for the own room of the host. */
  readonly venue: string | null
  /** Organizations that send an observer 列席旁听. */
  readonly observers: readonly string[]
  /** Ids of the members who are to come, in order; arrays are shared between sessions and must not be changed. */
  readonly attendees: readonly string[]
  /** The duties it serves: rule and key of the window. */
  readonly serves: readonly ServedDuty[]
  /** Why it lies where it lies, where that needs saying: 原定5日，因春节顺延至9日. */
  readonly notes: readonly LocalizedText[]
  /** `held` sessions are facts of the data; the others are to come, or were called off by a later plan. */
  readonly status: 'planned' | 'held' | 'cancelled'
  /** The working days of its month were not published when it was planned: calendars show it as tentative. */
  readonly provisional: boolean
}

/** A duty that a session serves. */
export interface ServedDuty {
  readonly rule: string
  readonly window: string
}

/** What stands against a session at a time. */
export type ConstraintKind =
  /** A person is elsewhere. */
  | 'person'
  | 'venue'
  | 'lecturer'
  /** No venue is large enough. */
  | 'capacity'
  /** The venue is shut, or blacked out. */
  | 'opening'
  /** The window was over before the first day that may be planned. */
  | 'past'
  /** The window has no working day that is left. */
  | 'workdays'
  /** Nobody is there to come, or to hold it. */
  | 'nobody'
  /** The requirement asks for what a plan cannot arrange. */
  | 'language'

/** What forbade something, with the opponent by name. */
export interface Constraint {
  readonly kind: ConstraintKind
  /** Id of the person, venue or lecturer; `null` where there is none. */
  readonly id: string | null
  /** The session that is held there instead; `null` where there is none. */
  readonly session: string | null
  /** One sentence: demand against capacity, or who is elsewhere. */
  readonly message: LocalizedText
}

/** A free time that was found instead. */
export interface FreeTime {
  readonly start: Instant
  readonly end: Instant
  readonly venue: string | null
}

/** A duty that no session of the plan meets. */
export interface UnmetDuty {
  readonly rule: string
  readonly subject: { readonly kind: SubjectKind; readonly id: string }
  /** Organization that would have to hold the session; `null` where none can be named. */
  readonly organization: string | null
  readonly window: { readonly key: string; readonly from: CivilDate; readonly to: CivilDate }
  /** How much is missing. */
  readonly missing: number
  readonly unit: Unit
  readonly constraint: Constraint
  /** At most three free times nearest to the one wanted, outside what forbade it. */
  readonly alternatives: readonly FreeTime[]
}

/** A rule that is on, and that no plan of sessions can meet: elections, talks, deadlines of papers. */
export interface UnaskedRule {
  readonly rule: string
  readonly reason: LocalizedText
}

/** How far the working days of the year are known. */
export type CalendarStatus = 'published' | 'provisional' | 'unknown'

/** A year of sessions. JSON-serialisable; sessions in order of start, then id. */
export interface Plan {
  readonly version: 1
  readonly year: number
  readonly calendar: { readonly name: string; readonly status: CalendarStatus }
  /** Same seed, data, config and options: same plan. */
  readonly seed: number
  readonly sessions: readonly PlannedSession[]
  readonly unmet: readonly UnmetDuty[]
  readonly unasked: readonly UnaskedRule[]
  /** The rules the plan was asked to meet, by full id. */
  readonly asked: readonly string[]
}
