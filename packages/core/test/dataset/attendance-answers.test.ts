import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attend, row, session } from './rows.ts'

const at = (id: string, day: string, from: string, to: string | null, hours: number | null) => ({
  ...session(id),
  start: `${day}T${from}+08:00`,
  ...(to === null ? {} : { end: to.length > 5 ? `${to}+08:00` : `${day}T${to}+08:00` }),
  ...(hours === null ? {} : { hours }),
})

describe('who was present', () => {
  const dataset = attend([
    row('s1', 'p3'),
    row('s1', 'p1', '出席', { capacity: '主持人' }),
    row('s1', 'p2', '出席', { capacity: '列席' }),
    row('s1', 'p4', '请假'),
    row('s1', 'p5', '补学', { makeUpSession: 's2' }),
  ])

  test.each([
    { session: 's1', as: undefined, expected: ['p1', 'p3'] },
    { session: 's1', as: 'chair', expected: ['p1'] },
    { session: 's1', as: 'member', expected: ['p3'] },
    { session: 's1', as: 'observer', expected: ['p2'] },
    { session: 's1', as: 'lecturer', expected: [] },
    { session: 's2', as: undefined, expected: [] },
    { session: 'nowhere', as: undefined, expected: [] },
  ] as const)('$session as $as', ({ session, as, expected }) => {
    expect(dataset.presentAt(session, as)).toEqual(expected)
  })

  test('records are counted, hours made up elsewhere are none', () => {
    expect(['s1', 's2', 's3', 'nowhere'].map((id) => dataset.attendanceCountAt(id))).toEqual([5, 0, 0, 0])
  })

  test('agrees with the records', () => {
    const statuses = ['出席', '请假', '缺席', '补学']
    const capacities = ['成员', '主持人', '列席', '主讲人']
    const anyRow = fc.record({
      session: fc.constantFrom('s1', 's2', 's3'),
      member: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5'),
      status: fc.constantFrom(...statuses),
      capacity: fc.constantFrom(...capacities),
    })
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 20 }), (rows) => {
        const dataset = attend(rows)
        for (const id of ['s1', 's2', 's3']) {
          const records = dataset.attendanceAt(id)
          const present = records.filter(({ status }) => status === 'present')
          expect(dataset.attendanceCountAt(id)).toBe(records.length)
          expect(dataset.presentAt(id)).toEqual(
            present.filter(({ capacity }) => capacity !== 'observer').map(({ member }) => member),
          )
          for (const as of ['member', 'chair', 'lecturer', 'observer'] as const)
            expect(dataset.presentAt(id, as)).toEqual(
              present.filter(({ capacity }) => capacity === as).map(({ member }) => member),
            )
        }
      }),
    )
  })
})

describe('traits of attendance', () => {
  const traits = (sessions: readonly object[], rows: readonly unknown[]) =>
    attend(rows, { sessions }).attendanceTraits('p1')
  const none = { mostHoursADay: 0, overlapping: false, hoursWithoutPresence: false }
  const morning = at('s1', '2025-03-01', '08:00', '12:00', 4)
  const noon = at('s2', '2025-03-01', '11:00', '13:00', 2)
  const afternoon = at('s3', '2025-03-01', '14:00', '17:00', 3)

  test.each([
    { name: 'nothing', sessions: [morning], rows: [], expected: none },
    {
      name: 'one session',
      sessions: [morning],
      rows: [row('s1', 'p1')],
      expected: { ...none, mostHoursADay: 4 },
    },
    {
      name: 'hours of the record before those of the session',
      sessions: [morning],
      rows: [row('s1', 'p1', '出席', { hours: 1.5 })],
      expected: { ...none, mostHoursADay: 1.5 },
    },
    {
      name: 'two on one day',
      sessions: [morning, afternoon],
      rows: [row('s1', 'p1'), row('s3', 'p1')],
      expected: { ...none, mostHoursADay: 7 },
    },
    {
      name: 'two at one time',
      sessions: [morning, noon],
      rows: [row('s1', 'p1'), row('s2', 'p1')],
      expected: { ...none, mostHoursADay: 6, overlapping: true },
    },
    {
      name: 'two at one time, one without hours',
      sessions: [morning, at('s2', '2025-03-01', '11:00', '13:00', null)],
      rows: [row('s1', 'p1'), row('s2', 'p1')],
      expected: { ...none, mostHoursADay: 4 },
    },
    {
      name: 'days of a longer session share its hours, one of them with another',
      sessions: [at('s1', '2025-02-28', '08:00', '2025-03-02T17:00', 18), afternoon],
      rows: [row('s1', 'p1'), row('s3', 'p1')],
      expected: { ...none, mostHoursADay: 9, overlapping: true },
    },
    {
      name: 'made up on a day with another session',
      sessions: [
        at('s1', '2025-02-01', '08:00', '12:00', 4),
        at('s2', '2025-03-01', '08:00', '10:00', 2),
        afternoon,
      ],
      rows: [row('s1', 'p1', '补学', { makeUpSession: 's2' }), row('s3', 'p1')],
      expected: { ...none, mostHoursADay: 5 },
    },
    {
      name: 'hours of somebody on leave',
      sessions: [morning],
      rows: [row('s1', 'p1', '请假', { hours: 2 })],
      expected: { ...none, hoursWithoutPresence: true },
    },
  ])('$name', ({ sessions, rows, expected }) => {
    expect(traits(sessions, rows)).toEqual(expected)
  })

  test('a person nobody knows has none', () => {
    expect(attend([]).attendanceTraits('nobody')).toEqual(none)
  })
})

describe('acts of some kinds', () => {
  const dataset = attend([], {
    acts: [
      { id: 'a1', kind: '谈心谈话', date: '2025-03-01', organization: 'b1', member: 'p1', counterpart: 'p2' },
      { id: 'a2', kind: '换届选举', date: '2025-03-02', organization: 'b1' },
      { id: 'a3', kind: '党纪处分', date: '2025-03-03', organization: 'b1', member: 'p1' },
    ],
  })
  const ids = (acts: readonly { readonly id: string }[]) => acts.map(({ id }) => id)

  test('of a person and of an organization, in order of date', () => {
    expect(ids(dataset.actsOf('p1'))).toEqual(['a1', 'a3'])
    expect(ids(dataset.actsOf('p1', ['sanction']))).toEqual(['a3'])
    expect(ids(dataset.actsOf('p2', ['sanction']))).toEqual([])
    expect(ids(dataset.actsAt('b1', ['election', 'talk']))).toEqual(['a1', 'a2'])
    expect(ids(dataset.actsAt('b1', []))).toEqual([])
  })

  test('a record is made once', () => {
    expect(dataset.actsOf('p1')[0]).toBe(dataset.acts[0])
    expect(dataset.member('p1')).toBe(dataset.members.find(({ id }) => id === 'p1'))
    expect(dataset.session('s1')).toBe(dataset.sessions.find(({ id }) => id === 's1'))
  })
})
