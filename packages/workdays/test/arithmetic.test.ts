import { formatDate, parseDate, XueshiError } from '@xueshi/core'
import { type ChinaCalendar, workdayCalendar } from '@xueshi/workdays'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const worked = workdayCalendar()
const off = workdayCalendar({ makeUpDays: 'off' })

const days = fc.integer({ min: parseDate('2007-01-01'), max: parseDate('2029-12-31') }).map(formatDate)
const steps = fc.integer({ min: -300, max: 300 })
const calendars = fc.constantFrom(worked, off)
const after = (date: string, days: number) => formatDate(parseDate(date) + days)

/** Ten thousand days between them. */
const RUNS = { numRuns: 10_000 }

describe('next, previous, count and shift agree', () => {
  test('the next working day is worked, and none lies between', () => {
    fc.assert(
      fc.property(calendars, days, (calendar, date) => {
        const next = calendar.nextWorkday(date)
        if (next === undefined) return
        expect(calendar.isWorkday(next)).toBe(true)
        expect(calendar.count(after(date, 1), next)).toBe(1)
        expect(calendar.previousWorkday(after(next, 1))).toBe(next)
        expect(calendar.shift(date, 1)).toBe(next)
      }),
      RUNS,
    )
  })

  test('shift counts what count counts, both ways', () => {
    fc.assert(
      fc.property(calendars, days, steps, (calendar, date, step) => {
        const there = calendar.shift(date, step)
        if (step === 0) expect(there).toBe(date)
        if (there === undefined || step === 0) return
        const between = step > 0 ? [after(date, 1), there] : [there, after(date, -1)]
        expect(calendar.count(between[0]!, between[1]!)).toBe(Math.abs(step))
        if (calendar.isWorkday(date) === true) expect(calendar.shift(there, -step)).toBe(date)
      }),
      { numRuns: 2000 },
    )
  })

  test('a day and its month agree', () => {
    fc.assert(
      fc.property(calendars, days, (calendar, date) => {
        const { workdays, uncertain } = calendar.month(date.slice(0, 7))
        expect(workdays.includes(date)).toBe(calendar.isWorkday(date) === true)
        expect(uncertain.includes(date)).toBe(calendar.isWorkday(date) === undefined)
        expect(calendar.dayOf(date).workday).toBe(calendar.isWorkday(date))
      }),
      { numRuns: 2000 },
    )
  })

  test('a passed-over guard gives a day that is certainly worked', () => {
    fc.assert(
      fc.property(days, (date) => {
        const next = worked.nextWorkday(date, { uncertain: 'skip', inclusive: true })!
        expect(worked.isWorkday(next)).toBe(true)
        for (let day = date; day < next; day = after(day, 1)) expect(worked.isWorkday(day)).not.toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

test.each<[string, (calendar: ChinaCalendar) => unknown, unknown, unknown]>([
  ['a make-up Saturday', (c) => c.isWorkday('2026-02-14'), true, false],
  ['its kind', (c) => c.dayOf('2026-02-14').kind, 'make-up', 'make-up'],
  ['the year', (c) => c.count('2026-01-01', '2026-12-31'), 248, 242],
  ['the day before the festival', (c) => c.previousWorkday('2026-02-15'), '2026-02-14', '2026-02-13'],
  ['five days of notice from Monday', (c) => c.shift('2026-02-09', 5), '2026-02-14', '2026-02-24'],
])('%s, worked and off', (_, of, whenWorked, whenOff) => {
  expect([of(worked), of(off)]).toEqual([whenWorked, whenOff])
})

test('the day itself is the answer only where asked for, and a search ends at its last day', () => {
  expect(worked.nextWorkday('2026-09-30')).toBe('2026-10-08')
  expect(worked.nextWorkday('2026-09-30', { inclusive: true })).toBe('2026-09-30')
  expect(worked.nextWorkday('2026-10-01', { inclusive: true, until: '2026-10-07' })).toBeUndefined()
  expect(worked.nextWorkday('2026-10-01', { inclusive: true, until: '2026-10-08' })).toBe('2026-10-08')
  expect(worked.previousWorkday('2026-10-08', { until: '2026-10-01' })).toBeUndefined()
  expect(worked.previousWorkday('2026-10-08')).toBe('2026-09-30')
  expect(worked.nextWorkday('2026-10-01', { until: '2026-09-01' })).toBeUndefined()
})

test('nothing is counted backwards, and nothing across days that are not known', () => {
  expect(worked.count('2026-03-02', '2026-03-01')).toBe(0)
  expect(worked.count('2006-12-31', '2007-01-05')).toBeUndefined()
  expect(worked.shift('2007-01-04', -1)).toBeUndefined()
  expect(worked.shift('2026-05-02', 0)).toBe('2026-05-02')
})

test.each<[string, () => unknown, string]>([
  ['a day that is none', () => worked.isWorkday('2026-02-30'), 'invalid-date'],
  ['a text', () => worked.dayOf('xx'), 'invalid-date'],
  ['an empty text', () => worked.nextWorkday(''), 'invalid-date'],
  ['a date with a time', () => worked.count('2026-01-01', '2026-01-02T00:00:00Z'), 'invalid-date'],
  ['a limit that is none', () => worked.nextWorkday('2026-01-01', { until: '2026-1-5' }), 'invalid-date'],
  ['half a day', () => worked.shift('2026-01-01', 0.5), 'invalid-parameter'],
  ['a month that is none', () => worked.month('2026-13'), 'invalid-period'],
  ['an option that is none', () => workdayCalendar({ makeUpDays: 'of' as 'off' }), 'invalid-config'],
])('%s is an error with a code', (_, call, code) => {
  let thrown: unknown
  try {
    call()
  } catch (error) {
    thrown = error
  }
  expect(thrown).toBeInstanceOf(XueshiError)
  expect((thrown as XueshiError).code).toBe(code)
})
