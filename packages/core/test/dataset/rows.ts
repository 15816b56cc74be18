import { type Dataset, ROW } from '@xueshi/core'
import { build } from './fixture.ts'

/** A session on the day its id names. */
export const session = (id: string, more: object = {}) => ({
  id,
  organization: 'b1',
  kinds: ['党课'],
  start: `2025-03-0${id.slice(1)}T14:30+08:00`,
  ...more,
})
export const sessions = [session('s1'), session('s2'), session('s3')]
/** Five members of one branch. */
export const members = Array.from({ length: 5 }, (_, i) => ({
  id: `p${i + 1}`,
  name: `党员${i + 1}`,
  status: 'full',
  organization: 'b1',
}))
/** The members and sessions with attendance. */
export const attend = (rows: readonly unknown[], more: object = {}) =>
  build({ members, sessions, attendance: rows, ...more })
/** A row of attendance. */
export const row = (session: string, member: string, status = '出席', more: object = {}) => ({
  session,
  member,
  status,
  ...more,
})

/** The rows of a member as text: session, status, capacity, hours, marks. */
export function rowsOf(dataset: Dataset, member: string): string[] {
  const c = dataset['~columns']
  const m = c.memberId.indexOf(member)
  const lines: string[] = []
  for (let i = c.rowStart[m]!; i < c.rowStart[m + 1]!; i++) {
    const flags = c.rowFlags[i]!
    const makeUp = c.makeUpOf.get(i)
    lines.push(
      [
        c.sessionId[c.rowSession[i]!],
        ['present', 'excused', 'absent', 'made-up'][flags & ROW.STATUS],
        ['member', 'lecturer', 'chair', 'observer'][(flags & ROW.CAPACITY) >> ROW.CAPACITY_SHIFT],
        ...(c.rowHours[i] === 0xffff ? [] : [c.rowHours[i]! / 100]),
        ...((flags & ROW.HOURS_ONLY) !== 0 ? ['hours-only'] : []),
        ...((flags & ROW.NAMED_LECTURER) !== 0 ? ['named'] : []),
        ...((flags & ROW.CROWDED) !== 0 ? ['crowded'] : []),
        ...(makeUp === undefined ? [] : [`at ${makeUp < 0 ? 'none' : c.sessionId[makeUp]}`]),
      ].join(' '),
    )
  }
  return lines
}
