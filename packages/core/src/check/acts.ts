import type { EpochDay } from '../civil/date.ts'
import type { ActDemand } from '../requirement/parts.ts'
import { ACT_KINDS } from '../terms.ts'
import type { EventSubject } from './event-subject.ts'
import type { Plan } from './plan.ts'
import type { WindowTable } from './windows.ts'

/** A counting over dated acts, compiled. */
export interface ActSpec {
  /** 1 where the kind (position in ACT_KINDS) counts. */
  readonly kinds: Uint8Array
  readonly as: 'member' | 'counterpart' | 'either'
  readonly ofPost: boolean
  readonly topics: ReadonlySet<string> | null
}

/** Compiles what a demand counts of acts. */
export function actSpec({ count }: ActDemand): ActSpec {
  return {
    kinds: actKinds(count.acts),
    as: count.as ?? 'either',
    ofPost: count.ofPost === true,
    topics: count.topics === undefined ? null : new Set(count.topics),
  }
}

/** 1 by position for the kinds of act named. */
export function actKinds(ids: readonly string[]): Uint8Array {
  return Uint8Array.from(ACT_KINDS, (kind) => (ids.includes(kind.id) ? 1 : 0))
}

/** Positions of the acts that speak of a subject, in order of day: of a person, or of an organization. */
export function actsAbout(plan: Plan, subject: EventSubject): Uint32Array {
  const { actsOfMemberStart, actsOfMember, actsOfOrgStart, actsOfOrg } = plan.columns
  return subject.kind === 'organization'
    ? actsOfOrg.subarray(actsOfOrgStart[subject.org]!, actsOfOrgStart[subject.org + 1]!)
    : actsOfMember.subarray(actsOfMemberStart[subject.member]!, actsOfMemberStart[subject.member + 1]!)
}

/** Why an act counts or does not; the order is that in which the reasons are tried. */
export type ActFate = 'counted' | 'other-kind' | 'not-yet' | 'role' | 'organization' | 'topic'

/** What becomes of an act about a subject under a counting; windows are the caller's matter. */
export function fateOfAct(plan: Plan, spec: ActSpec, subject: EventSubject, act: number): ActFate {
  const { actKind, actDay, actMember, actCounterpart, actOrg } = plan.columns
  if (spec.kinds[actKind[act]!] === 0) return 'other-kind'
  if (actDay[act]! > plan.asOf) return 'not-yet'
  if (subject.kind !== 'organization') {
    if (spec.as === 'member' && actMember[act] !== subject.member) return 'role'
    if (spec.as === 'counterpart' && actCounterpart[act] !== subject.member) return 'role'
    if (spec.ofPost && actOrg[act]! >= 0 && actOrg[act] !== subject.org) return 'organization'
  }
  if (spec.topics === null) return 'counted'
  return topicsOf(plan, subject, act).some((topic) => spec.topics!.has(topic)) ? 'counted' : 'topic'
}

/** Topics of an act about a subject. The list of all acts would make the records of all of them. */
function topicsOf({ columns, dataset }: Plan, subject: EventSubject, act: number): readonly string[] {
  const { actsOfMemberStart, actsOfMember, actsOfOrgStart, actsOfOrg, memberId, orgId } = columns
  const isOrganization = subject.kind === 'organization'
  const records = isOrganization
    ? dataset.actsAt(orgId[subject.org]!)
    : dataset.actsOf(memberId[subject.member]!)
  const first = isOrganization ? actsOfOrgStart[subject.org]! : actsOfMemberStart[subject.member]!
  return records[(isOrganization ? actsOfOrg : actsOfMember).indexOf(act, first) - first]!.topics
}

/** Number of acts about a subject that count and are dated within `[from, until]`. */
export function countActs(
  plan: Plan,
  spec: ActSpec,
  subject: EventSubject,
  from: EpochDay,
  until: EpochDay,
): number {
  const { actDay } = plan.columns
  let count = 0
  for (const act of actsAbout(plan, subject)) {
    const day = actDay[act]!
    if (day > until) break
    if (day >= from && fateOfAct(plan, spec, subject, act) === 'counted') count++
  }
  return count
}

/** Acts of one member at a time, by calendar window. */
export interface MemberActs {
  readonly spec: ActSpec
  readonly calendar: WindowTable
  /** Number of acts of the member counted last, by window. */
  readonly amounts: Uint32Array
}

/** Prepares the count of a demand over calendar windows. */
export function memberActs(demand: ActDemand, calendar: WindowTable): MemberActs {
  return { spec: actSpec(demand), calendar, amounts: new Uint32Array(calendar.windows.length) }
}

/** Counts the acts of a member into `amounts`. */
export function countMemberActs(plan: Plan, acts: MemberActs, member: number): void {
  acts.amounts.fill(0)
  const { actsOfMemberStart, actsOfMember, actDay } = plan.columns
  const end = actsOfMemberStart[member + 1]!
  const subject: EventSubject = { kind: 'member', member, org: -1, days: [] }
  for (let i = actsOfMemberStart[member]!; i < end; i++) {
    const act = actsOfMember[i]!
    const day = actDay[act]!
    if (day < acts.calendar.firstDay || day > plan.asOf) continue
    if (fateOfAct(plan, acts.spec, subject, act) === 'counted')
      acts.amounts[acts.calendar.ofDay[day - acts.calendar.firstDay]!]!++
  }
}

/** Acts of all organizations by calendar window: [organization × window]. */
export function countOrganizationActs(plan: Plan, demand: ActDemand, calendar: WindowTable): Uint16Array {
  const { orgCount, actCount, actDay, actOrg } = plan.columns
  const windows = calendar.windows.length
  const counts = new Uint16Array(orgCount * windows)
  const spec = actSpec(demand)
  for (let act = 0; act < actCount; act++) {
    const org = actOrg[act]!
    const day = actDay[act]!
    if (org < 0 || day < calendar.firstDay || day > plan.asOf) continue
    const subject: EventSubject = { kind: 'organization', member: -1, org, days: [] }
    if (fateOfAct(plan, spec, subject, act) === 'counted')
      counts[org * windows + calendar.ofDay[day - calendar.firstDay]!]!++
  }
  return counts
}
