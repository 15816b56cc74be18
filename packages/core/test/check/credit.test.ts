import {
  type AttendanceRow,
  buildDataset,
  type ConfigEntry,
  type CreditPolicy,
  check,
  creditPresets,
  defaultCredit,
  defineConfig,
  explain,
  type SessionRow,
  XueshiError,
} from '@xueshi/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../../../test/runs.ts'
import { attended, configOf, hours, requirement, rowsWith } from './fixture.ts'

type Credit = Partial<CreditPolicy>
type Attended = readonly [kind: string, start: string, end: string | null, more?: Partial<SessionRow>]

const { eightHourDay, sixHourDay, minutes } = creditPresets

/** `03-05 09:00` of 2025 as an instant, `03-05` as a date. */
function moment(text: string): string {
  const [day, time] = text.split(' ')
  return time === undefined ? `2025-${day}` : `2025-${day}T${time}+08:00`
}

function rowsOf(list: readonly Attended[], attendance: (id: string) => Partial<AttendanceRow> = () => ({})) {
  const sessions = list.map(
    ([kind, start, end, more], i): SessionRow => ({
      id: `s${i}`,
      organization: 'b',
      kinds: [kind],
      start: moment(start),
      ...(end === null ? {} : { end: moment(end) }),
      ...more,
    }),
  )
  return rowsWith({ sessions, attendance: sessions.map(({ id }) => attended(id, attendance(id))) })
}

function reportOf(rows: ReturnType<typeof rowsOf>, credit: Credit, rules = [hours]) {
  const config = defineConfig(...configOf(...rules).entries, { name: 'credit', credit })
  return check(buildDataset(rows), config, { asOf: '2025-12-31', allVerdicts: true })
}

/** Learning hours of member m in 2025; `null` where they cannot be told. */
function hoursOf(list: readonly Attended[], credit: Credit): number | null {
  const [finding] = reportOf(rowsOf(list), credit).findings
  return finding?.verdict === 'unknown' ? null : (finding?.measured ?? null)
}

const study = (start: string, end: string | null, more?: Partial<SessionRow>): Attended =>
  more === undefined ? ['collective-study', start, end] : ['collective-study', start, end, more]
const online = (start: string, end: string | null, more?: Partial<SessionRow>): Attended =>
  more === undefined ? ['online-study', start, end] : ['online-study', start, end, more]

describe('the presets on the same attendance', () => {
  const lessons = { ...sixHourDay, minutesPerHour: 45 }
  test.each<[string, readonly Attended[], (number | null)[]]>([
    // 60 minutes, 8 a day, 6 a day, 6 a day in lessons of 45 minutes
    ['a morning of three hours', [study('03-05 09:00', '03-05 12:00')], [3, 3, 3, 3]],
    ['half an hour', [study('03-05 09:00', '03-05 09:30')], [0.5, 0.5, 0.5, 0.67]],
    ['a morning of five hours', [study('03-05 07:00', '03-05 12:00')], [5, 4, 3, 3]],
    ['an afternoon of five hours', [study('03-05 13:00', '03-05 18:00')], [5, 4, 3, 3]],
    ['a whole day', [study('03-05 09:00', '03-05 17:00')], [8, 8, 6, 6]],
    ['six hours over noon are a whole day', [study('03-05 09:00', '03-05 15:00')], [6, 8, 6, 6]],
    ['less is paid by time', [study('03-05 09:00', '03-05 14:59')], [5.98, 5.98, 5.98, 6]],
    ['an hour on each side of noon', [study('03-05 11:00', '03-05 13:00')], [2, 2, 2, 2.67]],
    ['five of the morning and one more', [study('03-05 07:00', '03-05 12:54')], [5.9, 4.9, 3.9, 4.2]],
    ['ten hours', [study('03-05 08:00', '03-05 18:00')], [8, 8, 6, 6]],
    ['three days', [study('03-05 09:00', '03-07 17:00')], [24, 24, 18, 18]],
    ['from one afternoon to the next noon', [study('03-05 14:00', '03-06 12:00')], [16, 8, 6, 6]],
    ['three days without times', [study('03-05', '03-07')], [null, 24, 18, 18]],
    ['one day without times', [study('03-05', null)], [null, null, null, null]],
    ['without end', [study('03-05 09:00', null)], [null, null, null, null]],
    ['stated hours of a morning', [study('03-05 09:00', '03-05 12:00', { hours: 5 })], [5, 4, 3, 3]],
    ['stated hours of a day without times', [study('03-05', null, { hours: 7 })], [7, 7, 6, 6]],
    ['a recorded nothing', [study('03-05 09:00', '03-05 12:00', { hours: 0 })], [0, 0, 0, 0]],
    [
      'two sessions of one morning share its cap',
      [study('03-05 08:00', '03-05 10:00'), study('03-05 10:00', '03-05 12:30', { hours: 2.5 })],
      [4.5, 4.5, 3.5, 3.5],
    ],
    [
      'three sessions of one day',
      [
        study('03-05 08:00', '03-05 12:00'),
        study('03-05 14:00', '03-05 18:00'),
        study('03-05 19:00', '03-05 21:00'),
      ],
      [8, 8, 6, 6],
    ],
    [
      'a session without time takes what both halves have left',
      [study('03-05 08:00', '03-05 12:00'), study('03-05', null, { hours: 3 })],
      [7, 7, 6, 6],
    ],
    [
      'of sessions that overlap the one that earns most',
      [study('03-05 09:00', '03-05 17:00'), study('03-05 10:00', '03-05 11:00')],
      [8, 8, 6, 6],
    ],
  ])('%s', (_, list, expected) => {
    expect([minutes, eightHourDay, sixHourDay, lessons].map((policy) => hoursOf(list, policy))).toEqual(
      expected,
    )
  })

  test('minutes is the default', () => {
    expect(minutes).toEqual(defaultCredit)
    const list = [study('03-05 07:00', '03-05 12:00'), study('03-06 09:00', '03-06 10:20')]
    expect(hoursOf(list, {})).toBe(6.33)
    expect(hoursOf(list, minutes)).toBe(6.33)
  })

  test('3 days of training of candidates are 24 hours of eight, 18 of six', () => {
    const days = ['03-05', '03-06', '03-07'].map((day) => study(`${day} 09:00`, `${day} 16:00`))
    expect([eightHourDay, sixHourDay].map((policy) => hoursOf(days, policy))).toEqual([24, 18])
  })
})

