/** Random counties in the middle of a year, with what was held, who was missing, and what is still planned. */
import { buildDataset, type Config, type DatasetRows } from '@xueshi/core'
import { workdayCalendar } from '@xueshi/workdays'
import fc from 'fast-check'
import { attendedRows, plannedRows } from '../src/attended.ts'
import type { Plan } from '../src/plan.ts'
import { planYear } from '../src/plan-year.ts'
import { lot } from '../src/seed.ts'
import { randomCounty, YEAR } from './random-county.ts'

/** A county on a day, and what it had planned from then on. */
export interface MidYear {
  readonly rows: DatasetRows
  readonly asOf: string
  /** What is left of the plan of the year. */
  readonly plan: Plan
  /** What is left of it with the persons who are asked by name. */
  readonly announced: Plan
}

/** How much of the plan became true, in percent. */
const gaps = fc.record({
  asOf: fc.constantFrom('2026-03-31', '2026-06-10', '2026-09-30', '2026-11-15'),
  held: fc.constantFrom(100, 80, 40, 0),
  present: fc.constantFrom(95, 60, 10),
  /** Sessions to come that are still planned. */
  kept: fc.constantFrom(100, 70, 0),
  salt: fc.integer({ min: 1, max: 1000 }),
})

const TOPICS = ['party-history', 'economy', '信访'] as const

/** The random counties of the planner some way into the year, under a config. */
export function midYear(config: Config): fc.Arbitrary<MidYear> {
  return fc
    .record({ county: randomCounty, gaps })
    .map(({ county, gaps: { asOf, held, present, kept, salt } }) => {
      const whole = planYear(buildDataset(county), config, { year: YEAR, workdays: workdayCalendar() })
      const luck = (text: string) => lot(salt, text) % 100
      const past = whole.sessions.filter(({ lastDay, id }) => lastDay <= asOf && luck(id) < held)
      const facts = attendedRows({ ...whole, sessions: past }, buildDataset(county))
      const plan = {
        ...whole,
        sessions: whole.sessions.filter(({ date, id }) => date > asOf && luck(id) < kept),
      }
      return {
        asOf,
        plan,
        announced: plan,
        rows: {
          ...county,
          courses: TOPICS.map((topic, i) => ({
            id: `K${i}`,
            name: `课程${i}`,
            topics: [topic],
            hours: i + 1,
            ...(county.lecturers?.[i] === undefined ? {} : { lecturer: county.lecturers[i].id }),
          })),
          sessions: [...county.sessions, ...facts.sessions],
          attendance: [
            ...(county.attendance ?? []),
            ...facts.attendance.filter(({ session, member }) => luck(`${session} ${member}`) < present),
          ],
          export: [{ exportedOn: asOf, from: '2025-01-01', to: asOf }],
        },
      }
    })
}

/** The same with what is planned in the table 活动, and nobody asked to it by name. */
export function planInData({ rows, asOf, plan }: MidYear): MidYear {
  return {
    asOf,
    announced: { ...plan, sessions: plan.sessions.map((session) => ({ ...session, attendees: [] })) },
    plan: { ...plan, sessions: [] },
    rows: { ...rows, sessions: [...rows.sessions, ...plannedRows(plan)] },
  }
}
