import type { AttendanceRow, CivilDate, Dataset, DatasetRows, SessionRow } from '@xueshi/core'
import { dateOf, rowOf } from '../attended.ts'
import type { Plan } from '../plan.ts'
import type { MakeUpSession, Remedies } from './remedies.ts'

/**
 * The rows of a county as they will stand when everything the remedies say was done, and nothing else: planned
 * sessions that somebody joins, or that their organization has to hold, are held and those who join them are there;
 * new sessions are held with all who are to come. Other sessions after the report stay planned. The export statement
 * covers the year to its end: a check of these rows on the last day of a gap says whether it is closed.
 *
 * Steps that record what happened add nothing: nobody knows whether it did.
 *
 * @param rows The rows that `dataset` was built from.
 * @param options `plan`: the plan the remedies were found with.
 * @example
 * ```ts
 * import { buildDataset, check, type DatasetRows, defineConfig } from '@xueshi/core'
 * import national from '@xueshi/national'
 * import { remedy, rowsWithRemedies } from '@xueshi/planner'
 *
 * const rows: DatasetRows = {
 *   organizations: [{ id: 'b1', name: '财政局党支部', kind: '党支部', founded: '2020-01-01' }],
 *   members: ['m1', 'm2', 'm3'].map((id) => ({ id, name: id, status: '正式党员', organization: 'b1' })),
 *   posts: [],
 *   sessions: [],
 *   attendance: [],
 *   export: [{ exportedOn: '2026-06-10', from: '2026-06-01', to: '2026-06-10' }],
 * }
 * const dataset = buildDataset(rows)
 * const config = defineConfig(national.presets.organ)
 * const rules = ['national/branch/theme-day']
 * const remedies = remedy(check(dataset, config, { asOf: '2026-06-10', rules }), dataset, config)
 * const after = buildDataset(rowsWithRemedies(rows, remedies, dataset))
 * const june = check(after, config, { asOf: '2026-06-30', rules, allVerdicts: true }).findings.at(-1)
 * console.log(june?.window.key, june?.verdict) // 2026-06 met
 * ```
 */
export function rowsWithRemedies(
  rows: DatasetRows,
  remedies: Remedies,
  dataset: Dataset,
  options: { readonly plan?: Plan } = {},
): DatasetRows {
  const { asOf } = remedies
  const present = attendanceOf(remedies)
  const planned = new Map((options.plan?.sessions ?? []).map((session) => [session.id, session]))
  const joined = new Set(
    remedies.gaps.flatMap(({ steps }) =>
      steps.flatMap((step) => (step.step === 'join' ? [step.session] : [])),
    ),
  )
  const known = new Set<string>()
  const sessions = rows.sessions.map((row): SessionRow => {
    const id = [row.plannedId, row.id].find((one) => one !== undefined && joined.has(one))
    if (id !== undefined) {
      known.add(id)
      for (const one of present.get(id) ?? []) one.session = row.id
      return { ...row, status: 'held' }
    }
    return isCancelled(dataset, row) || (dateOf(row.start) ?? '') <= asOf
      ? row
      : { ...row, status: 'planned' }
  })
  for (const id of joined) {
    const session = planned.get(id)
    if (!known.has(id) && session !== undefined) sessions.push(rowOf(session, 'held'))
  }
  const there = [...present.values()].flat()
  const replaced = new Set(there.map(({ session, member }) => `${session}\n${member}`))
  return {
    ...rows,
    sessions: [...sessions, ...remedies.sessions.map(newRow)],
    attendance: [
      ...(rows.attendance ?? []).filter(({ session, member }) => !replaced.has(`${session}\n${member}`)),
      ...there,
    ],
    export: [statementTo(lastDay(remedies), dataset)],
  }
}

/** Who is where, by session: as lecturer where any step says so. */
function attendanceOf({
  gaps,
  sessions,
}: Remedies): Map<string, { -readonly [K in keyof AttendanceRow]: AttendanceRow[K] }[]> {
  const capacities = new Map<string, Map<string, string>>()
  const add = (session: string, member: string, capacity: string) => {
    let own = capacities.get(session)
    if (own === undefined) {
      own = new Map()
      capacities.set(session, own)
    }
    if (own.get(member) === undefined || capacity === 'lecturer') own.set(member, capacity)
  }
  for (const { id, persons, lecturers } of sessions)
    for (const member of persons) add(id, member, lecturers.includes(member) ? 'lecturer' : 'member')
  for (const { subject, steps } of gaps)
    for (const step of steps) {
      if (step.step === 'record' || step.capacity === null || subject.kind === 'organization') continue
      add(step.session, subject.kind === 'post' ? subject.id.split('@')[0]! : subject.id, step.capacity)
    }
  return new Map(
    [...capacities].map(([session, members]) => [
      session,
      [...members].map(([member, capacity]) => ({ session, member, status: 'present', capacity })),
    ]),
  )
}

function newRow(session: MakeUpSession): SessionRow {
  const { id, organization, kinds, topics, mode, hours, date, lastDay, start, end, venue, lecturers } =
    session
  return {
    id,
    organization,
    kinds: [...kinds],
    title: '补学',
    start: start ?? date,
    end: end ?? lastDay,
    hours,
    mode,
    ...(topics.length === 0 ? {} : { topics: [...topics] }),
    ...(venue === null ? {} : { venue }),
    ...(lecturers.length === 0 ? {} : { lecturers: [...lecturers] }),
    status: 'held',
    plannedId: id,
  }
}

function isCancelled(dataset: Dataset, { id }: SessionRow): boolean {
  return dataset.session(id)?.status === 'cancelled'
}

/** End of the year in which remedies lie. */
function lastDay({ asOf, sessions, gaps }: Remedies): CivilDate {
  const dates = [asOf, ...sessions.map((one) => one.lastDay), ...gaps.map(({ due }) => due ?? asOf)]
  const latest = dates.reduce((last, date) => (date > last ? date : last))
  return `${latest.slice(0, 4)}-12-31`
}

function statementTo(last: CivilDate, { covers, source, exportedOn }: Dataset) {
  return {
    exportedOn: exportedOn !== null && exportedOn > last ? exportedOn : last,
    from: covers.from,
    to: covers.to > last ? covers.to : last,
    ...(source === null ? {} : { source }),
  }
}
