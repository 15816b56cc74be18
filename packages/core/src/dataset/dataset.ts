import type { CivilDate } from '../civil/date.ts'
import type { Instant } from '../civil/instant.ts'
import type { Place, Problem } from '../model/problem.ts'
import type { WaiverRow } from '../model/rows.ts'
import type {
  AttendanceStatus,
  Capacity,
  MemberStatus,
  OrganizationKind,
  SessionKind,
  SessionMode,
  SessionStatus,
  TableName,
} from '../terms.ts'
import type { Columns } from './columns.ts'

/** A Party organization of a {@link Dataset}. */
export interface Organization {
  readonly id: string
  readonly name: string
  readonly kind: OrganizationKind
  readonly parent: string | null
  readonly founded: CivilDate | null
  readonly dissolved: CivilDate | null
  readonly themeDay: string | null
  readonly tags: readonly string[]
}

/** A person of a {@link Dataset}; the citizen number is not kept. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly status: MemberStatus
  /** Branch at the end of the data, `null` where unknown. */
  readonly branch: string | null
  readonly group: string | null
  readonly born: string | null
  readonly appliedOn: CivilDate | null
  readonly activistOn: CivilDate | null
  readonly candidateOn: CivilDate | null
  readonly admittedOn: CivilDate | null
  readonly fullOn: CivilDate | null
  readonly leftOn: CivilDate | null
  readonly tags: readonly string[]
}

/** A post held by a member. */
export interface Post {
  readonly member: string
  readonly organization: string
  readonly role: string
  readonly from: CivilDate
  readonly to: CivilDate | null
}

/** A session of a {@link Dataset}. */
export interface Session {
  readonly id: string
  readonly organization: string
  readonly coHosts: readonly string[]
  /** Known kinds only; the words of unknown kinds are in `unknownKinds`. */
  readonly kinds: readonly SessionKind[]
  readonly unknownKinds: readonly string[]
  readonly title: string | null
  readonly start: Instant
  readonly end: Instant | null
  /** Only the day is known; `start` is its 00:00. */
  readonly timeless: boolean
  /** Last day of the session; that of the start where no end is stated. */
  readonly lastDay: CivilDate
  readonly hours: number | null
  readonly mode: SessionMode | null
  readonly venue: string | null
  /** Ids where a lecturer was recognised, else the names as written. */
  readonly lecturers: readonly string[]
  readonly topics: readonly string[]
  readonly program: string | null
  readonly observers: readonly string[]
  /** As stated; `null` where blank (then the date of the check decides). */
  readonly status: SessionStatus | null
  readonly plannedId: string | null
  readonly reportedOn: CivilDate | null
  readonly bulletinOn: CivilDate | null
  readonly place: Place
}

/** One attendance record, reconstructed from the columns. */
export interface Attendance {
  readonly session: string
  readonly member: string
  readonly status: AttendanceStatus
  readonly capacity: Capacity
  readonly hours: number | null
  readonly makeUpSession: string | null
  readonly place: Place | null
}

/** First and last day a dataset speaks of, inclusive. */
export interface Coverage {
  readonly from: CivilDate
  readonly to: CivilDate
}

/**
 * The validated, immutable, indexed snapshot of one export. Everything in it is a value: no clock, no I/O.
 * Objects are made when asked for; the engine reads the columns.
 */
export interface Dataset {
  readonly covers: Coverage
  readonly exportedOn: CivilDate | null
  readonly source: string | null
  readonly problems: readonly Problem[]
  /** False where a problem is fatal: findings are computed all the same, but nobody should rely on them. */
  readonly trustworthy: boolean
  /** SHA-256 over the canonical content: equal data in any order, file or dress gives an equal hash. */
  readonly hash: string
  /** Number of records kept per table; a table that was not part of the input is absent. */
  readonly counts: Readonly<Partial<Record<TableName, number>>>
  /** Whether a column of a small table had any value or was declared by the reader (`sessions.topics`). */
  hasColumn(table: TableName, column: string): boolean

  readonly organizations: readonly Organization[]
  readonly members: readonly Member[]
  readonly sessions: readonly Session[]
  readonly posts: readonly Post[]
  readonly waivers: readonly WaiverRow[]
  organization(id: string): Organization | undefined
  member(id: string): Member | undefined
  session(id: string): Session | undefined
  /** Attendance of a member in order of session start. */
  attendanceOf(memberId: string): readonly Attendance[]
  /** Attendance at a session in order of member id. */
  attendanceAt(sessionId: string): readonly Attendance[]
  /** Ids of the organization and of all below it. Empty where the id is unknown. */
  subtree(organizationId: string): readonly string[]
  /** Branch and group of a member on a day. */
  placeOn(
    memberId: string,
    date: CivilDate,
  ): { readonly branch: string | null; readonly group: string | null }
  /** @internal Columns of the engine; may change in any release. */
  readonly '~columns': Columns
}
