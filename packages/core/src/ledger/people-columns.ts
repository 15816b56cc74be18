import type { Columns, FactSet } from '../dataset/columns.ts'
import { byText, int32 } from '../dataset/days.ts'
import type { FactPoint, PeopleBook, Person, PostRecord, Stay } from './people-book.ts'

/** The columns of what changes about members. */
export type PeopleColumns = Pick<
  Columns,
  | 'factStart'
  | 'factDay'
  | 'factSet'
  | 'factSets'
  | 'placeStart'
  | 'placeDay'
  | 'placeBranch'
  | 'placeGroup'
  | 'postCount'
  | 'postStart'
  | 'postMember'
  | 'postOrg'
  | 'postRole'
  | 'postFrom'
  | 'postTo'
  | 'postFullTime'
  | 'roles'
>

/**
 * Columns of persons in an order of members: fact sets are coded in order of first use and roles in order
 * of their names, as the builder codes them.
 */
export function peopleColumns(people: PeopleBook, members: ArrayLike<number>): PeopleColumns {
  const factStart = new Uint32Array(members.length + 1)
  const placeStart = new Uint32Array(members.length + 1)
  const postStart = new Uint32Array(members.length + 1)
  const facts: FactPoint[] = []
  const stays: Stay[] = []
  const posts: PostRecord[] = []
  const postMember: number[] = []
  for (let m = 0; m < members.length; m++) {
    const person = people.of(members[m]!)
    for (const point of person.facts) facts.push(point)
    for (const stay of person.stays) stays.push(stay)
    for (const post of postsInOrder(person)) {
      posts.push(post)
      postMember.push(m)
    }
    factStart[m + 1] = facts.length
    placeStart[m + 1] = stays.length
    postStart[m + 1] = posts.length
  }
  const { codes, sets } = firstUsed(facts, people.factSets)
  const roles = [...new Set(posts.map((post) => post.role))].sort(byText)
  const roleAt = new Map(roles.map((role, position) => [role, position]))
  return {
    factStart,
    factDay: int32(facts, (point) => point.day),
    factSet: Uint32Array.from(facts, (point) => codes[point.set]!),
    factSets: Object.freeze(sets),
    placeStart,
    placeDay: int32(stays, (stay) => stay.day),
    placeBranch: int32(stays, (stay) => stay.branch),
    placeGroup: int32(stays, (stay) => stay.group),
    postCount: posts.length,
    postStart,
    postMember: Uint32Array.from(postMember),
    postOrg: Uint32Array.from(posts, (post) => post.org),
    postRole: Uint16Array.from(posts, (post) => roleAt.get(post.role)!),
    postFrom: int32(posts, (post) => post.from),
    postTo: int32(posts, (post) => post.to),
    postFullTime: Uint8Array.from(posts, (post) => (post.fullTime ? 1 : 0)),
    roles: Object.freeze(roles),
  }
}

/** Posts in order of organization, role and days. */
export function postsInOrder({ posts }: Person): readonly PostRecord[] {
  if (posts.length < 2) return posts
  return [...posts].sort(
    (a, b) =>
      a.org - b.org ||
      byText(a.role, b.role) ||
      a.from - b.from ||
      a.to - b.to ||
      Number(a.fullTime) - Number(b.fullTime),
  )
}

function firstUsed(facts: readonly FactPoint[], known: readonly FactSet[]) {
  const codes = new Int32Array(known.length).fill(-1)
  const sets: FactSet[] = []
  for (const { set } of facts) {
    if (codes[set]! >= 0) continue
    codes[set] = sets.length
    sets.push(known[set]!)
  }
  return { codes, sets }
}
