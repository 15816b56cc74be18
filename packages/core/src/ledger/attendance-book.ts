import { CAPACITY_RANK, STATUS_RANK } from '../dataset/attendance.ts'
import { NO_PLACE } from '../dataset/attendance-columns.ts'
import { UNSTATED } from '../dataset/attendance-store.ts'
import { type Columns, ROW } from '../dataset/columns.ts'
import { OwnRows } from './own-rows.ts'
import type { SessionBook } from './session-book.ts'

/** What a row of attendance says. */
export interface RecordedRow {
  readonly session: number
  readonly member: number
  /** Status and capacity. */
  readonly flags: number
  /** 1/100 hours, UNSTATED where not stated. */
  readonly hours: number
  /** Position of the make-up session, -1 for none. */
  readonly makeUp: number
}

/** What became of a further row for the same member and session. */
export type Merged = 'new' | 'equal' | 'kept' | 'replaced'

/** Marks of rows that no record stands for. */
export const SYNTHETIC = ROW.HOURS_ONLY | ROW.NAMED_LECTURER

/**
 * The attendance of the dataset with what has been recorded since. Members nothing was recorded of are read
 * from the columns of the dataset; the others have rows of their own.
 */
export class AttendanceBook {
  readonly own = new Map<number, OwnRows>()
  /** Records of all members. */
  count: number
  /** Members by session; made when first asked for. Who has left a session may still be among them. */
  #ownAt: Map<number, Set<number>> | undefined
  readonly #base: Columns
  readonly #sessions: SessionBook

  constructor(base: Columns, sessions: SessionBook) {
    this.#base = base
    this.#sessions = sessions
    let count = 0
    for (let row = 0; row < base.rowCount; row++) if ((base.rowFlags[row]! & SYNTHETIC) === 0) count++
    this.count = count
  }

  /** The rows of a member as records that may be changed. */
  of(member: number): OwnRows {
    let rows = this.own.get(member)
    if (rows === undefined) {
      rows = this.#copy(member)
      this.own.set(member, rows)
      if (this.#ownAt !== undefined) this.#index(member, rows)
    }
    return rows
  }

  /** Adds a row as a further row of the table: where there is one already, the better one is kept. */
  add(row: RecordedRow): Merged {
    const rows = this.of(row.member)
    const at = rows.find(row.session)
    if (at < 0) {
      this.#insert(rows, row)
      return 'new'
    }
    const order = this.#compare(rows, at, row)
    if (order === 0) return 'equal'
    if (order < 0) return 'kept'
    this.#replace(rows, at, row)
    return 'replaced'
  }

  /** Puts a row in place of what was recorded; whether nothing was. */
  set(row: RecordedRow): boolean {
    const rows = this.of(row.member)
    const at = rows.find(row.session)
    if (at < 0) this.#insert(rows, row)
    else this.#replace(rows, at, row)
    return at < 0
  }

  /** Takes a record back; whether there was one. */
  remove(member: number, session: number): boolean {
    const rows = this.of(member)
    const at = rows.find(session)
    if (at < 0) return false
    rows.remove(at)
    this.count--
    return true
  }

  /** Members with a row, also a synthetic one, at a session. */
  membersAt(session: number): Set<number> {
    const { rowStart, rowSession, rowCount } = this.#base
    const members = new Set<number>()
    let member = 0
    for (let row = 0; row < rowCount; row++) {
      if (rowSession[row] !== session) continue
      while (rowStart[member + 1]! <= row) member++
      members.add(member)
    }
    for (const [owner, rows] of this.own)
      if (rows.find(session) >= 0 || rows.lectures.has(session)) members.add(owner)
    return members
  }

  /** Members with rows of their own who have one, also a synthetic one, at a session. */
  ownAt(session: number): ReadonlySet<number> {
    if (this.#ownAt === undefined) {
      this.#ownAt = new Map()
      for (const [member, rows] of this.own) this.#index(member, rows)
    }
    return this.#ownAt.get(session) ?? NOBODY
  }

  /** A session now names a member as lecturer, or no longer does. */
  setLecture(member: number, session: number, isNamed: boolean): void {
    const rows = this.of(member)
    rows.setLecture(session, isNamed)
    if (isNamed) this.#indexAt(session, member)
  }

  #index(member: number, rows: OwnRows): void {
    for (let i = 0; i < rows.count; i++) this.#indexAt(rows.sessionAt(i), member)
    for (const session of rows.lectures) this.#indexAt(session, member)
  }

