import { type CivilDate, formatDate, parseDate } from '../civil/date.ts'
import { formatInstant } from '../civil/instant.ts'
import type { Problem } from '../model/problem.ts'
import type { InputTable, WaiverRow } from '../model/rows.ts'
import {
  ATTENDANCE_STATUSES,
  CAPACITIES,
  MEMBER_STATUSES,
  ORGANIZATION_KINDS,
  SESSION_KINDS,
  SESSION_MODES,
  type SessionStatus,
  type TableName,
} from '../terms.ts'
import { NO_PLACE } from './attendance-columns.ts'
import { UNSTATED } from './attendance-store.ts'
import { type Columns, NONE, ROW } from './columns.ts'
import type { Statement } from './coverage.ts'
import type { Attendance, Coverage, Dataset, Member, Organization, Post, Session } from './dataset.ts'
import { dateOrNull } from './days.ts'
import type { KnownMember } from './members.ts'
import type { OrganizationTree } from './organizations.ts'
import type { SessionTable } from './session-table.ts'
import { tagText } from './tags.ts'

/** What a snapshot is made of. */
export interface SnapshotParts {
  readonly columns: Columns
  readonly tree: OrganizationTree
  readonly members: readonly MemberDetail[]
  readonly sessions: SessionTable
  readonly lecturers: ReadonlyMap<number, readonly string[]>
  readonly waivers: readonly WaiverRow[]
  readonly statement: Statement
  readonly counts: Readonly<Partial<Record<TableName, number>>>
  readonly seen: ReadonlyMap<TableName, ReadonlySet<string>>
  readonly problems: readonly Problem[]
  readonly hash: string
  readonly placeOfSession: (ordinal: number) => Session['place']
}

/** What objects of members need besides the columns. */
export interface MemberDetail {
  readonly name: string
  readonly status: number
  readonly born: string | null
  readonly tags: readonly string[]
}

/** The part of a member that a snapshot keeps: no citizen number. */
export function memberDetail({ draft }: KnownMember): MemberDetail {
  const { name, status, born, tags } = draft
  return { name, status, born, tags: tags.length === 0 ? NO_WORDS : Object.freeze(tags.map(tagText)) }
}

const NO_WORDS: readonly string[] = Object.freeze([])
const STATUS_IDS: readonly (SessionStatus | null)[] = [null, 'planned', 'held', 'cancelled']

/** The immutable dataset over its columns; objects are made on demand and kept where they are lists. */
export class Snapshot implements Dataset {
  readonly covers: Coverage
  readonly exportedOn: CivilDate | null
  readonly source: string | null
  readonly problems: readonly Problem[]
  readonly trustworthy: boolean
  readonly hash: string
  readonly counts: Readonly<Partial<Record<TableName, number>>>
  readonly '~columns': Columns
  readonly #parts: SnapshotParts
  #organizations: readonly Organization[] | undefined
  #members: readonly Member[] | undefined
  #sessions: readonly Session[] | undefined
  #posts: readonly Post[] | undefined
  #memberAt: Map<string, number> | undefined
  #sessionAt: Map<string, number> | undefined
  #bySession: { readonly start: Uint32Array; readonly rows: Uint32Array } | undefined

  constructor(parts: SnapshotParts) {
    const { statement } = parts
    this.#parts = parts
    this.covers = Object.freeze({ from: formatDate(statement.from), to: formatDate(statement.to) })
    this.exportedOn = dateOrNull(statement.exportedOn)
    this.source = statement.source
    this.problems = parts.problems
    this.trustworthy = !parts.problems.some((problem) => problem.severity === 'fatal')
    this.hash = parts.hash
    this.counts = Object.freeze({ ...parts.counts })
    this['~columns'] = parts.columns
    Object.freeze(this)
  }

  get organizations(): readonly Organization[] {
    this.#organizations ??= list(this.#parts.columns.orgCount, (i) => this.#organization(i))
    return this.#organizations
  }

  get members(): readonly Member[] {
    this.#members ??= list(this.#parts.columns.memberCount, (i) => this.#member(i))
    return this.#members
  }

  get sessions(): readonly Session[] {
    this.#sessions ??= list(this.#parts.columns.sessionCount, (i) => this.#session(i))
    return this.#sessions
  }

