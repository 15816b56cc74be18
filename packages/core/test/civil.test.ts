import {
  addDuration,
  civilOf,
  daysInMonth,
  formatDate,
  formatInstant,
  parseDate,
  parseInstant,
  periodsBetween,
  tryParseDate,
  tryParseInstant,
} from '@xueshi/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const days = fc.integer({ min: parseDate('0001-01-01'), max: parseDate('9999-12-31') })

describe('civil dates', () => {
  test('every day of 400 years agrees with the calendar of the platform', () => {
    for (let day = parseDate('1900-01-01'); day <= parseDate('2300-01-01'); day++) {
      const oracle = new Date(day * 86_400_000).toISOString().slice(0, 10)
      if (formatDate(day) !== oracle || parseDate(oracle) !== day) expect(formatDate(day)).toBe(oracle)
    }
  })

  test('text and day are inverse', () => {
    fc.assert(fc.property(days, (day) => parseDate(formatDate(day)) === day))
  })

  test.each([
    '2025-02-29',
    '2025-02-30',
    '2025-13-01',
    '2025-00-10',
    '2025-1-1',
    '2025/01/01',
    '25-01-01',
    '',
    '2025-01-01 ',
    '2025-01-0a',
    '0000-01-01',
  ])('%j is no date', (text) => {
    expect(tryParseDate(text)).toBeUndefined()
    expect(() => parseDate(text)).toThrow(/不是有效日期/)
  })

  test('leap years', () => {
    expect([1900, 2000, 2023, 2024, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29, 28])
  })
})

describe('durations clamp to the end of the month', () => {
  test.each([
    ['2025-08-31', 'P6M', '2026-02-28'],
    ['2023-08-31', 'P6M', '2024-02-29'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2025-01-31', 'P1M', '2025-02-28'],
    ['2025-12-31', 'P1D', '2026-01-01'],
    ['2025-11-30', 'P3M', '2026-02-28'],
  ])('%s + %s = %s', (from, duration, to) => {
    expect(formatDate(addDuration(parseDate(from), duration))).toBe(to)
  })

  test('never leaves the month it should reach', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 60 }), (day, months) => {
        const from = civilOf(day)
        const to = civilOf(addDuration(day, `P${months}M`))
        return to.year * 12 + to.month === from.year * 12 + from.month + months && to.day <= from.day
      }),
    )
  })

  test.each(['6M', 'P6', 'P1M2D', 'P-6M', 'P6W', ''])('%j is no duration', (text) => {
    expect(() => addDuration(0, text)).toThrow(/不是有效期限/)
  })
})

describe('instants', () => {
  test.each([
    ['2025-03-05T14:30+08:00', '2025-03-05T14:30+08:00'],
    ['2025-03-05T14:30:29+08:00', '2025-03-05T14:30+08:00'],
    ['2025-03-05T14:30:30+08:00', '2025-03-05T14:31+08:00'],
    ['2025-03-05T16:30Z', '2025-03-06T00:30+08:00'],
    ['2025-12-31T23:59:59Z', '2026-01-01T08:00+08:00'],
    ['2025-03-05T00:10-05:00', '2025-03-05T13:10+08:00'],
  ])('%s is %s', (text, shanghai) => {
    expect(formatInstant(parseInstant(text))).toBe(shanghai)
  })

  test.each([
    '2025-03-05T14:30',
    '2025-03-05 14:30+08:00',
    '2025-03-05T24:00+08:00',
    '2025-02-30T10:00+08:00',
    '2025-03-05T10:60+08:00',
  ])('%j is none', (text) => {
    expect(tryParseInstant(text)).toBeUndefined()
  })
})

describe('periods', () => {
  test('partition the days: every day lies in exactly one period of each unit', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: 1200 }),
        fc.constantFrom('month', 'quarter', 'half-year', 'year'),
        (from, length, unit) => {
          const periods = periodsBetween(unit, from, from + length)
          expect(periods[0]!.from).toBeLessThanOrEqual(from)
          expect(periods.at(-1)!.to).toBeGreaterThanOrEqual(from + length)
          periods.slice(1).forEach((period, i) => {
            expect(period.from).toBe(periods[i]!.to + 1)
          })
          expect(new Set(periods.map((period) => period.key)).size).toBe(periods.length)
        },
      ),
    )
  })

  test('a year begins on 1 January and ends on 31 December', () => {
    const [year] = periodsBetween('year', parseDate('2025-02-01'), parseDate('2025-02-01'))
    expect([year!.key, formatDate(year!.from), formatDate(year!.to)]).toEqual([
      '2025',
      '2025-01-01',
      '2025-12-31',
    ])
  })

  test('no period of a reversed range', () => {
    expect(periodsBetween('month', 10, 9)).toEqual([])
  })
})
