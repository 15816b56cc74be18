import { type Dataset, tryParseInstant } from '@xueshi/core'
import type { Conflict, ConflictOptions, TimedSession } from './conflict.ts'
import { conflictMessage, sessionName } from './conflict-words.ts'
import { doubleBookings } from './double-bookings.ts'
import type { Plan, PlannedSession } from './plan.ts'
import { recordedSessions } from './recorded-sessions.ts'
import { SessionInspection } from './session-inspection.ts'

/**
 * Everything in a plan that cannot be: persons, lecturers and venues in two places at one time, venues that are
 * shut or too small, days that are not worked, persons invited where they do not belong, and references to nothing.
 * It knows nothing of how a plan is made and looks at sessions as intervals of time, so that it can judge any plan.
 *
 * Sessions called off are looked at for their id alone. Those that were held are facts: what is wrong with them or
 * between them is not reported, a planned session that collides with one is; so it is with sessions of the data in
 * that year that the plan does not have, where their times are known. A session of several days takes its
 * persons and its venue from its start to its end. A venue of which no opening hours are stated is open; hours that
 * cannot be read are never open (see {@link readOpeningHours}). Who observes 列席 is not known by person.
 *
 * @param options `workdays`: the calendar the plan was made with; `blackouts`: as given to the planner.
 * @returns In order of code, sessions, person and venue; empty where the plan stands.
 * @example
 * ```ts
 * import { buildDataset } from '@xueshi/core'
 * import { findConflicts, type Plan, type PlannedSession } from '@xueshi/planner'
 *
 * const dataset = buildDataset({
 *   organizations: [{ id: 'b1', name: '财政局党支部', kind: '党支部' }],
 *   members: [{ id: 'm1', name: '张三', status: '正式党员', organization: 'b1' }],
 *   sessions: [],
 *   export: [{ from: '2026-01-01', to: '2026-12-31' }],
 * })
 * const session = (id: string, from: string, to: string): PlannedSession => ({
 *   id,
 *   organization: 'b1',
 *   coHosts: [],
 *   kinds: ['theme-day'],
 *   title: '主题党日',
 *   start: `2026-03-05T${from}+08:00`,
 *   end: `2026-03-05T${to}+08:00`,
 *   date: '2026-03-05',
 *   lastDay: '2026-03-05',
 *   hours: 2,
 *   mode: 'in-person',
 *   topics: [],
 *   lecturers: [],
 *   venue: null,
 *   observers: [],
 *   attendees: ['m1'],
 *   serves: [],
 *   notes: [],
 *   status: 'planned',
 *   provisional: false,
 * })
 * const plan: Plan = {
 *   version: 1,
 *   year: 2026,
 *   calendar: { name: 'none', status: 'unknown' },
 *   seed: 1,
 *   sessions: [session('s1', '09:00', '11:00'), session('s2', '10:30', '11:30')],
 *   unmet: [],
 *   unasked: [],
 *   asked: [],
 * }
 * console.log(findConflicts(plan, dataset).map(({ code, person }) => `${code} ${person}`)) // [ 'person-double-booked m1' ]
 * ```
 */
export function findConflicts(
  plan: Plan,
  dataset: Dataset,
  options: ConflictOptions = {},
): readonly Conflict[] {
  const conflicts = duplicateIds(plan, dataset)
  const inspection = new SessionInspection(plan, dataset, options)
  const timed: TimedSession[] = []
  for (const session of [...plan.sessions, ...recordedSessions(plan, dataset)]) {
    if (session.status === 'cancelled') continue
    if (session.status === 'planned') conflicts.push(...inspection.conflictsOf(session))
    const from = tryParseInstant(session.start)
    const to = tryParseInstant(session.end)
    if (from !== undefined && to !== undefined && from < to) timed.push({ session, from, to })
  }
  conflicts.push(...doubleBookings(timed, dataset))
  return conflicts.sort(byContent)
}

function duplicateIds(plan: Plan, dataset: Dataset): Conflict[] {
  const first = new Map<string, PlannedSession>()
  const conflicts: Conflict[] = []
  for (const session of plan.sessions) {
    const { id } = session
    const earlier = first.get(id)
    if (earlier === undefined) {
      first.set(id, session)
      continue
    }
    const names = [sessionName(earlier, dataset), sessionName(session, dataset)] as const
    const message = conflictMessage('duplicate-id', id, ...names)
    conflicts.push({ code: 'duplicate-id', sessions: [id], person: null, venue: null, message })
  }
  return conflicts
}

function byContent(a: Conflict, b: Conflict): number {
  const x = keyOf(a)
  const y = keyOf(b)
  return x < y ? -1 : x > y ? 1 : 0
}

function keyOf({ code, sessions, person, venue, message }: Conflict): string {
  return [code, ...sessions, person ?? '', venue ?? '', message['zh-CN']].join('\n')
}
