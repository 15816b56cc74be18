import {
  buildDataset,
  creditPresets,
  type DatasetRows,
  defineConfig,
  definePlugin,
  defineRequirement,
  rulesInForce,
} from '@xueshi/core'
import national from '@xueshi/national'
import { workdayCalendar } from '@xueshi/workdays'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findConflicts } from '../src/conflicts.ts'
import type { DayRange } from '../src/options.ts'
import type { Plan, PlannedSession } from '../src/plan.ts'
import { planYear } from '../src/plan-year.ts'
import { dutyKey, prove } from './proof.ts'
import { randomCounty, YEAR } from './random-county.ts'

const config = defineConfig(national.presets.organ, national.presets.organUnconfirmed)
const workdays = workdayCalendar()
const seed = fc.integer({ min: 1, max: 1000 })
const blackouts: fc.Arbitrary<Record<string, DayRange[]>> = fc.dictionary(
  fc.constantFrom('V0', 'V1', 'V2', 'V3'),
  fc.array(
    fc.constantFrom(
      { from: '2026-03-01', to: '2026-03-31' },
      { from: '2026-06-15', to: '2026-12-31' },
      { from: '2026-11-02', to: '2026-11-02' },
    ),
    { maxLength: 2 },
  ),
)

/** A session that nobody has to come to. */
const NOBODY: Omit<PlannedSession, 'id' | 'start' | 'end' | 'venue' | 'date' | 'lastDay'> = {
  organization: 'work',
  coHosts: [],
  kinds: ['collective-study'],
  title: '试排',
  hours: 0,
  mode: 'in-person',
  topics: [],
  lecturers: [],
  observers: [],
  attendees: [],
  serves: [],
  notes: [],
  status: 'planned',
  provisional: false,
}

const words = (zh: string, en: string) => ({ 'zh-CN': zh, en })
const local = { instrument: '本县工作安排', articleConfirmed: false, assurance: 'secondary' } as const
/** A county that asks each branch for a study in the field in each half-year. */
const fieldStudy = {
  name: 'field study',
  plugins: [
    definePlugin({
      name: 'local',
      version: '1.0.0',
      title: words('本县', 'our county'),
      rules: [
        defineRequirement({
          id: 'branch/field-study',
          title: words('每半年一次现场教学', 'Study in the field each half-year'),
          subject: 'organization',
          who: { kind: ['branch'] },
          window: { each: 'half-year' },
          demand: { measure: 'sessions', count: { kindClass: 'learning', modes: ['field'] }, atLeast: 1 },
          strength: 'local',
          assurance: 'secondary',
          parameters: {},
          citations: [local],
          uncoded: [],
          summary: words(
            '党支部每半年至少1次现场教学',
            'A branch studies in the field at least once each half-year',
          ),
        }),
      ],
      presets: {},
    }),
  ],
  rules: { 'local/branch/field-study': 'error' },
} as const

/** What nobody wants to read of a plan. */
function faultsOf(rows: DatasetRows, plan: Plan, told: { blackouts?: Record<string, DayRange[]> } = {}) {
  return {
    conflicts: findConflicts(plan, buildDataset(rows), { workdays, ...told }).map(
      ({ message }) => message['zh-CN'],
    ),
    broken: prove(rows, plan, config).broken,
  }
}

const NO_FAULTS = { conflicts: [], broken: [] }

/** Two halls that hold everybody and are always open. */
function withHalls(rows: DatasetRows): DatasetRows {
  const hall = (id: string) => ({ id, name: `大礼堂${id}`, shared: true, capacity: 1000, open: '全天' })
  return { ...rows, venues: [hall('H1'), hall('H2')] }
}

function turned<T>(list: readonly T[] | undefined, by: number): T[] {
  const rest = [...(list ?? [])].reverse()
  return [...rest.slice(by % Math.max(1, rest.length)), ...rest.slice(0, by % Math.max(1, rest.length))]
}