  #indexAt(session: number, member: number): void {
    if (this.#ownAt === undefined) return
    const members = this.#ownAt.get(session)
    if (members === undefined) this.#ownAt.set(session, new Set([member]))
    else members.add(member)
  }

  /** Members who made a missed session up at this one. */
  membersMakingUpAt(session: number): Set<number> {
    const { rowStart, makeUpOf } = this.#base
    const members = new Set<number>()
    for (const [row, makeUp] of makeUpOf) if (makeUp === session) members.add(ownerOf(rowStart, row))
    for (const [owner, rows] of this.own)
      for (const makeUp of rows.makeUps.values()) if (makeUp === session) members.add(owner)
    return members
  }

  /** Ordinal of the record that a row of a member still is, NO_PLACE where it is none of the dataset. */
  placeOf(member: number, rows: OwnRows, at: number): number {
    if (!rows.isAsBefore(at)) return NO_PLACE
    const { rowStart, rowSession, rowPlace } = this.#base
    const session = rows.sessionAt(at)
    for (let row = rowStart[member]!; row < rowStart[member + 1]!; row++)
      if (rowSession[row] === session) return rowPlace[row]!
    return NO_PLACE
  }

  #insert(rows: OwnRows, row: RecordedRow): void {
    rows.insert(row.session, row.flags, row.hours)
    rows.setMakeUp(row.session, row.makeUp)
    this.#indexAt(row.session, row.member)
    this.count++
  }

  #replace(rows: OwnRows, at: number, row: RecordedRow): void {
    rows.replace(at, row.flags, row.hours)
    rows.setMakeUp(row.session, row.makeUp)
  }

  /** Negative where the record is the better one, 0 where both say the same. */
  #compare(rows: OwnRows, at: number, row: RecordedRow): number {
    const x = rows.flagsAt(at)
    const { flags } = row
    const hours = (value: number) => (value === UNSTATED ? -1 : value)
    const { sessionId } = this.#sessions.columns
    const word = (makeUp: number) => (makeUp < 0 ? '\uffff' : sessionId[makeUp]!)
    const a = word(rows.makeUps.get(row.session) ?? -1)
    const b = word(row.makeUp)
    return (
      STATUS_RANK[x & ROW.STATUS]! - STATUS_RANK[flags & ROW.STATUS]! ||
      CAPACITY_RANK[x >> ROW.CAPACITY_SHIFT]! - CAPACITY_RANK[flags >> ROW.CAPACITY_SHIFT]! ||
      hours(row.hours) - hours(rows.hoursAt(at)) ||
      (a < b ? -1 : a > b ? 1 : 0)
    )
  }

  #copy(member: number): OwnRows {
    const { rowStart, rowSession, rowFlags, rowHours, makeUpOf, memberId } = this.#base
    const from = rowStart[member]!
    const to = rowStart[member + 1]!
    const rows = new OwnRows(to - from, this.#sessions.order)
    // Whose session has changed has rows of their own since: the others are named by sessions of the dataset only.
    const lectures = this.#sessions.lecturesOf(memberId[member]!)
    for (let row = from; row < to; row++) {
      const session = rowSession[row]!
      const flags = rowFlags[row]!
      if (lectures.has(session)) rows.setLecture(session, true)
      if ((flags & SYNTHETIC) !== 0) continue
      rows.push(session, flags & (ROW.STATUS | ROW.CAPACITY), rowHours[row]!)
      if ((flags & ROW.STATUS) === ROW.MADE_UP) rows.setMakeUp(session, makeUpOf.get(row) ?? -1)
    }
    return rows
  }
}

const NOBODY: ReadonlySet<number> = new Set()

/** Owner of an entry of a list per owner. */
function ownerOf(start: Uint32Array, entry: number): number {
  let low = 0
  let high = start.length - 1
  while (low + 1 < high) {
    const middle = (low + high) >>> 1
    if (start[middle]! <= entry) low = middle
    else high = middle
  }
  return low
}
