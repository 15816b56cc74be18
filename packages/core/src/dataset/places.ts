import { maskValue } from '../model/problem.ts'
import type { AffiliationRow } from '../model/rows.ts'
import type { AffiliationDraft, AffiliationStore } from './affiliation-store.ts'
import { NONE, OPEN } from './columns.ts'
import { byText, dayOr } from './days.ts'
import type { Draft } from './duplicates.ts'
import type { KnownMember, PlacePoint } from './members.ts'
import type { Mentions } from './mentions.ts'
import { everyIndex, inOrderOf } from './order.ts'
import { AMBIGUOUS, KIND, type OrganizationTree } from './organizations.ts'
import type { ProblemLog } from './problem-log.ts'
import { EFFECTS } from './problem-template.ts'
import type { References } from './references.ts'

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
  store: AffiliationStore | undefined,
  tree: OrganizationTree,
  mentions: Mentions,
  references: References,
  today: number,
  log: ProblemLog,
): number {
  const listOf =
    store === undefined ? undefined : affiliationsOf(members, store, tree, mentions, references, log)
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
  for (let m = 0; m < members.length; m++) {
    const member = members[m]!
    const home = homeOf(member, tree, log)
    const own = listOf?.(m) ?? NO_AFFILIATIONS
    if (own.length === 0) {
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

const NO_AFFILIATIONS: readonly Affiliation[] = []

/** The affiliations of each member, made when they are asked for: all at once take much memory. */
function affiliationsOf(
  members: readonly KnownMember[],
  store: AffiliationStore,
  tree: OrganizationTree,
  mentions: Mentions,
  references: References,
  log: ProblemLog,
): (m: number) => readonly Affiliation[] {
  const { numbers } = store
  // Until members have their order, their position is that in which they are known.
  members.forEach((member, m) => {
    member.position = m
  })
  const organizations = new Int32Array(store.count)
  const owners = new Int32Array(store.count).fill(members.length)
  for (let i = 0; i < store.count; i++) {
    const about = { table: 'affiliations', ordinal: numbers.ordinal[i]! } as const
    const organization = references.organizationOf(numbers.organization[i]!)
    if (organization < 0) {
      const word = mentions.organizations.values[numbers.organization[i]!]!
      references.missingOrganization(word, organization, { ...about, field: 'organization' }, EFFECTS.record)
      continue
    }
    const { kind } = tree.drafts[organization]!
    if (kind === KIND.LEADERSHIP || kind === KIND.STUDY) {
      const value = maskValue(mentions.organizations.values[numbers.organization[i]!]!)
      log.add('notABranch', { ...about, field: 'organization', value }, { effect: EFFECTS.record })
      continue
    }
    const member = references.memberOf(numbers.member[i]!, { organization, day: numbers.from[i]! })
    if (typeof member === 'string') {
      const word = mentions.persons.values[numbers.member[i]!]!
      references.missingMember(word, member, { ...about, field: 'member' }, EFFECTS.record)
      continue
    }
    organizations[i] = organization
    owners[i] = member.position
  }
  const order = inOrderOf(owners, everyIndex(store.count))
  let next = 0
  // Members are asked for in their order.
  return (m) => {
    const own: Affiliation[] = []
    for (; next < order.length && owners[order[next]!] === m; next++) {
      const i = order[next]!
      const organization = organizations[i]!
      const from = numbers.from[i]!
      const to = numbers.to[i]!
      if (
        own.some((other) => other.organization === organization && other.from === from && other.to === to)
      ) {
        const value = maskValue(`${members[m]!.id} @ ${tree.drafts[organization]!.id}`)
        log.add('duplicateRecord', { table: 'affiliations', ordinal: numbers.ordinal[i]!, value })
        continue
      }
      const group = tree.drafts[organization]!.kind === KIND.GROUP ? organization : -1
      own.push({ organization, branch: tree.branchOf(organization), group, from, to })
    }
    return own
  }
}

/** Position of the organization a post names, with a problem where it names none. */
export function locate(
  tree: OrganizationTree,
  table: 'posts',
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
