import { type EpochDay, formatDate } from '../civil/date.ts'
import { formatInstant } from '../civil/instant.ts'
import type { Place, Problem } from '../model/problem.ts'
import type { WaiverRow } from '../model/rows.ts'
import {
  ACT_KINDS,
  MEMBER_STATUSES,
  ORGANIZATION_KINDS,
  SESSION_KINDS,
  SESSION_MODES,
  type SessionStatus,
  type TableName,
} from '../terms.ts'
import { NO_VOTES } from './act-store.ts'
import type { ActDetails } from './act-table.ts'
import { type Columns, type FactSet, NONE } from './columns.ts'
import type { Statement } from './coverage.ts'
import type { Act, Member, MemberFacts, Organization, Session } from './dataset.ts'
import { dateOrNull } from './days.ts'
import { EMPTY } from './lists.ts'
import type { KnownMember } from './members.ts'
import type { OrganizationTree } from './organizations.ts'
import type { Profile } from './profile.ts'
import type { Registers } from './registers.ts'
import type { ServiceTable } from './services.ts'
import type { SessionTable } from './session-table.ts'
import { tagText } from './tags.ts'

/** Where the record with an ordinal came from. */
type PlaceOf = (ordinal: number) => Place

/** Where a member belongs. */
export interface BranchAndGroup {
  readonly branch: string | null
  readonly group: string | null
}

/** What a snapshot is made of. */
export interface SnapshotParts {
  readonly columns: Columns
  readonly tree: OrganizationTree
  readonly members: readonly MemberDetail[]
  readonly sessions: SessionTable
  readonly lecturers: ReadonlyMap<number, readonly string[]>
  readonly acts: ActDetails
  readonly registers: Registers
  readonly services: ServiceTable
  readonly waivers: readonly WaiverRow[]
  readonly statement: Statement
  readonly counts: Readonly<Partial<Record<TableName, number>>>
  readonly seen: ReadonlyMap<TableName, ReadonlySet<string>>
  readonly problems: readonly Problem[]
  readonly hash: string
  readonly placeOfSession: PlaceOf
  readonly placeOfMember: PlaceOf
  readonly placeOfAct: PlaceOf
}

/** What objects of members need besides the columns. */
export interface MemberDetail {
  readonly name: string
  readonly status: number
  readonly born: string | null
  readonly tags: readonly string[]
  readonly profile: Profile
  /** Number of the record. */
  readonly ordinal: number
}

/** The part of a member that a snapshot keeps: no citizen number. */
export function memberDetail({ draft }: KnownMember): MemberDetail {
  const { name, status, born, tags, profile, ordinal } = draft
  const texts = tags.length === 0 ? EMPTY : Object.freeze(tags.map(tagText))
  return { name, status, born, tags: texts, profile, ordinal }
}

const STATUS_IDS: readonly (SessionStatus | null)[] = [null, 'planned', 'held', 'cancelled']

/** The organization at a position. */
export function organizationRecord(parts: SnapshotParts, i: number): Organization {
  const { columns, tree } = parts
  const draft = tree.drafts[i]!
  const parent = columns.orgParent[i]!
  return Object.freeze({
    id: draft.id,
    name: draft.name,
    kind: ORGANIZATION_KINDS[draft.kind]!.id,
    parent: parent < 0 ? null : columns.orgId[parent]!,
    founded: dateOrNull(draft.founded),
    dissolved: dateOrNull(draft.dissolved),
    themeDay: draft.themeDay,
    tags: draft.tags,
  })
}

/** The member at a position. */
export function memberRecord(parts: SnapshotParts, i: number): Member {
  const { columns, members } = parts
  const detail = members[i]!
  const { sex, standing } = detail.profile
  return Object.freeze({
    id: columns.memberId[i]!,
    name: detail.name,
    status: MEMBER_STATUSES[detail.status]!.id,
    ...placeAt(columns, columns.placeStart[i + 1]! - 1),
    born: detail.born,
    appliedOn: dateOrNull(columns.memberApplied[i]!),
    activistOn: dateOrNull(columns.memberActivist[i]!),
    candidateOn: dateOrNull(columns.memberCandidate[i]!),
    admittedOn: dateOrNull(columns.memberAdmitted[i]!),
    fullOn: dateOrNull(columns.memberFull[i]!),
    leftOn: dateOrNull(columns.memberLeft[i]!),
    tags: detail.tags,
    sex: sex || null,
    education: standing.education || null,
    occupation: standing.occupation || null,
    rank: standing.rank || null,
    place: Object.freeze(parts.placeOfMember(detail.ordinal)),
  })
}

