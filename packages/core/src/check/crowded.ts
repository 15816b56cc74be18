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
 * the cap of each day. The credit of a session of several days is spread evenly over them; it belongs to
 * the window of the session's start, and so does the room it takes on the days it spills over to.
 */
export function settle(
  rows: readonly number[],
  credit: Uint16Array,
  columns: Columns,
  cap: number,
  windowOf: (session: number) => number,
): SettledRow[] {
  const settled: SettledRow[] = []
  const room = new DailyRoom(columns, cap, windowOf)
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
  return settled
}

function settleCluster(
  cluster: readonly number[],
  credit: Uint16Array,
  columns: Columns,
  room: DailyRoom,
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
      settled.push({ row, counted: room.take(row, known), credit: known, undecided, instead: -1 })
    else settled.push({ row, counted: 0, credit: known, undecided, instead: winner })
  }
}

/** What is left of the daily cap, by window and day. */
class DailyRoom {
  readonly #columns: Columns
  readonly #cap: number
  readonly #windowOf: (session: number) => number
  readonly #used = new Map<string, number>()

  constructor(columns: Columns, cap: number, windowOf: (session: number) => number) {
    this.#columns = columns
    this.#cap = cap
    this.#windowOf = windowOf
  }

  /** The part of a credit that the days of its session still have room for. */
  take(row: number, credit: number): number {
    const session = this.#columns.rowSession[row]!
    const window = this.#windowOf(session)
    const from = this.#columns.sessionDay[session]!
    const days = this.#columns.sessionEndDay[session]! - from + 1
    const share = Math.floor(credit / days)
    const extra = credit - share * days
    let counted = 0
    for (let i = 0; i < days; i++) {
      const key = `${window} ${from + i}`
      const used = this.#used.get(key) ?? 0
      const part = Math.min(share + (i < extra ? 1 : 0), this.#cap - used)
      this.#used.set(key, used + part)
      counted += part
    }
    return counted
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

/** A session without end overlaps only what covers its start. */
function endOf(columns: Columns, row: number): number {
  const session = columns.rowSession[row]!
  const end = columns.sessionEnd[session]!
  return end === NONE ? columns.sessionStart[session]! + 1 : Math.max(end, columns.sessionStart[session]! + 1)
}
