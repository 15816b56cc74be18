import type { Dataset, Post } from '@xueshi/core'
import { postsOf, runsOn } from '../../posts-on.ts'

/** Whether a person is secretary of the branch of a member on a day. */
export function isSecretaryOf(person: string, member: string, day: string, dataset: Dataset): boolean {
  return secretariesOf(member, day, dataset).some((post) => post.member === person && runsOn(post, day))
}

/** Whether the branch in which a member is on the first day has a secretary on any day of a time. */
export function hasSecretary(member: string, from: string, to: string, dataset: Dataset): boolean {
  return secretariesOf(member, from, dataset).some(
    (post) => post.from <= to && (post.to === null || from <= post.to),
  )
}

/** Posts of secretary, past ones too, in the branch in which a member is on a day. */
function secretariesOf(member: string, day: string, dataset: Dataset): readonly Post[] {
  const { branch } = dataset.placeOn(member, day)
  return branch === null ? [] : postsOf(dataset, branch).filter((post) => post.role === 'secretary')
}
