import type { AttendanceInput, RowOrder } from './attendance.ts'
import { type Columns, ROW, SESSION } from './columns.ts'
import type { SessionTable } from './session-table.ts'
import type { SyntheticRow } from './synthetic-rows.ts'

/** The columns of attendance. */
export type AttendanceColumns = Pick<
  Columns,
  | 'rowCount'
  | 'rowStart'
  | 'rowSession'
  | 'rowFlags'
  | 'rowHours'
  | 'rowClass'
  | 'rowDay'
  | 'dayBase'
  | 'makeUpOf'
  | 'rowPlace'
  | 'sessionRows'
>

/** Place of a synthetic row. */
export const NO_PLACE = 0xffff_ffff

/**
 * Merges settled and synthetic rows into columns in order of member, session start and session. It works
 * from the end to the beginning, so that the order of the rows can turn into the column of their places
 * without a copy; the scratch column becomes the one of sessions.
 */
export function attendanceColumns(
  input: AttendanceInput,
  kept: RowOrder,
  synthetic: readonly SyntheticRow[],
  made: ReadonlyMap<number, number>,
  rankOf: Uint32Array,
): AttendanceColumns {
  const { rows, sessions } = input
  const { classOf, day } = sessions
  const memberCount = kept.start.length - 1
  const rowCount = kept.count + synthetic.length
  const dayBase = firstDay(sessions)
  const rowStart = new Uint32Array(memberCount + 1)
  const rowPlace = kept.order.subarray(0, rowCount)
  const rowSession = kept.scratch.subarray(0, rowCount)
  // One large piece of memory leaves no gaps among the small ones.
  const memory = new ArrayBuffer(rowCount * 7)
  const rowHours = new Uint16Array(memory, 0, rowCount)
  const rowClass = new Uint16Array(memory, rowCount * 2, rowCount)
  const rowDay = new Uint16Array(memory, rowCount * 4, rowCount)
  const rowFlags = new Uint8Array(memory, rowCount * 6, rowCount)
  const sessionRows = new Uint32Array(sessions.count)
  const makeUps: [row: number, session: number][] = []
  let out = rowCount
  let s = synthetic.length - 1
  rowStart[memberCount] = rowCount
  for (let m = memberCount - 1; m >= 0; m--) {
    const first = kept.start[m]!
    for (let k = kept.start[m + 1]! - 1; k >= first - 1; k--) {
      const i = k >= first ? kept.order[k]! : -1
      const rank = i < 0 || s < 0 || synthetic[s]!.member !== m ? -1 : rankOf[rows.session[i]!]!
      for (; s >= 0 && synthetic[s]!.member === m && rankOf[synthetic[s]!.session]! > rank; s--) {
        const { session, flags, hours } = synthetic[s]!
        out--
        rowSession[out] = session
        rowFlags[out] = flags
        rowHours[out] = hours
        rowClass[out] = classOf[session]!
        rowDay[out] = day[session]! - dayBase
        rowPlace[out] = NO_PLACE
      }
      if (i < 0) continue
      const session = rows.session[i]!
      const flags = rows.flags[i]!
      out--
      sessionRows[session]!++
      rowSession[out] = session
      rowFlags[out] = flags
      rowHours[out] = rows.hours[i]!
      rowClass[out] = classOf[session]!
      rowDay[out] = day[session]! - dayBase
      rowPlace[out] = i
      if ((flags & ROW.STATUS) === ROW.MADE_UP) makeUps.push([out, made.get(i) ?? -1])
    }
    rowStart[m] = out
  }
  markCrowded(rowStart, rowSession, rowFlags, rowDay, sessions)
  return {
    rowCount,
    rowStart,
    rowSession,
    rowFlags,
    rowHours,
    rowClass,
    rowDay,
    dayBase,
    makeUpOf: new Map(makeUps.reverse()),
    rowPlace,
    sessionRows,
  }
}

function firstDay(sessions: SessionTable): number {
  let first = Number.POSITIVE_INFINITY
  for (const day of sessions.day) if (day < first) first = day
  return Number.isFinite(first) ? first : 0
}

/**
 * Marks rows whose hours another row of the member may touch: those that share a day with one that may earn hours.
 * A session without a time of day overlaps nothing and takes what the others leave, so that it is marked beside
 * them, they are not beside it. Rows are in order of start, so that a look at the furthest day before and at the
 * next session after is enough.
 */
function markCrowded(
  rowStart: Uint32Array,
  rowSession: Uint32Array,
  rowFlags: Uint8Array,
  rowDay: Uint16Array,
  sessions: SessionTable,
): void {
  const traits = crowdingTraits(sessions)
  for (let m = 0; m + 1 < rowStart.length; m++)
    markCrowdedRows(rowStart[m]!, rowStart[m + 1]!, rowSession, rowFlags, rowDay, traits)
}

/** By session: what decides whether its rows touch others. */
export interface CrowdingTraits {
  /** Days it goes on after the first. */
  readonly spans: Int32Array
  /** 1 where it was cancelled. */
  readonly cancelled: Uint8Array
  /** 1 where it has no time of day. */
  readonly timeless: Uint8Array
}

/** The traits of all sessions of a table. */
export function crowdingTraits({ endDay, day, status, timeless }: SessionTable): CrowdingTraits {
  return {
    spans: endDay.map((end, session) => end - day[session]!),
    cancelled: status.map((is) => (is === SESSION.CANCELLED ? 1 : 0)),
    timeless,
  }
}

/** Marks the rows `[start, end)` of one member. */
export function markCrowdedRows(
  start: number,
  end: number,
  rowSession: Uint32Array,
  rowFlags: Uint8Array,
  rowDay: Uint16Array,
  { spans, cancelled, timeless }: CrowdingTraits,
): void {
  // Furthest day of the sessions before that have a time, and of all.
  let timed = -1
  let furthest = -1
  for (let i = start; i < end; i++) {
    const session = rowSession[i]!
    const day = rowDay[i]!
    const isTimeless = timeless[session] === 1
    if (day <= (isTimeless ? furthest : timed)) rowFlags[i]! |= ROW.CROWDED
    if (EARNING[rowFlags[i]! & ROW.STATUS] === 0 || cancelled[session] === 1) continue
    const last = day + spans[session]!
    if (last > furthest) furthest = last
    if (last > timed && !isTimeless) timed = last
  }
  let nextTimed = Number.POSITIVE_INFINITY
  let next = Number.POSITIVE_INFINITY
  for (let i = end - 1; i >= start; i--) {
    const session = rowSession[i]!
    const day = rowDay[i]!
    const isTimeless = timeless[session] === 1
    if ((isTimeless ? next : nextTimed) <= day + spans[session]!) rowFlags[i]! |= ROW.CROWDED
    if (EARNING[rowFlags[i]! & ROW.STATUS] === 0 || cancelled[session] === 1) continue
    next = day
    if (!isTimeless) nextTimed = day
  }
}

/** By status: whether a row may earn hours. */
const EARNING = [ROW.PRESENT, ROW.EXCUSED, ROW.ABSENT, ROW.MADE_UP].map((status) =>
  status === ROW.PRESENT || status === ROW.MADE_UP ? 1 : 0,
)
