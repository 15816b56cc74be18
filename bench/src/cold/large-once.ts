/**
 * A dataset of 400,000 or 10 million attendance rows, built in batches and checked; prints one line of JSON.
 * Argument: `base`, `years` (10,000 members × 5 years) or `members` (250,000 members).
 */
import { type AttendanceRow, check, createDatasetBuilder, type Dataset, type DatasetRows, type SessionRow } from '@xueshi/core'
import { AS_OF, countyRows, everyRule } from '../county.ts'
import { measure } from '../measure.ts'

export interface LargeResult {
  readonly rows: number
  readonly members: number
  readonly sessions: number
  readonly buildMs: number
  readonly checkMs: number
  readonly findings: number
  /** Megabytes: most that the process ever had after building, and what it had while checking. */
  readonly buildPeak: number
  readonly checkMemory: number
  readonly problems: number
}

const BATCH = 20_000
const DAY_MS = 86_400_000
const YEARS = 5
const COPIES_A_YEAR = 5
const COUNTIES = 25

const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20)

/** The same session in another year and some days later, never leaving the year. */
function moved(session: SessionRow, suffix: string, year: number, days: number): SessionRow {
  const shift = (text: string) => {
    const first = Date.UTC(year, 0, 1)
    const ordinal = (Date.parse(`${text.slice(0, 10)}T00:00Z`) - Date.UTC(Number(text.slice(0, 4)), 0, 1)) / DAY_MS
    return new Date(first + ((ordinal + days) % 365) * DAY_MS).toISOString().slice(0, 10) + text.slice(10)
  }
  const start = shift(session.start)
  // Courses of several days end as many days after their start as before.
  const span = session.end === undefined ? 0 : (Date.parse(`${session.end.slice(0, 10)}T00:00Z`) - Date.parse(`${session.start.slice(0, 10)}T00:00Z`)) / DAY_MS
  const end = session.end === undefined ? undefined : new Date(Date.parse(`${start.slice(0, 10)}T00:00Z`) + span * DAY_MS).toISOString().slice(0, 10) + session.end.slice(10)
  return { ...session, id: session.id + suffix, start, ...(end === undefined ? {} : { end }) }
}

function* batches<T>(rows: readonly T[], change: (row: T) => T): Generator<T[]> {
  for (let from = 0; from < rows.length; from += BATCH) yield rows.slice(from, from + BATCH).map(change)
}

type Builder = ReturnType<typeof createDatasetBuilder>

function addTables(builder: Builder, base: DatasetRows, prefix: string): void {
  const named = (id: string) => prefix + id
  const perhaps = (id: string | undefined) => (id === undefined ? undefined : prefix + id)
  const clean = <T extends object>(row: T): T => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as T
  builder.add('organizations', base.organizations.map((row) => clean({ ...row, id: named(row.id), name: named(row.name), parent: perhaps(row.parent) })))
  for (const batch of batches(base.members, (row) => clean({ ...row, id: named(row.id!), organization: named(row.organization), group: perhaps(row.group) })))
    builder.add('members', batch)
  for (const batch of batches(base.affiliations ?? [], (row) => ({ ...row, member: named(row.member), organization: named(row.organization) })))
    builder.add('affiliations', batch)
  for (const batch of batches(base.posts ?? [], (row) => ({ ...row, member: named(row.member), organization: named(row.organization) })))
    builder.add('posts', batch)
}

function addSessions(builder: Builder, base: DatasetRows, change: (row: SessionRow) => SessionRow, attendance: (row: AttendanceRow) => AttendanceRow): void {
  for (const batch of batches(base.sessions, change)) builder.add('sessions', batch)
  for (const batch of batches(base.attendance ?? [], attendance)) builder.add('attendance', batch)
}

function build(shape: string, base: DatasetRows): Dataset {
  const to = base.export![0]!.to!
  const from = shape === 'years' ? `${Number(to.slice(0, 4)) - YEARS + 1}-01-01` : base.export![0]!.from!
  const builder = createDatasetBuilder({ covers: { from, to } })
  if (shape === 'members') {
    for (let county = 0; county < COUNTIES; county++) {
      const prefix = `c${String(county).padStart(2, '0')}-`
      const named = (id: string) => prefix + id
      addTables(builder, base, prefix)
      addSessions(
        builder,
        base,
        (row) => ({ ...row, id: named(row.id), organization: named(row.organization), ...(row.coHosts === undefined ? {} : { coHosts: row.coHosts.map(named) }), ...(row.lecturers === undefined ? {} : { lecturers: row.lecturers.map(named) }) }),
        (row) => ({ ...row, session: named(row.session), member: named(row.member), ...(row.makeUpSession === undefined ? {} : { makeUpSession: named(row.makeUpSession) }) }),
      )
    }
    return builder.build()
  }
  addTables(builder, base, '')
  if (shape === 'base') addSessions(builder, base, (row) => row, (row) => row)
  else {
    for (let year = 0; year < YEARS; year++) {
      for (let copy = 0; copy < COPIES_A_YEAR; copy++) {
        const suffix = `-${year}${copy}`
        addSessions(
          builder,
          base,
          (row) => moved(row, suffix, Number(to.slice(0, 4)) - year, copy * 11),
          (row) => ({ ...row, session: row.session + suffix, ...(row.makeUpSession === undefined ? {} : { makeUpSession: row.makeUpSession + suffix }) }),
        )
      }
    }
  }
  return builder.build()
}

const shape = process.argv[2] ?? 'base'
let base: DatasetRows | null = countyRows()
globalThis.gc?.()
const start = performance.now()
const dataset = build(shape, base)
const buildMs = performance.now() - start
base = null
const buildPeak = megabytes(process.resourceUsage().maxRSS * 1024)
const problems = dataset.problems.length
globalThis.gc?.()
globalThis.gc?.()
const config = everyRule()
let findings = 0
let checkMemory = 0
const timing = await measure(() => {
  findings = check(dataset, config, { asOf: AS_OF }).findings.length
  checkMemory = Math.max(checkMemory, process.memoryUsage.rss())
})
const result: LargeResult = {
  rows: dataset.counts.attendance ?? 0,
  members: dataset.members.length,
  sessions: dataset.counts.sessions ?? 0,
  buildMs,
  checkMs: timing.median,
  findings,
  buildPeak,
  checkMemory: megabytes(checkMemory),
  problems,
}
console.log(JSON.stringify(result))
