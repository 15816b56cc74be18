import type { Config, Dataset, Session } from '@xueshi/core'
import { type PlanChanges, planChanges } from './changes.ts'
import type { PlanOptions } from './options.ts'
import { byStart } from './order.ts'
import type { Plan, PlannedSession } from './plan.ts'
import { planned, prepare } from './plan-year.ts'

/** A new plan and what it changes. */
export interface Replanned {
  readonly plan: Plan
  readonly changes: PlanChanges
}

/**
 * Plans the rest of a year anew after something changed: a holiday notice, a venue that cannot be used, a new
 * leader, sessions that were held meanwhile. What may stay where it was stays, ids remain; sessions that the data
 * says were held (by their 计划编号) become `held`, those no longer wanted stay in the plan as `cancelled`. Days up
 * to `from` (default: the day after the data ends, where that lies in the year) are past.
 *
 * @throws XueshiError as {@link planYear}.
 * @example
 * ```ts
 * import { buildDataset, defineConfig } from '@xueshi/core'
 * import national from '@xueshi/national'
 * import { changeText, planYear, replan } from '@xueshi/planner'
 * import { workdayCalendar } from '@xueshi/workdays'
 *
 * const dataset = buildDataset({
 *   organizations: [{ id: 'b1', name: '财政局党支部', kind: '党支部', themeDay: '每月5日' }],
 *   members: ['m1', 'm2', 'm3'].map((id) => ({ id, name: id, status: '正式党员', organization: 'b1' })),
 *   posts: [],
 *   sessions: [],
 *   attendance: [],
 *   export: [{ from: '2025-01-01', to: '2025-12-31' }],
 * })
 * const workdays = workdayCalendar()
 * const options = { year: 2026, workdays, rules: ['national/branch/theme-day'] }
 * const config = defineConfig(national.presets.organ)
 * const plan = planYear(dataset, config, options)
 * const shut = { ...workdays, isWorkday: (day: string) => day !== '2026-03-05' && workdays.isWorkday(day) }
 * const { changes } = replan(plan, dataset, config, { ...options, workdays: shut })
 * console.log(changes.moved.length, changes.unchanged) // 1 11
 * console.log(changeText(changes, dataset).split('\n')[1]) // 【调整】财政局党支部3月主题党日：3月5日（周四） 14:30 → 3月6日（周五） 14:30
 * ```
 */
export function replan(previous: Plan, dataset: Dataset, config: Config, options: PlanOptions): Replanned {
  const settings = { seed: previous.seed, ...options }
  const shop = prepare(dataset, config, settings, previous)
  const plan = planned(shop, settings)
  const after: Plan = { ...plan, sessions: withHistory(previous, plan, shop.held) }
  return { plan: after, changes: planChanges(previous, after) }
}

function withHistory(previous: Plan, plan: Plan, held: ReadonlyMap<string, Session>): PlannedSession[] {
  const sessions = [...plan.sessions]
  const ids = new Set(sessions.map(({ id }) => id))
  for (const session of previous.sessions) {
    if (ids.has(session.id)) continue
    const fact = held.get(session.id)
    if (fact !== undefined)
      sessions.push({
        ...session,
        status: 'held',
        start: fact.start,
        end: fact.end ?? fact.start,
        date: fact.start.slice(0, 10),
        lastDay: fact.lastDay,
        provisional: false,
      })
    else sessions.push({ ...session, status: 'cancelled' })
  }
  return sessions.sort(byStart)
}
