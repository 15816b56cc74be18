import { XueshiError } from '../errors.ts'
import type { Problem } from '../model/problem.ts'
import { type DatasetRows, type InputTable, type RowOf, rowSchemas, type SessionRow } from '../model/rows.ts'
import { actReader } from './acts.ts'
import { assemble } from './assemble.ts'
import { AttendanceReader } from './attendance-reader.ts'
import { AttendanceStore, UNSTATED } from './attendance-store.ts'
import type { BatchPlace, DatasetBuilder, DatasetOptions } from './builder.ts'
import type { Collected, Drafts } from './collected.ts'
import { ROW } from './columns.ts'
import { exportReader } from './coverage.ts'
import type { Dataset } from './dataset.ts'
import type { Draft } from './duplicates.ts'
import { memberReader } from './members.ts'
import { organizationReader } from './organizations.ts'
import { affiliationReader } from './places.ts'
import { postReader } from './posts.ts'
import { ProblemLog } from './problem-log.ts'
import { registerReader } from './registers.ts'
import { RowGate } from './row-gate.ts'
import { SessionStore } from './session-store.ts'
import { sessionReader } from './sessions.ts'
import { waiverReader } from './waivers.ts'

/**
 * Starts a dataset: rows of any table may be added in any order and in batches of any size, then `build`
 * makes the immutable dataset. Faults of the rows become problems of the dataset with their place.
 *
 * @example
 * ```ts
 * import { createDatasetBuilder } from '@xueshi/core'
 *
 * const builder = createDatasetBuilder({ covers: { from: '2025-01-01', to: '2025-12-31' } })
 * builder.add('organizations', [{ id: 'b1', name: '第一党支部', kind: '党支部' }])
 * builder.add('members', [{ id: 'p1', name: '甲', status: '正式党员', organization: 'b1' }])
 * builder.add('sessions', [
 *   { id: 's1', organization: 'b1', kinds: ['主题党日'], start: '2025-03-05T14:30+08:00', hours: 2 },
 * ])
 * builder.add('attendance', [{ session: 's1', member: 'p1', status: '出席' }])
 * const dataset = builder.build()
 * console.log(dataset.attendanceOf('p1').length, dataset.problems.length) // 1 0
 * ```
 */
export function createDatasetBuilder(options: DatasetOptions = {}): DatasetBuilder {
  return new RowCollector(options)
}

/**
 * Builds a dataset from the rows of all tables at once.
 *
 * @example
 * ```ts
 * import { buildDataset } from '@xueshi/core'
 *
 * const dataset = buildDataset({
 *   organizations: [{ id: 'b1', name: '第一党支部', kind: 'branch' }],
 *   members: [{ id: 'p1', name: '甲', status: 'full', organization: 'b1' }],
 *   sessions: [{ id: 's1', organization: 'b1', kinds: ['general-meeting'], start: '2025-03-05' }],
 * })
 * console.log(dataset.covers.to, dataset.problems[0]?.code) // 2025-03-31 coverage-assumed
 * ```
 */
export function buildDataset(rows: DatasetRows, options: DatasetOptions = {}): Dataset {
  const builder = createDatasetBuilder(options)
  for (const table of INPUT_TABLES) {
    const own = rows[table]
    if (own === undefined) continue
    builder.declare(table)
    builder.add(table, own)
  }
  return builder.build()
}

const INPUT_TABLES = Object.keys(rowSchemas) as InputTable[]

type SmallTable = Exclude<InputTable, 'attendance'>
type Intake = (rows: readonly unknown[], base: number) => void

/** Keeps drafts. */
interface Drawer<D> {
  push(draft: D): unknown
}

/** What is let go when the dataset is built, even where somebody holds on to the builder. */
interface Intakes extends Collected {
  readonly tables: Set<InputTable>
  readonly intakes: Readonly<Record<InputTable, Intake>>
}

class RowCollector implements DatasetBuilder {
  #collected: Intakes | undefined
  readonly #rejected = new Map<InputTable, number>()
  readonly #seen = new Map<InputTable, Set<string>>()

