import type { AttendanceRow, SessionRow } from '@xueshi/core'
import { describe, expect, test } from 'vitest'
import {
  attended,
  findingsOf,
  hours,
  lecture,
  lifeMeeting,
  requirement,
  session,
  themeDay,
  training,
  verdictsOf,
} from './fixture.ts'

/** Hours of member m in 2025. */
function earned(sessions: SessionRow[], attendance: AttendanceRow[]): number | null {
  return findingsOf([hours], { sessions, attendance })[0]!.measured
}

describe('clause 11: a session counts for its host and each co-host', () => {
  const organizations = [
    { id: 'g', name: '党总支', kind: 'general-branch' },
    { id: 'b2', name: '第二党支部', kind: 'branch', parent: 'g' },
    { id: 'p', name: '第一党小组', kind: 'group', parent: 'b2' },
  ]

  test('co-hosts count, each once', () => {
    const sessions = [session('s', 'theme-day', '2025-01-20', { coHosts: ['b2', 'b'] })]
    const verdicts = verdictsOf([themeDay], { organizations, sessions }, '2025-01-31')
    expect(verdicts).toEqual({ 'b 2025-01': 'met', 'b2 2025-01': 'met' })
  })

  test("a general branch's theme day is not its branches'", () => {
    const sessions = [session('s', 'theme-day', '2025-01-20', { organization: 'g' })]
    expect(verdictsOf([themeDay], { organizations, sessions }, '2025-01-31')['b2 2025-01']).toBe('breached')
  })

  test('an organizational life meeting of a Party group counts for its branch', () => {
    const sessions = [session('s', 'org-life-meeting', '2025-11-20', { organization: 'p' })]
    expect(verdictsOf([lifeMeeting], { organizations, sessions })['b2 2025']).toBe('met')
  })

  test('a session with several kinds serves each requirement once', () => {
    const sessions = [session('s', 'theme-day', '2025-11-20', { kinds: ['主题党日', '组织生活会'] })]
    const verdicts = verdictsOf([themeDay, lifeMeeting], { sessions })
    expect(verdicts['branch/theme-day b 2025-11']).toBe('met')
    expect(verdicts['branch/life-meeting b 2025']).toBe('met')
  })
})

describe('clause 12: credit', () => {
  const lectureOn = (id: string, day: string, more: Partial<SessionRow> = {}) =>
    session(id, 'party-lecture', day, more)

  test.each<[string, SessionRow[], AttendanceRow[], number]>([
    ['hours of the row win', [lectureOn('s', '2025-03-03', { hours: 4 })], [attended('s', { hours: 3 })], 3],
    ['else hours of the session', [lectureOn('s', '2025-03-03', { hours: 4 })], [attended('s')], 4],
    [
      'else 60 minutes are one hour',
      [lectureOn('s', '2025-03-03', { end: '2025-03-03T10:50+08:00' })],
      [attended('s')],
      1.83,
    ],
    ['a recorded 0 is 0', [lectureOn('s', '2025-03-03')], [attended('s', { hours: 0 })], 0],
    ['at most 8 a day', [lectureOn('s', '2025-03-03', { hours: 12 })], [attended('s')], 8],
    [
      'at most 8 for each day of a session of several days',
      [lectureOn('s', '2025-03-03', { end: '2025-03-05T17:00+08:00' })],
      [attended('s')],
      24,
    ],
    [
      'absent and excused give nothing',
      [lectureOn('s', '2025-03-03'), lectureOn('t', '2025-03-04')],
      [attended('s', { status: '缺席' }), attended('t', { status: '请假' })],
      0,
    ],
    [
      'lecturers and chairs count',
      [lectureOn('s', '2025-03-03'), lectureOn('t', '2025-03-04')],
      [attended('s', { capacity: '主讲' }), attended('t', { capacity: '主持' })],
      4,
    ],
    ['observers do not', [lectureOn('s', '2025-03-03')], [attended('s', { capacity: '列席旁听' })], 0],
    [
      'kinds that are no learning do not',
      [session('s', 'org-life-meeting', '2025-03-03')],
      [attended('s')],
      0,
    ],
  ])('%s', (_, sessions, attendance, expected) => {
    expect(earned(sessions, attendance)).toBe(expected)
  })

  test('of sessions that overlap only the largest credit counts', () => {
    const sessions = [
      lectureOn('a', '2025-03-03', { start: '2025-03-03T09:00+08:00', end: '2025-03-03T11:00+08:00' }),
      lectureOn('b1', '2025-03-03', { start: '2025-03-03T10:30+08:00', end: '2025-03-03T13:30+08:00' }),
      lectureOn('c', '2025-03-03', { start: '2025-03-03T13:00+08:00', end: '2025-03-03T14:00+08:00' }),
      lectureOn('d', '2025-03-03', { start: '2025-03-03T14:00+08:00', end: '2025-03-03T15:00+08:00' }),
    ]
    const attendance = sessions.map((one) => attended(one.id))
    // a, b1 and c are one cluster (b1 touches both); d begins where c ends.
    expect(earned(sessions, attendance)).toBe(3 + 1)
    expect(earned([...sessions].reverse(), [...attendance].reverse())).toBe(4)
  })

  test('then the daily cap over all sessions of the day', () => {
    const sessions = [
      lectureOn('a', '2025-03-03', {
        hours: 5,
        start: '2025-03-03T08:00+08:00',
        end: '2025-03-03T12:00+08:00',
      }),
      lectureOn('b1', '2025-03-03', {
        hours: 5,
        start: '2025-03-03T13:00+08:00',
        end: '2025-03-03T18:00+08:00',
      }),
    ]
    expect(
      earned(
        sessions,
        sessions.map((one) => attended(one.id)),
      ),
    ).toBe(8)
  })

  test('a session without end and hours makes the hours unknown unless enough is known', () => {
    const open = { id: 's', organization: 'b', kinds: ['党课'], start: '2025-03-03T09:00+08:00' }
    const [finding] = findingsOf([hours], { sessions: [open], attendance: [attended('s')] })
    expect(finding!.verdict).toBe('unknown')
    expect(finding!.message()).toContain('活动 s 没有结束时间')
    const full = Array.from({ length: 4 }, (_, i) => lectureOn(`f${i}`, `2025-04-0${i + 1}`, { hours: 8 }))
    const enough = {
      sessions: [open, ...full],
      attendance: [attended('s'), ...full.map((one) => attended(one.id))],
    }
    expect(verdictsOf([hours], enough)['m 2025']).toBe('met')
  })

  test('exactly 32 hours are enough, 31.99 are not', () => {
    const four = Array.from({ length: 4 }, (_, i) => lectureOn(`f${i}`, `2025-04-0${i + 1}`, { hours: 8 }))
    const rows = four.map((one) => attended(one.id))
    expect(verdictsOf([hours], { sessions: four, attendance: rows })['m 2025']).toBe('met')
    const short = [...rows.slice(1), attended('f0', { hours: 7.99 })]
    expect(verdictsOf([hours], { sessions: four, attendance: short })['m 2025']).toBe('breached')
  })
})

