import { buildDataset, type SessionRow } from '@xueshi/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Conflict, ConflictCode } from '../src/conflict.ts'
import { findConflicts } from '../src/conflicts.ts'
import type { PlannedSession } from '../src/plan.ts'
import { at, dataset, plan, rows, session, workdays } from './hand-made.ts'

interface Case {
  readonly code: ConflictCode
  readonly title: string
  /** Sessions with the conflict, and the same set right. */
  readonly wrong: readonly PlannedSession[]
  readonly right: readonly PlannedSession[]
  /** What is said of it besides the code. */
  readonly found: Partial<Conflict>
}

const OPTIONS = { workdays, blackouts: { room: [{ from: '2026-03-09', to: '2026-03-10' }] } }
const on = (date: string): Partial<PlannedSession> => ({
  start: `${date}T09:00+08:00`,
  end: `${date}T11:00+08:00`,
})

const CASES: readonly Case[] = [
  {
    code: 'duplicate-id',
    title: 'two sessions have one id',
    wrong: [session('s'), session('s', on('2026-03-04'))],
    right: [session('s'), session('t', on('2026-03-04'))],
    found: { sessions: ['s'] },
  },
  {
    code: 'invalid-time',
    title: 'a start is no time',
    wrong: [session('s', { start: '2026-03-03 9:00' })],
    right: [session('s', { start: '2026-03-03T01:00Z' })],
    found: { sessions: ['s'] },
  },
  {
    code: 'end-before-start',
    title: 'a session ends when it begins',
    wrong: [at('s', '09:00', '09:00')],
    right: [at('s', '09:00', '09:01')],
    found: { sessions: ['s'] },
  },
  {
    code: 'dates-disagree',
    title: 'a session of two days says that it has one',
    wrong: [session('s', { end: '2026-03-04T11:00+08:00', lastDay: '2026-03-03' })],
    right: [session('s', { end: '2026-03-04T11:00+08:00', lastDay: '2026-03-04' })],
    found: { sessions: ['s'] },
  },
  {
    code: 'outside-year',
    title: 'a session of another year',
    wrong: [session('s', { ...on('2027-01-04'), serves: [] })],
    right: [session('s', { ...on('2026-01-05'), serves: [] })],
    found: { sessions: ['s'] },
  },
  {
    code: 'outside-window',
    title: 'a session of April for the first quarter',
    wrong: [session('s', { ...on('2026-04-01'), serves: [{ rule: 'r', window: '2026-Q1' }] })],
    right: [session('s', { ...on('2026-03-31'), serves: [{ rule: 'r', window: '2026-Q1' }] })],
    found: { sessions: ['s'] },
  },
  {
    code: 'not-a-workday',
    title: 'a Saturday; the other one is worked',
    wrong: [session('s', on('2026-03-07'))],
    right: [session('s', on('2026-02-28'))],
    found: { sessions: ['s'] },
  },
  {
    code: 'unknown-organization',
    title: 'an observer that nobody knows',
    wrong: [session('s', { observers: ['b9'] })],
    right: [session('s', { observers: ['committee'] })],
    found: { sessions: ['s'] },
  },
  {
    code: 'organization-not-there',
    title: 'a branch that was dissolved at the end of June',
    wrong: [session('s', { ...on('2026-07-01'), organization: 'b2', attendees: ['cleo'] })],
    right: [session('s', { ...on('2026-06-30'), organization: 'b2', attendees: ['cleo'] })],
    found: { sessions: ['s'] },
  },
  {
    code: 'unknown-venue',
    title: 'a venue that is not in the table',
    wrong: [session('s', { venue: '礼堂' })],
    right: [session('s', { venue: 'hall' })],
    found: { sessions: ['s'], venue: '礼堂' },
  },
  {
    code: 'unknown-lecturer',
    title: 'a lecturer by name',
    wrong: [session('s', { lecturers: ['专家'] })],
    right: [session('s', { lecturers: ['L2'] })],
    found: { sessions: ['s'], person: '专家' },
  },
  {
    code: 'unknown-member',
    title: 'somebody who is not in the table of members',
    wrong: [session('s', { attendees: ['anna', 'zoe'] })],
    right: [session('s', { attendees: ['anna', 'bert'] })],
    found: { sessions: ['s'], person: 'zoe' },
  },
  {
    code: 'duplicate-attendee',
    title: 'somebody is invited twice, or three times',
    wrong: [session('s', { attendees: ['anna', 'bert', 'anna', 'anna'] })],
    right: [session('s', { attendees: ['anna', 'bert'] })],
    found: { sessions: ['s'], person: 'anna' },
  },
  {
    code: 'not-on-roll',
    title: 'somebody who left on that day',
    wrong: [session('s', { ...on('2026-05-01'), organization: 'b2', attendees: ['dora'] })],
    right: [session('s', { ...on('2026-04-30'), organization: 'b2', attendees: ['dora'] })],
    found: { sessions: ['s'], person: 'dora' },
  },
  {
    code: 'not-of-host',
    title: 'somebody who moves to the branch in April',
    wrong: [session('s', { ...on('2026-03-31'), organization: 'b2', attendees: ['bert'] })],
    right: [session('s', { ...on('2026-04-01'), organization: 'b2', attendees: ['bert'] })],
    found: { sessions: ['s'], person: 'bert' },
  },
  {
    code: 'not-of-host',
    title: 'somebody who belongs to a co-host',
    wrong: [session('s', { attendees: ['cleo'] })],
    right: [session('s', { attendees: ['cleo'], coHosts: ['b2'] })],
    found: { sessions: ['s'], person: 'cleo' },
  },
  {
    code: 'not-of-host',
    title: 'somebody of the branch at the meeting of a group',
    wrong: [session('s', { organization: 'g1', attendees: ['bert'] })],
    right: [session('s', { organization: 'g1', attendees: ['anna'] })],
    found: { sessions: ['s'], person: 'bert' },
  },
  {
    code: 'person-double-booked',
    title: 'a member at two sessions that share a minute',
    wrong: [at('s', '09:00', '10:31'), at('t', '10:30', '11:30')],
    right: [at('s', '09:00', '10:30'), at('t', '10:30', '11:30')],
    found: { sessions: ['s', 't'], person: 'anna' },
  },
  {
    code: 'person-double-booked',
    title: 'a member who attends here and lectures there by the register',
    wrong: [
      at('s', '09:00', '11:00'),
      at('t', '10:00', '12:00', { organization: 'b2', attendees: ['cleo'], lecturers: ['L1'] }),
    ],
    right: [
      at('s', '09:00', '11:00'),
      at('t', '11:00', '12:00', { organization: 'b2', attendees: ['cleo'], lecturers: ['L1'] }),
    ],
    found: { sessions: ['s', 't'], person: 'anna' },
  },
  {
    code: 'person-double-booked',
    title: 'a member who lectures, named by the number of a member',
    wrong: [
      at('s', '09:00', '11:00', { lecturers: ['cleo'] }),
      at('t', '10:00', '12:00', { organization: 'b2', attendees: ['cleo'] }),
    ],
    right: [
      at('s', '09:00', '11:00', { lecturers: ['cleo'] }),
      at('t', '14:00', '16:00', { organization: 'b2', attendees: ['cleo'] }),
    ],
    found: { sessions: ['s', 't'], person: 'cleo' },
  },
  {
    code: 'person-double-booked',
    title: 'a member in a class of three days, in the midst of another that began later',
    wrong: [
      session('s', { end: '2026-03-05T17:00+08:00' }),
      session('t', { ...on('2026-03-04') }),
      session('u', { ...on('2026-03-06') }),
    ],
    right: [session('s', { end: '2026-03-05T17:00+08:00' }), session('u', { ...on('2026-03-06') })],
    found: { sessions: ['s', 't'], person: 'anna' },
  },
  {
    code: 'person-double-booked',
    title: 'a planned session on top of one that was held',
    wrong: [at('s', '09:00', '11:00', { status: 'held' }), at('t', '10:00', '12:00')],
    right: [at('s', '09:00', '11:00', { status: 'held' }), at('t', '11:00', '12:00')],
    found: { sessions: ['s', 't'], person: 'anna' },
  },
  {
    code: 'lecturer-double-booked',
    title: 'a lecturer of the register in two branches',
    wrong: [
      at('s', '09:00', '11:00', { lecturers: ['L2'] }),
      at('t', '10:00', '12:00', { organization: 'b2', attendees: ['cleo'], lecturers: ['L2'] }),
    ],
    right: [
      at('s', '09:00', '11:00', { lecturers: ['L2'] }),
      at('t', '11:00', '12:00', { organization: 'b2', attendees: ['cleo'], lecturers: ['L2'] }),
    ],
    found: { sessions: ['s', 't'], person: 'L2' },
  },
  {
    code: 'venue-double-booked',
    title: 'two branches in one hall',
    wrong: [
      at('s', '09:00', '11:00', { venue: 'hall' }),
      at('t', '10:00', '12:00', { organization: 'b2', attendees: ['cleo'], venue: 'hall' }),
    ],
    right: [
      at('s', '09:00', '11:00', { venue: 'hall' }),
      at('t', '10:00', '12:00', { organization: 'b2', attendees: ['cleo'], venue: 'room' }),
    ],
    found: { sessions: ['s', 't'], venue: 'hall' },
  },
  {
    code: 'venue-over-capacity',
    title: 'three members and a lecturer where three have room',
    wrong: [
      session('s', {
        organization: 'committee',
        attendees: ['anna', 'bert', 'cleo'],
        lecturers: ['L2'],
        venue: 'hall',
      }),
    ],
    right: [
      session('s', {
        organization: 'committee',
        attendees: ['anna', 'bert'],
        lecturers: ['L2'],
        venue: 'hall',
      }),
    ],
    found: { sessions: ['s'], venue: 'hall' },
  },
  {
    code: 'venue-over-capacity',
    title: 'two sessions at once of which each has room by itself',
    wrong: [
      at('s', '09:00', '11:00', { attendees: ['anna', 'bert'], venue: 'hall' }),
      at('t', '10:59', '12:00', { organization: 'b2', attendees: ['cleo', 'dora'], venue: 'hall' }),
    ],
    right: [
      at('s', '09:00', '11:00', { attendees: ['anna', 'bert'], venue: 'hall' }),
      at('t', '11:00', '12:00', { organization: 'b2', attendees: ['cleo', 'dora'], venue: 'hall' }),
    ],
    found: { sessions: ['s', 't'], venue: 'hall' },
  },
  {
    code: 'venue-shut',
    title: 'the hall is shut at noon',
    wrong: [at('s', '11:00', '14:30', { venue: 'hall' })],
    right: [at('s', '14:00', '17:00', { venue: 'hall' })],
    found: { sessions: ['s'], venue: 'hall' },
  },
  {
    code: 'venue-shut',
    title: 'opening hours that nobody can read are no opening hours',
    wrong: [session('s', { venue: 'museum' })],
    right: [session('s', { venue: 'room' })],
    found: { sessions: ['s'], venue: 'museum' },
  },
  {
    code: 'venue-shut',
    title: 'the second day of a class is one on which the hall is shut',
    wrong: [session('s', { start: '2026-03-06T14:00+08:00', end: '2026-03-07T17:00+08:00', venue: 'hall' })],
    right: [session('s', { start: '2026-03-05T14:00+08:00', end: '2026-03-06T17:00+08:00', venue: 'hall' })],
    found: { sessions: ['s'], venue: 'hall' },
  },
  {
    code: 'venue-shut',
    title: 'a class from an afternoon to a noon ends after the hall has shut',
    wrong: [session('s', { start: '2026-03-03T14:00+08:00', end: '2026-03-05T12:30+08:00', venue: 'hall' })],
    right: [session('s', { start: '2026-03-03T14:00+08:00', end: '2026-03-05T12:00+08:00', venue: 'hall' })],
    found: { sessions: ['s'], venue: 'hall' },
  },
  {
    code: 'venue-blacked-out',
    title: 'the second day of a class is the first on which the room is out of use',
    wrong: [session('s', { start: '2026-03-08T09:00+08:00', end: '2026-03-09T11:00+08:00', venue: 'room' })],
    right: [session('s', { start: '2026-03-11T09:00+08:00', end: '2026-03-12T11:00+08:00', venue: 'room' })],
    found: { sessions: ['s'], venue: 'room' },
  },
]

