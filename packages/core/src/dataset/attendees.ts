import { CAPACITIES, type Capacity } from '../terms.ts'
import { type Columns, ROW } from './columns.ts'

/** Attendance by session: the records of session s are [start[s], start[s + 1]). */
export interface Attendees {
  readonly start: Uint32Array
  /** Row and member of a record, in order of the position of the member. */
  readonly rows: Uint32Array
  readonly members: Uint32Array
}

/** Puts the rows of attendance in order of session; hours made up elsewhere are no record of their session. */
export function attendeesOf(columns: Columns): Attendees {
  const { sessionCount, memberCount, rowStart, rowCount, rowSession, rowFlags } = columns
  const start = new Uint32Array(sessionCount + 1)
  for (let i = 0; i < rowCount; i++) if ((rowFlags[i]! & ROW.HOURS_ONLY) === 0) start[rowSession[i]! + 1]!++
  for (let s = 0; s < sessionCount; s++) start[s + 1]! += start[s]!
  const rows = new Uint32Array(start[sessionCount]!)
  const members = new Uint32Array(start[sessionCount]!)
  const next = start.slice()
  for (let member = 0; member < memberCount; member++)
    for (let i = rowStart[member]!; i < rowStart[member + 1]!; i++) {
      if ((rowFlags[i]! & ROW.HOURS_ONLY) !== 0) continue
      const at = next[rowSession[i]!]!++
      rows[at] = i
      members[at] = member
    }
  return { start, rows, members }
}

/** Number of records of a session. */
export function countAt({ start }: Attendees, session: number): number {
  return start[session + 1]! - start[session]!
}

const OBSERVER = ROW.OBSERVER << ROW.CAPACITY_SHIFT

/** Ids, in order, of those present at a session: in one capacity, or in any but that of an observer. */
export function presentAt(
  { rowFlags, memberId }: Columns,
  { start, rows, members }: Attendees,
  session: number,
  as: Capacity | undefined,
): string[] {
  const asked = as === undefined ? -1 : CAPACITIES.findIndex(({ id }) => id === as) << ROW.CAPACITY_SHIFT
  const found: string[] = []
  let isInOrder = true
  for (let k = start[session]!; k < start[session + 1]!; k++) {
    const flags = rowFlags[rows[k]!]!
    if ((flags & ROW.STATUS) !== ROW.PRESENT) continue
    const capacity = flags & ROW.CAPACITY
    if (as === undefined ? capacity === OBSERVER : capacity !== asked) continue
    const id = memberId[members[k]!]!
    if (found.length > 0 && id < found.at(-1)!) isInOrder = false
    found.push(id)
  }
  // The members of one branch are in order of id already.
  return isInOrder ? found : found.sort()
}
