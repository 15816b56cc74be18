import { buildDataset, type DatasetRows, defineConfig } from '@xueshi/core'
import national from '@xueshi/national'
import { workdayCalendar } from '@xueshi/workdays'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attendedRows } from '../src/attended.ts'
import { changeText } from '../src/changes.ts'
import { findConflicts } from '../src/conflicts.ts'
import type { Plan } from '../src/plan.ts'
import { planYear } from '../src/plan-year.ts'
import { type Replanned, replan } from '../src/replan.ts'
import { prove } from './proof.ts'
import { randomCounty, YEAR } from './random-county.ts'

const config = defineConfig(national.presets.organ, national.presets.organUnconfirmed)
const workdays = workdayCalendar()
/** The same with one more holiday on the days of a set. */
const closing = (days: ReadonlySet<string>) => ({
  ...workdays,
  name: `${workdays.name} closed`,
  isWorkday: (date: string) => (days.has(date) ? false : workdays.isWorkday(date)),
})

function withoutFault(rows: DatasetRows, { plan }: Replanned, told = {}): void {
  const conflicts = findConflicts(plan, buildDataset(rows), { workdays, ...told })
  expect(conflicts.map(({ message }) => message['zh-CN'])).toEqual([])
  expect(prove(rows, plan, config).broken).toEqual([])
}

const place = ({ start, venue }: Plan['sessions'][number]) => `${start} ${venue}`

/** First quarter of the plan as it was held, with numbers that the platform gave. */
function firstQuarterHeld(rows: DatasetRows, plan: Plan): DatasetRows {
  const held = plan.sessions.filter(({ lastDay }) => lastDay <= '2026-03-31')
  const facts = attendedRows({ ...plan, sessions: held }, buildDataset(rows))
  const number = (id: string) => `held/${id}`
  return {
    ...rows,
    sessions: [
      ...rows.sessions,
      ...facts.sessions.map((one) => ({ ...one, id: number(one.id), plannedId: one.id })),
    ],
    attendance: [
      ...(rows.attendance ?? []),
      ...facts.attendance.map((one) => ({ ...one, session: number(one.session) })),
    ],
    export: [{ exportedOn: '2026-03-31', from: '2025-01-01', to: '2026-03-31' }],
  }
}

describe('planning the rest of a year anew', () => {
  it('changes nothing where nothing changed', () => {
    fc.assert(
      fc.property(randomCounty, (rows) => {
        const dataset = buildDataset(rows)
        const plan = planYear(dataset, config, { year: YEAR, workdays })
        const again = replan(plan, dataset, config, { year: YEAR, workdays })
        expect(again.plan.sessions).toEqual(plan.sessions)
        expect(again.changes.unchanged).toBe(plan.sessions.length)
      }),
      { numRuns: 20, seed: 20_260_101 },
    )
  })

  it('moves only what lies on days that became holidays, and what makes way for it', () => {
    fc.assert(
      fc.property(randomCounty, (rows) => {
        const dataset = buildDataset(rows)
        const plan = planYear(dataset, config, { year: YEAR, workdays })
        const day = plan.sessions[Math.floor(plan.sessions.length / 2)]?.date
        fc.pre(day !== undefined)
        const closed = new Set([day!])
        const calendar = closing(closed)
        const again = replan(plan, dataset, config, { year: YEAR, workdays: calendar })
        withoutFault(rows, again, { workdays: calendar })
        const hit = plan.sessions.filter((one) => one.date <= day! && day! <= one.lastDay)
        const moved = new Set(again.changes.moved.map(({ id }) => id))
        for (const { id } of hit) {
          const now = again.plan.sessions.find((one) => one.id === id && one.status === 'planned')
          if (now !== undefined) expect(moved).toContain(id)
        }
        // A repair may move one other session for each that was hit.
        expect(again.changes.moved.length).toBeLessThanOrEqual(2 * hit.length)
      }),
      { numRuns: 20, seed: 20_260_101 },
    )
  })

  it('leaves a venue that is shut, at the same time where another one is free', () => {
    fc.assert(
      fc.property(randomCounty, (rows) => {
        const dataset = buildDataset(rows)
        const plan = planYear(dataset, config, { year: YEAR, workdays })
        const venue = plan.sessions.find((one) => one.venue !== null)?.venue
        fc.pre(venue !== undefined && venue !== null)
        const blackouts = { [venue!]: [{ from: '2026-01-01', to: '2026-12-31' }] }
        const again = replan(plan, dataset, config, { year: YEAR, workdays, blackouts })
        withoutFault(rows, again, { blackouts })
        const coming = again.plan.sessions.filter(({ status }) => status === 'planned')
        expect(coming.filter((one) => one.venue === venue)).toEqual([])
        const before = new Map(plan.sessions.map((one) => [one.id, one]))
        for (const { id, after } of again.changes.changed) expect(place(after!)).toBe(place(before.get(id)!))
      }),
      { numRuns: 20, seed: 20_260_101 },
    )
  })

  it('keeps ids and places of what is to come when the first quarter was held', () => {
    fc.assert(
      fc.property(randomCounty, (rows) => {
        const plan = planYear(buildDataset(rows), config, { year: YEAR, workdays })
        const later = firstQuarterHeld(rows, plan)
        const again = replan(plan, buildDataset(later), config, { year: YEAR, workdays })
        expect(
          again.plan.sessions.filter(({ date, status }) => date <= '2026-03-31' && status === 'planned'),
        ).toEqual([])
        const held = again.plan.sessions.filter(({ status }) => status === 'held').map(({ id }) => id)
        const due = plan.sessions.filter(({ lastDay }) => lastDay <= '2026-03-31').map(({ id }) => id)
        expect(new Set(held)).toEqual(new Set(due))
        withoutFault(later, again)
      }),
      { numRuns: 20, seed: 20_260_101 },
    )
  })

  it('asks a new leader to the sessions of the leadership, and moves nothing he is free for', () => {
    const rows: DatasetRows = {
      organizations: [
        { id: 'gw', name: '机关工委', kind: '机关工委' },
        { id: 'cz', name: '财政局党组', kind: '党组', parent: 'gw' },
        { id: 'w', name: '财政局机关党委', kind: '机关党委', parent: 'cz' },
        { id: 'b', name: '第一党支部', kind: '党支部', parent: 'w', themeDay: '每月5日' },
      ],
      members: ['m1', 'm2', 'm3', 'm4'].map((id) => ({
        id,
        name: `党员${id}`,
        status: '正式党员',
        organization: 'b',
        admittedOn: '2010-07-01',
        fullOn: '2011-07-01',
      })),
      posts: [{ member: 'm1', organization: 'cz', role: '党组书记', from: '2024-01-01' }],
      sessions: [],
      attendance: [],
      export: [{ exportedOn: '2025-12-31', from: '2025-01-01', to: '2025-12-31' }],
    }
    const plan = planYear(buildDataset(rows), config, { year: YEAR, workdays })
    const grown = {
      ...rows,
      posts: [...rows.posts!, { member: 'm2', organization: 'cz', role: '党组成员', from: '2025-12-20' }],
    }
    const again = replan(plan, buildDataset(grown), config, { year: YEAR, workdays })
    const meeting = again.plan.sessions.find(({ kinds }) => kinds.includes('democratic-life-meeting'))
    expect(meeting?.attendees).toEqual(['m1', 'm2'])
    expect(again.changes.moved).toEqual([])
    expect(again.changes.cancelled).toEqual([])
    expect(again.changes.changed.map(({ id }) => id)).toContain('cz-democratic-life-meeting-2026-1')
  })
})

