/**
 * A year planned from the duties of a county. The same county is planned twice: under the national requirements,
 * and with a requirement of the county added, which is data (field-session.json). Writes a page to look at and a
 * calendar for each branch.
 *
 *     node src/main.ts plan/
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildDataset, defineConfig, definePlugin, requirementSchema } from '@xueshi/core'
import { createCalendars } from '@xueshi/ical'
import national from '@xueshi/national'
import { findConflicts, type Plan, planChanges, plannedRows, planPage, planYear } from '@xueshi/planner'
import { sampleCounty } from '@xueshi/testing'
import { workdayCalendar } from '@xueshi/workdays'

const folder = process.argv[2] ?? 'plan'
// In a platform these rows come from its database; `readDataset` of @xueshi/tabular reads exported sheets.
const { rows } = sampleCounty({ members: 300, seed: 1 })
const dataset = buildDataset(rows)
const workdays = workdayCalendar()

const field = requirementSchema.parse(
  JSON.parse(readFileSync(new URL('field-session.json', import.meta.url), 'utf8')),
)
const county = definePlugin({
  name: 'county-office',
  version: '1.0.0',
  title: { 'zh-CN': '本县规则', en: 'Rules of our county' },
  rules: [field],
  presets: {},
})
const before = defineConfig(national.presets.organ, { name: 'workdays', workdays })
const after = defineConfig(...before.entries, {
  name: 'county',
  plugins: [county],
  rules: { 'county-office/branch/field-theme-day': 'error' },
})

const plain = planYear(dataset, before, { year: 2026, workdays })
const plan = planYear(dataset, after, { year: 2026, workdays })
const changes = planChanges(plain, plan)
const inTheField = ({ sessions }: Plan) => sessions.filter(({ mode }) => mode === 'field').length

console.log(`national requirements: ${plain.sessions.length} sessions, ${inTheField(plain)} in the field`)
console.log(`with that of the county: ${plan.sessions.length} sessions, ${inTheField(plan)} in the field`)
console.log(
  `added ${changes.added.length}, moved ${changes.moved.length}, changed ${changes.changed.length}, cancelled ${changes.cancelled.length}`,
)
console.log(
  `not placed: ${plan.unmet.length}; conflicts: ${findConflicts(plan, dataset, { workdays }).length}`,
)

mkdirSync(join(folder, 'calendars'), { recursive: true })
const page = planPage(plan, dataset, { config: after, workdays, previous: plain })
writeFileSync(join(folder, 'plan.html'), page)
const planned = buildDataset({ ...rows, sessions: plannedRows(plan), attendance: [] })
let written = 0
for (const { id, ics } of createCalendars(planned).organizations(['branch'])) {
  writeFileSync(join(folder, 'calendars', `${id}.ics`), ics)
  written++
}
console.log(`a page and ${written} calendars in ${folder}`)
