import { type CivilDate, formatDate, parseDate } from '../civil/date.ts'
import { attendanceTraitColumns, traitsAt } from '../dataset/attendance-traits.ts'
import type { Columns } from '../dataset/columns.ts'
import type {
  Attendance,
  AttendanceTraits,
  Dataset,
  Member,
  MemberFacts,
  Post,
  Session,
} from '../dataset/dataset.ts'
import { dateOrNull } from '../dataset/days.ts'
import type { Problem } from '../model/problem.ts'
import { type ActKind, type Capacity, MEMBER_STATUSES, type TableName } from '../terms.ts'
import { type Books, DeskColumns, roomFor } from './desk-columns.ts'
import { attendanceRecordAt, attendanceRecordsOf, memberRecordOf, sessionRecordOf } from './live-records.ts'
import { postsInOrder } from './people-columns.ts'
import type { Persons } from './persons.ts'
import { ReadingLog } from './reading-log.ts'

/** What a view looks at besides the books. */
export interface Viewed {
  readonly base: Dataset
  readonly persons: Persons
  readonly seen: ReadonlyMap<TableName, ReadonlySet<string>>
  readonly problems: readonly Problem[]
  counts(): Dataset['counts']
  /** The dataset as it stands now. */
  dataset(): Dataset
}

/** Lists that have changed, until they change again: rules remember what they make of a list. */
export interface LiveLists {
  sessions?: { readonly version: number; readonly list: readonly Session[] }
  members?: { readonly version: number; readonly list: readonly Member[] }
  posts?: { readonly version: number; readonly list: readonly Post[] }
  problems?: readonly Problem[]
  /** For reading the rows of one member at a time. */
  desk?: DeskColumns
}

/**
 * The dataset as a rule function sees it after events, without being built: what no event has touched is what
 * the dataset says, down to the very lists. It writes down what is read: once that has changed, the rule gets
 * another view, since rules remember what they make of a dataset.
 */
export class LiveView implements Dataset {
  readonly covers: Dataset['covers']
  readonly exportedOn: CivilDate | null
  readonly source: string | null
  readonly '~columns': Columns
  readonly #books: Books
  readonly #viewed: Viewed
  readonly #lists: LiveLists
  /** What was read through this view. */
  readonly log = new ReadingLog()
  /** The state of people and sessions that it shows. */
  readonly peopleVersion: number
  readonly sessionsVersion: number
  readonly problemCount: number

  constructor(books: Books, viewed: Viewed, lists: LiveLists) {
    const { base } = viewed
    this.covers = base.covers
    this.exportedOn = base.exportedOn
    this.source = base.source
    this['~columns'] = books.base
    this.#books = books
    this.#viewed = viewed
    this.#lists = lists
    this.peopleVersion = books.people.version
    this.sessionsVersion = books.sessions.version
    this.problemCount = viewed.problems.length
  }

  /** Whether people, sessions and problems are as they were when it was made, as far as they were read. */
  get isCurrent(): boolean {
    const { people, sessions } = this.#books
    if (this.peopleVersion !== people.version) return false
    if ((this.log.sessions || this.log.whole) && this.sessionsVersion !== sessions.version) return false
    return !this.log.problems || this.problemCount === this.#viewed.problems.length
  }

  get counts(): Dataset['counts'] {
    return this.#viewed.counts()
  }

