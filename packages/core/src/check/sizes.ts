import type { EpochDay } from '../civil/date.ts'
import type { Columns } from '../dataset/columns.ts'
import type { Size } from '../requirement/schema.ts'
import { COMMITTEE_MEMBER_ROLES, MEMBER_STATUSES, ORGANIZATION_KINDS } from '../terms.ts'

const FULL = MEMBER_STATUSES.findIndex((status) => status.id === 'full')
const BRANCH = ORGANIZATION_KINDS.findIndex((kind) => kind.id === 'branch')
const PROBATIONARY = MEMBER_STATUSES.findIndex((status) => status.id === 'probationary')

/** Sizes of all organizations on one day. */
export class OrganizationSizes {
  readonly #columns: Columns
  readonly #day: EpochDay
  #full: Uint32Array | undefined
  #members: Uint32Array | undefined
  #committee: Uint32Array | undefined
  #besides: Uint32Array | undefined

  constructor(columns: Columns, day: EpochDay) {
    this.#columns = columns
    this.#day = day
  }

  /** Members placed in the organization itself, persons of its committee. */
  own(org: number, of: Size): number {
    switch (of) {
      case 'full-members':
        this.#countMembers()
        return this.#full![org]!
      case 'members':
        this.#countMembers()
        return this.#members![org]!
      case 'committee':
        this.#countCommittees()
        return this.#committee![org]!
      case 'committee-besides-secretary':
        this.#countCommittees()
        return this.#besides![org]!
    }
  }

  /** The organization and all below it; a branch counts the members of its Party groups itself. */
  subtree(org: number, of: Size): number {
    const { orgKind, orgChildStart, orgChild } = this.#columns
    let total = this.own(org, of)
    if (orgKind[org] === BRANCH) return total
    for (let i = orgChildStart[org]!; i < orgChildStart[org + 1]!; i++)
      total += this.subtree(orgChild[i]!, of)
    return total
  }

  #countMembers(): void {
    if (this.#full !== undefined) return
    const {
      orgCount,
      memberCount,
      factStart,
      factDay,
      factSet,
      factSets,
      placeStart,
      placeDay,
      placeBranch,
      placeGroup,
    } = this.#columns
    const full = new Uint32Array(orgCount)
    const members = new Uint32Array(orgCount)
    for (let m = 0; m < memberCount; m++) {
      const facts = factSets[factSet[lastAt(factDay, factStart[m]!, factStart[m + 1]!, this.#day)]!]!
      if (facts.gone || facts.suspended || (facts.status !== FULL && facts.status !== PROBATIONARY)) continue
      const place = lastAt(placeDay, placeStart[m]!, placeStart[m + 1]!, this.#day)
      for (const org of [placeBranch[place]!, placeGroup[place]!]) {
        if (org < 0) continue
        members[org]!++
        if (facts.status === FULL) full[org]!++
      }
    }
    this.#full = full
    this.#members = members
  }

  #countCommittees(): void {
    if (this.#committee !== undefined) return
    const { orgCount, postCount, postOrg, postMember, postRole, postFrom, postTo, roles } = this.#columns
    const isMember = roles.map((role) => COMMITTEE_MEMBER_ROLES.some((id) => id === role))
    const isSecretary = roles.map((role) => role === 'secretary')
    const committee = new Uint32Array(orgCount)
    const besides = new Uint32Array(orgCount)
    const persons = new Set<number>()
    const membersSeen = new Set<number>()
    for (let i = 0; i < postCount; i++) {
      if (postFrom[i]! > this.#day || postTo[i]! < this.#day) continue
      const role = postRole[i]!
      if (!isMember[role] && !isSecretary[role]) continue
      const org = postOrg[i]!
      const person = org * this.#columns.memberCount + postMember[i]!
      if (!persons.has(person)) {
        persons.add(person)
        committee[org]!++
      }
      if (isMember[role] && !membersSeen.has(person)) {
        membersSeen.add(person)
        besides[org]!++
      }
    }
    this.#committee = committee
    this.#besides = besides
  }
}

/** Position of the last change point in `[start, end)` at or before `day`; the first one where none is. */
export function lastAt(days: Int32Array, start: number, end: number, day: EpochDay): number {
  let position = start
  while (position + 1 < end && days[position + 1]! <= day) position++
  return position
}
