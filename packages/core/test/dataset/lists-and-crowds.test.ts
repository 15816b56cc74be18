import { SESSION_KINDS } from '@xueshi/core'
import { describe, expect, it } from 'vitest'
import { build, problems } from './fixture.ts'
import { attend, members, row, rowsOf, session, sessions } from './rows.ts'

describe('lists of persons', () => {
  const lists = { participants: ['党员1', 'p2'], excused: ['党员3'], absentees: ['p4'] }

  it('stand for attendance', () => {
    const dataset = build({ members, sessions: [session('s1', lists), session('s2')] })
    expect(problems(dataset)).toEqual([])
    expect(dataset.counts.attendance).toBe(4)
    expect(dataset.attendanceAt('s1').map(({ member, status }) => `${member} ${status}`)).toEqual([
      'p1 present',
      'p2 present',
      'p3 excused',
      'p4 absent',
    ])
    expect(dataset.attendanceOf('p1')[0]?.place).toEqual({ row: 1 })
  })

  it('are no attendance where there are none', () => {
    expect(build({ members, sessions }).counts.attendance).toBeUndefined()
    expect(build({ members, sessions, attendance: [] }).counts.attendance).toBe(0)
  })

  it('may repeat what the table says, but not contradict it', () => {
    const dataset = attend([row('s1', 'p1', '出席', { hours: 2 }), row('s1', 'p4')], {
      sessions: [session('s1', lists)],
    })
    expect(problems(dataset)).toEqual(['attendance-conflict s1 × p4'])
    expect(rowsOf(dataset, 'p1')).toEqual(['s1 present member 2'])
    expect(rowsOf(dataset, 'p4')).toEqual(['s1 present member'])
  })

  it('name their column where they name somebody unknown', () => {
    const dataset = build({ members, sessions: [session('s1', { excused: ['赵六'] })] })
    expect(dataset.problems.find((problem) => problem.code === 'unknown-member')).toMatchObject({
      table: 'sessions',
      row: 1,
      column: 'excused',
      value: '赵**',
    })
  })
})

describe('crowded rows', () => {
  const at = (id: string, start: string, end?: string, more: object = {}) => ({
    ...session(id),
    start,
    end,
    ...more,
  })
  it.each<[string, object[], object[], string[]]>([
    [
      'on different days',
      [at('s1', '2025-03-01'), at('s2', '2025-03-02')],
      [row('s1', 'p1'), row('s2', 'p1')],
      [],
    ],
    [
      'on one day',
      [at('s1', '2025-03-01T08:00+08:00'), at('s2', '2025-03-01T14:00+08:00')],
      [row('s1', 'p1'), row('s2', 'p1')],
      ['s1', 's2'],
    ],
    [
      'on one day, of two members',
      [at('s1', '2025-03-01'), at('s2', '2025-03-01')],
      [row('s1', 'p1'), row('s2', 'p2')],
      [],
    ],
    [
      'with one absent',
      [at('s1', '2025-03-01'), at('s2', '2025-03-01')],
      [row('s1', 'p1'), row('s2', 'p1', '缺席')],
      ['s2'],
    ],
    [
      'with one cancelled',
      [at('s1', '2025-03-01'), at('s2', '2025-03-01', undefined, { status: '取消' })],
      [row('s1', 'p1'), row('s2', 'p1')],
      ['s2'],
    ],
    [
      'within a session of several days',
      [
        at('s1', '2025-03-01', '2025-03-05'),
        at('s2', '2025-03-03'),
        at('s3', '2025-03-05'),
        at('s4', '2025-03-06'),
      ],
      ['s1', 's2', 's3', 's4'].map((id) => row(id, 'p1')),
      ['s1', 's2', 's3'],
    ],
    [
      'overlapping past midnight',
      [at('s1', '2025-03-01T22:00+08:00', '2025-03-02T02:00+08:00'), at('s2', '2025-03-02T01:00+08:00')],
      [row('s1', 'p1'), row('s2', 'p1')],
      ['s1', 's2'],
    ],
    [
      'with hours made up',
      [at('s1', '2025-03-01'), at('s2', '2025-03-08T08:00+08:00'), at('s3', '2025-03-08T09:00+08:00')],
      [row('s1', 'p1', '补学', { makeUpSession: 's2' }), row('s3', 'p1')],
      ['s2', 's3'],
    ],
  ])('%s', (_, own, rows, expected) => {
    const dataset = build({ members, sessions: own, attendance: rows })
    const crowded = ['p1', 'p2'].flatMap((id) =>
      rowsOf(dataset, id).filter((line) => line.includes('crowded')),
    )
    expect(crowded.map((line) => line.slice(0, 2))).toEqual(expected)
  })
})

it('has a bit for every kind of session', () => {
  expect(SESSION_KINDS.length).toBeLessThan(31)
})