  constructor(options: DatasetOptions) {
    const log = new ProblemLog()
    const attendance = new AttendanceStore()
    const lists = new AttendanceStore()
    const sessions = new SessionStore()
    const drafts: Drafts = {
      organizations: [],
      members: [],
      affiliations: [],
      posts: [],
      acts: [],
      lecturers: [],
      courses: [],
      venues: [],
      programs: [],
      services: [],
      waivers: [],
      export: [],
    }
    const readSession = sessionReader(log, listKeeper(attendance, lists))
    this.#collected = {
      drafts,
      sessions,
      attendance,
      lists,
      tables: new Set(),
      rejected: this.#rejected,
      seen: this.#seen,
      log,
      options,
      intakes: {
        organizations: this.#intake('organizations', drafts.organizations, organizationReader(log), log),
        members: this.#intake('members', drafts.members, memberReader(log), log),
        affiliations: this.#intake('affiliations', drafts.affiliations, affiliationReader(log), log),
        posts: this.#intake('posts', drafts.posts, postReader(log), log),
        sessions: this.#intake('sessions', sessions, readSession, log),
        acts: this.#intake('acts', drafts.acts, actReader(log), log),
        lecturers: this.#intake('lecturers', drafts.lecturers, registerReader('lecturers', log), log),
        courses: this.#intake('courses', drafts.courses, registerReader('courses', log), log),
        venues: this.#intake('venues', drafts.venues, registerReader('venues', log), log),
        programs: this.#intake('programs', drafts.programs, registerReader('programs', log), log),
        services: this.#intake('services', drafts.services, registerReader('services', log), log),
        waivers: this.#intake('waivers', drafts.waivers, waiverReader(log), log),
        export: this.#intake('export', drafts.export, exportReader(log), log),
        attendance: this.#attendanceIntake(attendance, log),
      },
    }
  }

  declare(table: InputTable, columns?: readonly string[]): void {
    this.#open().tables.add(table)
    for (const column of columns ?? []) this.#seenIn(table).add(column)
  }

  add(table: InputTable, rows: readonly unknown[], at?: BatchPlace): void {
    const { tables, log, intakes } = this.#open()
    tables.add(table)
    intakes[table](rows, log.places(table).add(rows.length, at))
  }

  report(problem: Problem): void {
    this.#open().log.report(problem)
  }

  build(): Dataset {
    const collected = this.#open()
    this.#collected = undefined
    return assemble(collected)
  }

  #open(): Intakes {
    if (this.#collected === undefined)
      throw new XueshiError(
        'dataset-closed',
        '数据集已建成，不能再添加 / the dataset is built and takes no more rows',
      )
    return this.#collected
  }

  #seenIn(table: InputTable): Set<string> {
    let seen = this.#seen.get(table)
    if (seen === undefined) {
      seen = new Set()
      this.#seen.set(table, seen)
    }
    return seen
  }

  #reject(table: InputTable): void {
    this.#rejected.set(table, (this.#rejected.get(table) ?? 0) + 1)
  }

  #intake<T extends SmallTable, D extends Draft>(
    table: T,
    drafts: Drawer<D>,
    read: (row: RowOf<T>, ordinal: number) => D | undefined,
    log: ProblemLog,
  ): Intake {
    const gate = new RowGate(table, log)
    let unseen = Object.keys(rowSchemas[table].shape)
    return (rows, base) => {
      for (let i = 0; i < rows.length; i++) {
        const row = gate.admit(rows[i], base + i)
        const draft = row === undefined ? undefined : read(row, base + i)
        if (draft === undefined) this.#reject(table)
        else drafts.push(draft)
        if (row !== undefined && unseen.length > 0) unseen = this.#look(table, row, unseen)
      }
    }
  }

  /** Remembers which fields have had a value, and returns those that still have not. */
  #look(table: InputTable, row: object, unseen: string[]): string[] {
    const fields = row as Readonly<Record<string, unknown>>
    const found = unseen.filter((field) => fields[field] !== undefined)
    if (found.length === 0) return unseen
    for (const field of found) this.#seenIn(table).add(field)
    return unseen.filter((field) => !found.includes(field))
  }

  #attendanceIntake(store: AttendanceStore, log: ProblemLog): Intake {
    const gate = new RowGate('attendance', log)
    const accepts = { session: gate.acceptOf('session'), member: gate.acceptOf('member') }
    const reader = new AttendanceReader(store, accepts, log)
    return (rows, base) => {
      for (let i = reader.readPlain(rows, 0); i < rows.length; i = reader.readPlain(rows, i + 1)) {
        const row = gate.admit(rows[i], base + i)
        if (row !== undefined && reader.read(row, base + i)) continue
        store.pushHole()
        this.#reject('attendance')
      }
      if (rows.length === 0) return
      const seen = this.#seenIn('attendance')
      for (const field of ['session', 'member', 'status']) seen.add(field)
      if (reader.seen.capacity) seen.add('capacity')
      if (reader.seen.hours) seen.add('hours')
      if (reader.seen.makeUpSession) seen.add('makeUpSession')
    }
  }
}

/** Stores the persons that sessions list, by the dictionary of the attendance. */
function listKeeper(attendance: AttendanceStore, lists: AttendanceStore) {
  return (row: SessionRow, ordinal: number): number => {
    // Attendance that comes later then keeps no second copy of the id.
    attendance.sessions.code(row.id)
    for (const [names, status] of [
      [row.participants, ROW.PRESENT],
      [row.excused, ROW.EXCUSED],
      [row.absentees, ROW.ABSENT],
    ] as const)
      if (names !== undefined)
        for (const name of names) lists.push(ordinal, attendance.members.code(name), status, UNSTATED)
    return lists.count
  }
}
