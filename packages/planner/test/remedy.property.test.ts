import { buildDataset, check, type DatasetRows, defineConfig } from '@xueshi/core'
import national from '@xueshi/national'
import { sampleCounty } from '@xueshi/testing'
import { workdayCalendar } from '@xueshi/workdays'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findConflicts } from '../src/conflicts.ts'
import type { Remedies } from '../src/remedy/remedies.ts'
import { remedy } from '../src/remedy/remedy.ts'
import { type MidYear, midYear, planInData } from './remedy-county.ts'
import { planWithRemedies, proveRemedies } from './remedy-proof.ts'

const config = defineConfig(national.presets.organ, national.presets.organUnconfirmed)
const workdays = workdayCalendar()
const random = midYear(config)

function remediesOf({ rows, asOf, plan }: MidYear, options = {}): Remedies {
  const dataset = buildDataset(rows)
  return remedy(check(dataset, config, { asOf }), dataset, config, { plan, workdays, ...options })
}

function conflictsOf({ rows, announced }: MidYear, remedies: Remedies): string[] {
  const conflicts = findConflicts(planWithRemedies(announced, remedies), buildDataset(rows), { workdays })
  return conflicts.map(({ message }) => message['zh-CN'])
}

describe('remedies in the middle of a year', () => {
  it('close what they promise to close, without booking anybody twice', () => {
    let closed = 0
    fc.assert(
      fc.property(random, (county) => {
        const remedies = remediesOf(county)
        const proof = proveRemedies(county.rows, remedies, config, county.plan)
        expect(proof.broken).toEqual([])
        expect(proof.falselyOver).toEqual([])
        expect(conflictsOf(county, remedies)).toEqual([])
        closed += proof.closed
      }),
      { numRuns: 40, seed: 20_260_101 },
    )
    expect(closed).toBeGreaterThan(1000)
  })

  it('do so with what the data has planned, where nobody is asked by name', () => {
    fc.assert(
      fc.property(random.map(planInData), (county) => {
        const remedies = remediesOf(county)
        expect(proveRemedies(county.rows, remedies, config, county.plan).broken).toEqual([])
        expect(conflictsOf(county, remedies)).toEqual([])
      }),
      { numRuns: 25, seed: 20_260_101 },
    )
  })

  it('do so without a calendar, with days and without times', () => {
    fc.assert(
      fc.property(random, ({ rows, asOf, plan }) => {
        const dataset = buildDataset(rows)
        const remedies = remedy(check(dataset, config, { asOf }), dataset, config, { plan })
        expect(proveRemedies(rows, remedies, config, plan).broken).toEqual([])
        expect(remedies.calendar).toBeNull()
        for (const { start, end, venue } of remedies.sessions)
          expect([start, end, venue]).toEqual([null, null, null])
      }),
      { numRuns: 15, seed: 20_260_101 },
    )
  })

  it('promise nothing for what is over, and tell to record it', () => {
    fc.assert(
      fc.property(random, (county) => {
        for (const { window, closes, steps, reason, due, cost } of remediesOf(county).gaps) {
          const isOver = window.to !== null && window.to <= county.asOf
          expect(reason?.kind === 'window-over').toBe(isOver)
          if (!isOver) continue
          expect([closes, due, cost.newSessions]).toEqual(['none', null, 0])
          expect(steps).toEqual([{ step: 'record', from: window.from, to: window.to }])
        }
      }),
      { numRuns: 15, seed: 20_260_101 },
    )
  })

  it('lie after the report, inside their windows, and name only sessions that are there', () => {
    fc.assert(
      fc.property(random, (county) => {
        const { gaps, sessions } = remediesOf(county)
        const made = new Map(sessions.map((session) => [session.id, session]))
        const known = new Set(county.plan.sessions.map(({ id }) => id))
        expect(made.size).toBe(sessions.length)
        const used = new Set<string>()
        for (const { window, steps, closes, reason, cost, subject } of gaps) {
          expect(closes === 'whole').toBe(reason === null)
          for (const step of steps) {
            if (step.step === 'record') continue
            expect(step.date > county.asOf && step.date >= window.from).toBe(true)
            expect(window.to === null || step.date <= window.to).toBe(true)
            expect(step.step === 'join' ? known.has(step.session) : made.has(step.session)).toBe(true)
            if (step.step !== 'join' && subject.kind === 'member')
              expect(made.get(step.session)!.persons).toContain(subject.id)
            used.add(step.session)
          }
          expect(cost.newSessions).toBe(
            steps.filter(({ step }) => step === 'hold' || step === 'deliver').length,
          )
        }
        for (const { id } of sessions) {
          expect(used).toContain(id)
          expect(known).not.toContain(id)
        }
      }),
      { numRuns: 20, seed: 20_260_101 },
    )
  })

  it('are the same for rows in any order, and are JSON', () => {
    fc.assert(
      fc.property(random, (county) => {
        const remedies = remediesOf(county)
        const turned = Object.fromEntries(
          Object.entries(county.rows).map(([table, list]) => [
            table,
            [...(list as readonly object[])].reverse(),
          ]),
        ) as unknown as DatasetRows
        expect(remediesOf({ ...county, rows: turned })).toEqual(remedies)
        expect(JSON.parse(JSON.stringify(remedies))).toEqual(remedies)
      }),
      { numRuns: 15, seed: 20_260_101 },
    )
  })

  it('teach the topics that are owed besides', () => {
    fc.assert(
      fc.property(random, fc.constantFrom('party-history', 'economy', '信访'), (county, topic) => {
        const [member] = county.rows.members
        const { gaps, sessions } = remediesOf(county, { topicsOwed: { [member!.id!]: [topic] } })
        const gap = gaps.find(({ finding }) => finding === null)
        expect(gap?.topics).toEqual([topic])
        for (const step of gap!.steps) {
          const session = [...sessions, ...county.plan.sessions].find(
            (one) => 'session' in step && one.id === step.session,
          )
          expect(session?.topics).toContain(topic)
        }
        expect(gap!.closes).toBe(gap!.steps.length > 0 ? 'whole' : 'none')
      }),
      { numRuns: 15, seed: 20_260_101 },
    )
  })
})

describe('remedies of a county of 600 members on 30 September', () => {
  const { rows } = sampleCounty({ members: 600, seed: 1 })
  const dataset = buildDataset(rows)
  const asOf = '2025-09-30'
  const report = check(dataset, config, { asOf })
  const remedies = remedy(report, dataset, config, { workdays })
  const plan = {
    version: 1,
    year: 2025,
    calendar: { name: '', status: 'published' },
    seed: 1,
    sessions: [],
    unmet: [],
    unasked: [],
    asked: [],
  } as const

  it('close every gap they promise to close', () => {
    const proof = proveRemedies(rows, remedies, config, plan)
    expect(proof.broken).toEqual([])
    expect(proof.falselyOver).toEqual([])
    expect(proof.closed).toBeGreaterThan(1000)
    const added = planWithRemedies(plan, remedies)
    expect(findConflicts(added, dataset, { workdays }).map(({ message }) => message['zh-CN'])).toEqual([])
  })

  it('hold few sessions: most of it is planned already', () => {
    const joins = remedies.gaps.filter(({ steps }) => steps.some(({ step }) => step === 'join'))
    expect(joins.length).toBeGreaterThan(900)
    expect(remedies.sessions.length).toBeLessThan(100)
  })
})