describe('clause 13: made up', () => {
  const sessions = [
    session('missed', 'target-training', '2025-03-03', { hours: 8 }),
    session('make-up', 'collective-study', '2025-07-10', { hours: 6 }),
  ]
  const members = [
    { id: 'm', name: '甲某', status: 'candidate', organization: 'b', candidateOn: '2025-01-10' },
  ]
  const oneDay = requirement({
    ...training,
    id: 'development/one-day',
    demand: { measure: 'days', count: { kinds: ['target-training'] }, atLeast: 1 },
  })
  const madeUp = [attended('missed', { status: '补学', makeUpSession: 'make-up' })]

  test('counts as attendance of the missed session once the make-up is held', () => {
    const on = (asOf: string) =>
      verdictsOf([oneDay], { sessions, members, attendance: madeUp }, asOf)['m 2025-01-10..']
    expect(on('2025-07-09')).toBe('pending')
    expect(on('2025-07-10')).toBe('met')
  })

  test('its hours count once, on the day of the make-up', () => {
    expect(earned(sessions, madeUp)).toBe(6)
    expect(earned(sessions, [...madeUp, attended('make-up')])).toBe(6)
  })

  test('conflicting rows: present, made up, excused, absent, whatever the order', () => {
    const rows = [
      attended('missed', { status: '缺席' }),
      attended('missed', { status: '请假' }),
      attended('missed'),
    ]
    expect(earned(sessions, rows)).toBe(8)
    expect(earned(sessions, [...rows].reverse())).toBe(8)
  })
})

describe('clause 14: a lecture is given by capacity or by name', () => {
  const organizations = [{ id: 'l', name: '局党组', kind: 'leadership-group' }]
  const posts = [{ member: 'm', organization: 'l', role: '党组书记', from: '2020-01-01' }]
  const subject = 'm@l:leadership-secretary 2025'
  const base = { organizations, posts }

  test.each<[string, Partial<SessionRow>, AttendanceRow[], string]>([
    ['capacity of the row', {}, [attended('s', { capacity: '主讲' })], 'met'],
    ['id of the lecturer', { lecturers: ['m'] }, [], 'met'],
    ['unique name of the lecturer', { lecturers: ['甲某'] }, [attended('s')], 'met'],
    ['listening is not lecturing', {}, [attended('s')], 'breached'],
    ['somebody else of another name', { lecturers: ['外请教授'] }, [attended('s')], 'breached'],
  ])('%s', (_, more, attendance, verdict) => {
    const sessions = [session('s', 'party-lecture', '2025-05-05', more)]
    expect(verdictsOf([lecture], { ...base, sessions, attendance })[subject]).toBe(verdict)
  })

  test('a lecturer named by the session alone earns no hours', () => {
    const sessions = [session('s', 'party-lecture', '2025-05-05', { lecturers: ['m'] })]
    expect(earned(sessions, [])).toBe(0)
  })
})

describe('disjunctions never convert units', () => {
  const members = [
    {
      id: 'm',
      name: '甲某',
      status: 'probationary',
      organization: 'b',
      candidateOn: '2025-01-10',
      admittedOn: '2025-06-20',
    },
  ]
  const days = (n: number, hoursEach: number) =>
    Array.from({ length: n }, (_, i) =>
      session(`t${i}`, 'target-training', `2025-03-0${i + 3}`, { hours: hoursEach }),
    )

  test.each([
    ['three days', days(3, 4), 'met'],
    [
      '24 hours as one session of three days',
      [session('t', 'target-training', '2025-03-03', { hours: 24, end: '2025-03-05T17:00+08:00' })],
      'met',
    ],
    ['two days with 16 hours', days(2, 8), 'breached'],
  ])('%s', (_, sessions, verdict) => {
    const attendance = sessions.map((one) => attended(one.id))
    const [finding] = findingsOf([training], { sessions, members, attendance })
    expect(finding!.verdict).toBe(verdict)
    expect(finding!.alternatives).toHaveLength(2)
    expect(finding!.window).toEqual({ key: '2025-01-10..', from: '2025-01-10', to: '2025-06-20' })
  })
})
