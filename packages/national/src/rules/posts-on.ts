import type { CivilDate, Dataset, Member, Post } from '@xueshi/core'
import { groupedBy } from './grouped.ts'

const byPosts = new WeakMap<readonly Post[], ReadonlyMap<string, readonly Post[]>>()

/** The posts of an organization. */
export function postsOf(dataset: Dataset, organization: string): readonly Post[] {
  const { posts } = dataset
  let index = byPosts.get(posts)
  if (index === undefined) {
    index = groupedBy(posts, (post) => post.organization)
    byPosts.set(posts, index)
  }
  return index.get(organization) ?? []
}

/** Whether a post runs on a day. */
export function runsOn({ from, to }: Post, date: CivilDate): boolean {
  return from <= date && (to === null || to >= date)
}

const leavers = new WeakMap<readonly Member[], ReadonlyMap<string, CivilDate>>()

/** The first day on which a person is gone, `null` for those who are still there. */
export function goneOn({ members }: Dataset, member: string): CivilDate | null {
  let days = leavers.get(members)
  if (days === undefined) {
    days = new Map(members.flatMap(({ id, leftOn }) => (leftOn === null ? [] : [[id, leftOn] as const])))
    leavers.set(members, days)
  }
  return days.get(member) ?? null
}

/** Whether a person (or anybody, where none is named) holds one of some roles in an organization on a day. */
export function holdsOn(
  dataset: Dataset,
  organization: string,
  roles: readonly string[],
  date: CivilDate,
  person?: string,
): boolean {
  for (const post of postsOf(dataset, organization)) {
    if (person !== undefined && post.member !== person) continue
    if (isHeldOn(dataset, post, roles, date)) return true
  }
  return false
}

function isHeldOn(dataset: Dataset, post: Post, roles: readonly string[], date: CivilDate): boolean {
  if (!runsOn(post, date) || !roles.includes(post.role)) return false
  const gone = goneOn(dataset, post.member)
  return gone === null || gone > date
}

/** Ids of the persons who hold one of some roles in an organization on a day; who is gone holds none. */
export function holdersOn(
  dataset: Dataset,
  organization: string,
  roles: readonly string[],
  date: CivilDate,
): ReadonlySet<string> {
  const holders = new Set<string>()
  for (const post of postsOf(dataset, organization))
    if (isHeldOn(dataset, post, roles, date)) holders.add(post.member)
  return holders
}
