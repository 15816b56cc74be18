import { type AttendanceRow, type DatasetRows, formatDate, type InputTable, type RowOf } from '@xueshi/core'
import { actRow, type Deed } from './acts.ts'
import { programmeOf } from './agenda.ts'
import type { Answer } from './answers.ts'
import { attend } from './attendance.ts'
import { branchActs } from './branch-acts.ts'
import { passYear, peopleOf } from './changes.ts'
import { plant } from './faults.ts'
import type { Branch, Unit } from './model.ts'
import { type SampleOptions, type Settings, settingsOf } from './options.ts'
import { buildTree, type Tree } from './organizations.ts'
import { pastRecords } from './past.ts'
import { settle } from './people.ts'
import { appoint } from './posts.ts'
import { ProgramList } from './programs.ts'
import { courseRows, fillBank, lecturerRows, venueRows } from './resources.ts'
import { serviceRows } from './services.ts'
import type { Meeting } from './sessions.ts'
import { affiliationRows, memberRow, organizationRow, postRow, sessionRow } from './table-rows.ts'
import { countyActs, organActs } from './upper-acts.ts'

/** A synthetic county: its tables and the breaches planted in it. */
export interface SampleCounty {
  readonly rows: DatasetRows
  /** All breaches as of the last day covered, sorted by rule, subject and window. */
  readonly answers: readonly Answer[]
}

/** Rows of one table, at most {@link BATCH_ROWS}. */
export type SampleBatch = {
  [T in InputTable]: { readonly table: T; readonly rows: readonly RowOf<T>[] }
}[InputTable]

/** A synthetic county whose tables come in batches, for counties that do not fit in memory as row objects. */
export interface SampleBatches {
  readonly answers: readonly Answer[]
  /** Generates the batches anew each time it is iterated; equal every time. */
  readonly batches: Iterable<SampleBatch>
}

/** Most rows of one batch. */
export const BATCH_ROWS = 20_000

/**
 * A deterministic synthetic county: organizations, members, posts, a year (or several) of sessions and
 * attendance that meet every duty of the national rules, but for planted faults. Persons and places are
 * invented; citizen numbers have a valid form and a region that does not exist.
 *
 * @throws XueshiError `usage` where an option is out of range.
 * @example
 * ```ts
 * import { sampleCounty } from '@xueshi/testing'
 *
 * const { rows, answers } = sampleCounty({ seed: 1, members: 300 })
 * console.log(rows.organizations[0]!.name, answers.length > 0)
 * ```
 */
export function sampleCounty(options: SampleOptions = {}): SampleCounty {
  const { answers, batches } = sampleCountyBatches(options)
  const rows: Partial<Record<InputTable, unknown[]>> = {
    organizations: [],
    members: [],
    affiliations: [],
    posts: [],
    sessions: [],
    attendance: [],
    acts: [],
    lecturers: [],
    courses: [],
    venues: [],
    programs: [],
    services: [],
    export: [],
  }
  for (const batch of batches) {
    rows[batch.table] ??= []
    const table = rows[batch.table]!
    for (const row of batch.rows) table.push(row)
  }
  // Each batch holds rows of its table.
  return { rows: rows as unknown as DatasetRows, answers }
}

/**
 * The same county as {@link sampleCounty}, in batches of at most 20,000 rows. Feed them to a dataset builder
 * one by one: the rows of sessions and attendance exist only while their batch is read.
 *
 * @throws XueshiError `usage` where an option is out of range.
 * @example
 * ```ts
 * import { sampleCountyBatches } from '@xueshi/testing'
 *
 * let attendance = 0
 * for (const { table, rows } of sampleCountyBatches({ members: 300 }).batches)
 *   if (table === 'attendance') attendance += rows.length
 * console.log(attendance > 5000)
 * ```
 */
