import type { CivilDate } from '../civil/date.ts'
import type { Config } from '../config/config.ts'
import { maskPerson } from '../dataset/citizen.ts'
import { ROW } from '../dataset/columns.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { ProblemLog } from '../dataset/problem-log.ts'
import type { SnapshotParts } from '../dataset/records.ts'
import { Snapshot } from '../dataset/snapshot.ts'
import { XueshiError } from '../errors.ts'
import { maskValue, type Problem } from '../model/problem.ts'
import type { AttendanceRow, PostRow, SessionRow } from '../model/rows.ts'
import type { TableName } from '../terms.ts'
import { AttendanceBook, type RecordedRow } from './attendance-book.ts'
import { AttendanceEvents } from './attendance-event.ts'
import { datasetOf } from './dataset-of.ts'
import type { Books } from './desk-columns.ts'
import { Judge } from './judge.ts'
import type { Dismissal, Ledger, Transfer } from './ledger.ts'
import { PeopleBook } from './people-book.ts'
import { PeopleEvents } from './people-event.ts'
import { Persons } from './persons.ts'
import { eventProblem } from './problems.ts'
import { SessionBook } from './session-book.ts'
import { SessionEvents } from './session-event.ts'
import type { MemberStanding, OrganizationStanding } from './standing.ts'

const NO_PROBLEMS: readonly Problem[] = Object.freeze([])

/** The ledger over its books: it applies events and tells the judge what they touch. */
export class LiveLedger implements Ledger {
  readonly #base: Dataset
  readonly #parts: SnapshotParts
  readonly #books: Books
  readonly #persons: Persons
  readonly #attendanceEvents: AttendanceEvents
  readonly #sessionEvents: SessionEvents
  readonly #peopleEvents: PeopleEvents
  readonly #judge: Judge
  readonly #seen = new Map<TableName, Set<string>>()
  readonly #problems: Problem[] = []
  #now: Dataset | undefined