/** What else is wrong where one thing cannot be wrong without another. */
const BESIDES: Readonly<Record<string, readonly ConflictCode[]>> = {
  'the second day of a class is one on which the hall is shut': ['not-a-workday'],
  'two sessions at once of which each has room by itself': ['venue-double-booked'],
  'the second day of a class is the first on which the room is out of use': ['not-a-workday'],
}

describe('conflicts of a plan', () => {
  it.each(CASES)('$code: $title', ({ code, title, wrong, right, found }) => {
    const conflicts = findConflicts(plan(...wrong), dataset, OPTIONS)
    const own = conflicts.filter((conflict) => conflict.code === code)
    expect(own).toHaveLength(1)
    expect(own[0]).toMatchObject({ person: null, venue: null, ...found })
    const besides = BESIDES[title] ?? []
    expect(conflicts.filter((conflict) => conflict.code !== code).map((conflict) => conflict.code)).toEqual(
      besides,
    )
    expect(findConflicts(plan(...right), dataset, OPTIONS)).toEqual([])
  })

  it('has a case of every code', () => {
    const codes = new Set(CASES.map(({ code }) => code))
    const all: Record<ConflictCode, true> = {
      'duplicate-id': true,
      'invalid-time': true,
      'end-before-start': true,
      'dates-disagree': true,
      'outside-year': true,
      'outside-window': true,
      'not-a-workday': true,
      'unknown-organization': true,
      'organization-not-there': true,
      'unknown-venue': true,
      'unknown-lecturer': true,
      'unknown-member': true,
      'duplicate-attendee': true,
      'not-on-roll': true,
      'not-of-host': true,
      'person-double-booked': true,
      'lecturer-double-booked': true,
      'venue-double-booked': true,
      'venue-over-capacity': true,
      'venue-shut': true,
      'venue-blacked-out': true,
    }
    expect([...codes].sort()).toEqual(Object.keys(all).sort())
  })

  it('names the opponents by host, title and time, and members by number', () => {
    const [conflict] = findConflicts(
      plan(at('s', '09:00', '11:00'), at('t', '10:00', '12:00', { title: '党课' })),
      dataset,
    )
    expect(conflict?.message).toEqual({
      'zh-CN':
        '“anna”同一时间有两个活动：预算支部“主题党日”（2026-03-03 09:00—11:00）；预算支部“党课”（2026-03-03 10:00—12:00）。',
      en: '“anna” is at two sessions at one time: 预算支部 “主题党日” (2026-03-03 09:00–11:00); 预算支部 “党课” (2026-03-03 10:00–12:00).',
    })
  })

  it.each([
    [
      'the demand and the capacity',
      [
        session('s', {
          organization: 'committee',
          attendees: ['anna', 'bert', 'cleo', 'dora'],
          venue: 'hall',
        }),
      ],
      '阵地“礼堂”可容纳3人，应到4人',
    ],
    [
      'the hours of the venue',
      [at('s', '11:00', '13:00', { venue: 'hall' })],
      '工作日 9:00-12:00、14:00-17:00',
    ],
  ])('says %s', (_, sessions, text) => {
    expect(findConflicts(plan(...sessions), dataset, OPTIONS)[0]?.message['zh-CN']).toContain(text)
  })

  it('leaves what was called off and what was held as it was', () => {
    const cancelled = at('s', '09:00', '11:00', {
      status: 'cancelled',
      venue: 'museum',
      attendees: ['zoe', 'anna'],
    })
    const held = (id: string) =>
      at(id, '09:00', '11:00', { status: 'held', venue: 'museum', attendees: ['zoe', 'anna'] })
    expect(findConflicts(plan(cancelled, at('t', '09:00', '11:00')), dataset, OPTIONS)).toEqual([])
    expect(findConflicts(plan(held('t'), held('u')), dataset, OPTIONS)).toEqual([])
  })

  it('knows the sessions of the data that the plan does not have', () => {
    const recorded = {
      id: 'class',
      organization: 'committee',
      kinds: ['集中轮训'],
      start: '2026-03-03T10:00+08:00',
      end: '2026-03-03T12:00+08:00',
      venue: '会议室',
      lecturers: ['专家'],
      participants: ['anna'],
    }
    const found = (row: Partial<SessionRow>, ...sessions: readonly PlannedSession[]) =>
      findConflicts(plan(...sessions), buildDataset({ ...rows, sessions: [{ ...recorded, ...row }] })).map(
        ({ code, sessions, person, venue }) => `${code} ${sessions.join(' ')} ${person ?? venue}`,
      )
    expect(found({}, at('s', '09:00', '10:30'))).toEqual(['person-double-booked class s anna'])
    expect(found({}, at('s', '09:00', '10:30', { attendees: ['bert'], venue: 'room' }))).toEqual([
      'venue-double-booked class s room',
    ])
    expect(found({}, at('s', '09:00', '10:30', { attendees: ['bert'], lecturers: ['L2'] }))).toEqual([
      'lecturer-double-booked class s L2',
    ])
    expect(found({}, at('s', '09:00', '10:00'))).toEqual([])
    expect(found({ status: '取消' }, at('s', '09:00', '10:30'))).toEqual([])
    expect(found({ start: '2026-03-03', end: '2026-03-03' }, at('s', '09:00', '10:30'))).toEqual([])
    // The row of the plan itself is no opponent of it.
    expect(found({ id: 's' }, at('s', '09:00', '10:30'))).toEqual([])
    expect(found({ plannedId: 's' }, at('s', '09:00', '10:30'))).toEqual([])
  })

  it('says nothing of working days without a calendar, or where it does not know', () => {
    const saturday = plan(session('s', on('2026-03-07')))
    expect(findConflicts(saturday, dataset)).toEqual([])
    expect(findConflicts(plan(session('s', on('2026-12-31'))), dataset, OPTIONS)).toEqual([])
    // The hall is open on working days: nobody says that this is one.
    const inHall = plan(session('s', { ...on('2026-12-31'), venue: 'hall' }))
    expect(findConflicts(inHall, dataset, OPTIONS).map(({ code }) => code)).toEqual(['venue-shut'])
  })

  it.each([
    ['2026', '2026-12-31', true],
    ['2025', '2026-01-01', false],
    ['2026-H1', '2026-06-30', true],
    ['2026-H1', '2026-07-01', false],
    ['2026-H2', '2026-07-01', true],
    ['2026-Q4', '2026-10-09', true],
    ['2026-Q4', '2026-09-30', false],
    ['2026-02', '2026-02-27', true],
    ['2026-02', '2026-03-02', false],
    ['2025-10-01..', '2026-09-30', true],
    ['2026-03-02..', '2026-02-27', false],
    ['2022-01-01..2026-12-31', '2026-12-30', true],
    ['2026-01-01..2026-03-01', '2026-03-02', false],
    ['standing', '2026-03-02', true],
  ])('window %s, session on %s: %s', (window, date, isInside) => {
    const conflicts = findConflicts(
      plan(session('s', { ...on(date), organization: 'committee', serves: [{ rule: 'r', window }] })),
      dataset,
    )
    expect(conflicts.map(({ code }) => code)).toEqual(isInside ? [] : ['outside-window'])
  })

  it('finds exactly the pairs that share a minute', () => {
    const some = fc.array(
      fc.record({
        from: fc.nat(300),
        minutes: fc.integer({ min: 1, max: 120 }),
        who: fc.subarray(['anna', 'bert', 'L2', 'cleo']),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(some, (seeds) => {
        const clock = (minute: number) =>
          `${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        const sessions = seeds.map(({ from, minutes, who }, i) =>
          at(`s${String(i).padStart(2, '0')}`, clock(from), clock(from + minutes), {
            organization: 'committee',
            attendees: who.filter((id) => id !== 'L2'),
            lecturers: who.filter((id) => id === 'L2'),
          }),
        )
        const expected = new Set<string>()
        seeds.forEach((a, i) => {
          seeds.slice(0, i).forEach((b, k) => {
            const shares = a.from < b.from + b.minutes && b.from < a.from + a.minutes
            for (const who of a.who) if (shares && b.who.includes(who)) expected.add(`${who} ${k} ${i}`)
          })
        })
        const found = findConflicts(plan(...sessions), dataset).map(
          ({ person, sessions: [a, b] }) => `${person} ${Number(a!.slice(1))} ${Number(b!.slice(1))}`,
        )
        expect(new Set(found)).toEqual(expected)
        expect(found).toHaveLength(expected.size)
        // The order of the sessions in a plan does not matter.
        expect(findConflicts(plan(...[...sessions].reverse()), dataset)).toEqual(
          findConflicts(plan(...sessions), dataset),
        )
      }),
      { numRuns: 100 },
    )
  })
})
