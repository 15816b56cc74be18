import { maskValue } from '../model/problem.ts'
import { type AttendanceRows, isHole, UNSTATED } from './attendance-store.ts'
import { maskPerson } from './citizen.ts'
import { ROW } from './columns.ts'
import { int32 } from './days.ts'
import type { Identities, Namesakes } from './identities.ts'
import type { Mentions } from './mentions.ts'
import { everyIndex, inOrderOf } from './order.ts'
import type { ProblemLog, Subject } from './problem-log.ts'
import type { References } from './references.ts'
import type { SessionPersons, SessionTable } from './session-table.ts'

/** Mark of a row without member: rejected, or naming somebody unknown. */
export const NOBODY = 0xffff_ffff

/** Everything that attendance is settled from. */
export interface AttendanceInput {
  /** Rows of the table, followed by the entries of the lists of sessions from `listBase` on. */
  readonly rows: AttendanceRows
  readonly listBase: number
  /** Record of the session an entry of a list comes from, by index minus `listBase`. */
  readonly listOrigin: readonly number[]
  readonly mentions: Mentions
  /** Session codes of make-up sessions by row. */
  readonly makeUps: ReadonlyMap<number, number>
  readonly sessions: SessionTable
  readonly persons: SessionPersons
  readonly memberCount: number
  readonly identities: Identities
  readonly references: References
  readonly log: ProblemLog
}

/** Where the record of a row lies, for problems. */
export function subjectOf(input: AttendanceInput, index: number, field: string, value: string): Subject {
  if (index < input.listBase) return { table: 'attendance', ordinal: index, field, value }
  const ordinal = input.listOrigin[index - input.listBase]!
  const status = input.rows.flags[index]! & ROW.STATUS
  const list = status === ROW.PRESENT ? 'participants' : status === ROW.EXCUSED ? 'excused' : 'absentees'
  return { table: 'sessions', ordinal, field: list, value }
}

/**
 * Replaces the codes of the rows by positions of sessions and members, in place; rows that name unknown
 * ones are marked. Returns the number of rows that cannot be attributed.
 */
export function resolveRows(input: AttendanceInput): number {
  const { rows, sessions, identities, mentions, log } = input
  const sessionAt = input.persons.positions
  const { persons } = input.references
  const memberAt = int32(persons, (found) => {
    if (typeof found === 'string') return found === 'unknown' ? -1 : -2
    return 'namesakes' in found ? -3 : found.position
  })
  const effect = { 'zh-CN': '这一条考勤未采用', en: 'this attendance was left out' }
  let lost = 0
  for (let i = 0; i < rows.count; i++) {
    if (isHole(rows.flags[i]!)) {
      rows.member[i] = NOBODY
      continue
    }
    const sessionCode = rows.session[i]!
    const session = sessionAt[sessionCode]!
    const code = rows.member[i]!
    let member = memberAt[code]!
    if (member === -3 && session >= 0) {
      const setting = { organization: sessions.host[session]!, day: sessions.day[session]! }
      const chosen = identities.choose(persons[code] as Namesakes, setting)
      member = chosen === 'ambiguous' ? -2 : chosen.position
    }
    if (session >= 0 && member >= 0) {
      rows.session[i] = session
      rows.member[i] = member
      continue
    }
    lost++
    if (session < 0)
      log.add(
        'unknownSession',
        subjectOf(input, i, 'session', maskValue(mentions.sessions.values[sessionCode]!)),
      )
    if (member === -1 || member === -2) {
      const key = member === -1 ? 'unknownMember' : 'ambiguousMember'
      log.add(key, subjectOf(input, i, 'member', maskPerson(mentions.persons.values[code]!)), { effect })
    }
    rows.member[i] = NOBODY
  }
  return lost
}

/** Ranks of sessions in order of start and position, and the way back. */
export function rankSessions(sessions: SessionTable): {
  readonly rankOf: Uint32Array
  readonly sessionAt: Uint32Array
} {
  const count = sessions.count
  const sessionAt = inOrderOf(sessions.start, everyIndex(count))
  const rankOf = new Uint32Array(count)
  for (let rank = 0; rank < count; rank++) rankOf[sessionAt[rank]!] = rank
  return { rankOf, sessionAt }
}

