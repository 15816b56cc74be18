import type { CivilDate, Dataset, Member } from '@xueshi/core'
import { groupedBy } from '../../grouped.ts'
import { holdersOn } from '../../holders-on.ts'
import { postsOf } from '../../posts-on.ts'
import { COMMITTEE_ROLES, FRAIL_TAGS } from '../../who.ts'

/** The persons of a branch between whom talks are held. */
export interface Persons {
  /** Secretary, deputies and committee members on the last day; the secretary alone where there is no committee. */
  readonly committee: ReadonlySet<string>
  /** Those who held such a post at any time: talks with them are talks with the committee. */
  readonly everInCommittee: ReadonlySet<string>
  /** Of the committee, those in post since the first day from whom a talk may be demanded. */
  readonly lasting: readonly string[]
  /** Members without such a post on the last day. */
  readonly ordinary: ReadonlySet<string>
  /** Of the ordinary members, those of the branch since the first day from whom a talk may be demanded. */
  readonly owing: readonly string[]
}

/** The persons of a branch over `[from, to]`. Nobody who came within it, and nobody frail, owes a talk. */
export function personsOf(dataset: Dataset, branch: string, from: CivilDate, to: CivilDate): Persons {
  const { members, mayOwe } = membersOver(dataset, branch, from, to)
  const committee = holdersOn(dataset, branch, COMMITTEE_ROLES, to)
  const before = holdersOn(dataset, branch, COMMITTEE_ROLES, from)
  const everInCommittee = new Set<string>()
  for (const post of postsOf(dataset, branch))
    if (
      post.from <= to &&
      (post.to === null || post.to >= from) &&
      COMMITTEE_ROLES.some((role) => role === post.role)
    )
      everInCommittee.add(post.member)
  return {
    committee,
    everInCommittee,
    lasting: mayOwe.filter((id) => committee.has(id) && before.has(id)),
    ordinary: new Set(members.filter((id) => !committee.has(id))),
    owing: mayOwe.filter((id) => !committee.has(id)),
  }
}

/** Members of a branch by id, in order: those there on the last day, and those of them who may owe talks. */
interface MembersOver {
  readonly members: readonly string[]
  readonly mayOwe: readonly string[]
}

/** The members of all branches on the last day, and by branch what has been asked for. */
interface KnownMembers {
  readonly onLastDay: ReadonlyMap<string, readonly Member[]>
  readonly over: Map<string, MembersOver>
}

const known = new WeakMap<readonly Member[], Map<string, KnownMembers>>()

function membersOver(dataset: Dataset, branch: string, from: CivilDate, to: CivilDate): MembersOver {
  const { onLastDay, over } = knownMembers(dataset, from, to)
  let members = over.get(branch)
  if (members === undefined) {
    const there = onLastDay.get(branch) ?? []
    const mayOwe = there.filter(
      (member) =>
        isPartyMember(dataset, member.id, from) &&
        dataset.placeOn(member.id, from).branch === branch &&
        !isFrail(member, from, to),
    )
    members = { members: there.map(({ id }) => id), mayOwe: mayOwe.map(({ id }) => id) }
    over.set(branch, members)
  }
  return members
}

/** Full and probationary members on the last day, by branch in order of id. */
function knownMembers(dataset: Dataset, from: CivilDate, to: CivilDate): KnownMembers {
  const { members } = dataset
  const byDays = known.get(members) ?? new Map<string, KnownMembers>()
  known.set(members, byDays)
  const days = `${from}..${to}`
  let found = byDays.get(days)
  if (found === undefined) {
    const present = members.filter((member) => isPartyMember(dataset, member.id, to))
    const onLastDay = groupedBy(present, (member) => dataset.placeOn(member.id, to).branch)
    found = { onLastDay, over: new Map() }
    byDays.set(days, found)
  }
  return found
}

/** Full or probationary on a day, and not suspended. */
function isPartyMember(dataset: Dataset, id: string, date: CivilDate): boolean {
  const { status, suspended } = dataset.factsOn(id, date)
  return (status === 'full' || status === 'probationary') && !suspended
}

const FRAIL = new Set(FRAIL_TAGS)

/** Whether the member has, on a day of `[from, to]`, a tag that exempts: `frail` or `frail@2025-03-01..`. */
function isFrail({ tags }: Member, from: CivilDate, to: CivilDate): boolean {
  return tags.some((text) => {
    const [tag, days = '..'] = text.split('@')
    const [first, last] = days.split('..')
    return FRAIL.has(tag!) && (first === '' || first! <= to) && (last === '' || last! >= from)
  })
}