describe('the plan of a random county', () => {
  it('has no conflict, and taken as attended breaches nothing it was asked to meet but what it lists', () => {
    fc.assert(
      fc.property(randomCounty, seed, blackouts, (rows, seed, blackouts) => {
        const plan = planYear(buildDataset(rows), config, { year: YEAR, workdays, seed, blackouts })
        expect(faultsOf(rows, plan, { blackouts })).toEqual(NO_FAULTS)
      }),
      { numRuns: 40, seed: 20_260_101 },
    )
  })

  it('lists as unmet only what is not met, each duty once', () => {
    fc.assert(
      fc.property(randomCounty, (rows) => {
        const plan = planYear(buildDataset(rows), config, { year: YEAR, workdays })
        expect(prove(rows, plan, config).falselyUnmet).toEqual([])
        const keys = plan.unmet.map(dutyKey)
        expect(keys).toHaveLength(new Set(keys).size)
      }),
      { numRuns: 30, seed: 20_260_101 },
    )
  })

  it('leaves nothing open but for want of persons where halls are large and open', () => {
    fc.assert(
      fc.property(randomCounty.map(withHalls), (rows) => {
        const plan = planYear(buildDataset(rows), config, { year: YEAR, workdays })
        const others = plan.unmet.filter(
          ({ constraint }) => constraint.kind !== 'nobody' && constraint.kind !== 'past',
        )
        expect(others.map((one) => `${dutyKey(one)} ${one.constraint.kind}`)).toEqual([])
      }),
      { numRuns: 30, seed: 20_260_101 },
    )
  })

  it('names opponents that are in the plan, and free times that are free', () => {
    fc.assert(
      fc.property(randomCounty, (rows) => {
        const dataset = buildDataset(rows)
        const plan = planYear(dataset, config, { year: YEAR, workdays })
        const sessions = new Map(plan.sessions.map((session) => [session.id, session]))
        for (const { constraint, alternatives } of plan.unmet) {
          const { id, session, kind } = constraint
          const opponent = session === null ? undefined : sessions.get(session)
          if (session !== null) expect(opponent?.id).toBe(session)
          if (kind === 'person' && id !== null) expect(opponent?.attendees).toContain(id)
          expect(alternatives.length).toBeLessThanOrEqual(3)
          // A session of nobody fits into a free time.
          for (const [i, { start, end, venue }] of alternatives.entries()) {
            const date = start.slice(0, 10)
            const probe = { ...NOBODY, id: `free ${i}`, start, end, venue, date, lastDay: end.slice(0, 10) }
            const conflicts = findConflicts({ ...plan, sessions: [...plan.sessions, probe] }, dataset, {
              workdays,
            })
            expect(
              conflicts
                .filter((one) => one.sessions.includes(probe.id))
                .map(({ message }) => message['zh-CN']),
            ).toEqual([])
          }
        }
      }),
      { numRuns: 30, seed: 20_260_101 },
    )
  })

  it.each([
    ['a duty that a county adds', defineConfig(national.presets.organ, fieldStudy)],
    [
      'more hours',
      defineConfig(national.presets.organ, {
        name: 'more',
        rules: { 'national/member/annual-hours': { parameters: { hours: 60 } } },
      }),
    ],
    [
      'another credit policy',
      defineConfig(national.presets.organ, { name: 'credit', credit: creditPresets.sixHourDay }),
    ],
  ])('follows the config: %s', (_, config) => {
    fc.assert(
      fc.property(randomCounty.map(withHalls), (rows) => {
        const dataset = buildDataset(rows)
        const plan = planYear(dataset, config, { year: YEAR, workdays })
        expect(prove(rows, plan, config).broken).toEqual([])
        expect(findConflicts(plan, dataset, { workdays }).map(({ message }) => message['zh-CN'])).toEqual([])
      }),
      { numRuns: 20, seed: 20_260_101 },
    )
  })

  it('is the same for the same seed and for rows in any order, and is JSON in order of start and id', () => {
    fc.assert(
      fc.property(randomCounty, seed, fc.nat(50), (rows, seed, by) => {
        const plan = planYear(buildDataset(rows), config, { year: YEAR, workdays, seed })
        const shuffled = Object.fromEntries(
          Object.entries(rows).map(([table, list]) => [table, turned(list as readonly object[], by)]),
        ) as unknown as DatasetRows
        expect(planYear(buildDataset(rows), config, { year: YEAR, workdays, seed })).toEqual(plan)
        expect(planYear(buildDataset(shuffled), config, { year: YEAR, workdays, seed })).toEqual(plan)
        expect(JSON.parse(JSON.stringify(plan))).toEqual(plan)
        const order = plan.sessions.map(({ start, id }) => `${start} ${id}`)
        expect(order).toEqual([...order].sort())
        expect(plan).toMatchObject({ version: 1, year: YEAR, seed, calendar: { status: 'published' } })
      }),
      { numRuns: 30, seed: 20_260_101 },
    )
  })

  it('keeps to days that are surely worked where the year is not published, and says so', () => {
    fc.assert(
      fc.property(randomCounty, (rows) => {
        const plan = planYear(buildDataset(rows), config, { year: 2027, workdays })
        expect(plan.calendar.status).toBe('provisional')
        expect(faultsOf(rows, plan)).toEqual(NO_FAULTS)
        for (const { date, lastDay, provisional } of plan.sessions) {
          expect([date, provisional]).toEqual([date, true])
          expect([workdays.isWorkday(date), workdays.isWorkday(lastDay)]).toEqual([true, true])
        }
      }),
      { numRuns: 15, seed: 20_260_101 },
    )
  })

  it('asks for what the regulations ask of organizations, members and posts', () => {
    const [rows] = fc.sample(randomCounty, { numRuns: 1, seed: 1 })
    const { asked, unasked } = planYear(buildDataset(rows!), config, { year: YEAR, workdays })
    for (const rule of [
      'branch/theme-day',
      'branch/general-meeting',
      'branch/committee-meeting',
      'branch/group-meeting',
      'branch/org-life-meeting-q4',
      'branch/democratic-appraisal',
      'center-group/quarterly-study',
      'committee/annual-rotation',
      'leader/democratic-life-meeting',
      'leader/dual-life',
      'member/annual-hours',
      'member/exempt-home-learning',
      'party-group/secretary-lecture',
      'secretary/annual-hours',
      'secretary/annual-rotation',
    ])
      expect(asked).toContain(`national/${rule}`)
    // No rule is lost: what is not asked is listed with a reason, and none is both.
    const on = rulesInForce(config, { asOf: '2026-12-31' }).filter(({ level }) => level !== 'off')
    expect([...asked, ...unasked.map(({ rule }) => rule)].sort()).toEqual(on.map(({ id }) => id).sort())
  })
})
