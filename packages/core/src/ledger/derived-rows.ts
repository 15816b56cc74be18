import { UNSTATED } from '../dataset/attendance-store.ts'
import { ROW } from '../dataset/columns.ts'
import type { OwnRows } from './own-rows.ts'

/** Where rows of a member are written to: columns with room, from an offset on. */
export interface RowTarget {
  readonly session: Uint32Array
  readonly flags: Uint8Array
  readonly hours: Uint16Array
  /** Index of the record of a row, -1 where it has none; absent where nobody asks. */
  readonly record?: Int32Array
  /** Make-up session of made-up rows by row index, -1 where none is named. */
  readonly makeUpOf: Map<number, number>
}

interface SyntheticRow {
  readonly session: number
  /** Records that come before it. */
  readonly before: number
  flags: number
  hours: number
}

const LECTURER = ROW.LECTURER << ROW.CAPACITY_SHIFT

/** Most rows that {@link deriveRows} writes. */
export function mostRowsOf(rows: OwnRows): number {
  return rows.count + rows.makeUps.size + rows.lectures.size
}

/**
 * Writes the rows of a member as the dataset would have them: the records, hours of make-ups that have no
 * record of their own (clause 13), and lectures named by sessions (clause 14); in order of session. Returns
 * the end of what was written.
 */
export function deriveRows(
  rows: OwnRows,
  order: (a: number, b: number) => number,
  target: RowTarget,
  offset: number,
): number {
  if (rows.makeUps.size + rows.lectures.size === 0) return rows.write(0, rows.count, target, offset)
  let out = offset
  let next = 0
  for (const row of syntheticRows(rows, order)) {
    out = rows.write(next, row.before, target, out)
    next = row.before
    putSynthetic(row, target, out++)
  }
  const end = rows.write(next, rows.count, target, out)
  for (const session of rows.lectures) markLecture(session, order, target, offset, end)
  return end
}

/** Who is recorded as present at a session that names the member as lecturer lectured there. */
function markLecture(
  session: number,
  order: (a: number, b: number) => number,
  target: RowTarget,
  from: number,
  to: number,
): void {
  let low = from
  let high = to - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (order(target.session[middle]!, session) < 0) low = middle + 1
    else high = middle
  }
  const flags = target.flags[low]!
  if ((flags & ROW.STATUS) === ROW.PRESENT) target.flags[low] = (flags & ~ROW.CAPACITY) | LECTURER
}

function putSynthetic({ session, flags, hours }: SyntheticRow, target: RowTarget, out: number): void {
  target.session[out] = session
  target.flags[out] = flags
  target.hours[out] = hours
  if (target.record !== undefined) target.record[out] = -1
}

function syntheticRows(rows: OwnRows, order: (a: number, b: number) => number): SyntheticRow[] {
  const made: SyntheticRow[] = []
  for (const [missed, makeUp] of rows.makeUps) {
    const before = rows.placeOf(makeUp)
    if (rows.isAt(before, makeUp)) continue
    let row = made.find(({ session }) => session === makeUp)
    if (row === undefined) {
      row = { session: makeUp, before, flags: ROW.PRESENT | ROW.HOURS_ONLY, hours: UNSTATED }
      made.push(row)
    }
    const stated = rows.hoursAt(rows.find(missed))
    if (stated !== UNSTATED) row.hours = row.hours === UNSTATED ? stated : Math.max(row.hours, stated)
  }
  for (const session of rows.lectures) {
    const before = rows.placeOf(session)
    if (rows.isAt(before, session)) continue
    const row = made.find((one) => one.session === session)
    if (row !== undefined) row.flags = (row.flags & ~ROW.CAPACITY) | LECTURER
    else
      made.push({
        session,
        before,
        flags: ROW.PRESENT | ROW.NAMED_LECTURER | LECTURER,
        hours: UNSTATED,
      })
  }
  return made.sort((a, b) => a.before - b.before || order(a.session, b.session))
}
