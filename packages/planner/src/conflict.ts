import type { LocalizedText, WorkdayCalendar } from '@xueshi/core'
import type { DayRange } from './options.ts'
import type { PlannedSession } from './plan.ts'

/** What can be wrong with a plan. */
export type ConflictCode =
  /** Two sessions have one id. */
  | 'duplicate-id'
  /** A start or end is no time. */
  | 'invalid-time'
  /** A session ends when it begins, or before. */
  | 'end-before-start'
  /** First and last day are not those of start and end. */
  | 'dates-disagree'
  /** A session begins or ends outside of the year of the plan. */
  | 'outside-year'
  /** A session lies outside of a window that it is said to serve. */
  | 'outside-window'
  /** A day of a session is not worked. */
  | 'not-a-workday'
  /** Host, co-host or observer is in no table. */
  | 'unknown-organization'
  /** Host or co-host does not exist on the day. */
  | 'organization-not-there'
  | 'unknown-venue'
  | 'unknown-lecturer'
  | 'unknown-member'
  /** A person is invited twice to one session. */
  | 'duplicate-attendee'
  /** A person is invited who is not, or no longer, in the Party here on the day. */
  | 'not-on-roll'
  /** A person is invited to a session of branches or groups, and belongs to none of them nor holds a post there on the day. */
  | 'not-of-host'
  /** A person is at two sessions at one time, as attendee or lecturer. */
  | 'person-double-booked'
  /** A lecturer of the register who is no member is at two sessions at one time. */
  | 'lecturer-double-booked'
  /** Two sessions are at one venue at one time. */
  | 'venue-double-booked'
  /** More persons are at a venue at one time than it holds. */
  | 'venue-over-capacity'
  /** A venue is shut at some time of the session. */
  | 'venue-shut'
  /** A venue cannot be used on a day of the session. */
  | 'venue-blacked-out'

/** One thing that is wrong with a plan. */
export interface Conflict {
  readonly code: ConflictCode
  /** Ids of the sessions in conflict, in order; one where a session is at odds with the data. */
  readonly sessions: readonly string[]
  /** Id of the member, or of the lecturer of the register who is no member; `null` where it is about no person. */
  readonly person: string | null
  /** Id of the venue, `null` where it is about none. */
  readonly venue: string | null
  /** One sentence with the sessions by host, title and time. Members stand in it by id, not by name. */
  readonly message: LocalizedText
}

/** What `findConflicts` is told besides plan and data. */
export interface ConflictOptions {
  /** Working days; without them, days are not looked at, and a venue that is open on working days counts as shut. */
  readonly workdays?: WorkdayCalendar
  /** By id of the venue: days on which it cannot be used. */
  readonly blackouts?: Readonly<Record<string, readonly DayRange[]>>
}

/** A session with its times in minutes of Asia/Shanghai. */
export interface TimedSession {
  readonly session: PlannedSession
  readonly from: number
  readonly to: number
}
