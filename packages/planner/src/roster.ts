import {
  COMMITTEE_MEMBER_ROLES,
  type Columns,
  type Dataset,
  type EpochDay,
  type Finding,
  MEMBER_STATUSES,
  NONE,
  OPEN,
  ORGANIZATION_KINDS,
} from '@xueshi/core'
import { memberOf } from './duties.ts'
import type { Audience } from './habits.ts'

/** A person in an organization for some days, both inclusive. */
interface Stay {
  readonly member: number
  readonly from: EpochDay
  readonly to: EpochDay
}

/** The stays of an organization; `all` where everybody stays all the time. */
interface Stays {
  readonly stays: Stay[]
  readonly all: readonly number[] | null
}

const COMMITTEE_ROLES: ReadonlySet<string> = new Set(['secretary', ...COMMITTEE_MEMBER_ROLES])
const OF_THE_PARTY: ReadonlySet<number> = new Set(
  ['full', 'probationary'].map((id) => MEMBER_STATUSES.findIndex((status) => status.id === id)),
)
const GROUP = ORGANIZATION_KINDS.findIndex(({ id }) => id === 'group')

/** Who belongs where in the days that are planned; persons and organizations by position. */
export class Roster {
  readonly columns: Columns
  readonly #members: readonly Stays[]
  readonly #committee: readonly Stays[]
  readonly #posts: readonly Stays[]
  readonly #paths: (readonly number[] | undefined)[] = []
  readonly #memberOf = new Map<string, number>()
  readonly #orgOf = new Map<string, number>()