export function sampleCountyBatches(options: SampleOptions = {}): SampleBatches {
  const settings = settingsOf(options)
  const tree = buildTree(settings)
  settle(tree, settings)
  appoint(tree, settings)
  fillBank(tree, settings)
  passYear(tree, settings)
  const answers = plant(tree, settings)
  answers.sort(
    (a, b) => compare(a.rule, b.rule) || compare(a.subject.id, b.subject.id) || compare(a.window, b.window),
  )
  return { answers, batches: { [Symbol.iterator]: () => batchesOf(tree, settings) } }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function* batchesOf(tree: Tree, settings: Settings): Generator<SampleBatch> {
  yield* standing(tree, settings)
  const programme = programmeOf(tree, settings)
  const sessions: RowOf<'sessions'>[] = []
  const attendance: AttendanceRow[] = []
  const acts: RowOf<'acts'>[] = []
  const programs = new ProgramList(tree, settings)
  const hold = (meeting: Meeting) => {
    programs.note(meeting)
    sessions.push(sessionRow(meeting))
  }
  const record = (deeds: readonly Deed[]) => {
    for (const deed of deeds) acts.push(actRow(deed))
  }
  if (settings.profile !== null) {
    const past = pastRecords(tree, settings)
    past.meetings.forEach(hold)
    record(past.deeds)
    attendance.push(...past.attendance)
  }
  for (let year = settings.firstYear; year <= settings.year; year++) {
    const county = programme.county(year)
    for (const group of [...county.secretaries, ...county.committees, ...county.courses]) group.forEach(hold)
    for (const group of [county.members, county.second, county.open]) group.forEach(hold)
    for (const group of [county.induction, county.online, county.lessons]) group.forEach(hold)
    for (const one of [county.staff, county.refresher, ...county.classes.flat()]) hold(one)
    record(countyActs(tree, year, settings))
    for (const organ of tree.organs) {
      const plan = programme.organ(organ, year)
      hold(plan.training)
      for (const meeting of [...plan.studies, ...plan.upper]) hold(meeting)
      if (plan.lifeMeeting !== null) hold(plan.lifeMeeting)
      record(organActs(organ, year, settings))
      for (const branch of organ.branches) {
        for (const meeting of programme.branch(branch, year)) hold(meeting)
        for (const person of branch.people) {
          const done = attend(person, year, programme)
          for (const row of done.rows) attendance.push(row)
          done.further.forEach(hold)
        }
        record(branchActs(branch, year, programme))
        while (acts.length >= BATCH_ROWS) yield { table: 'acts', rows: acts.splice(0, BATCH_ROWS) }
        while (attendance.length >= BATCH_ROWS)
          yield { table: 'attendance', rows: attendance.splice(0, BATCH_ROWS) }
        while (sessions.length >= BATCH_ROWS)
          yield { table: 'sessions', rows: sessions.splice(0, BATCH_ROWS) }
      }
    }
  }
  yield { table: 'sessions', rows: sessions }
  yield { table: 'attendance', rows: attendance }
  yield { table: 'acts', rows: acts }
  yield { table: 'programs', rows: programs.rows() }
}

/** The tables without a year: organizations, members, organization relations, posts, the export itself. */
function* standing(tree: Tree, settings: Settings): Generator<SampleBatch> {
  const said = {
    exportedOn: formatDate(settings.to + 4),
    from: formatDate(settings.from),
    to: formatDate(settings.to),
    source: '岚溪县党员教育管理平台（合成数据）',
  }
  yield { table: 'export', rows: [said] }
  yield* cut('organizations', unitsOf(tree), (unit) => [organizationRow(unit)])
  yield* cut('members', peopleOf(tree), (person) => [memberRow(person)])
  yield* cut('affiliations', peopleOf(tree), affiliationRows)
  yield* cut('posts', peopleOf(tree), (person) => person.posts.map(postRow))
  yield { table: 'lecturers', rows: lecturerRows(tree) }
  yield { table: 'courses', rows: courseRows(tree, settings) }
  yield { table: 'venues', rows: venueRows(tree, settings) }
  yield* cut('services', peopleOf(tree), (person) => serviceRows(person, settings))
}

function* cut<T extends 'organizations' | 'members' | 'affiliations' | 'posts' | 'services', S>(
  table: T,
  sources: Iterable<S>,
  rowsOf: (source: S) => RowOf<T>[],
): Generator<SampleBatch> {
  const rows: RowOf<T>[] = []
  for (const source of sources) {
    rows.push(...rowsOf(source))
    if (rows.length < BATCH_ROWS) continue
    yield { table, rows: rows.splice(0, BATCH_ROWS) } as SampleBatch
  }
  yield { table, rows } as SampleBatch
}

/** All organizations, upper ones first. */
function unitsOf(tree: Tree): Unit[] {
  const units: Unit[] = [tree.county, tree.workingCommittee]
  for (const organ of tree.organs) {
    units.push(organ.leadership, organ.study, ...organ.committees)
    for (const branch of organ.branches) units.push(branch, ...groupsOf(branch))
  }
  return units
}

function groupsOf(branch: Branch): Unit[] {
  return branch.groups
}
