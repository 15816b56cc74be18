import { type Group, isMemberOn, type Person, type Post } from './model.ts'
import type { Meeting } from './sessions.ts'

/** What is planted at a single session, by its id. */
export type Flaw = 'chair' | 'quorum' | 'votes-present' | 'votes-in-favour'

/**
 * Who chairs a meeting of a branch, its committee or a group: the secretary or now and then somebody of the
 * committee; in a group its leader. A planted flaw puts a member without post in the chair.
 */
export function chairOf(meeting: Meeting, flaw: Flaw | undefined): Person | null {
  if (flaw === 'chair') return substituteOf(meeting)
  const holders = holdersOf(meeting).filter((person) => isAvailable(person, meeting.day))
  if (holders.length === 0) return null
  const delegated = meeting.audience !== 'group' && (meeting.day * 7 + meeting.id.length) % 9 === 0
  return holders[delegated ? holders.length - 1 : 0]!
}

/** Of the committee those without whom a meeting of it could not be held: half of it, with the chair. */
export function quorumOf(meeting: Meeting, chair: Person | null): ReadonlySet<Person> {
  const holders = holdersOf(meeting)
  const available = holders.filter((person) => person !== chair && isAvailable(person, meeting.day))
  const wanted = Math.ceil(holders.length / 2) - (chair === null ? 0 : 1)
  const at = meeting.day % Math.max(1, available.length)
  const turn = [...available.slice(at), ...available.slice(0, at)]
  return new Set([...(chair === null ? [] : [chair]), ...turn.slice(0, wanted)])
}

/** Whether somebody comes to meetings of the branch as others do. */
export function isAvailable(person: Person, day: number): boolean {
  return person.conduct.kind === 'ordinary' && isMemberOn(person, day)
}

/** Those who hold a post at the host on the day, the secretary first. */
function holdersOf(meeting: Meeting): Person[] {
  const posts: readonly Post[] = meeting.group?.posts ?? postsAt(meeting)
  return posts
    .filter((post) => post.from <= meeting.day && meeting.day <= post.to)
    .sort((a, b) => Number(b.role === 'secretary') - Number(a.role === 'secretary'))
    .map((post) => post.person)
}

function postsAt({ host }: Meeting): readonly Post[] {
  return 'posts' in host ? (host as Group).posts : []
}

/** A member of the branch or group who holds no post. */
function substituteOf(meeting: Meeting): Person | null {
  const branch = meeting.group?.parent ?? meeting.host
  if (!('people' in branch)) return null
  const people = branch.people as readonly Person[]
  return (
    people.find(
      (person) =>
        person.posts.length === 0 &&
        isAvailable(person, meeting.day) &&
        person.stays.some(
          (stay) =>
            stay.branch === branch &&
            (meeting.group === null || stay.group === meeting.group) &&
            stay.from <= meeting.day &&
            meeting.day <= stay.to,
        ),
    ) ?? null
  )
}
