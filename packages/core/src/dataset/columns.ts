import type { EpochDay } from '../civil/date.ts'
import type { Place } from '../model/problem.ts'

/** No such day, minute, row or number. Smaller than every real value. */
export const NONE = -0x8000_0000
/** Open end of an interval of days. */
export const OPEN = 0x7fff_ffff

/** Attendance flags, one byte per row: status in bits 0–1, capacity in bits 2–3, and single marks above. */
export const ROW = {
  STATUS: 0b11,
  PRESENT: 0,
  EXCUSED: 1,
  ABSENT: 2,
  MADE_UP: 3,
  CAPACITY: 0b1100,
  CAPACITY_SHIFT: 2,
  MEMBER: 0,
  LECTURER: 1,
  CHAIR: 2,
  OBSERVER: 3,
  /** Shares a day with, or overlaps, another row of this member that may earn hours. */
  CROWDED: 0b1_0000,
  /** Earns hours only (the make-up of a missed session that has no row of its own). */
  HOURS_ONLY: 0b10_0000,
  /** Stands for a lecturer named by the session only: counts as a lecture, earns no hours. */
  NAMED_LECTURER: 0b100_0000,
} as const

/** Session status codes. BLANK is decided by the date of the check. */
export const SESSION = { BLANK: 0, PLANNED: 1, HELD: 2, CANCELLED: 3 } as const

/**
 * The dataset as columns: what the engine reads. Identifiers are dictionary codes (positions), days are
 * epoch days, instants are Shanghai minutes, hours are integers of 1/100. `…Start` arrays are offsets of a
 * list per owner (owner i owns [start[i], start[i + 1])).
 *
 * Organizations are in order of id. Members are in order of their last branch (position), then id.
 * Sessions are in order of host, start, id. Attendance is in order of member, session start, session
 * position. All orders are by code unit, so that the order of input never matters.
 */
export interface Columns extends ActColumns {
  readonly orgCount: number
  readonly orgId: readonly string[]
  /** Position in ORGANIZATION_KINDS. */
  readonly orgKind: Uint8Array
  /** Position of the parent, -1 at a root. The tree has no cycle. */
  readonly orgParent: Int32Array
  /** First and last day of existence; NONE and OPEN where not stated. */
  readonly orgFounded: Int32Array
  readonly orgDissolved: Int32Array
  /** Positions of the children. */
  readonly orgChildStart: Uint32Array
  readonly orgChild: Uint32Array

  readonly memberCount: number
  readonly memberId: readonly string[]
  /** Days of milestones, NONE where not stated. */
  readonly memberApplied: Int32Array
  readonly memberActivist: Int32Array
  readonly memberCandidate: Int32Array
  readonly memberAdmitted: Int32Array
  readonly memberFull: Int32Array
  /** First day the person is gone, OPEN where the person is not. */
  readonly memberLeft: Int32Array
  /**
   * Facts per member as change points: from `factDay[i]` on, set `factSet[i]` holds. The first change point
   * of a member is NONE. Days after `memberLeft` are part of a set without status.
   */
  readonly factStart: Uint32Array
  readonly factDay: Int32Array
  readonly factSet: Uint32Array
  /** The distinct fact sets. */
  readonly factSets: readonly FactSet[]
  /** Where a member belongs, as change points: branch and group positions, -1 where unknown or none. */
  readonly placeStart: Uint32Array
  readonly placeDay: Int32Array
  readonly placeBranch: Int32Array
  readonly placeGroup: Int32Array

  /** Posts in order of member position, organization position, role, from. Days inclusive; OPEN where the post runs. */
  readonly postCount: number
  readonly postStart: Uint32Array
  readonly postMember: Uint32Array
  readonly postOrg: Uint32Array
  /** Position in `roles`. */
  readonly postRole: Uint16Array
  readonly postFrom: Int32Array
  readonly postTo: Int32Array
  /** 1 where the post is full-time. */
  readonly postFullTime: Uint8Array
  /** Distinct roles: identifiers of ROLES, or the words of the export. */
  readonly roles: readonly string[]