/** Row indexes in order of member, session rank and arrival, with the offsets of members. */
export interface RowOrder {
  /** The first `count` entries count; there is room for synthetic rows after them. */
  readonly order: Uint32Array
  readonly count: number
  readonly start: Uint32Array
  /** A column of the same length that is free to be used. */
  readonly scratch: Uint32Array
}

/** Two stable counting sorts: by session rank, then by member. `spare` entries of room are left at the end. */
export function sortRows(
  rows: AttendanceRows,
  rankOf: Uint32Array,
  memberCount: number,
  spare: number,
): RowOrder {
  const { count, session, member } = rows
  const bySession = new Uint32Array(rankOf.length + 1)
  const start = new Uint32Array(memberCount + 1)
  let kept = 0
  for (let i = 0; i < count; i++) {
    const m = member[i]!
    if (m === NOBODY) continue
    kept++
    bySession[rankOf[session[i]!]! + 1]!++
    start[m + 1]!++
  }
  for (let i = 1; i < bySession.length; i++) bySession[i]! += bySession[i - 1]!
  for (let i = 1; i < start.length; i++) start[i]! += start[i - 1]!
  const scratch = new Uint32Array(kept + spare)
  for (let i = 0; i < count; i++) if (member[i] !== NOBODY) scratch[bySession[rankOf[session[i]!]!]!++] = i
  const order = new Uint32Array(kept + spare)
  const next = start.slice()
  for (let k = 0; k < kept; k++) {
    const i = scratch[k]!
    order[next[member[i]!]!++] = i
  }
  return { order, count: kept, start, scratch }
}

/** Precedence by status: present, made up, excused, absent. */
export const STATUS_RANK = [0, 2, 3, 1]
/** Precedence by capacity: lecturer, chair, member, observer. */
export const CAPACITY_RANK = [2, 0, 1, 3]

/** Keeps one row per member and session, in place; returns the shortened order. */
export function mergeDuplicates(
  input: AttendanceInput,
  sorted: RowOrder,
  idOf: (member: number) => string,
): RowOrder {
  const { rows } = input
  const { order, start, scratch } = sorted
  const kept = new Uint32Array(start.length)
  let out = 0
  for (let m = 0; m + 1 < start.length; m++) {
    const end = start[m + 1]!
    for (let k = start[m]!; k < end; ) {
      const session = rows.session[order[k]!]!
      let next = k + 1
      while (next < end && rows.session[order[next]!] === session) next++
      order[out++] = next === k + 1 ? order[k]! : bestOf(input, order.slice(k, next), idOf(m))
      k = next
    }
    kept[m + 1] = out
  }
  return { order, count: out, start: kept, scratch }
}

function bestOf(input: AttendanceInput, group: Uint32Array, memberId: string): number {
  const { rows, listBase, log } = input
  const tableStatuses = new Set<number>()
  for (const i of group) if (i < listBase) tableStatuses.add(rows.flags[i]! & ROW.STATUS)
  // An entry of a list that says what a row of the table says is no duplicate of it.
  const rivals = [...group].filter((i) => i < listBase || !tableStatuses.has(rows.flags[i]! & ROW.STATUS))
  rivals.sort((a, b) => compareRows(input, a, b) || a - b)
  const best = rivals[0]!
  const value = maskValue(`${input.sessions.id[rows.session[best]!]!} × ${memberId}`)
  for (const other of rivals.slice(1))
    log.add(
      compareRows(input, best, other) === 0 ? 'attendanceDuplicate' : 'attendanceConflict',
      subjectOf(input, other, 'status', value),
    )
  return best
}

function compareRows({ rows, makeUps, mentions }: AttendanceInput, a: number, b: number): number {
  const x = rows.flags[a]!
  const y = rows.flags[b]!
  const hours = (i: number) => (rows.hours[i] === UNSTATED ? -1 : rows.hours[i]!)
  const makeUp = (i: number) => {
    const code = makeUps.get(i)
    return code === undefined ? '\uffff' : mentions.sessions.values[code]!
  }
  return (
    STATUS_RANK[x & ROW.STATUS]! - STATUS_RANK[y & ROW.STATUS]! ||
    CAPACITY_RANK[x >> ROW.CAPACITY_SHIFT]! - CAPACITY_RANK[y >> ROW.CAPACITY_SHIFT]! ||
    hours(b) - hours(a) ||
    (makeUp(a) < makeUp(b) ? -1 : makeUp(a) > makeUp(b) ? 1 : 0)
  )
}
