/** The year of the county planned, and planned anew after one change. */
import { defineConfig } from '@xueshi/core'
import national from '@xueshi/national'
import { findConflicts, type Plan, planYear, replan } from '@xueshi/planner'
import { workdayCalendar } from '@xueshi/workdays'
import { countyDataset, countyRows } from '../county.ts'
import { measureInTurns } from '../measure.ts'
import { gate, line, section, timing } from '../output.ts'

const YEAR = 2026

export async function run(): Promise<void> {
  section('A year planned')
  const dataset = countyDataset(countyRows())
  const config = defineConfig(national.presets.organ, national.presets.organUnconfirmed)
  const workdays = workdayCalendar()
  const options = { year: YEAR, workdays }
  let plan: Plan = planYear(dataset, config, options)
  const venue = plan.sessions.find((session) => session.venue !== null)!.venue!
  const shut = { ...options, blackouts: { [venue]: [{ from: `${YEAR}-03-01`, to: `${YEAR}-06-30` }] } }
  let changed = replan(plan, dataset, config, shut)
  const turns = await measureInTurns({
    plan: () => {
      plan = planYear(dataset, config, options)
    },
    replan: () => {
      changed = replan(plan, dataset, config, shut)
    },
  })
  const persons = new Set(plan.sessions.flatMap(({ attendees }) => attendees))
  line(
    `${plan.sessions.length} sessions, ${persons.size} persons, ${dataset.venues.length} venues, ${dataset.lecturers.length} lecturers; ${plan.unmet.length} duties unmet`,
  )
  const { moved, cancelled, added, unchanged } = changed.changes
  line(
    `a venue shut for four months: ${moved.length} moved, ${cancelled.length} cancelled, ${added.length} new, ${unchanged} unchanged`,
  )
  timing('the year planned', turns.plan)
  timing('the rest planned anew after one change', turns.replan)
  const conflicts =
    findConflicts(plan, dataset, { workdays }).length +
    findConflicts(changed.plan, dataset, { workdays, blackouts: shut.blackouts }).length
  gate('a year planned', turns.plan.median / 1000, 3, 's')
  gate('a year planned anew after one change', turns.replan.median / 1000, 0.6, 's')
  gate('conflicts in both', conflicts, 0, '')
  // Halls and hours of this county are enough for everything: the minimum is none.
  gate('duties that found no time', plan.unmet.length, 2, '')
}
