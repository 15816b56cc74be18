import { maskValue } from '../model/problem.ts'
import type { AffiliationRow } from '../model/rows.ts'
import { maskPerson } from './citizen.ts'
import { NONE, OPEN } from './columns.ts'
import { byText, dayOr } from './days.ts'
import type { Draft } from './duplicates.ts'
import type { Identities } from './identities.ts'
import type { KnownMember, PlacePoint } from './members.ts'
import { AMBIGUOUS, KIND, type OrganizationTree } from './organizations.ts'
import type { ProblemLog } from './problem-log.ts'
import { EFFECTS } from './problem-template.ts'

/** A validated affiliation before member and organization are known. */
export interface AffiliationDraft extends Draft {
  readonly member: string
  readonly organization: string
  readonly from: number
  readonly to: number
}

/** An affiliation with positions; `branch` is -1 for a Party group without a branch. */
interface Affiliation {
  readonly organization: number
  readonly branch: number
  readonly group: number
  readonly from: number
  readonly to: number
}

/** Reads affiliation rows into drafts. */
export function affiliationReader(log: ProblemLog) {
  return (row: AffiliationRow, ordinal: number): AffiliationDraft | undefined => {
    const from = dayOr(row.from)
    const to = dayOr(row.to, OPEN)
    if (to < from) {
      const value = `${row.from}..${row.to}`
      log.add('intervalOrder', { table: 'affiliations', ordinal, field: 'to', value })
      return undefined
    }
    return { ordinal, member: row.member, organization: row.organization, from, to }
  }
}

/** Branch of a member on a day, -1 for none. */
export function branchOn(member: KnownMember, day: number): number {
  let branch = -1
  for (const point of member.places) {
    if (point.day > day) break
    branch = point.branch
  }
  return branch
}

/** Settles where each member belongs over time. `today` is the day the table of members speaks of. */
export function settlePlaces(
  members: readonly KnownMember[],
  drafts: readonly AffiliationDraft[] | undefined,
  tree: OrganizationTree,
  identities: Identities,
  today: number,
  log: ProblemLog,
): number {
  const lists = drafts === undefined ? undefined : affiliationsOf(drafts, tree, identities, log)
  let kept = 0
  // All members of a branch and group share one list.
  const lastingPlaces = new Map<number, readonly PlacePoint[]>()
  const shared = ({ branch, group }: Pick<PlacePoint, 'branch' | 'group'>) => {
    const key = (branch + 1) * (tree.drafts.length + 1) + group + 1
    let places = lastingPlaces.get(key)
    if (places === undefined) {
      places = [{ day: NONE, branch, group }]
      lastingPlaces.set(key, places)
    }
    return places
  }
  for (const member of members) {
    const home = homeOf(member, tree, log)
    const own = lists?.get(member)
    if (own === undefined) {
      member.places = shared(home)
      continue
    }
    kept += own.length
    member.places = withGroup(pointsOf(own, tree), home)
    const now = branchOn(member, today)
    if (now >= 0 && home.branch >= 0 && now !== home.branch)
      log.add('affiliationConflict', {
        table: 'members',
        ordinal: member.ordinal,
        field: 'organization',
        value: maskValue(member.id),
      })
  }
  return kept
}

function affiliationsOf(
  drafts: readonly AffiliationDraft[],
  tree: OrganizationTree,
  identities: Identities,
  log: ProblemLog,
): Map<KnownMember, Affiliation[]> {
  const lists = new Map<KnownMember, Affiliation[]>()
  for (const draft of drafts) {
    const organization = locate(tree, 'affiliations', draft, log)
    if (organization < 0) continue
    const { kind } = tree.drafts[organization]!
    const about = { table: 'affiliations', ordinal: draft.ordinal } as const
    if (kind === KIND.LEADERSHIP || kind === KIND.STUDY) {
      const value = maskValue(draft.organization)
      log.add('notABranch', { ...about, field: 'organization', value }, { effect: EFFECTS.record })
      continue
    }
    const member = identities.resolve(draft.member, { organization, day: draft.from })
    if (typeof member === 'string') {
      const subject = { ...about, field: 'member', value: maskPerson(draft.member) }
      log.add(member === 'unknown' ? 'unknownMember' : 'ambiguousMember', subject, { effect: EFFECTS.record })
      continue
    }
    const branch = tree.branchOf(organization)
    const group = kind === KIND.GROUP ? organization : -1
    const { from, to } = draft
    const list = lists.get(member)
    if (list === undefined) lists.set(member, [{ organization, branch, group, from, to }])
    else if (
      list.some((other) => other.organization === organization && other.from === from && other.to === to)
    ) {
      const value = maskValue(`${member.id} @ ${tree.drafts[organization]!.id}`)
      log.add('duplicateRecord', { ...about, value })
    } else list.push({ organization, branch, group, from, to })
  }
  return lists
}

