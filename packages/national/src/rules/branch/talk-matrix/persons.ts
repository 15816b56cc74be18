import type { CivilDate, Dataset, Member } from '@xueshi/core'
import { groupedBy } from '../../grouped.ts'
import { holdersOn, postsOf } from '../../posts-on.ts'
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

const byDay = new WeakMap<readonly Member[], Map<CivilDate, ReadonlyMap<string, readonly Member[]>>>()

/** The persons of a branch over `[from, to]`. Nobody who came within it, and nobody frail, owes a talk. */
export function personsOf(dataset: Dataset, branch: string, from: CivilDate, to: CivilDate): Persons {
  const members = membersOn(dataset, branch, to)
  const committee = holdersOn(dataset, branch, COMMITTEE_ROLES, to)
  const before = holdersOn(dataset, branch, COMMITTEE_ROLES, from)
  const ever = postsOf(dataset, branch)
    .filter((post) => COMMITTEE_ROLES.some((role) => role === post.role) && post.from <= to)
    .filter((post) => post.to === null || post.to >= from)
  const mayOwe = members.filter(
    (member) =>
      isPartyMember(dataset, member.id, from) &&
      dataset.placeOn(member.id, from).branch === branch &&
      !isFrail(member, from, to),
  )
  return {
    committee,
    everInCommittee: new Set(ever.map((post) => post.member)),
    lasting: mayOwe.map(({ id }) => id).filter((id) => committee.has(id) && before.has(id)),
    ordinary: new Set(members.map(({ id }) => id).filter((id) => !committee.has(id))),
    owing: mayOwe.map(({ id }) => id).filter((id) => !committee.has(id)),
  }
}

/** Full and probationary members of a branch on a day, in order of id. */
function membersOn(dataset: Dataset, branch: string, date: CivilDate): readonly Member[] {
  const { members } = dataset
  const days = byDay.get(members) ?? new Map<CivilDate, ReadonlyMap<string, readonly Member[]>>()
  byDay.set(members, days)
  let branches = days.get(date)
  if (branches === undefined) {
    const present = members.filter((member) => isPartyMember(dataset, member.id, date))
    branches = groupedBy(present, (member) => dataset.placeOn(member.id, date).branch)
    days.set(date, branches)
  }
  return branches.get(branch) ?? []
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
