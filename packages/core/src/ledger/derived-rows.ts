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
  const synthetic = rows.makeUps.size + rows.lectures.size === 0 ? NONE : syntheticRows(rows, order)
  let out = offset
  let next = 0
  for (let i = 0; i < rows.count; i++) {
    const session = rows.sessionAt(i)
    while (next < synthetic.length && order(synthetic[next]!.session, session) < 0)
      putSynthetic(synthetic[next++]!, target, out++)
    let flags = rows.flagsAt(i)
    const status = flags & ROW.STATUS
    if (status === ROW.PRESENT && rows.lectures.has(session)) flags = (flags & ~ROW.CAPACITY) | LECTURER
    if (status === ROW.MADE_UP) target.makeUpOf.set(out, rows.makeUps.get(session) ?? -1)
    target.session[out] = session
    target.flags[out] = flags
    target.hours[out] = rows.hoursAt(i)
    if (target.record !== undefined) target.record[out] = i
    out++
  }
  while (next < synthetic.length) putSynthetic(synthetic[next++]!, target, out++)
  return out
}

const NONE: readonly SyntheticRow[] = []

function putSynthetic({ session, flags, hours }: SyntheticRow, target: RowTarget, out: number): void {
  target.session[out] = session
  target.flags[out] = flags
  target.hours[out] = hours
  if (target.record !== undefined) target.record[out] = -1
}

function syntheticRows(rows: OwnRows, order: (a: number, b: number) => number): SyntheticRow[] {
  const made = new Map<number, SyntheticRow>()
  for (const [missed, makeUp] of rows.makeUps) {
    if (rows.find(makeUp) >= 0) continue
    let row = made.get(makeUp)
    if (row === undefined) {
      row = { session: makeUp, flags: ROW.PRESENT | ROW.HOURS_ONLY, hours: UNSTATED }
      made.set(makeUp, row)
    }
    const stated = rows.hoursAt(rows.find(missed))
    if (stated !== UNSTATED) row.hours = row.hours === UNSTATED ? stated : Math.max(row.hours, stated)
  }
  for (const session of rows.lectures) {
    if (rows.find(session) >= 0) continue
    const row = made.get(session)
    if (row !== undefined) row.flags = (row.flags & ~ROW.CAPACITY) | LECTURER
    else made.set(session, { session, flags: ROW.PRESENT | ROW.NAMED_LECTURER | LECTURER, hours: UNSTATED })
  }
  return [...made.values()].sort((a, b) => order(a.session, b.session))
}