describe('online learning', () => {
  const counted = { countedKinds: ['online-study'] } as const
  const course = (day: string, length: number) =>
    online(
      `${day} 09:00`,
      `${day} ${String(9 + Math.floor(length / 60)).padStart(2, '0')}:${String(length % 60).padStart(2, '0')}`,
    )

  test.each<[string, readonly Attended[], Credit, number]>([
    ['earns nothing unless its kind is counted', [course('03-05', 60)], {}, 0],
    ['earns by time where it is', [course('03-05', 60)], counted, 1],
    ['too short', [course('03-05', 19)], { ...counted, online: { minimumMinutes: 20 } }, 0],
    ['just long enough', [course('03-05', 20)], { ...counted, online: { minimumMinutes: 20 } }, 0.33],
    [
      'by recorded hours where they are recorded',
      [online('03-05 09:00', '03-05 11:00', { hours: 0.25 }), online('03-06', null, { hours: 0.5 })],
      { ...counted, online: { minimumMinutes: 30 } },
      0.5,
    ],
    [
      'at most so much a record',
      [course('03-05', 180), course('03-06', 60)],
      { ...counted, online: { recordCap: 2 } },
      3,
    ],
    [
      'at most so much a year, the rest is kept',
      [course('03-05', 180), course('06-05', 180), study('07-01 09:00', '07-01 10:00'), course('09-05', 180)],
      { ...counted, online: { yearlyCap: 5 } },
      6,
    ],
    [
      'nothing a year',
      [course('03-05', 180), study('07-01 09:00', '07-01 10:00')],
      { ...counted, online: { yearlyCap: 0 } },
      1,
    ],
    [
      'a theme day held online is online learning too',
      [['theme-day', '03-05 09:00', '03-05 12:00', { mode: 'online' }]],
      { online: { yearlyCap: 2 } },
      2,
    ],
    [
      'what an overlapping session takes away uses nothing of the year',
      [online('03-05 09:00', '03-05 10:00'), study('03-05 09:00', '03-05 12:00'), course('06-05', 120)],
      { ...counted, online: { yearlyCap: 2 } },
      5,
    ],
    [
      'nor what the cap of the day takes away',
      [study('03-05 08:00', '03-05 15:30'), online('03-05 16:00', '03-05 18:00'), course('06-05', 120)],
      { ...counted, online: { yearlyCap: 2 } },
      9.5,
    ],
    [
      'nor what has not been held',
      [online('03-05 09:00', '03-05 11:00', { status: 'cancelled' }), course('06-05', 120)],
      { ...counted, online: { yearlyCap: 2 } },
      2,
    ],
  ])('%s', (_, list, credit, expected) => {
    expect(hoursOf(list, credit)).toBe(expected)
  })

  const quarterly = requirement({
    id: 'member/quarterly',
    subject: 'member',
    who: { status: ['full'] },
    window: { each: 'quarter' },
    demand: { measure: 'hours', count: { kindClass: 'learning' }, atLeast: 1 },
  })

  test('the year is used up in order of time, whatever the window', () => {
    const rows = rowsOf([
      course('02-05', 180),
      course('05-05', 120),
      course('08-05', 60),
      course('11-05', 60),
    ])
    const { findings } = reportOf(rows, { ...counted, online: { yearlyCap: 4 } }, [quarterly])
    expect(findings.map(({ window, measured }) => `${window.key} ${measured}`)).toEqual([
      '2025-Q1 3',
      '2025-Q2 1',
      '2025-Q3 0',
      '2025-Q4 0',
    ])
  })

  test('observers and absent members use nothing of the year', () => {
    const list = [course('02-05', 120), course('05-05', 120), course('08-05', 120)]
    const rows = rowsOf(list, (id) =>
      id === 's0' ? { capacity: 'observer' } : id === 's1' ? { status: 'absent' } : {},
    )
    expect(reportOf(rows, { ...counted, online: { yearlyCap: 2 } }).findings[0]?.measured).toBe(2)
  })
})