/** Position of the organization a record names, with a problem where it names none. */
export function locate(
  tree: OrganizationTree,
  table: 'affiliations' | 'posts',
  draft: Draft & { readonly organization: string },
  log: ProblemLog,
): number {
  const position = tree.find(draft.organization)
  if (position < 0)
    log.add(
      position === AMBIGUOUS ? 'ambiguousOrganization' : 'unknownOrganization',
      { table, ordinal: draft.ordinal, field: 'organization', value: maskValue(draft.organization) },
      { effect: EFFECTS.record },
    )
  return position
}

const NOWHERE = { 'zh-CN': '党员所在党支部按未知处理', en: 'the branch of the member is unknown' }
const KEPT = { 'zh-CN': '按填写的组织处理', en: 'it is taken as written' }

/** Branch and group that the record of the member states. */
function homeOf(
  member: KnownMember,
  tree: OrganizationTree,
  log: ProblemLog,
): Pick<PlacePoint, 'branch' | 'group'> {
  const { draft } = member
  const about = { table: 'members', ordinal: draft.ordinal } as const
  const stated = tree.find(draft.organization)
  if (stated < 0) {
    const subject = { ...about, field: 'organization', value: maskValue(draft.organization) }
    log.add(stated === AMBIGUOUS ? 'ambiguousOrganization' : 'unknownOrganization', subject, {
      effect: NOWHERE,
    })
    return { branch: -1, group: -1 }
  }
  const { kind } = tree.drafts[stated]!
  if (kind !== KIND.BRANCH && kind !== KIND.GROUP) {
    const subject = { ...about, field: 'organization', value: maskValue(draft.organization) }
    log.add('notABranch', subject, { effect: KEPT })
  }
  const branch = tree.branchOf(stated)
  const own = kind === KIND.GROUP ? stated : -1
  if (draft.group === undefined || branch < 0) return { branch, group: own }
  const group = groupOf(tree, branch, draft.group)
  if (group >= 0) return { branch, group }
  log.add('groupOutsideBranch', { ...about, field: 'group', value: maskValue(member.id) })
  return { branch, group: own }
}

/** The Party group below a branch that a code, or a name unique within the branch, names. */
function groupOf(tree: OrganizationTree, branch: number, reference: string): number {
  const direct = tree.find(reference)
  if (direct >= 0 && isGroupOf(tree, direct, branch)) return direct
  return tree.groupNamed(branch, reference)
}

function isGroupOf(tree: OrganizationTree, position: number, branch: number): boolean {
  return tree.drafts[position]!.kind === KIND.GROUP && tree.branchOf(position) === branch
}

const NOWHERE_YET: PlacePoint = { day: NONE, branch: -1, group: -1 }

/** Change points of the affiliations of one member. */
function pointsOf(own: readonly Affiliation[], tree: OrganizationTree): PlacePoint[] {
  if (own.length === 1) {
    const { from, branch, group } = own[0]!
    return [NOWHERE_YET, { day: from, branch, group }]
  }
  const days = new Set<number>()
  for (const { from, to } of own) {
    days.add(from)
    if (to !== OPEN) days.add(to + 1)
  }
  const points: PlacePoint[] = [NOWHERE_YET]
  for (const day of [...days].sort((a, b) => a - b)) {
    const place = placeOn(own, day, tree)
    const last = points.at(-1)!
    if (place.branch !== last.branch || place.group !== last.group) points.push({ day, ...place })
  }
  return points
}

function placeOn(
  own: readonly Affiliation[],
  day: number,
  tree: OrganizationTree,
): Pick<PlacePoint, 'branch' | 'group'> {
  const begun = own.filter((affiliation) => affiliation.from <= day)
  const running = begun.filter((affiliation) => day <= affiliation.to)
  const byId = (a: Affiliation, b: Affiliation) =>
    byText(tree.drafts[a.organization]!.id, tree.drafts[b.organization]!.id)
  if (running.length > 0) {
    running.sort((a, b) => b.from - a.from || byId(a, b))
    const { branch, group } = running[0]!
    if (group >= 0) return { branch, group }
    // Who belongs to a branch and, by a row of its own, to one of its groups belongs to both.
    return {
      branch,
      group: running.find((other) => other.branch === branch && other.group >= 0)?.group ?? -1,
    }
  }
  // A transfer out that nobody has received leaves the person where they were.
  begun.sort((a, b) => b.to - a.to || b.from - a.from || byId(a, b))
  const { branch, group } = begun[0]!
  return { branch, group }
}

/** The group that the record of the member states holds in the branch where the member is last. */
function withGroup(points: PlacePoint[], home: Pick<PlacePoint, 'branch' | 'group'>): PlacePoint[] {
  const last = points.at(-1)!
  if (home.group >= 0 && last.branch === home.branch && last.group < 0)
    points[points.length - 1] = { ...last, group: home.group }
  return points
}