  readonly sessionCount: number
  readonly sessionId: readonly string[]
  readonly sessionHost: Int32Array
  readonly sessionStart: Int32Array
  /** NONE where the end is not stated. */
  readonly sessionEnd: Int32Array
  /** Day of start and of end (equal to the start's where the end is not stated). */
  readonly sessionDay: Int32Array
  readonly sessionEndDay: Int32Array
  /** 1 where the time of day is not known. */
  readonly sessionTimeless: Uint8Array
  /** 1/100 hours stated by the session, NONE where not stated. */
  readonly sessionHours: Int32Array
  readonly sessionStatus: Uint8Array
  readonly sessionClass: Uint16Array
  /** Positions of co-hosts. */
  readonly coHostStart: Uint32Array
  readonly coHost: Uint32Array
  /** Attendance rows that name the session (without synthetic ones), and whether any of them was read. */
  readonly sessionRows: Uint32Array
  /** Distinct combinations of what requirements select sessions by. */
  readonly classes: readonly SessionClass[]

  readonly rowCount: number
  /** Rows of a member: [rowStart[m], rowStart[m + 1]). */
  readonly rowStart: Uint32Array
  readonly rowSession: Uint32Array
  readonly rowFlags: Uint8Array
  /** 1/100 hours stated by the row, 0xffff where not stated. */
  readonly rowHours: Uint16Array
  readonly rowClass: Uint16Array
  /** Session day minus `dayBase`. */
  readonly rowDay: Uint16Array
  readonly dayBase: EpochDay
  /** Make-up session of MADE_UP rows by row index: session position, or -1 where none is named. */
  readonly makeUpOf: ReadonlyMap<number, number>
  /** Ordinal of the source record (see `placeOfRow`), 0xffffffff for synthetic rows. */
  readonly rowPlace: Uint32Array
  /** Place of the record with an ordinal of `rowPlace`; a list entry has the place of its session's record. */
  readonly placeOfRow: (ordinal: number) => Place | null
}

/** Acts as columns; all orders are those of `dataset.acts`: by day, then id. */
export interface ActColumns {
  readonly actCount: number
  /** Position in ACT_KINDS. */
  readonly actKind: Uint8Array
  readonly actDay: Int32Array
  /** Last day, NONE where not stated. */
  readonly actUntil: Int32Array
  /** Positions; -1 where not stated or unknown. */
  readonly actMember: Int32Array
  readonly actCounterpart: Int32Array
  readonly actOrg: Int32Array
  readonly actSession: Int32Array
  /** Positions of the acts in which a member is member or counterpart, each once, by member position. */
  readonly actsOfMemberStart: Uint32Array
  readonly actsOfMember: Uint32Array
  /** Positions of the acts of an organization, by organization position. */
  readonly actsOfOrgStart: Uint32Array
  readonly actsOfOrg: Uint32Array
}

/** Facts that hold of a member on a day. */
export interface FactSet {
  /** Position in MEMBER_STATUSES, -1 for none (before any date, or gone). */
  readonly status: number
  readonly suspended: boolean
  readonly gone: boolean
  /** Known tag ids and other tags as written. */
  readonly tags: readonly string[]
  /** Posts held: role id, organization kind id, and whether full-time. */
  readonly posts: readonly { readonly role: string; readonly kind: string; readonly fullTime: boolean }[]
  /** Identifier of RANKS or the word of the export, '' where not stated. */
  readonly rank: string
  /** As written, '' where not stated. */
  readonly education: string
  readonly occupation: string
  /** Kinds (positions) of the branch and of every organization above it; a bit per position. */
  readonly above: number
}

/** What requirements select sessions by. */
export interface SessionClass {
  /** Bit per position in SESSION_KINDS. */
  readonly kinds: number
  /** Position in ORGANIZATION_KINDS of the host, -1 where unknown. */
  readonly hostKind: number
  /** SESSION status code. */
  readonly status: number
  /** Identifier of SESSION_MODES, or '' where not stated. */
  readonly mode: string
  readonly topics: readonly string[]
}