  get posts(): readonly Post[] {
    const { columns } = this.#parts
    this.#posts ??= list(columns.postCount, (i) => ({
      member: columns.memberId[columns.postMember[i]!]!,
      organization: columns.orgId[columns.postOrg[i]!]!,
      role: columns.roles[columns.postRole[i]!]!,
      from: formatDate(columns.postFrom[i]!),
      to: dateOrNull(columns.postTo[i]!),
    }))
    return this.#posts
  }

  get waivers(): readonly WaiverRow[] {
    return this.#parts.waivers
  }

  hasColumn(table: TableName, column: string): boolean {
    return this.#parts.seen.get(table)?.has(column) === true
  }

  organization(id: string): Organization | undefined {
    const position = this.#parts.tree.position(id)
    return position < 0 ? undefined : this.#organization(position)
  }

  member(id: string): Member | undefined {
    const position = this.#memberPosition(id)
    return position === undefined ? undefined : this.#member(position)
  }

  session(id: string): Session | undefined {
    const position = this.#sessionPosition(id)
    return position === undefined ? undefined : this.#session(position)
  }

  attendanceOf(memberId: string): readonly Attendance[] {
    const member = this.#memberPosition(memberId)
    if (member === undefined) return Object.freeze([])
    const { rowStart } = this.#parts.columns
    const rows: Attendance[] = []
    for (let i = rowStart[member]!; i < rowStart[member + 1]!; i++) this.#addAttendance(rows, member, i)
    return Object.freeze(rows)
  }

  attendanceAt(sessionId: string): readonly Attendance[] {
    const session = this.#sessionPosition(sessionId)
    if (session === undefined) return Object.freeze([])
    this.#bySession ??= indexBySession(this.#parts.columns)
    const { start, rows: order } = this.#bySession
    const rows: Attendance[] = []
    for (let k = start[session]!; k < start[session + 1]!; k++) {
      const row = order[k]!
      this.#addAttendance(rows, ownerOf(this.#parts.columns.rowStart, row), row)
    }
    return Object.freeze(rows.sort((a, b) => (a.member < b.member ? -1 : 1)))
  }

  subtree(organizationId: string): readonly string[] {
    const { columns, tree } = this.#parts
    const top = tree.position(organizationId)
    if (top < 0) return Object.freeze([])
    const found: number[] = []
    const open = [top]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      found.push(at)
      for (let k = columns.orgChildStart[at]!; k < columns.orgChildStart[at + 1]!; k++)
        open.push(columns.orgChild[k]!)
    }
    return Object.freeze(found.sort((a, b) => a - b).map((position) => columns.orgId[position]!))
  }

  placeOn(
    memberId: string,
    date: CivilDate,
  ): { readonly branch: string | null; readonly group: string | null } {
    const day = parseDate(date)
    const member = this.#memberPosition(memberId)
    if (member === undefined) return { branch: null, group: null }
    const { placeStart, placeDay } = this.#parts.columns
    let at = placeStart[member]!
    while (at + 1 < placeStart[member + 1]! && placeDay[at + 1]! <= day) at++
    return this.#place(at)
  }

  #place(point: number): { readonly branch: string | null; readonly group: string | null } {
    const { orgId, placeBranch, placeGroup } = this.#parts.columns
    const id = (position: number) => (position < 0 ? null : orgId[position]!)
    return Object.freeze({ branch: id(placeBranch[point]!), group: id(placeGroup[point]!) })
  }

  #memberPosition(id: string): number | undefined {
    this.#memberAt ??= positionsOf(this.#parts.columns.memberId)
    return this.#memberAt.get(id)
  }

  #sessionPosition(id: string): number | undefined {
    this.#sessionAt ??= positionsOf(this.#parts.columns.sessionId)
    return this.#sessionAt.get(id)
  }

  #organization(i: number): Organization {
    const { columns, tree } = this.#parts
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

  #member(i: number): Member {
    const { columns, members } = this.#parts
    const detail = members[i]!
    return Object.freeze({
      id: columns.memberId[i]!,
      name: detail.name,
      status: MEMBER_STATUSES[detail.status]!.id,
      ...this.#place(columns.placeStart[i + 1]! - 1),
      born: detail.born,
      appliedOn: dateOrNull(columns.memberApplied[i]!),
      activistOn: dateOrNull(columns.memberActivist[i]!),
      candidateOn: dateOrNull(columns.memberCandidate[i]!),
      admittedOn: dateOrNull(columns.memberAdmitted[i]!),
      fullOn: dateOrNull(columns.memberFull[i]!),
      leftOn: dateOrNull(columns.memberLeft[i]!),
      tags: detail.tags,
    })
  }

  #session(i: number): Session {
    const { columns, sessions, lecturers } = this.#parts
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
      unknownKinds: sessions.unknownKinds.get(i) ?? NO_WORDS,
      title: sessions.title[i]!,
      start: formatInstant(sessions.start[i]!),
      end: end === NONE ? null : formatInstant(end),
      timeless: sessions.timeless[i] === 1,
      lastDay: formatDate(sessions.endDay[i]!),
      hours: hours === NONE ? null : hours / 100,
      mode: mode < 0 ? null : SESSION_MODES[mode]!.id,
      venue: sessions.texts[sessions.venue[i]!]!,
      lecturers: lecturers.get(i) ?? NO_WORDS,
      topics: sessions.topicLists[sessions.topics[i]!]!,
      program: sessions.texts[sessions.program[i]!]!,
      observers: sessions.observers.get(i) ?? NO_WORDS,
      status: STATUS_IDS[sessions.status[i]!] ?? null,
      plannedId: sessions.plannedId.get(i) ?? null,
      reportedOn: dateOrNull(sessions.reportedOn[i]!),
      bulletinOn: dateOrNull(sessions.bulletinOn[i]!),
      place: Object.freeze(this.#parts.placeOfSession(sessions.ordinal[i]!)),
    })
  }

  /** Adds the record of a row; hours made up elsewhere are no record. */
  #addAttendance(rows: Attendance[], member: number, row: number): void {
    const { columns, sessions } = this.#parts
    const flags = columns.rowFlags[row]!
    if ((flags & ROW.HOURS_ONLY) !== 0) return
    const makeUp = columns.makeUpOf.get(row) ?? -1
    const hours = columns.rowHours[row]!
    const place = columns.rowPlace[row]!
    rows.push(
      Object.freeze({
        session: sessions.id[columns.rowSession[row]!]!,
        member: columns.memberId[member]!,
        status: ATTENDANCE_STATUSES[flags & ROW.STATUS]!.id,
        capacity: CAPACITIES[(flags & ROW.CAPACITY) >> ROW.CAPACITY_SHIFT]!.id,
        hours: hours === UNSTATED ? null : hours / 100,
        makeUpSession: makeUp < 0 ? null : sessions.id[makeUp]!,
        place: place === NO_PLACE ? null : columns.placeOfRow(place),
      }),
    )
  }
}

