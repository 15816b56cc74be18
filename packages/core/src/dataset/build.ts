import { XueshiError } from '../errors.ts'
import type { Problem } from '../model/problem.ts'
import { type DatasetRows, type InputTable, type RowOf, rowSchemas, type SessionRow } from '../model/rows.ts'
import { ActStore } from './act-store.ts'
import { actReader } from './acts.ts'
import { AffiliationStore } from './affiliation-store.ts'
import { assemble } from './assemble.ts'
import { AttendanceReader } from './attendance-reader.ts'
import { AttendanceStore, UNSTATED } from './attendance-store.ts'
import type { BatchPlace, DatasetBuilder, DatasetOptions } from './builder.ts'
import type { Collected, Drafts } from './collected.ts'
import { ROW } from './columns.ts'
import { exportReader } from './coverage.ts'
import type { Dataset } from './dataset.ts'
import { memberReader } from './members.ts'
import { Mentions } from './mentions.ts'
import { organizationReader } from './organizations.ts'
import { affiliationReader } from './places.ts'
import { postReader } from './posts.ts'
import { ProblemLog } from './problem-log.ts'
import { registerReader } from './registers.ts'
import { RowGate } from './row-gate.ts'
import { ServiceStore } from './services.ts'
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
    const mentions = new Mentions()
    const affiliations = new AffiliationStore(mentions)
    const sessions = new SessionStore(mentions)
    const acts = new ActStore(mentions)
    const services = new ServiceStore(mentions)
    const drafts: Drafts = {
      organizations: [],
      members: [],
      posts: [],
      lecturers: [],
      courses: [],
      venues: [],
      programs: [],
      waivers: [],
      export: [],
    }
    const readSession = sessionReader(log, listKeeper(mentions, lists))
    this.#collected = {
      drafts,
      mentions,
      affiliations,
      sessions,
      acts,
      services,
      attendance,
      lists,
      tables: new Set(),
      rejected: this.#rejected,
      seen: this.#seen,
      log,
      options,
      intakes: {
        organizations: this.#intake(
          'organizations',
          into(drafts.organizations, organizationReader(log)),
          log,
        ),
        members: this.#intake('members', into(drafts.members, memberReader(log)), log),
        affiliations: this.#intake('affiliations', into(affiliations, affiliationReader(log)), log),
        posts: this.#intake('posts', into(drafts.posts, postReader(log)), log),
        sessions: this.#intake('sessions', into(sessions, readSession), log),
        acts: this.#intake('acts', into(acts, actReader(log)), log),
        lecturers: this.#intake('lecturers', into(drafts.lecturers, registerReader('lecturers', log)), log),
        courses: this.#intake('courses', into(drafts.courses, registerReader('courses', log)), log),
        venues: this.#intake('venues', into(drafts.venues, registerReader('venues', log)), log),
        programs: this.#intake('programs', into(drafts.programs, registerReader('programs', log)), log),
        services: this.#intake('services', (row, ordinal) => services.push(row, ordinal), log),
        waivers: this.#intake('waivers', into(drafts.waivers, waiverReader(log)), log),
        export: this.#intake('export', into(drafts.export, exportReader(log)), log),
        attendance: this.#attendanceIntake(attendance, mentions, log),
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

  #intake<T extends SmallTable>(
    table: T,
    take: (row: RowOf<T>, ordinal: number) => boolean,
    log: ProblemLog,
  ): Intake {
    const gate = new RowGate(table, log)
    return (rows, base) => {
      for (let i = 0; i < rows.length; i++) {
        const row = gate.admit(rows[i], base + i)
        if (row === undefined || !take(row, base + i)) this.#reject(table)
      }
      const fields = gate.seen()
      if (fields.length > 0) for (const field of fields) this.#seenIn(table).add(field)
    }
  }

  #attendanceIntake(store: AttendanceStore, mentions: Mentions, log: ProblemLog): Intake {
    const gate = new RowGate('attendance', log)
    const accepts = {
      session: gate.acceptOf('session'),
      member: gate.acceptOf('member'),
      hours: gate.acceptOf('hours'),
    }
    const reader = new AttendanceReader(store, mentions, accepts, log)
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

/** Keeps what is read of a row; false where nothing is. */
function into<R, D extends object>(drawer: Drawer<D>, read: (row: R, ordinal: number) => D | undefined) {
  return (row: R, ordinal: number): boolean => {
    const draft = read(row, ordinal)
    if (draft === undefined) return false
    drawer.push(draft)
    return true
  }
}

/** Stores the persons that sessions list. */
function listKeeper({ persons }: Mentions, lists: AttendanceStore) {
  return (row: SessionRow, ordinal: number): number => {
    for (const [names, status] of [
      [row.participants, ROW.PRESENT],
      [row.excused, ROW.EXCUSED],
      [row.absentees, ROW.ABSENT],
    ] as const)
      if (names !== undefined)
        for (const name of names) lists.push(ordinal, persons.code(name), status, UNSTATED)
    return lists.count
  }
}
