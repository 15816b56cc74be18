import { describe, expect, it } from 'vitest'
import { build, codes, problems } from './fixture.ts'
import { attend, members, row, rowsOf, session, sessions } from './rows.ts'

describe('attendance', () => {
  it('is read in order of member and session, whatever the order of rows', () => {
    const dataset = attend([
      row('s3', 'p1', '请假'),
      row('s1', 'p2'),
      row('s1', 'p1', '到会', { capacity: '主持', hours: 1.5 }),
    ])
    expect(problems(dataset)).toEqual([])
    expect(rowsOf(dataset, 'p1')).toEqual(['s1 present chair 1.5', 's3 excused member'])
    expect(dataset.attendanceOf('p1')).toEqual([
      {
        session: 's1',
        member: 'p1',
        status: 'present',
        capacity: 'chair',
        hours: 1.5,
        makeUpSession: null,
        place: { row: 3 },
      },
      {
        session: 's3',
        member: 'p1',
        status: 'excused',
        capacity: 'member',
        hours: null,
        makeUpSession: null,
        place: { row: 1 },
      },
    ])
    expect(dataset.attendanceAt('s1').map(({ member }) => member)).toEqual(['p1', 'p2'])
    expect([...dataset['~columns'].sessionRows]).toEqual([2, 0, 1])
    expect([dataset.attendanceOf('nobody'), dataset.attendanceAt('nothing')]).toEqual([[], []])
  })

  it.each<[string, object, string[]]>([
    ['an unknown status', row('s1', 'p1', '神游'), ['unknown-word 神游']],
    ['no status', { session: 's1', member: 'p1' }, ['missing-value ']],
    ['an unknown session', row('s9', 'p1'), ['unknown-session s9']],
    ['an unknown member', row('s1', 'p9'), ['unknown-member p9']],
    ['neither known', row('s9', 'p9'), ['unknown-member p9', 'unknown-session s9']],
  ])('with %s is lost', (_, bad, faults) => {
    const dataset = attend([row('s1', 'p2'), bad, row('s2', 'p2')])
    expect(problems(dataset).filter((problem) => problem !== 'attendance-untrustworthy')).toEqual(faults)
    expect(dataset.problems.filter(({ severity, row }) => severity === 'error' && row === 2)).toHaveLength(
      faults.length,
    )
    expect(dataset.counts.attendance).toBe(2)
    expect(rowsOf(dataset, 'p1')).toEqual([])
  })

  it('is validated row by row, however many plain rows come before', () => {
    const blanks = ' '.repeat(200)
    const dataset = attend([
      row('s1', 'p1'),
      row('s1', 'p1'.padEnd(201, 'x')),
      row('s1', 'p2'),
      { session: 7, member: 'p2', status: '出席' },
      row('s2', 'p2', `出席${blanks}`),
      row('s2', 'p2', '缺席'),
      ['s3', 'p2', '出席'],
      null,
      row('s3', 'p2', '缺席', { hours: 'x' }),
      row('s3', 'p1', '缺席', { capacity: 4 }),
    ])
    const faults = dataset.problems.filter(({ table }) => table === 'attendance')
    expect(faults.map(({ code, row }) => `${row ?? ''} ${code}`).sort()).toEqual([
      '10 wrong-type',
      '2 too-long',
      '4 wrong-type',
      '5 too-long',
      '7 row-not-object',
      '8 row-not-object',
      '9 wrong-type',
    ])
    expect([rowsOf(dataset, 'p1'), rowsOf(dataset, 'p2')]).toEqual([
      ['s1 present member', 's3 absent member'],
      ['s1 present member', 's2 absent member', 's3 absent member'],
    ])
  })

  it.each<[string, object, string, string[]]>([
    ['an unknown capacity is blank', { capacity: '路人' }, 's1 present member', ['unknown-word 路人']],
    ['hours out of range are blank', { hours: 45_000 }, 's1 present member', ['out-of-range 45000']],
    [
      'a make-up of a session attended is blank',
      { makeUpSession: 's2' },
      's1 present member',
      ['make-up-ignored s2'],
    ],
    ['no hours are hours', { hours: 0 }, 's1 present member 0', []],
  ])('%s', (_, more, expected, faults) => {
    const dataset = attend([row('s1', 'p1', '出席', more)])
    expect(rowsOf(dataset, 'p1')).toEqual([expected])
    expect(problems(dataset)).toEqual(faults)
  })

  it.each([
    [100, 1, true],
    [99, 1, false],
    [200, 2, true],
    [200, 3, false],
  ])('of %i rows with %i unknown is trustworthy: %s', (total, unknown, trustworthy) => {
    const crowd = Array.from({ length: total }, (_, i) => ({
      id: `q${i}`,
      name: `n${i}`,
      status: 'full',
      organization: 'b1',
    }))
    const rows = crowd.map(({ id }, i) => row('s1', i < unknown ? 'x' : id))
    const dataset = build({ members: crowd, sessions, attendance: rows })
    expect(dataset.trustworthy).toBe(trustworthy)
    expect(codes(dataset).includes('attendance-untrustworthy')).toBe(!trustworthy)
  })
})

