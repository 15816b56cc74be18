/** Who holds which post in a random county. */
import { formatDate, type PostRow, parseDate } from '@xueshi/core'

export interface Person {
  readonly id: string
  readonly name: string
  readonly branch: string
  readonly group: string | undefined
  readonly isFull: boolean
  readonly movesOn?: string | undefined
  readonly movesTo: number
  readonly leavesOn?: string | undefined
  readonly life: 'full' | 'new-full' | 'probationary' | 'candidate' | 'activist' | 'applicant'
  readonly tag?: string | undefined
  readonly tagFrom?: string | undefined
  readonly suspendedOn?: string | undefined
}

export interface Branch {
  readonly id: string
  readonly groups: readonly string[]
  readonly people: readonly Person[]
  /** Members of its committee besides the secretary. */
  readonly committee: number
  readonly newSecretaryOn: string | undefined
}

export interface Organ {
  readonly id: string
  readonly leadership: 'leadership-group' | 'party-committee'
  readonly committee: string | undefined
  readonly centre: string | undefined
  readonly leaders: number
  readonly hasStaff: boolean
  readonly branches: readonly Branch[]
}

const FROM = '2023-05-10'
const COMMITTEE = ['deputy-secretary', 'organization-member', 'publicity-member', 'discipline-member']
const LEADERS = {
  'leadership-group': [
    'leadership-secretary',
    'leadership-deputy-secretary',
    'leadership-member',
    'leadership-member',
  ],
  'party-committee': [
    'committee-secretary',
    'committee-deputy-secretary',
    'party-committee-member',
    'party-committee-member',
  ],
}

/** The posts of an organ: its leaders live in its branches, one of them is secretary of its committee. */
export function appointed(organ: Organ): PostRow[] {
  const posts: PostRow[] = []
  const appoint = (
    person: Person | undefined,
    organization: string,
    role: string,
    span: Partial<PostRow> = {},
  ) => {
    if (person !== undefined) posts.push({ member: person.id, organization, role, from: FROM, ...span })
  }
  const full = organ.branches.flatMap((branch) => branch.people.filter(({ isFull }) => isFull))
  // From the end, so that most of them are not those who run the branches.
  const leaders = [...full].reverse().slice(0, organ.leaders)
  leaders.forEach((leader, i) => {
    appoint(leader, organ.id, LEADERS[organ.leadership][i]!)
    if (organ.centre !== undefined)
      appoint(leader, organ.centre, i === 0 ? 'study-group-leader' : 'study-group-member')
  })
  if (organ.committee !== undefined) {
    appoint(leaders.at(-1) ?? full[0], organ.committee, 'secretary')
    appoint(full[1], organ.committee, 'deputy-secretary')
    appoint(full[2], organ.committee, 'discipline-member')
    if (organ.hasStaff) appoint(full[3], organ.committee, 'party-affairs-staff', { fullTime: true })
  }
  for (const branch of organ.branches) {
    const own = branch.people.filter(({ isFull }) => isFull)
    const [secretary, successor] = own
    const { newSecretaryOn: since } = branch
    if (since === undefined || successor === undefined) appoint(secretary, branch.id, 'secretary')
    else {
      appoint(secretary, branch.id, 'secretary', { to: dayBefore(since) })
      appoint(successor, branch.id, 'secretary', { from: since })
    }
    own.slice(2, 2 + branch.committee).forEach((person, i) => {
      appoint(person, branch.id, COMMITTEE[i]!)
    })
    for (const group of branch.groups) {
      appoint(
        own.find((person) => person.group === group),
        group,
        'group-leader',
      )
    }
  }
  return posts
}

/** The day before a civil date. */
export function dayBefore(date: string): string {
  return formatDate(parseDate(date) - 1)
}