  get problems(): readonly Problem[] {
    const { base, problems } = this.#viewed
    this.log.problems = true
    if (problems.length === 0) return base.problems
    if (this.#lists.problems?.length !== base.problems.length + problems.length)
      this.#lists.problems = Object.freeze([...base.problems, ...problems])
    return this.#lists.problems
  }

  get trustworthy(): boolean {
    return this.#viewed.base.trustworthy
  }

  get hash(): string {
    this.log.whole = true
    return this.#viewed.dataset().hash
  }

  hasColumn(table: TableName, column: string): boolean {
    const { base, seen } = this.#viewed
    return base.hasColumn(table, column) || seen.get(table)?.has(column) === true
  }

  get sessions(): readonly Session[] {
    const { sessions } = this.#books
    this.log.sessions = true
    if (sessions.changed.size === 0) return this.#viewed.base.sessions
    if (this.#lists.sessions?.version !== sessions.version)
      this.#lists.sessions = { version: sessions.version, list: this.#sessionsNow() }
    return this.#lists.sessions.list
  }

  get members(): readonly Member[] {
    const { people, base } = this.#books
    if (people.changed.size === 0) return this.#viewed.base.members
    if (this.#lists.members?.version !== people.version) {
      const known = this.#viewed.base.members
      const last = (member: number) => people.of(member).stays.at(-1)!.branch
      const order = known
        .map((record, member) => ({ member, record, branch: last(member), id: base.memberId[member]! }))
        .sort((a, b) => a.branch - b.branch || (a.id < b.id ? -1 : 1))
      const list = order.map(({ member, record }) =>
        people.changed.has(member) ? memberRecordOf(this.#books, record, member) : record,
      )
      this.#lists.members = { version: people.version, list: Object.freeze(list) }
    }
    return this.#lists.members.list
  }

  get posts(): readonly Post[] {
    const { people } = this.#books
    if (people.changed.size === 0) return this.#viewed.base.posts
    if (this.#lists.posts?.version !== people.version)
      this.#lists.posts = { version: people.version, list: this.#postsNow() }
    return this.#lists.posts.list
  }

  get organizations() {
    return this.#viewed.base.organizations
  }

  get acts() {
    return this.#viewed.base.acts
  }

  get lecturers() {
    return this.#viewed.base.lecturers
  }

  get courses() {
    return this.#viewed.base.courses
  }

  get venues() {
    return this.#viewed.base.venues
  }

  get programs() {
    return this.#viewed.base.programs
  }

  get services() {
    return this.#viewed.base.services
  }

  get waivers() {
    return this.#viewed.base.waivers
  }

  organization(id: string) {
    return this.#viewed.base.organization(id)
  }

  member(id: string): Member | undefined {
    const known = this.#viewed.base.member(id)
    const member = this.#viewed.persons.position(id)
    const hasMoved = known !== undefined && this.#books.people.changed.has(member)
    return hasMoved ? memberRecordOf(this.#books, known, member) : known
  }

  session(id: string): Session | undefined {
    const { sessions, base } = this.#books
    this.log.sessions = true
    const held = sessions.changed.get(sessions.position(id))
    return held === undefined ? this.#viewed.base.session(id) : sessionRecordOf(held, base.orgId)
  }

  attendanceOf(memberId: string): readonly Attendance[] {
    const member = this.#viewed.persons.position(memberId)
    this.log.members.add(member)
    const rows = this.#books.attendance.own.get(member)
    if (rows === undefined) return this.#viewed.base.attendanceOf(memberId)
    return Object.freeze(attendanceRecordsOf(this.#books, rows, member))
  }

  attendanceAt(sessionId: string): readonly Attendance[] {
    const { attendance } = this.#books
    const { base, persons } = this.#viewed
    const own = this.#ownAt(sessionId)
    if (own.size === 0) return base.attendanceAt(sessionId)
    const found = base
      .attendanceAt(sessionId)
      .filter(({ member }) => !attendance.own.has(persons.position(member)))
    const session = this.#books.sessions.position(sessionId)
    for (const member of own) {
      const record = attendanceRecordAt(this.#books, attendance.of(member), member, session)
      if (record !== undefined) found.push(record)
    }
    return Object.freeze(found.sort((a, b) => (a.member < b.member ? -1 : 1)))
  }

  attendanceCountAt(sessionId: string): number {
    return this.#ownAt(sessionId).size === 0
      ? this.#viewed.base.attendanceCountAt(sessionId)
      : this.attendanceAt(sessionId).length
  }

  presentAt(sessionId: string, as?: Capacity): readonly string[] {
    if (this.#ownAt(sessionId).size === 0) return this.#viewed.base.presentAt(sessionId, as)
    return this.attendanceAt(sessionId)
      .filter(({ status, capacity }) => status === 'present' && isAs(capacity, as))
      .map(({ member }) => member)
  }

  attendanceTraits(memberId: string): AttendanceTraits {
    const member = this.#viewed.persons.position(memberId)
    this.log.members.add(member)
    // What is stated of sessions takes part in the traits.
    this.log.sessions = true
    if (!this.#books.attendance.own.has(member)) return this.#viewed.base.attendanceTraits(memberId)
    const { rows } = roomFor(this.#books, member)
    let { desk } = this.#lists
    if (desk === undefined || desk.room.rows < rows) {
      desk = new DeskColumns(this.#books, { rows: 2 * rows + 64, points: 0 })
      this.#lists.desk = desk
    }
    desk.putAttendance(member)
    return traitsAt(attendanceTraitColumns(desk.columns), 0)
  }

  /** Members with rows of their own who have, or had, one at a session. */
  #ownAt(sessionId: string): ReadonlySet<number> {
    const session = this.#books.sessions.position(sessionId)
    this.log.attended.add(session)
    // A session that is not there may come.
    if (session < 0) this.log.sessions = true
    return session < 0 ? NOBODY : this.#books.attendance.ownAt(session)
  }

  actsOf(memberId: string, kinds?: readonly ActKind[]) {
    return this.#viewed.base.actsOf(memberId, kinds)
  }

  actsAt(organizationId: string, kinds?: readonly ActKind[]) {
    return this.#viewed.base.actsAt(organizationId, kinds)
  }

  subtree(organizationId: string) {
    return this.#viewed.base.subtree(organizationId)
  }

  placeOn(memberId: string, date: CivilDate) {
    const member = this.#viewed.persons.position(memberId)
    const person = this.#books.people.changed.get(member)
    if (person === undefined) return this.#viewed.base.placeOn(memberId, date)
    const day = parseDate(date)
    const stay = person.stays.findLast((one) => one.day <= day) ?? person.stays[0]!
    const { orgId } = this.#books.base
    const id = (org: number) => (org < 0 ? null : orgId[org]!)
    return Object.freeze({ branch: id(stay.branch), group: id(stay.group) })
  }

  factsOn(memberId: string, date: CivilDate): MemberFacts {
    const { people } = this.#books
    const person = people.changed.get(this.#viewed.persons.position(memberId))
    if (person === undefined) return this.#viewed.base.factsOn(memberId, date)
    const day = parseDate(date)
    const point = person.facts.findLast((one) => one.day <= day) ?? person.facts[0]!
    const { status, suspended, gone, tags } = people.factSets[point.set]!
    return Object.freeze({ status: gone ? null : (MEMBER_STATUSES[status]?.id ?? null), suspended, tags })
  }

  #sessionsNow(): readonly Session[] {
    const { sessions, base } = this.#books
    const now: { readonly position: number; readonly record: Session }[] = []
    this.#viewed.base.sessions.forEach((record, position) => {
      if (!sessions.changed.has(position)) now.push({ position, record })
    })
    for (const [position, held] of sessions.changed)
      now.push({ position, record: sessionRecordOf(held, base.orgId) })
    const { sessionHost } = sessions.columns
    now.sort(
      (a, b) => sessionHost[a.position]! - sessionHost[b.position]! || sessions.order(a.position, b.position),
    )
    return Object.freeze(now.map(({ record }) => record))
  }

  /** In order of member as the dataset has them, organization, role and days. */
  #postsNow(): readonly Post[] {
    const { people, base } = this.#books
    return Object.freeze(
      this.members.flatMap(({ id }) =>
        postsInOrder(people.of(this.#viewed.persons.position(id))).map(
          ({ org, role, from, to, fullTime }): Post =>
            Object.freeze({
              member: id,
              organization: base.orgId[org]!,
              role,
              from: formatDate(from),
              to: dateOrNull(to),
              fullTime,
            }),
        ),
      ),
    )
  }
}

const NOBODY: ReadonlySet<number> = new Set()

function isAs(capacity: Capacity, asked: Capacity | undefined): boolean {
  return asked === undefined ? capacity !== 'observer' : capacity === asked
}