describe('the explanation adds up to the finding', () => {
  test('and names the cap that left less', () => {
    const rows = rowsOf([
      study('03-05 08:00', '03-05 10:00'),
      study('03-05 10:00', '03-05 12:00'),
      ['theme-day', '06-05 09:00', '06-05 12:00', { mode: 'online' }],
      ['theme-day', '07-05 09:00', '07-05 12:00', { mode: 'online' }],
    ])
    const report = reportOf(rows, { ...sixHourDay, online: { yearlyCap: 4 } })
    const [finding] = report.findings
    expect(finding?.measured).toBe(7)
    const text = JSON.stringify(explain(report, finding!.fingerprint).root)
    const counted = [...text.matchAll(/计 ([\d.]+) 学时/g)].map(([, number]) => Number(number))
    expect(counted).toEqual([2, 1, 3, 1])
    expect(text).toContain('原 2 学时，超过每日或每半日上限')
    expect(text).toContain('原 3 学时，超过全年线上学时上限')
  })
})

describe('hours', () => {
  const many = Array.from({ length: 5 }, (_, i) => study(`03-0${i + 1} 09:00`, `03-0${i + 1} 17:00`))

  test('are not carried over: what is above the duty of a year is not there in the next', () => {
    const rows = rowsOf(many)
    const config = configOf(hours)
    const dataset = buildDataset({
      ...rows,
      export: [{ from: '2025-01-01', to: '2026-12-31', exportedOn: '2027-01-05' }],
    })
    const { findings } = check(dataset, config, { asOf: '2026-12-31', allVerdicts: true })
    expect(findings.map(({ window, measured, verdict }) => [window.key, measured, verdict])).toEqual([
      ['2025', 40, 'met'],
      ['2026', 0, 'breached'],
    ])
  })

  test('are not prorated: who is in scope for part of the year owes nothing or all of it', () => {
    const owed = (fullOn: string, presence: 'whole' | 'any') => {
      const rule = { ...hours, presence, who: { status: ['full'] } } as typeof hours
      const rows = {
        ...rowsOf(many.slice(0, 1)),
        members: [
          { id: 'm', name: '甲某', status: 'full', organization: 'b', admittedOn: '2024-07-01', fullOn },
        ],
      }
      const [finding] = reportOf(rows, {}, [rule]).findings
      return [finding?.verdict, finding?.required]
    }
    expect(owed('2025-07-01', 'whole')).toEqual(['not-applicable', null])
    expect(owed('2025-07-01', 'any')).toEqual(['breached', 32])
  })
})

describe('a session without a time of day takes what the day has left', () => {
  const alone = (hours: number): Attended => study('03-05', null, { hours })

  test.each<[string, readonly Attended[], number]>([
    ['beside one with a time', [study('03-05 09:00', '03-05 15:00'), alone(4)], 8],
    ['beside one that fills the day', [study('03-05 09:00', '03-05 17:00'), alone(4)], 8],
    ['beside one of the day before', [study('03-04 09:00', '03-04 17:00'), alone(4)], 12],
    [
      'over several days, each with what it has left',
      [study('03-05 09:00', '03-05 17:00'), study('03-05', '03-06', { hours: 10 })],
      13,
    ],
  ])('%s', (_, list, expected) => {
    expect(hoursOf(list, {})).toBe(expected)
  })

  test('beside the hours of a make-up', () => {
    const rows = rowsOf([
      study('03-04 09:00', '03-04 12:00'),
      study('03-05 09:00', '03-06 09:00', { hours: 16 }),
      alone(1),
    ])
    const madeUp = {
      ...rows,
      attendance: [
        { session: 's0', member: 'm', status: 'made-up', makeUpSession: 's1', hours: 16 },
        attended('s2'),
      ],
    }
    expect(reportOf(madeUp, {}).findings[0]?.measured).toBe(16)
  })
})

