import { numberOf } from '../../check/amounts.ts'
import { boundsOf } from '../../check/bounds.ts'
import { lastAt, OrganizationSizes } from '../../check/sizes.ts'
import { formatDate } from '../../civil/date.ts'
import type { SizeDemand } from '../../requirement/parts.ts'
import type { Size } from '../../requirement/schema.ts'
import { COMMITTEE_MEMBER_ROLES, MEMBER_STATUSES } from '../../terms.ts'
import type { DataChange } from './remedy.ts'
import type { Situation } from './situation.ts'

/** Sizes of one organization. */
type Sizes = Record<Size, number>

/**
 * Changes of an organization's members and committee posts after which all its demands on sizes are met; `null`
 * where none are found. Numbers are moved as little as each demand asks, in the order of the demands.
 */
export function resize(at: Situation, demands: readonly SizeDemand[]): DataChange[] | null {
  const sizes = sizesOf(at)
  const before = { ...sizes }
  // A demand may call for another: who becomes the seventh full member calls for a committee.
  for (let round = 0; round < demands.length + 1; round++)
    for (const demand of demands) {
      const range = rangeNow(at, demand, sizes)
      if (range === null) continue
      const wanted = Math.min(Math.max(sizes[demand.of], range.atLeast), range.atMost)
      move(sizes, demand.of, wanted - sizes[demand.of])
    }
  const isMet = demands.every((demand) => {
    const range = rangeNow(at, demand, sizes)
    return range === null || (range.atLeast <= sizes[demand.of] && sizes[demand.of] <= range.atMost)
  })
  return isMet ? stepsBetween(at, before, sizes) : null
}

function sizesOf({ plan, org }: Situation): Sizes {
  const sizes = new OrganizationSizes(plan.columns, plan.asOf)
  return {
    'full-members': sizes.subtree(org, 'full-members'),
    members: sizes.subtree(org, 'members'),
    committee: sizes.own(org, 'committee'),
    'committee-besides-secretary': sizes.own(org, 'committee-besides-secretary'),
  }
}

/** What a demand asks as things stand, `null` where its condition does not hold. */
function rangeNow({ parts }: Situation, demand: SizeDemand, sizes: Sizes) {
  const parameters = parts.parameters!
  const { when } = demand
  if (when !== undefined) {
    const size = sizes[when.size]
    if (size < numberOf(when.atLeast, parameters, Number.NEGATIVE_INFINITY)) return null
    if (size > numberOf(when.atMost, parameters, Number.POSITIVE_INFINITY)) return null
  }
  return boundsOf(demand, parameters)
}

/** Full members are members too; whoever joins or leaves a committee is taken for no secretary. */
function move(sizes: Sizes, of: Size, by: number): void {
  if (of === 'full-members' || of === 'members') {
    sizes['full-members'] += by
    sizes.members += by
  } else {
    sizes.committee += by
    sizes['committee-besides-secretary'] += by
  }
}

function stepsBetween(at: Situation, before: Sizes, after: Sizes): DataChange[] | null {
  const { plan, org } = at
  const organization = plan.columns.orgId[org]!
  const date = formatDate(plan.asOf)
  const steps: DataChange[] = []
  const members = after.members - before.members
  const besides = personsOfCommittee(at, false)
  const posts = after['committee-besides-secretary'] - before['committee-besides-secretary']
  if (members > 0) steps.push({ change: 'add-members', organization, status: 'full', count: members })
  if (members < 0) {
    const among = fullMembersWithoutPost(at)
    if (among.length < -members) return null
    steps.push({ change: 'remove-members', organization, count: -members, among, date })
  }
  if (posts > 0) {
    const free = plan.dataset.members.filter(({ id, leftOn }) => leftOn === null && !besides.includes(id))
    if (free.length < posts) return null
    steps.push({ change: 'add-posts', organization, role: 'committee-member', count: posts, besides, date })
  }
  if (posts < 0) {
    const secretaries = new Set(personsOfCommittee(at, true))
    const among = besides.filter((person) => !secretaries.has(person))
    if (among.length < -posts) return null
    steps.push({ change: 'end-posts', organization, count: -posts, among, date })
  }
  return steps
}

/** Ids of those who hold a post of the committee on the day of the check, or of its secretaries only. */
function personsOfCommittee({ plan, org }: Situation, secretariesOnly: boolean): string[] {
  const { postCount, postOrg, postMember, postRole, postFrom, postTo, roles, memberId } = plan.columns
  const persons = new Set<string>()
  for (let i = 0; i < postCount; i++) {
    if (postOrg[i] !== org || postFrom[i]! > plan.asOf || postTo[i]! < plan.asOf) continue
    const role = roles[postRole[i]!]!
    const isMember = !secretariesOnly && COMMITTEE_MEMBER_ROLES.some((id) => id === role)
    if (role === 'secretary' || isMember) persons.add(memberId[postMember[i]!]!)
  }
  return [...persons].sort()
}

const FULL = MEMBER_STATUSES.findIndex(({ id }) => id === 'full')

/** Full members of the organization on the day of the check who hold no post anywhere that day. */
function fullMembersWithoutPost({ plan, org }: Situation): string[] {
  const { memberCount, memberId, factStart, factDay, factSet, factSets } = plan.columns
  const { placeStart, placeDay, placeBranch, placeGroup } = plan.columns
  const ids: string[] = []
  for (let m = 0; m < memberCount; m++) {
    const facts = factSets[factSet[lastAt(factDay, factStart[m]!, factStart[m + 1]!, plan.asOf)]!]!
    if (facts.gone || facts.suspended || facts.status !== FULL || facts.posts.length > 0) continue
    const place = lastAt(placeDay, placeStart[m]!, placeStart[m + 1]!, plan.asOf)
    if (placeBranch[place] === org || placeGroup[place] === org) ids.push(memberId[m]!)
  }
  return ids.sort()
}
