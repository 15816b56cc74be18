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

/** Merges settled and synthetic rows into columns in order of member, session start and session. */
export function attendanceColumns(
  input: AttendanceInput,
  kept: RowOrder,
  synthetic: readonly SyntheticRow[],
  made: ReadonlyMap<number, number>,
  rankOf: Uint32Array,
): AttendanceColumns {
  const { rows, sessions } = input
  const memberCount = kept.start.length - 1
  const rowCount = kept.order.length + synthetic.length
  const dayBase = firstDay(sessions)
  const rowStart = new Uint32Array(memberCount + 1)
  const rowSession = new Uint32Array(rowCount)
  const rowFlags = new Uint8Array(rowCount)
  const rowHours = new Uint16Array(rowCount)
  const rowPlace = new Uint32Array(rowCount)
  const sessionRows = new Uint32Array(sessions.drafts.length)
  const makeUpOf = new Map<number, number>()
  let out = 0
  let s = 0
  for (let m = 0; m < memberCount; m++) {
    const end = kept.start[m + 1]!
    for (let k = kept.start[m]!; k <= end; k++) {
      const i = k < end ? kept.order[k]! : -1
      const rank = i < 0 ? Number.POSITIVE_INFINITY : rankOf[rows.session[i]!]!
      for (; s < synthetic.length && synthetic[s]!.member === m && rankOf[synthetic[s]!.session]! < rank; s++) {
        const row = synthetic[s]!
        rowSession[out] = row.session
        rowFlags[out] = row.flags
        rowHours[out] = row.hours
        rowPlace[out++] = NO_PLACE
      }
      if (i < 0) continue
      const session = rows.session[i]!
      sessionRows[session]!++
      rowSession[out] = session
      rowFlags[out] = rows.flags[i]!
      rowHours[out] = rows.hours[i]!
      rowPlace[out] = i
      if ((rows.flags[i]! & ROW.STATUS) === ROW.MADE_UP) makeUpOf.set(out, made.get(i) ?? -1)
      out++
    }
    rowStart[m + 1] = out
  }
  const rowClass = new Uint16Array(rowCount)
  const rowDay = new Uint16Array(rowCount)
  for (let i = 0; i < rowCount; i++) {
    const session = rowSession[i]!
    rowClass[i] = sessions.classOf[session]!
    rowDay[i] = sessions.day[session]! - dayBase
  }
  markCrowded(rowStart, rowSession, rowFlags, sessions)
  return {
    rowCount,
    rowStart,
    rowSession,
    rowFlags,
    rowHours,
    rowClass,
    rowDay,
    dayBase,
    makeUpOf,
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
 * Marks rows that share a day with another row of the member that may earn hours. Overlap in time implies
 * a shared day. Rows are in order of start, so that a look at the furthest day before and at the next
 * session after is enough.
 */
function markCrowded(
  rowStart: Uint32Array,
  rowSession: Uint32Array,
  rowFlags: Uint8Array,
  { day, endDay, status }: SessionTable,
): void {
  for (let m = 0; m + 1 < rowStart.length; m++) {
    const start = rowStart[m]!
    const end = rowStart[m + 1]!
    let furthest = Number.NEGATIVE_INFINITY
    for (let i = start; i < end; i++) {
      const session = rowSession[i]!
      if (day[session]! <= furthest) rowFlags[i]! |= ROW.CROWDED
      if (mayEarn(rowFlags[i]!, status[session]!) && endDay[session]! > furthest) furthest = endDay[session]!
    }
    let nearest = Number.POSITIVE_INFINITY
    for (let i = end - 1; i >= start; i--) {
      const session = rowSession[i]!
      if (nearest <= endDay[session]!) rowFlags[i]! |= ROW.CROWDED
      if (mayEarn(rowFlags[i]!, status[session]!)) nearest = day[session]!
    }
  }
}

function mayEarn(flags: number, sessionStatus: number): boolean {
  const status = flags & ROW.STATUS
  return (status === ROW.PRESENT || status === ROW.MADE_UP) && sessionStatus !== SESSION.CANCELLED
}
