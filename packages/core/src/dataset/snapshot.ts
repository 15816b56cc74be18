import { type CivilDate, type EpochDay, formatDate, parseDate } from '../civil/date.ts'
import type { Problem } from '../model/problem.ts'
import type { InputTable, WaiverRow } from '../model/rows.ts'
import {
  ACT_KINDS,
  type ActKind,
  ATTENDANCE_STATUSES,
  CAPACITIES,
  type Capacity,
  type TableName,
} from '../terms.ts'
import { NO_PLACE } from './attendance-columns.ts'
import { UNSTATED } from './attendance-store.ts'
import { type AttendanceTraitColumns, attendanceTraitColumns, traitsAt } from './attendance-traits.ts'
import { type Attendees, attendeesOf, countAt, presentAt } from './attendees.ts'
import { Belonging } from './belonging.ts'
import { type Columns, NONE, ROW } from './columns.ts'
import type {
  Act,
  Attendance,
  AttendanceTraits,
  Course,
  Coverage,
  Dataset,
  Lecturer,
  Member,
  MemberFacts,
  Organization,
  Post,
  Program,
  Service,
  Session,
  Venue,
} from './dataset.ts'
import { dateOrNull } from './days.ts'
import { Positions, Records } from './lookup.ts'
import {
  actRecord,
  type BranchAndGroup,
  factsAt,
  memberRecord,
  organizationRecord,
  type SnapshotParts,
  sessionRecord,
} from './records.ts'
import { serviceRecord } from './services.ts'