describe('duplicates (clause 13)', () => {
  const orders = <T>(rows: readonly T[]): T[][] =>
    rows.length < 2
      ? [[...rows]]
      : rows.flatMap((first, i) => orders(rows.filter((_, k) => k !== i)).map((rest) => [first, ...rest]))

  it.each<[string, object[], string, string[]]>([
    ['equal rows', [{}, {}, {}], 's1 present member', ['attendance-duplicate', 'attendance-duplicate']],
    ['present before excused', [{}, { status: '请假' }], 's1 present member', ['attendance-conflict']],
    [
      'made up before excused',
      [{ status: '补学', makeUpSession: 's2' }, { status: '请假' }],
      's1 made-up member at s2',
      ['attendance-conflict'],
    ],
    [
      'present before made up',
      [{ status: '补学', makeUpSession: 's2' }, {}],
      's1 present member',
      ['attendance-conflict'],
    ],
    [
      'excused before absent',
      [{ status: '缺席' }, { status: '请假' }],
      's1 excused member',
      ['attendance-conflict'],
    ],
    [
      'lecturer before chair',
      [{ capacity: '主持' }, { capacity: '主讲' }],
      's1 present lecturer',
      ['attendance-conflict'],
    ],
    ['chair before member', [{ capacity: '主持' }, {}], 's1 present chair', ['attendance-conflict']],
    ['member before observer', [{ capacity: '列席' }, {}], 's1 present member', ['attendance-conflict']],
    [
      'more hours',
      [{ hours: 1 }, { hours: 2 }, {}],
      's1 present member 2',
      ['attendance-conflict', 'attendance-conflict'],
    ],
    [
      'status before capacity and hours',
      [{ status: '请假', capacity: '主讲', hours: 9 }, { capacity: '列席' }],
      's1 present observer',
      ['attendance-conflict'],
    ],
  ])('%s', (_, variants, expected, faults) => {
    for (const order of orders(variants)) {
      const dataset = attend(order.map((more) => row('s1', 'p1', '出席', more)))
      expect(rowsOf(dataset, 'p1')[0]).toBe(expected)
      expect(codes(dataset)).toEqual(faults)
      expect(dataset.counts.attendance).toBe(1)
    }
  })
})