/** The tables whose keys are looked at for {@link Dataset.hasColumn}. */
export type SeenColumns = ReadonlyMap<InputTable, ReadonlySet<string>>

function list<T>(count: number, make: (i: number) => T): readonly T[] {
  return Object.freeze(Array.from({ length: count }, (_, i) => Object.freeze(make(i))))
}

function positionsOf(ids: readonly string[]): Map<string, number> {
  const positions = new Map<string, number>()
  for (let position = 0; position < ids.length; position++) positions.set(ids[position]!, position)
  return positions
}

function indexBySession({ sessionCount, rowCount, rowSession }: Columns) {
  const start = new Uint32Array(sessionCount + 1)
  for (let i = 0; i < rowCount; i++) start[rowSession[i]! + 1]!++
  for (let s = 0; s < sessionCount; s++) start[s + 1]! += start[s]!
  const rows = new Uint32Array(rowCount)
  const next = start.slice()
  for (let i = 0; i < rowCount; i++) rows[next[rowSession[i]!]!++] = i
  return { start, rows }
}

/** Owner of an entry of a list per owner. */
function ownerOf(start: Uint32Array, entry: number): number {
  let low = 0
  let high = start.length - 1
  while (low + 1 < high) {
    const middle = (low + high) >>> 1
    if (start[middle]! <= entry) low = middle
    else high = middle
  }
  return low
}
