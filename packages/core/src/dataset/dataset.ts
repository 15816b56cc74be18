import type { CivilDate } from '../civil/date.ts'
import type { Instant } from '../civil/instant.ts'
import type { Place, Problem } from '../model/problem.ts'
import type { WaiverRow } from '../model/rows.ts'
import type {
  ActKind,
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
  /** As written; `null` where blank. */
  readonly sex: string | null
  readonly education: string | null
  readonly occupation: string | null
  /** Identifier of RANKS, or the word of the export; `null` where blank. */
  readonly rank: string | null
  readonly place: Place
}

/** What holds of a member on a day. */
export interface MemberFacts {
  /** `null` before the first status that is known, and for a person who is gone. */
  readonly status: MemberStatus | null
  /** Membership is suspended 停止党籍 that day. */
  readonly suspended: boolean
  /** Identifiers of known tags, and other tags as written, without their days. */
  readonly tags: readonly string[]
}

/** A post held by a member. */
export interface Post {
  readonly member: string
  readonly organization: string
  readonly role: string
  readonly from: CivilDate
  readonly to: CivilDate | null
  /** Whether the post is full-time 专职. */
  readonly fullTime: boolean
}

/** A dated act 记录 of a known kind. References are ids; `null` where none is stated or known. */
export interface Act {
  readonly id: string
  readonly kind: ActKind
  readonly date: CivilDate
  /** Last day where the act lasts. */
  readonly until: CivilDate | null
  readonly organization: string | null
  readonly member: string | null
  readonly counterpart: string | null
  readonly session: string | null
  readonly entitled: number | null
  readonly present: number | null
  readonly inFavour: number | null
  readonly amount: number | null
  readonly topics: readonly string[]
  readonly document: string | null
  readonly note: string | null
  readonly place: Place
}

/** A lecturer 师资. `member` is an id where the lecturer is a known member. */
export interface Lecturer {
  readonly id: string
  readonly name: string
  readonly member: string | null
  readonly organization: string | null
  readonly title: string | null
  readonly topics: readonly string[]
}

/** A course 课程. `lecturer` is an id of the register of lecturers, as written where it is none of them. */
export interface Course {
  readonly id: string
  readonly name: string
  readonly lecturer: string | null
  readonly topics: readonly string[]
  readonly hours: number | null
}

/** A venue 阵地. */
export interface Venue {
  readonly id: string
  readonly name: string
  readonly organization: string | null
  readonly address: string | null
  readonly capacity: number | null
  readonly shared: boolean
  readonly open: string | null
}

/** A program 培训项目. `organization` is an id, as written where it is unknown; `audience` has ids of roles and statuses, else words. */
export interface Program {
  readonly id: string
  readonly name: string
  readonly organization: string | null
  readonly kind: string | null
  readonly from: CivilDate
  readonly to: CivilDate | null
  readonly audience: readonly string[]
  readonly quota: number | null
  readonly items: readonly string[]
  readonly readings: readonly string[]
  readonly materials: number | null
  readonly assessment: string | null
  readonly hours: number | null
}

/** Voluntary service 志愿服务 of a member. */
export interface Service {
  readonly id: string
  readonly member: string
  readonly date: CivilDate
  readonly kind: string | null
  readonly organization: string | null
  readonly theme: string | null
  readonly hours: number | null
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

/**
 * What the attendance of a member may hold: a rule that looks for something rare reads the records only of those
 * about whom this says that there may be something. A trait may be stated without need, but is never left out.
 */
export interface AttendanceTraits {
  /**
   * No day has more hours by the records (present or made up), of their own or else of their session; those of a
   * session of several days are spread evenly, those made up belong to the session at which they were.
   */
  readonly mostHoursADay: number
  /** Two sessions that give hours are at the same time. */
  readonly overlapping: boolean
  /** Hours are stated of somebody who was excused or absent. */
  readonly hoursWithoutPresence: boolean
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
  /**
   * In order of date, then id. Acts of unknown kinds, and acts whose organization, persons and session are all
   * unknown, are problems and left out.
   */
  readonly acts: readonly Act[]
  readonly lecturers: readonly Lecturer[]
  readonly courses: readonly Course[]
  readonly venues: readonly Venue[]
  readonly programs: readonly Program[]
  readonly services: readonly Service[]
  readonly waivers: readonly WaiverRow[]
  organization(id: string): Organization | undefined
  member(id: string): Member | undefined
  session(id: string): Session | undefined
  /** Attendance of a member in order of session start. */
  attendanceOf(memberId: string): readonly Attendance[]
  /** Attendance at a session in order of member id. */
  attendanceAt(sessionId: string): readonly Attendance[]
  /** Number of records of attendance at a session. */
  attendanceCountAt(sessionId: string): number
  /**
   * Ids of the persons recorded as present 出席 at a session, in the capacity named, or else in any but that of
   * an observer 列席; in order of id. Who made up for it later was not present.
   */
  presentAt(sessionId: string, as?: Capacity): readonly string[]
  /** What there may be in the attendance of a member; nothing of a person nobody knows. */
  attendanceTraits(memberId: string): AttendanceTraits
  /** Acts about a person, as the one it is done by or to, in order of date; only those of some kinds where named. */
  actsOf(memberId: string, kinds?: readonly ActKind[]): readonly Act[]
  /** Acts of an organization in order of date; only those of some kinds where named. */
  actsAt(organizationId: string, kinds?: readonly ActKind[]): readonly Act[]
  /** Ids of the organization and of all below it. Empty where the id is unknown. */
  subtree(organizationId: string): readonly string[]
  /** Branch and group of a member on a day. */
  placeOn(
    memberId: string,
    date: CivilDate,
  ): { readonly branch: string | null; readonly group: string | null }
  /** Status, suspension and tags of a member on a day. */
  factsOn(memberId: string, date: CivilDate): MemberFacts
  /** @internal Columns of the engine; may change in any release. */
  readonly '~columns': Columns
}