test('the order of rows never changes a sum', () => {
  const kinds = ['collective-study', 'online-study', 'theme-day'] as const
  const one = fc
    .record({
      kind: fc.constantFrom(...kinds),
      day: fc.integer({ min: 1, max: 6 }),
      start: fc.integer({ min: 6 * 4, max: 20 * 4 }),
      quarters: fc.integer({ min: 1, max: 30 }),
      days: fc.constantFrom(0, 0, 0, 1, 2),
      mode: fc.constantFrom('online', 'in-person'),
      hours: fc.constantFrom(undefined, undefined, 0.5, 3, 9),
      timed: fc.constantFrom(true, true, true, false),
    })
    .map(({ kind, day, start, quarters, days, mode, hours: stated, timed }): Attended => {
      const clock = (at: number) =>
        `${String(Math.floor(at / 4)).padStart(2, '0')}:${String((at % 4) * 15).padStart(2, '0')}`
      const end = Math.min(start + quarters, 95)
      const at = (on: number, time: number) => (timed ? `05-0${on} ${clock(time)}` : `05-0${on}`)
      return [
        kind,
        at(day, start),
        timed || days > 0 ? at(day + days, end) : null,
        { mode, ...(stated === undefined ? {} : { hours: stated }) },
      ]
    })
  const policies: readonly Credit[] = [
    eightHourDay,
    {
      ...sixHourDay,
      minutesPerHour: 45,
      countedKinds: ['online-study'],
      online: { minimumMinutes: 20, recordCap: 2, yearlyCap: 5 },
    },
    { online: { yearlyCap: 3 } },
  ]
  fc.assert(
    fc.property(
      fc.array(one, { maxLength: 10 }),
      fc.constantFrom(...policies),
      fc.infiniteStream(fc.nat()),
      (list, credit, numbers) => {
        const rows = rowsOf(list)
        const shuffled = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => [numbers.next().value as number, item] as const)
            .sort(([a], [b]) => a - b)
            .map(([, item]) => item)
        const mixed = {
          ...rows,
          sessions: shuffled(rows.sessions),
          attendance: shuffled(rows.attendance ?? []),
        }
        const [one, other] = [reportOf(rows, credit), reportOf(mixed, credit)]
        expect(other.findings.map((f) => [f.verdict, f.measured])).toEqual(
          one.findings.map((f) => [f.verdict, f.measured]),
        )
        // What the explanation counts, row by row and without the fast path, is what the check added up.
        const [finding] = one.findings
        const text = JSON.stringify(explain(one, finding!.fingerprint).root)
        const sum = [...text.matchAll(/计 ([\d.]+) 学时/g)].reduce(
          (total, [, number]) => total + Math.round(Number(number) * 100),
          0,
        )
        expect(sum).toBe(Math.round((finding?.measured ?? 0) * 100))
      },
    ),
    { numRuns: runs(120), seed: 45 },
  )
})

describe('a policy that makes no sense is refused', () => {
  test.each<[string, object, RegExp]>([
    ['no minutes', { minutesPerHour: 0 }, /minutesPerHour = 0/],
    ['a text', { minutesPerHour: '60' }, /minutesPerHour = "60"/],
    ['nothing', { dailyCap: null }, /dailyCap = null/],
    ['a day of 25 hours', { dailyCap: 25 }, /dailyCap = 25/],
    ['a half-day above the day', { halfDayCap: 9 }, /halfDayCap = 9/],
    ['a half-day above the day of another entry', { ...sixHourDay, dailyCap: 2 }, /halfDayCap = 3/],
    ['a day of nothing', { dayHours: 0 }, /dayHours = 0/],
    ['a mistyped key', { dailycap: 6 }, /dailycap.*dailyCap/],
    ['a mistyped key of the online rules', { online: { yearCap: 6 } }, /online\.yearCap.*yearlyCap/],
    ['a negative minimum', { online: { minimumMinutes: -1 } }, /minimumMinutes = -1/],
    ['a kind that always counts', { countedKinds: ['theme-day'] }, /countedKinds: theme-day/],
    ['a mistyped kind', { countedKinds: ['online-studi'] }, /countedKinds: online-studi.*online-study/],
  ])('%s', (_, credit, expected) => {
    const entry: ConfigEntry = { name: 'our credit', credit: credit as Credit }
    let found: unknown
    try {
      check(buildDataset(rowsWith()), defineConfig(entry), { asOf: '2025-12-31' })
    } catch (error) {
      found = error
    }
    expect(found).toBeInstanceOf(XueshiError)
    const { code, where, message, hint } = found as XueshiError
    expect([code, where]).toEqual(['invalid-config', 'our credit'])
    expect(`${message} ${hint}`).toMatch(expected)
  })
})
