import { type Columns, type Dataset, type EpochDay, NONE, OPEN, ORGANIZATION_KINDS } from '@xueshi/core'
import { note, type Rank, type Timetable } from './timetable.ts'

/** Kinds of organization whose sessions concern the holders of their posts, not everybody below them. */
const LEADERSHIP: ReadonlySet<string> = new Set(['leadership-group', 'study-group'])

/**
 * Which sessions an organization's feed holds: those that it or one of its Party groups hosts or co-hosts,
 * and those at which it, or one of them, sits in. In order.
 */
export function reachOfOrganization(
  timetable: Timetable,
  organization: string,
  groups: readonly string[],
): Rank[] {
  const ranks = new Set<Rank>()
  for (const id of [organization, ...groups]) {
    for (const rank of timetable.hosted.get(id) ?? []) ranks.add(rank)
    for (const rank of timetable.observed.get(id) ?? []) ranks.add(rank)
  }
  return [...ranks].sort((a, b) => a - b)
}

/**
 * Which sessions a member's feed holds, in order; `member` is the member's position in the columns.
 *
 * - Of the branch and the group the member belongs to on the day, and of every organization above them but
 *   leadership groups and study centre groups. Meetings of committees and leaderships are left out; where
 *   the dataset has no table of posts, those of the own branch stay in, since nobody can tell for whom they are.
 * - Of every organization in which the member holds a post on the day.
 * - Every session the member has an attendance record of, lectures at, or makes another one up at.
 *
 * A session that is to come, or was cancelled, and for which records name members is for those alone.
 */
export type MemberReach = (member: number) => Rank[]

/** Prepares {@link MemberReach} for a dataset. */
export function memberReach(timetable: Timetable, dataset: Dataset): MemberReach {
  const columns = dataset['~columns']
  const postsKnown = dataset.counts.posts !== undefined
  const rankOfSession = Int32Array.from(columns.sessionId, (id) => timetable.rankOf.get(id) ?? -1)
  const above = ancestorsIn(columns)
  // Of what was cancelled the records may be gone.
  const called = new Map<string, Rank[]>()
  timetable.listings.forEach(({ status, members }, rank) => {
    if (status === 'cancelled') for (const id of members ?? []) note(called, id, rank)
  })
  const chosen = new Set<Rank>()

  const choose = (
    ranks: readonly Rank[] | undefined,
    from: EpochDay,
    until: EpochDay,
    closedToo: boolean,
  ) => {
    if (ranks === undefined) return
    for (let i = firstFrom(ranks, timetable.days, from); i < ranks.length; i++) {
      const rank = ranks[i]!
      if (timetable.days[rank]! >= until) return
      if (timetable.named[rank] === 0 && (closedToo || timetable.closed[rank] === 0)) chosen.add(rank)
    }
  }
  const chooseOwn = (position: number, from: EpochDay, until: EpochDay, closedToo: boolean) => {
    if (position < 0) return
    const id = columns.orgId[position]!
    choose(timetable.hosted.get(id), from, until, closedToo)
    choose(timetable.observed.get(id), from, until, closedToo)
  }

  return (member) => {
    chosen.clear()
    const left = columns.memberLeft[member]!
    const end = columns.placeStart[member + 1]!
    for (let i = columns.placeStart[member]!; i < end; i++) {
      const from = columns.placeDay[i]!
      const until = Math.min(left, i + 1 < end ? columns.placeDay[i + 1]! : OPEN)
      const branch = columns.placeBranch[i]!
      const group = columns.placeGroup[i]!
      chooseOwn(branch, from, until, !postsKnown)
      chooseOwn(group, from, until, !postsKnown)
      for (const id of above(branch < 0 ? group : branch))
        choose(timetable.hosted.get(id), from, until, false)
    }
    for (let i = columns.postStart[member]!; i < columns.postStart[member + 1]!; i++) {
      const to = columns.postTo[i]!
      chooseOwn(columns.postOrg[i]!, columns.postFrom[i]!, Math.min(left, to === OPEN ? OPEN : to + 1), true)
    }
    for (let row = columns.rowStart[member]!; row < columns.rowStart[member + 1]!; row++) {
      const rank = rankOfSession[columns.rowSession[row]!]!
      if (rank >= 0) chosen.add(rank)
    }
    for (const rank of called.get(columns.memberId[member]!) ?? []) chosen.add(rank)
    return [...chosen].sort((a, b) => a - b)
  }
}

/** Ids of the organizations above a position whose sessions reach everybody below, nearest first. */
function ancestorsIn(columns: Columns): (position: number) => readonly string[] {
  const known = new Map<number, readonly string[]>()
  return (position) => {
    if (position < 0) return []
    const found = known.get(position)
    if (found !== undefined) return found
    const ids: string[] = []
    for (let at = columns.orgParent[position]!; at >= 0; at = columns.orgParent[at]!)
      if (!LEADERSHIP.has(ORGANIZATION_KINDS[columns.orgKind[at]!]!.id)) ids.push(columns.orgId[at]!)
    known.set(position, ids)
    return ids
  }
}

/** Index of the first rank whose session begins on or after a day. */
function firstFrom(ranks: readonly Rank[], days: Int32Array, from: EpochDay): number {
  if (from === NONE) return 0
  let low = 0
  let high = ranks.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (days[ranks[middle]!]! < from) low = middle + 1
    else high = middle
  }
  return low
}