  constructor(dataset: Dataset, from: EpochDay, to: EpochDay) {
    const columns = dataset['~columns']
    this.columns = columns
    this.#members = settled(membersByOrganization(columns, from, to), from, to)
    this.#committee = settled(
      postsByOrganization(columns, from, to, (role) => COMMITTEE_ROLES.has(role)),
      from,
      to,
    )
    this.#posts = settled(
      postsByOrganization(columns, from, to, () => true),
      from,
      to,
    )
    columns.memberId.forEach((id, member) => {
      this.#memberOf.set(id, member)
    })
    columns.orgId.forEach((id, org) => {
      this.#orgOf.set(id, org)
    })
  }

  /** Position of a person, -1 where unknown. */
  member(id: string): number {
    return this.#memberOf.get(id) ?? -1
  }

  /** Position of an organization, -1 where unknown. */
  organization(id: string): number {
    return this.#orgOf.get(id) ?? -1
  }

  /** Position of the person of a member or a post, -1 where there is none. */
  personOf(subject: Finding['subject']): number {
    return subject.kind === 'organization' ? -1 : this.member(memberOf(subject))
  }

  /** Whether the same persons are asked on every day. */
  isSteady(org: number, audience: Audience): boolean {
    switch (audience) {
      case 'asked':
        return true
      case 'committee':
        return this.#committee[org]!.all !== null
      case 'posts':
        return this.#posts[org]!.all !== null
      case 'members': {
        const { orgChild, orgChildStart } = this.columns
        for (let i = orgChildStart[org]!; i < orgChildStart[org + 1]!; i++)
          if (!this.isSteady(orgChild[i]!, audience)) return false
        return this.#members[org]!.all !== null
      }
    }
  }

  /** Full and probationary members who belong to a branch or group on a day. */
  membersOn(org: number, day: EpochDay): readonly number[] {
    return on(this.#members[org]!, day)
  }

  /** Secretary, deputies and members of the committee. */
  committeeOn(org: number, day: EpochDay): readonly number[] {
    return on(this.#committee[org]!, day)
  }

  /** Whoever holds a post. */
  postsOn(org: number, day: EpochDay): readonly number[] {
    return on(this.#posts[org]!, day)
  }

  /** Full and probationary members of all organizations below one on a day, branch after branch. */
  membersBelow(org: number, day: EpochDay): number[] {
    const { orgKind, orgChild, orgChildStart } = this.columns
    // Members of a group are members of its branch.
    const found = orgKind[org] === GROUP ? [] : [...this.membersOn(org, day)]
    for (let i = orgChildStart[org]!; i < orgChildStart[org + 1]!; i++)
      if (orgKind[orgChild[i]!] !== GROUP) found.push(...this.membersBelow(orgChild[i]!, day))
    return found
  }

  /** Branch of a person on a day, -1 where unknown. */
  branchOn(member: number, day: EpochDay): number {
    return placeOn(this.columns, this.columns.placeBranch, member, day)
  }

  /** Party group of a person on a day, -1 where there is none. */
  groupOn(member: number, day: EpochDay): number {
    return placeOn(this.columns, this.columns.placeGroup, member, day)
  }

  /**
   * Days around a day on which a person belongs to a branch or group without a break, or else the last ones before
   * it; `null` where there are none.
   */
  stayAround(member: number, org: number, day: EpochDay): { from: EpochDay; to: EpochDay } | null {
    const own = this.#members[org]!.stays.filter((stay) => stay.member === member)
    const at = own.findLastIndex(({ from }) => from <= day)
    if (at < 0) return null
    let { from, to } = own[at]!
    for (let i = at - 1; i >= 0 && own[i]!.to + 1 === from; i--) from = own[i]!.from
    for (let i = at + 1; i < own.length && own[i]!.from - 1 === to; i++) to = own[i]!.to
    return { from, to }
  }

  /** Whether a person who belongs to a branch or group on some day does so on all days of a range. */
  belongsThroughout(member: number, org: number, from: EpochDay, to: EpochDay): boolean {
    const { all } = this.#members[org]!
    if (all !== null) return hasMember(all, member)
    const stay = this.stayAround(member, org, to)
    return stay !== null && stay.from <= from && to <= stay.to
  }

  /** Days around a day on which a person who need not be a Party member is on the list of a branch or group. */
  guestAround(member: number, org: number, day: EpochDay): { from: EpochDay; to: EpochDay } | null {
    const { placeStart, placeDay, placeBranch, placeGroup } = this.columns
    for (let i = placeStart[member + 1]! - 1; i >= placeStart[member]!; i--) {
      if (placeDay[i]! > day || (placeBranch[i] !== org && placeGroup[i] !== org)) continue
      const next = i + 1 < placeStart[member + 1]! ? placeDay[i + 1]! - 1 : OPEN
      return { from: placeDay[i]!, to: Math.min(next, this.lastDayOf(member)) }
    }
    return null
  }

  /** The organization and all above it, the nearest first. */
  path(org: number): readonly number[] {
    if (org < 0) return NOWHERE
    let path = this.#paths[org]
    if (path === undefined) {
      const found: number[] = []
      for (let at = org; at >= 0; at = this.columns.orgParent[at]!) found.push(at)
      path = found
      this.#paths[org] = path
    }
    return path
  }

  /** The last day on which a person is on the roll. */
  lastDayOf(member: number): EpochDay {
    return this.columns.memberLeft[member]! - 1
  }

  kindOf(org: number): string {
    return ORGANIZATION_KINDS[this.columns.orgKind[org]!]!.id
  }
}

const NOWHERE: readonly number[] = []

/** The stays of each organization, persons in order. */
function settled(lists: readonly Stay[][], from: EpochDay, to: EpochDay): Stays[] {
  return lists.map((stays) => {
    stays.sort((a, b) => a.member - b.member || a.from - b.from)
    const whole = stays.every((stay) => stay.from === from && stay.to === to)
    return { stays, all: whole ? stays.map(({ member }) => member) : null }
  })
}

/** Whether a sorted list has a person. */
function hasMember(members: readonly number[], member: number): boolean {
  let low = 0
  let high = members.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (members[middle]! < member) low = middle + 1
    else high = middle
  }
  return members[low] === member
}

function on({ stays, all }: Stays, day: EpochDay): readonly number[] {
  if (all !== null) return all
  const found: number[] = []
  for (const { member, from, to } of stays) if (from <= day && day <= to) found.push(member)
  return found
}

function placeOn(columns: Columns, places: Int32Array, member: number, day: EpochDay): number {
  const { placeStart, placeDay } = columns
  for (let i = placeStart[member + 1]! - 1; i >= placeStart[member]!; i--)
    if (placeDay[i]! <= day) return places[i]!
  return -1
}

/** Stays of Party members in branches and in groups. */
function membersByOrganization(columns: Columns, from: EpochDay, to: EpochDay): Stay[][] {
  const stays: Stay[][] = columns.orgId.map(() => [])
  const { memberCount, placeStart, placeDay, placeBranch, placeGroup } = columns
  for (let member = 0; member < memberCount; member++) {
    const days = partyDays(columns, member, from, to)
    for (let i = placeStart[member]!; i < placeStart[member + 1]!; i++) {
      const begin = Math.max(from, placeDay[i] === NONE ? from : placeDay[i]!)
      const end = i + 1 < placeStart[member + 1]! ? Math.min(to, placeDay[i + 1]! - 1) : to
      for (const span of days) {
        const stay = { member, from: Math.max(begin, span.from), to: Math.min(end, span.to) }
        if (stay.from > stay.to) continue
        if (placeBranch[i]! >= 0) stays[placeBranch[i]!]!.push(stay)
        if (placeGroup[i]! >= 0) stays[placeGroup[i]!]!.push(stay)
      }
    }
  }
  return stays
}

/** Days on which a person is a full or probationary member with all rights. */
function partyDays(
  columns: Columns,
  member: number,
  from: EpochDay,
  to: EpochDay,
): { from: EpochDay; to: EpochDay }[] {
  const { factStart, factDay, factSet, factSets } = columns
  const spans: { from: EpochDay; to: EpochDay }[] = []
  for (let i = factStart[member]!; i < factStart[member + 1]!; i++) {
    const facts = factSets[factSet[i]!]!
    if (!OF_THE_PARTY.has(facts.status) || facts.gone || facts.suspended) continue
    const begin = Math.max(from, factDay[i] === NONE ? from : factDay[i]!)
    const end = i + 1 < factStart[member + 1]! ? Math.min(to, factDay[i + 1]! - 1) : to
    if (begin <= end) spans.push({ from: begin, to: end })
  }
  return spans
}

function postsByOrganization(
  columns: Columns,
  from: EpochDay,
  to: EpochDay,
  isRole: (role: string) => boolean,
): Stay[][] {
  const stays: Stay[][] = columns.orgId.map(() => [])
  const { postCount, postMember, postOrg, postRole, postFrom, postTo, roles, memberLeft } = columns
  for (let post = 0; post < postCount; post++) {
    if (!isRole(roles[postRole[post]!]!)) continue
    const member = postMember[post]!
    const stay = {
      member,
      from: Math.max(from, postFrom[post]!),
      to: Math.min(to, postTo[post]!, memberLeft[member]! - 1),
    }
    const own = stays[postOrg[post]!]!
    if (
      stay.from <= stay.to &&
      !own.some((other) => other.member === member && other.from <= stay.from && stay.to <= other.to)
    )
      own.push(stay)
  }
  return stays
}