describe('the change list', () => {
  const dataset = buildDataset({
    organizations: [{ id: 'b', name: '第一党支部', kind: '党支部' }],
    members: [{ id: 'm', name: '张三', status: '正式党员', organization: 'b' }],
    venues: [{ id: 'v', name: '县委党校', capacity: 100 }],
    sessions: [],
    export: [{ from: '2025-01-01', to: '2025-12-31' }],
  })
  const plan = planYear(dataset, config, { year: YEAR, workdays, rules: ['national/branch/theme-day'] })

  it('says what is new, moved and off, by date, and names nobody', () => {
    const [first, second, third] = plan.sessions
    const moved = { ...second!, start: '2026-02-10T09:00+08:00', date: '2026-02-10', venue: 'v' }
    const after = { ...plan, sessions: [first!, moved, { ...third!, status: 'cancelled' as const }] }
    const before = { ...plan, sessions: [second!, third!] }
    const text = changeText(
      {
        added: [{ change: 'added', id: first!.id, before: null, after: first! }],
        moved: [{ change: 'moved', id: moved.id, before: second!, after: moved }],
        changed: [],
        cancelled: [{ change: 'cancelled', id: third!.id, before: third!, after: null }],
        unchanged: 9,
      },
      dataset,
    )
    expect(before.sessions).toHaveLength(2)
    expect(after.sessions).toHaveLength(3)
    const lines = text.trimEnd().split('\n')
    expect(lines[0]).toBe('调整1场，取消1场，新增1场，其余9场不变')
    expect(lines[1]).toMatch(/^【新增】1月\d+日（周[一-日]） \d\d:\d\d 第一党支部1月主题党日$/)
    expect(lines[2]).toMatch(
      /^【调整】第一党支部2月主题党日：2月\d+日（周.） \d\d:\d\d → 2月10日（周二） 09:00 县委党校$/,
    )
    expect(lines[3]).toMatch(/^【取消】第一党支部3月主题党日（原定3月\d+日（周.） \d\d:\d\d）$/)
    expect(text).not.toContain('张三')
  })

  it('is one sentence where nothing changes', () => {
    const none = { added: [], moved: [], changed: [], cancelled: [], unchanged: 3 }
    expect(changeText(none, dataset)).toBe('计划没有变化。\n')
    expect(changeText(none, dataset, { locale: 'en' })).toBe('The plan is unchanged.\n')
  })
})
