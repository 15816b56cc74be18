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
