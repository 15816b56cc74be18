import {
  type AttendanceRow,
  type CivilDate,
  type Dataset,
  type DatasetRows,
  dayOfMinute,
  type ExportRow,
  formatDate,
  type SessionRow,
  tryParseDate,
  tryParseInstant,
} from '@xueshi/core'
import type { Plan, PlannedSession } from './plan.ts'

/** Rows of the tables 活动 and 考勤. */
export interface AttendedRows {
  readonly sessions: readonly SessionRow[]
  readonly attendance: readonly AttendanceRow[]
}

/**
 * The sessions of a plan as rows of the table 活动, to be imported by a platform or made into calendars: those that
 * are to come as 计划, those called off as 取消. Sessions that were held are in the data already and are left out.
 * Organizations, venues and lecturers are named by id; `plannedId` is the id, so that a platform that gives its own
 * number to a session still names the plan.
 */
export function plannedRows(plan: Plan): readonly SessionRow[] {
  return plan.sessions
    .filter(({ status }) => status !== 'held')
    .map((session) => rowOf(session, session.status))
}

/**
 * The sessions of a plan as if all had been held and everybody invited had come. Who lectures, as a member or as
 * a lecturer of the register who is a member, is there as lecturer. Sessions that were held are in the data
 * already, those called off are not held: both are left out.
 */
export function attendedRows(plan: Plan, dataset: Dataset): AttendedRows {
  const memberOf = new Map(dataset.lecturers.map(({ id, member }) => [id, member]))
  const coming = plan.sessions.filter(({ status }) => status === 'planned')
  return {
    sessions: coming.map((session) => rowOf(session, 'held')),
    attendance: coming.flatMap((session) => {
      const lecturing = new Set<string>()
      for (const lecturer of session.lecturers) {
        const member = memberOf.has(lecturer) ? memberOf.get(lecturer)! : lecturer
        if (member !== null && dataset.member(member) !== undefined) lecturing.add(member)
      }
      return [...new Set([...session.attendees, ...lecturing])].map((member) => ({
        session: session.id,
        member,
        status: 'present',
        capacity: lecturing.has(member) ? 'lecturer' : 'member',
      }))
    }),
  }
}

/**
 * The rows of a county with the plan taken as attended, and with an export statement that covers the plan's year to
 * its end: what a check of these rows says at the end of the year is what the plan achieves.
 *
 * Rows of the data for sessions of the plan that are to come give way to the plan, with their attendance. Sessions
 * of the data of which no status is stated and that begin after the export stay planned. The table of members still
 * speaks of the day of the export: who moves between that day and the end of the year is reported as
 * `affiliation-conflict`, a warning, and the table of affiliations is believed.
 *
 * @param rows The rows that `dataset` was built from.
 * @example
 * ```ts
 * import { buildDataset, check, defineConfig, type DatasetRows } from '@xueshi/core'
 * import national from '@xueshi/national'
 * import { type Plan, takenAsAttended } from '@xueshi/planner'
 *
 * const rows: DatasetRows = {
 *   organizations: [{ id: 'b1', name: '财政局党支部', kind: '党支部' }],
 *   members: [],
 *   sessions: [],
 *   export: [{ exportedOn: '2025-12-31', from: '2025-01-01', to: '2025-12-31' }],
 * }
 * const plan: Plan = {
 *   version: 1,
 *   year: 2026,
 *   calendar: { name: 'none', status: 'unknown' },
 *   seed: 1,
 *   sessions: [],
 *   unmet: [],
 *   unasked: [],
 *   asked: [],
 * }
 * const proof = buildDataset(takenAsAttended(rows, plan, buildDataset(rows)))
 * const report = check(proof, defineConfig(national.presets.organ), { asOf: '2026-12-31' })
 * console.log(proof.covers.to, report.summary.breached > 0) // 2026-12-31 true
 * ```
 */
export function takenAsAttended(rows: DatasetRows, plan: Plan, dataset: Dataset): DatasetRows {
  const attended = attendedRows(plan, dataset)
  const replaced = new Set<string>()
  for (const { id, status } of plan.sessions) if (status !== 'held') replaced.add(id)
  const gone = new Set<string>()
  const kept: SessionRow[] = []
  for (const row of rows.sessions) {
    if (replaced.has(row.id) || (row.plannedId !== undefined && replaced.has(row.plannedId))) gone.add(row.id)
    else kept.push(isAfterExport(row, dataset) ? { ...row, status: 'planned' } : row)
  }
  return {
    ...rows,
    sessions: [...kept, ...attended.sessions],
    attendance: [...(rows.attendance ?? []).filter((row) => !gone.has(row.session)), ...attended.attendance],
    export: [statementOf(dataset, plan.year)],
  }
}

export function rowOf(session: PlannedSession, status: PlannedSession['status']): SessionRow {
  const { id, organization, kinds, title, start, end, hours, mode, venue } = session
  return {
    id,
    organization,
    kinds: [...kinds],
    title,
    start,
    end,
    hours,
    mode,
    ...(venue === null ? {} : { venue }),
    ...(session.lecturers.length === 0 ? {} : { lecturers: [...session.lecturers] }),
    ...(session.topics.length === 0 ? {} : { topics: [...session.topics] }),
    ...(session.coHosts.length === 0 ? {} : { coHosts: [...session.coHosts] }),
    ...(session.observers.length === 0 ? {} : { observers: [...session.observers] }),
    status,
    plannedId: id,
  }
}

/** Whether the row of a session without status was planned when the data was exported. */
function isAfterExport({ status, start }: SessionRow, { exportedOn }: Dataset): boolean {
  if (status !== undefined || exportedOn === null) return false
  return (dateOf(start) ?? '') > exportedOn
}

export function dateOf(start: string): CivilDate | undefined {
  const minute = tryParseInstant(start)
  if (minute !== undefined) return formatDate(dayOfMinute(minute))
  return tryParseDate(start) === undefined ? undefined : start
}

function statementOf({ covers, exportedOn, source, problems }: Dataset, year: number): ExportRow {
  const first = `${year}-01-01`
  const last = `${year}-12-31`
  const coversNothing = problems.some(({ code }) => code === 'no-coverage')
  return {
    exportedOn: exportedOn !== null && exportedOn > last ? exportedOn : last,
    from: !coversNothing && covers.from < first ? covers.from : first,
    to: covers.to > last ? covers.to : last,
    ...(source === null ? {} : { source }),
  }
}