const NOTHING: readonly never[] = Object.freeze([])

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
  readonly #memberAt: Positions
  readonly #sessionAt: Positions
  readonly #organizations: Records<Organization>
  readonly #members: Records<Member>
  readonly #sessions: Records<Session>
  readonly #acts: Records<Act>
  readonly #services: Records<Service>
  readonly #belonging: Belonging
  #date: CivilDate = ''
  #day: EpochDay = NONE
  #posts: readonly Post[] | undefined
  #attendees: Attendees | undefined
  #traits: AttendanceTraitColumns | undefined

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
    const { columns } = parts
    this.#memberAt = new Positions(columns.memberId)
    this.#sessionAt = new Positions(columns.sessionId)
    this.#organizations = new Records(columns.orgCount, (i) => organizationRecord(parts, i))
    this.#members = new Records(columns.memberCount, (i) => memberRecord(parts, i))
    this.#sessions = new Records(columns.sessionCount, (i) => sessionRecord(parts, i))
    this.#acts = new Records(columns.actCount, (i) => actRecord(parts, i))
    this.#services = new Records(parts.services.count, (i) => serviceRecord(parts.services, columns, i))
    this.#belonging = new Belonging(columns)
    Object.freeze(this)
  }

  /** What a dataset was made of; `undefined` for one that was not made here. */
  static partsOf(dataset: Dataset): SnapshotParts | undefined {
    return #parts in dataset ? dataset.#parts : undefined
  }

  get organizations(): readonly Organization[] {
    return this.#organizations.all
  }

  get members(): readonly Member[] {
    return this.#members.all
  }

  get sessions(): readonly Session[] {
    return this.#sessions.all
  }

  get posts(): readonly Post[] {
    const { columns } = this.#parts
    this.#posts ??= new Records(columns.postCount, (i) =>
      Object.freeze({
        member: columns.memberId[columns.postMember[i]!]!,
        organization: columns.orgId[columns.postOrg[i]!]!,
        role: columns.roles[columns.postRole[i]!]!,
        from: formatDate(columns.postFrom[i]!),
        to: dateOrNull(columns.postTo[i]!),
        fullTime: columns.postFullTime[i] === 1,
      }),
    ).all
    return this.#posts
  }

  get acts(): readonly Act[] {
    return this.#acts.all
  }

  get lecturers(): readonly Lecturer[] {
    return this.#parts.registers.lecturers
  }

  get courses(): readonly Course[] {
    return this.#parts.registers.courses
  }

  get venues(): readonly Venue[] {
    return this.#parts.registers.venues
  }

  get programs(): readonly Program[] {
    return this.#parts.registers.programs
  }

  get services(): readonly Service[] {
    return this.#services.all
  }

  get waivers(): readonly WaiverRow[] {
    return this.#parts.waivers
  }

  hasColumn(table: TableName, column: string): boolean {
    return this.#parts.seen.get(table)?.has(column) === true
  }

  organization(id: string): Organization | undefined {
    const position = this.#parts.tree.position(id)
    return position < 0 ? undefined : this.#organizations.at(position)
  }

  member(id: string): Member | undefined {
    const position = this.#memberAt.of(id)
    return position < 0 ? undefined : this.#members.at(position)
  }

  session(id: string): Session | undefined {
    const position = this.#sessionAt.of(id)
    return position < 0 ? undefined : this.#sessions.at(position)
  }

  attendanceOf(memberId: string): readonly Attendance[] {
    const member = this.#memberAt.of(memberId)
    if (member < 0) return NOTHING
    const { rowStart } = this.#parts.columns
    const rows: Attendance[] = []
    for (let i = rowStart[member]!; i < rowStart[member + 1]!; i++) this.#addAttendance(rows, member, i)
    return Object.freeze(rows)
  }

  attendanceAt(sessionId: string): readonly Attendance[] {
    const session = this.#sessionAt.of(sessionId)
    if (session < 0) return NOTHING
    const { start, rows: order, members } = this.#attendeesOfAll()
    const rows: Attendance[] = []
    for (let k = start[session]!; k < start[session + 1]!; k++)
      this.#addAttendance(rows, members[k]!, order[k]!)
    return Object.freeze(rows.sort((a, b) => (a.member < b.member ? -1 : 1)))
  }

  attendanceCountAt(sessionId: string): number {
    const session = this.#sessionAt.of(sessionId)
    return session < 0 ? 0 : countAt(this.#attendeesOfAll(), session)
  }

  presentAt(sessionId: string, as?: Capacity): readonly string[] {
    const session = this.#sessionAt.of(sessionId)
    if (session < 0) return NOTHING
    return presentAt(this.#parts.columns, this.#attendeesOfAll(), session, as)
  }

  attendanceTraits(memberId: string): AttendanceTraits {
    const { columns } = this.#parts
    this.#traits ??= attendanceTraitColumns(columns)
    return traitsAt(this.#traits, this.#memberAt.of(memberId))
  }

  actsOf(memberId: string, kinds?: readonly ActKind[]): readonly Act[] {
    const { actsOfMember, actsOfMemberStart } = this.#parts.columns
    return this.#actsIn(actsOfMember, actsOfMemberStart, this.#memberAt.of(memberId), kinds)
  }

  actsAt(organizationId: string, kinds?: readonly ActKind[]): readonly Act[] {
    const { columns, tree } = this.#parts
    return this.#actsIn(columns.actsOfOrg, columns.actsOfOrgStart, tree.position(organizationId), kinds)
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

  placeOn(memberId: string, date: CivilDate): BranchAndGroup {
    return this.#belonging.on(this.#memberAt.of(memberId), this.#dayOf(date))
  }

  factsOn(memberId: string, date: CivilDate): MemberFacts {
    const day = this.#dayOf(date)
    const member = this.#memberAt.of(memberId)
    return factsAt(this.#parts.columns, member < 0 ? undefined : member, day)
  }

  /** The day of a date: rules ask of many members about one day. */
  #dayOf(date: CivilDate): EpochDay {
    if (date !== this.#date) {
      this.#day = parseDate(date)
      this.#date = date
    }
    return this.#day
  }

  #attendeesOfAll(): Attendees {
    this.#attendees ??= attendeesOf(this.#parts.columns)
    return this.#attendees
  }

  #actsIn(
    entries: Uint32Array,
    start: Uint32Array,
    owner: number,
    kinds: readonly ActKind[] | undefined,
  ): readonly Act[] {
    if (owner < 0 || start[owner] === start[owner + 1]) return NOTHING
    const { actKind } = this.#parts.columns
    let found: Act[] | undefined
    for (let k = start[owner]!; k < start[owner + 1]!; k++) {
      const act = entries[k]!
      if (kinds !== undefined && !kinds.includes(ACT_KINDS[actKind[act]!]!.id)) continue
      found ??= []
      found.push(this.#acts.at(act))
    }
    return found === undefined ? NOTHING : Object.freeze(found)
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