describe('make-ups (clause 13)', () => {
  it.each<[string, object[], string[], string[]]>([
    [
      'add a row for hours where there is none',
      [row('s1', 'p1', '补学', { makeUpSession: 's3' })],
      ['s1 made-up member at s3', 's3 present member hours-only'],
      [],
    ],
    [
      'take their hours along',
      [row('s1', 'p1', '补学', { makeUpSession: 's3', hours: 2 })],
      ['s1 made-up member 2 at s3', 's3 present member 2 hours-only'],
      [],
    ],
    [
      'of two sessions at one add one row',
      [
        row('s1', 'p1', '补学', { makeUpSession: 's3', hours: 1 }),
        row('s2', 'p1', '补学', { makeUpSession: 's3', hours: 2 }),
      ],
      ['s1 made-up member 1 at s3', 's2 made-up member 2 at s3', 's3 present member 2 hours-only'],
      [],
    ],
    [
      'use the row there is',
      [row('s1', 'p1', '补学', { makeUpSession: 's3' }), row('s3', 'p1')],
      ['s1 made-up member at s3', 's3 present member'],
      [],
    ],
    ['without a name', [row('s1', 'p1', '补学')], ['s1 made-up member at none'], ['make-up-unnamed s1 × p1']],
    [
      'of an unknown name',
      [row('s1', 'p1', '补学', { makeUpSession: 's9' })],
      ['s1 made-up member at none'],
      ['unknown-session s9'],
    ],
    [
      'by the missed session',
      [row('s1', 'p1', '补学', { makeUpSession: 's1' })],
      ['s1 made-up member at none'],
      ['make-up-same s1 × p1'],
    ],
    [
      'where the member was absent',
      [row('s1', 'p1', '补学', { makeUpSession: 's3' }), row('s3', 'p1', '缺席')],
      ['s1 made-up member at s3', 's3 absent member'],
      ['make-up-not-attended s3 × p1'],
    ],
  ])('%s', (_, rows, expected, faults) => {
    const dataset = attend(rows)
    expect(rowsOf(dataset, 'p1')).toEqual(expected)
    expect(problems(dataset)).toEqual(faults)
    expect(dataset.counts.attendance).toBe(rows.length)
    expect(dataset.attendanceOf('p1')).toHaveLength(rows.length)
  })
})

describe('lecturers (clause 14)', () => {
  it.each<[string, string[], object[], string[], string[], string[]]>([
    ['by id, without a row', ['p1'], [], ['s1 present lecturer named'], ['p1'], []],
    ['by unique name, present', ['党员1'], [row('s1', 'p1')], ['s1 present lecturer'], ['p1'], []],
    [
      'in the chair',
      ['p1'],
      [row('s1', 'p1', '出席', { capacity: '主持' })],
      ['s1 present lecturer'],
      ['p1'],
      [],
    ],
    [
      'recorded as lecturer',
      ['p1'],
      [row('s1', 'p1', '出席', { capacity: '主讲' })],
      ['s1 present lecturer'],
      ['p1'],
      [],
    ],
    [
      'recorded as absent',
      ['p1'],
      [row('s1', 'p1', '缺席')],
      ['s1 absent member'],
      ['p1'],
      ['lecturer-absent s1 × p1'],
    ],
    ['from outside', ['王教授'], [], [], ['王教授'], []],
  ])('%s', (_, lecturers, rows, expected, named, faults) => {
    const dataset = attend(rows, { sessions: [session('s1', { lecturers }), session('s2')] })
    expect(rowsOf(dataset, 'p1')).toEqual(expected)
    expect(dataset.session('s1')?.lecturers).toEqual(named)
    expect(problems(dataset)).toEqual(faults)
    expect(dataset['~columns'].sessionRows[0]).toBe(rows.length)
  })

  it('of a name that several members bear is only a name', () => {
    const twins = [...members, { id: 'p9', name: '党员1', status: 'full', organization: 'b1' }]
    const dataset = build({
      members: twins,
      sessions: [session('s1', { lecturers: ['党员1'] })],
      attendance: [],
    })
    expect(dataset.session('s1')?.lecturers).toEqual(['党员1'])
    expect(problems(dataset)).toEqual(['ambiguous-member 党**'])
  })
})