  constructor(dataset: Dataset, config: Config, asOf: CivilDate) {
    const parts = Snapshot.partsOf(dataset)
    if (parts === undefined)
      throw new XueshiError(
        'usage',
        '台账只能在本包构建的数据集上打开 / a ledger needs a dataset built by this package',
      )
    this.#base = dataset
    this.#parts = parts
    const sessions = new SessionBook(parts)
    const people = new PeopleBook(parts.columns, parts.tree)
    const attendance = new AttendanceBook(parts.columns, sessions)
    this.#books = { base: parts.columns, sessions, attendance, people }
    this.#persons = new Persons(parts, people)
    this.#attendanceEvents = new AttendanceEvents(this.#persons, sessions)
    this.#sessionEvents = new SessionEvents(parts.tree, this.#persons)
    this.#peopleEvents = new PeopleEvents(parts.tree, this.#persons, people)
    this.#judge = new Judge(this.#books, config, asOf, {
      base: dataset,
      persons: this.#persons,
      seen: this.#seen,
      problems: this.#problems,
      counts: () => this.#counts(),
      dataset: () => this.dataset(),
    })
  }

  get asOf(): CivilDate {
    return this.#judge.asOf
  }

  record(row: AttendanceRow): readonly Problem[] {
    const read = this.#attendanceEvents.read(row)
    if (read.row === undefined) return this.#keepProblems(read.problems)
    const further = this.#add(read.row)
    this.#see('attendance', row)
    return this.#keepProblems(further === undefined ? read.problems : [...read.problems, ...further])
  }

  correct(row: AttendanceRow): readonly Problem[] {
    const read = this.#attendanceEvents.read(row)
    if (read.row === undefined) return this.#keepProblems(read.problems)
    this.#attendanceTouched(read.row, this.#books.attendance.set(read.row) ? 1 : 0)
    this.#see('attendance', row)
    return this.#keepProblems(read.problems)
  }

  withdraw(session: string, member: string): readonly Problem[] {
    const at = this.#books.sessions.position(session)
    const who = this.#persons.position(member)
    if (at < 0 || who < 0 || !this.#books.attendance.remove(who, at))
      return this.#keepProblems([
        eventProblem('nothingToWithdraw', 'attendance', [maskValue(session), maskPerson(member)]),
      ])
    this.#attendanceTouched({ session: at, member: who }, -1)
    return NO_PROBLEMS
  }

  hold(row: SessionRow): readonly Problem[] {
    const { held, listed, problems, fields } = this.#sessionEvents.read(row)
    if (held === undefined) return this.#keepProblems(problems)
    const { sessions, attendance } = this.#books
    const known = sessions.position(row.id)
    const owners = new Set(known < 0 ? [] : sessions.ownersOf(known))
    const members = known < 0 ? new Set<number>() : attendance.membersAt(known)
    // Their rows are copied while the dataset still says what they say.
    for (const member of members) attendance.of(member)
    for (const id of held.lecturers) {
      const member = this.#persons.position(id)
      if (member < 0) continue
      attendance.of(member)
      members.add(member)
    }
    const session = sessions.keep(held)
    for (const owner of sessions.ownersOf(session)) owners.add(owner)
    for (const member of members) {
      const rows = attendance.of(member)
      attendance.setLecture(member, session, held.lecturers.includes(this.#persons.idOf(member)))
      rows.sort()
    }
    for (const member of attendance.membersMakingUpAt(session)) members.add(member)
    const seen = this.#seenIn('sessions')
    for (const field of fields) seen.add(field)
    this.#now = undefined
    this.#judge.sessionTouched(session, owners, members)
    for (const person of listed) {
      const own = attendance.of(person.member)
      const at = own.find(session)
      // A list that says what is recorded says nothing new.
      if (at >= 0 && (own.flagsAt(at) & ROW.STATUS) === (person.flags & ROW.STATUS)) continue
      this.#add({ ...person, session, makeUp: -1 })
    }
    return this.#keepProblems(problems)
  }

  transfer(event: Transfer): readonly Problem[] {
    const { change, problems } = this.#peopleEvents.transfer(event)
    if (change !== undefined) this.#peopleTouched(change.member, change.organizations)
    return this.#keepProblems(problems)
  }

  appoint(row: PostRow): readonly Problem[] {
    const { change, problems } = this.#peopleEvents.appoint(row)
    if (change !== undefined) {
      this.#see('posts', row)
      this.#peopleTouched(change.member, change.organizations)
    }
    return this.#keepProblems(problems)
  }

  dismiss(event: Dismissal): readonly Problem[] {
    const { change, problems } = this.#peopleEvents.dismiss(event)
    if (change !== undefined) {
      this.#see('posts', event)
      this.#peopleTouched(change.member, change.organizations)
    }
    return this.#keepProblems(problems)
  }

  standingOfMember(id: string): MemberStanding {
    const member = this.#persons.position(id)
    if (member < 0)
      throw new XueshiError('unknown-subject', `没有这名党员 / unknown member: ${maskPerson(id)}`)
    return this.#judge.standingOfMember(member)
  }

  standingOfOrganization(id: string): OrganizationStanding {
    const org = this.#parts.tree.position(id)
    if (org < 0)
      throw new XueshiError('unknown-organization', `没有这个党组织 / unknown organization: ${maskValue(id)}`)
    return this.#judge.standingOfOrganization(org)
  }

  moveTo(asOf: CivilDate): void {
    this.#judge.moveTo(asOf)
  }

  dataset(): Dataset {
    this.#now ??= datasetOf(
      this.#parts,
      this.#books,
      this.#counts(),
      mergedSeen(this.#parts.seen, this.#seen),
      Object.freeze([...this.#base.problems, ...this.#problems]),
    )
    return this.#now
  }

  /** Adds a row of attendance; problems of a second row for the same member and session. */
  #add(row: RecordedRow): readonly Problem[] | undefined {
    const merged = this.#books.attendance.add(row)
    if (merged === 'new' || merged === 'replaced') this.#attendanceTouched(row, merged === 'new' ? 1 : 0)
    if (merged === 'new') return undefined
    const log = new ProblemLog()
    const value = maskValue(
      `${this.#books.sessions.columns.sessionId[row.session]!} × ${this.#persons.idOf(row.member)}`,
    )
    log.add(merged === 'equal' ? 'attendanceDuplicate' : 'attendanceConflict', {
      table: 'attendance',
      field: 'status',
      value,
    })
    return log.problems()
  }

  #attendanceTouched(row: Pick<RecordedRow, 'session' | 'member'>, change: 1 | 0 | -1): void {
    const { sessions } = this.#books
    const turned = change !== 0 && sessions.addRow(row.session, change)
    this.#now = undefined
    this.#judge.attendanceTouched(
      row.member,
      row.session,
      turned ? sessions.ownersOf(row.session) : undefined,
    )
  }

  #peopleTouched(member: number, organizations: readonly number[]): void {
    this.#now = undefined
    this.#judge.peopleTouched(member, organizations)
  }

  #counts(): Dataset['counts'] {
    const { attendance, sessions, people } = this.#books
    const base = this.#base.counts
    const changed: Partial<Record<TableName, number>> = { ...base, sessions: sessions.count }
    if (base.attendance !== undefined || attendance.count > 0) changed.attendance = attendance.count
    if (base.posts !== undefined || people.postCount > 0) changed.posts = people.postCount
    if (base.affiliations !== undefined || people.transfers > 0)
      changed.affiliations = (base.affiliations ?? 0) + people.transfers
    return changed
  }

  #see(table: 'attendance' | 'posts', row: object): void {
    const seen = this.#seenIn(table)
    for (const field in row)
      if (!seen.has(field) && row[field as keyof typeof row] !== undefined) seen.add(field)
  }

  #seenIn(table: TableName): Set<string> {
    let seen = this.#seen.get(table)
    if (seen === undefined) {
      seen = new Set()
      this.#seen.set(table, seen)
    }
    return seen
  }

  #keepProblems(problems: readonly Problem[]): readonly Problem[] {
    if (problems.length > 0) this.#now = undefined
    for (const problem of problems) this.#problems.push(problem)
    return problems
  }
}

function mergedSeen(base: SnapshotParts['seen'], own: ReadonlyMap<TableName, ReadonlySet<string>>) {
  const merged = new Map<TableName, ReadonlySet<string>>(base)
  for (const [table, fields] of own) merged.set(table, new Set([...(base.get(table) ?? []), ...fields]))
  return merged
}