/** The session at a position. */
export function sessionRecord(parts: SnapshotParts, i: number): Session {
  const { columns, sessions, lecturers } = parts
  const host = columns.sessionHost[i]!
  const coHosts = columns.coHost.subarray(columns.coHostStart[i]!, columns.coHostStart[i + 1]!)
  const kinds = sessions.kinds[i]!
  const end = sessions.end[i]!
  const hours = sessions.hours[i]!
  const mode = sessions.mode[i]!
  return Object.freeze({
    id: sessions.id[i]!,
    organization: host < 0 ? sessions.hostWritten.get(i)! : columns.orgId[host]!,
    coHosts: Object.freeze(Array.from(coHosts, (position) => columns.orgId[position]!)),
    kinds: Object.freeze(SESSION_KINDS.filter((_, bit) => (kinds >> bit) & 1).map((kind) => kind.id)),
    unknownKinds: sessions.unknownKinds.get(i) ?? EMPTY,
    title: sessions.texts[sessions.title[i]!]!,
    start: formatInstant(sessions.start[i]!),
    end: end === NONE ? null : formatInstant(end),
    timeless: sessions.timeless[i] === 1,
    lastDay: formatDate(sessions.endDay[i]!),
    hours: hours === NONE ? null : hours / 100,
    mode: mode < 0 ? null : SESSION_MODES[mode]!.id,
    venue: sessions.texts[sessions.venue[i]!]!,
    lecturers: lecturers.get(i) ?? EMPTY,
    topics: sessions.topicLists[sessions.topics[i]!]!,
    program: sessions.texts[sessions.program[i]!]!,
    observers: sessions.observers.get(i) ?? EMPTY,
    status: STATUS_IDS[sessions.status[i]!] ?? null,
    plannedId: sessions.plannedId.get(i) ?? null,
    reportedOn: dateOrNull(sessions.reportedOn[i]!),
    bulletinOn: dateOrNull(sessions.bulletinOn[i]!),
    place: Object.freeze(parts.placeOfSession(sessions.ordinal[i]!)),
  })
}

/** The act at a position. */
export function actRecord(parts: SnapshotParts, i: number): Act {
  const { columns, acts, sessions } = parts
  const organization = columns.actOrg[i]!
  const member = columns.actMember[i]!
  const counterpart = columns.actCounterpart[i]!
  const session = columns.actSession[i]!
  const { entitled, present, inFavour } = acts.votes.get(i) ?? NO_VOTES
  const persons = (count: number) => (count === NONE ? null : count)
  return Object.freeze({
    id: acts.id.at(i),
    kind: ACT_KINDS[columns.actKind[i]!]!.id,
    date: formatDate(columns.actDay[i]!),
    until: dateOrNull(columns.actUntil[i]!),
    organization: organization < 0 ? null : columns.orgId[organization]!,
    member: member < 0 ? null : columns.memberId[member]!,
    counterpart: counterpart < 0 ? null : columns.memberId[counterpart]!,
    session: session < 0 ? null : sessions.id[session]!,
    entitled: persons(entitled),
    present: persons(present),
    inFavour: persons(inFavour),
    amount: acts.amount.get(i) ?? null,
    topics: acts.topics.get(i) ?? EMPTY,
    document: acts.texts[acts.document[i]!]!,
    note: acts.texts[acts.note[i]!]!,
    place: Object.freeze(parts.placeOfAct(acts.ordinal[i]!)),
  })
}

/** Branch and group from a change point on. */
export function placeAt(columns: Columns, point: number): BranchAndGroup {
  const { orgId, placeBranch, placeGroup } = columns
  const id = (position: number) => (position < 0 ? null : orgId[position]!)
  return Object.freeze({ branch: id(placeBranch[point]!), group: id(placeGroup[point]!) })
}

const NO_FACTS: MemberFacts = Object.freeze({ status: null, suspended: false, tags: Object.freeze([]) })

/** What holds of the member at a position on a day; nothing of a person nobody knows. */
export function factsAt(columns: Columns, member: number | undefined, day: EpochDay): MemberFacts {
  if (member === undefined) return NO_FACTS
  const { factStart, factDay, factSet, factSets } = columns
  let at = factStart[member]!
  while (at + 1 < factStart[member + 1]! && factDay[at + 1]! <= day) at++
  return factsOf(factSets[factSet[at]!]!)
}

/** Many members share a set of facts: its record is made once. */
const recordOfFacts = new WeakMap<FactSet, MemberFacts>()

function factsOf(facts: FactSet): MemberFacts {
  let record = recordOfFacts.get(facts)
  if (record === undefined) {
    const { status, suspended, gone, tags } = facts
    record = Object.freeze({
      status: gone ? null : (MEMBER_STATUSES[status]?.id ?? null),
      suspended,
      tags,
    })
    recordOfFacts.set(facts, record)
  }
  return record
}
