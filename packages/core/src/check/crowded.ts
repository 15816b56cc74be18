import { type Columns, NONE } from '../dataset/columns.ts'
import { UNKNOWN_CREDIT } from './credit.ts'

/** What is left of a row's credit after overlap and daily cap. */
export interface SettledRow {
  readonly row: number
  /** 1/100 hours that count. */
  readonly counted: number
  /** The credit before. */
  readonly credit: number
  readonly undecided: boolean
  /** The row of the overlapping session that counts instead, -1 for none. */
  readonly instead: number
}

/**
 * Clause 12 for rows of one member, in order of session start, that all count for one demand: sessions that
 * overlap in time form a cluster of which the largest credit counts (ties: earlier start, then id); then
 * the cap of each day. The credit of a session of several days is spread evenly over them.
 */
export function settle(
  rows: readonly number[],
  credit: Uint16Array,
  columns: Columns,
  cap: number,
): SettledRow[] {
  const settled: SettledRow[] = []
  const usedOnDay = new Map<number, number>()
  // A session whose time of day is not known overlaps nothing; it must not part a cluster that spans it.
  const timed = rows.filter((row) => !isTimeless(columns, row))
  const timeless = rows.filter((row) => isTimeless(columns, row))
  let first = 0
  while (first < timed.length) {
    let last = first
    let end = endOf(columns, timed[first]!)
    while (last + 1 < timed.length && startOf(columns, timed[last + 1]!) < end) {
      last++
      end = Math.max(end, endOf(columns, timed[last]!))
    }
    settleCluster(timed, first, last, credit, columns, cap, usedOnDay, settled)
    first = last + 1
  }
  for (let i = 0; i < timeless.length; i++)
    settleCluster(timeless, i, i, credit, columns, cap, usedOnDay, settled)
  return settled
}

function settleCluster(
  rows: readonly number[],
  first: number,
  last: number,
  credit: Uint16Array,
  columns: Columns,
  cap: number,
  usedOnDay: Map<number, number>,
  settled: SettledRow[],
): void {
  let winner = -1
  let undecided = false
  for (let i = first; i <= last; i++) {
    const row = rows[i]!
    if (credit[row] === UNKNOWN_CREDIT) undecided = true
    else if (winner === -1 || wins(row, winner, credit, columns)) winner = row
  }
  if (winner === -1) winner = rows[first]!
  for (let i = first; i <= last; i++) {
    const row = rows[i]!
    const known = credit[row] === UNKNOWN_CREDIT ? 0 : credit[row]!
    if (row !== winner) settled.push({ row, counted: 0, credit: known, undecided: false, instead: winner })
    else
      settled.push({
        row,
        counted: capped(row, known, columns, cap, usedOnDay),
        credit: known,
        undecided,
        instead: -1,
      })
  }
}

function wins(row: number, other: number, credit: Uint16Array, columns: Columns): boolean {
  if (credit[row] !== credit[other]) return credit[row]! > credit[other]!
  const a = columns.rowSession[row]!
  const b = columns.rowSession[other]!
  if (columns.sessionStart[a] !== columns.sessionStart[b])
    return columns.sessionStart[a]! < columns.sessionStart[b]!
  return columns.sessionId[a]! < columns.sessionId[b]!
}

/** The part of a credit that the days of its session still have room for. */
function capped(
  row: number,
  credit: number,
  columns: Columns,
  cap: number,
  usedOnDay: Map<number, number>,
): number {
  const session = columns.rowSession[row]!
  const from = columns.sessionDay[session]!
  const days = columns.sessionEndDay[session]! - from + 1
  const share = Math.floor(credit / days)
  const extra = credit - share * days
  let counted = 0
  for (let i = 0; i < days; i++) {
    const used = usedOnDay.get(from + i) ?? 0
    const part = Math.min(share + (i < extra ? 1 : 0), cap - used)
    usedOnDay.set(from + i, used + part)
    counted += part
  }
  return counted
}

function isTimeless(columns: Columns, row: number): boolean {
  return columns.sessionTimeless[columns.rowSession[row]!] === 1
}

function startOf(columns: Columns, row: number): number {
  return columns.sessionStart[columns.rowSession[row]!]!
}

/** A session without end overlaps only what covers its start. */
function endOf(columns: Columns, row: number): number {
  const session = columns.rowSession[row]!
  const end = columns.sessionEnd[session]!
  return end === NONE ? columns.sessionStart[session]! + 1 : Math.max(end, columns.sessionStart[session]! + 1)
}
