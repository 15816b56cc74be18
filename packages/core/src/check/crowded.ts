import { civilOf } from '../civil/date.ts'
import { type Columns, NONE } from '../dataset/columns.ts'
import { type Caps, onlineClasses } from './caps.ts'
import { UNKNOWN_CREDIT } from './credit.ts'
import { Room } from './room.ts'

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
  /** Present where the cap of the year's online hours left less. */
  readonly overYear?: true
}

/**
 * Clause 12 for rows of one member, in order of session start, that all count for one demand: sessions that
 * overlap in time form a cluster of which the largest credit counts (ties: earlier start, then id); then
 * the caps of each day and half-day, and last the cap of a year's online hours. The credit of a session of several days is spread evenly over them; it belongs to
 * the window of the session's start, and so does the room it takes on the days it spills over to.
 */
export function settle(
  rows: readonly number[],
  credit: Uint16Array,
  columns: Columns,
  caps: Caps,
  windowOf: (session: number) => number,
): SettledRow[] {
  const settled: SettledRow[] = []
  // A cap of the year must not depend on how the year is cut into windows, so neither may what it is taken from.
  const room = new Room(
    columns,
    caps,
    caps.onlineYear === null ? windowOf : (session) => yearOf(columns, session),
  )
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
    settleCluster(timed.slice(first, last + 1), credit, columns, room, settled)
    first = last + 1
  }
  for (const row of timeless) settleCluster([row], credit, columns, room, settled)
  return caps.onlineYear === null ? settled : withinYears(settled, columns, caps.onlineYear)
}

function yearOf(columns: Columns, session: number): number {
  return civilOf(columns.sessionDay[session]!).year
}

/** Leaves of each calendar year's online credit what the cap allows, the earlier sessions first. */
function withinYears(settled: readonly SettledRow[], columns: Columns, cap: number): SettledRow[] {
  const online = onlineClasses(columns)
  const used = new Map<number, number>()
  return [...settled]
    .sort((a, b) => a.row - b.row)
    .map((row) => {
      if (online[columns.rowClass[row.row]!] === 0 || row.counted === 0) return row
      const year = yearOf(columns, columns.rowSession[row.row]!)
      const before = used.get(year) ?? 0
      const counted = Math.min(row.counted, cap - before)
      used.set(year, before + counted)
      return counted === row.counted ? row : { ...row, counted, overYear: true as const }
    })
}

function settleCluster(
  cluster: readonly number[],
  credit: Uint16Array,
  columns: Columns,
  room: Room,
  settled: SettledRow[],
): void {
  let winner = -1
  for (const row of cluster)
    if (credit[row] !== UNKNOWN_CREDIT && (winner === -1 || wins(row, winner, credit, columns))) winner = row
  if (winner === -1) winner = cluster[0]!
  for (const row of cluster) {
    // An untold credit might be the largest: the window of its session then cannot be told.
    const undecided = credit[row] === UNKNOWN_CREDIT
    const known = undecided ? 0 : credit[row]!
    if (row === winner)
      settled.push({
        row,
        counted: room.take(columns.rowSession[row]!, known),
        credit: known,
        undecided,
        instead: -1,
      })
    else settled.push({ row, counted: 0, credit: known, undecided, instead: winner })
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

function isTimeless(columns: Columns, row: number): boolean {
  return columns.sessionTimeless[columns.rowSession[row]!] === 1
}

function startOf(columns: Columns, row: number): number {
  return columns.sessionStart[columns.rowSession[row]!]!
}

/** The minute in which the session of a row is over; one without end overlaps only what covers its start. */
export function endOf(columns: Columns, row: number): number {
  const session = columns.rowSession[row]!
  const end = columns.sessionEnd[session]!
  return end === NONE ? columns.sessionStart[session]! + 1 : Math.max(end, columns.sessionStart[session]! + 1)
}
