import type { CivilDate, Dataset, Post } from '@xueshi/core'
import { groupedBy, remembered } from './remembered.ts'

/** Posts of Party-affairs staff in an organization on a day; who is gone holds none. */
export function staffOf(dataset: Dataset, organization: string, date: CivilDate): readonly Post[] {
  const { members, posts } = dataset
  const index = remembered(posts, 'staff', () =>
    groupedBy(
      posts.filter(({ role }) => role === 'party-affairs-staff'),
      (post) => [post.organization],
    ),
  )
  const gone = remembered(
    members,
    'gone',
    () => new Map(members.flatMap(({ id, leftOn }) => (leftOn === null ? [] : [[id, leftOn] as const]))),
  )
  return (index.get(organization) ?? []).filter(({ from, member, to }) => {
    const left = gone.get(member)
    return from <= date && (to === null || to >= date) && (left === undefined || left > date)
  })
}
