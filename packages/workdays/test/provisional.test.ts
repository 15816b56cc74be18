import { formatDate, parseDate } from '@xueshi/core'
import { workdayCalendar } from '@xueshi/workdays'
import { describe, expect, test } from 'vitest'
import type { Notices } from '../src/notice/notices.ts'
import { daysOfYear } from '../src/year.ts'

const calendar = workdayCalendar()

function datesOf(year: number): string[] {
  const first = parseDate(`${year}-01-01`)
  return Array.from({ length: parseDate(`${year + 1}-01-01`) - first }, (_, i) => formatDate(first + i))
}

describe('years that have been published, as they were answered before the notice', () => {
  const noNotice: Notices = {
    days: { off: new Map(), worked: new Map() },
    amendments: [],
    sources: new Map(),
    years: new Set(),
  }
  const years = [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]

  test.each(years)('%i: no statutory holiday was worked', (year) => {
    const { kinds } = daysOfYear(year, noNotice, true)
    const holidays = datesOf(year).filter((_, i) => kinds[i] === 'holiday')
    // In 2020 中秋 fell on 1 October.
    expect(holidays).toHaveLength(year === 2020 ? 10 : year < 2025 ? 11 : 13)
    expect(holidays.filter((date) => calendar.isWorkday(date) !== false)).toEqual([])
  })

  test.each(years)('%i: no day called worked was off', (year) => {
    const { kinds } = daysOfYear(year, noNotice, true)
    const wrong = datesOf(year).filter((date, i) => kinds[i] === 'workday' && !calendar.isWorkday(date))
    // The day of commemoration of 2015 was decided in May of that year.
    expect(wrong).toEqual(year === 2015 ? ['2015-09-03', '2015-09-04'] : [])
    expect(kinds.filter((kind) => kind === 'guarded').length).toBeLessThan(25)
  })
})

describe('2027, of which no notice is in the data', () => {
  test('its statutory holidays are those of the statute of 2024', () => {
    const holidays = datesOf(2027).filter((date) => calendar.dayOf(date).kind === 'holiday')
    expect(holidays.map((date) => date.slice(5)).join(' ')).toBe(
      '01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03',
    )
  })

  test.each([
    // 5 February to 8 February, five days on either side, weekends aside.
    ['2027-01-29', 'workday'],
    ['2027-01-30', 'weekend'],
    ['2027-02-01', 'guarded'],
    ['2027-02-04', 'guarded'],
    ['2027-02-09', 'guarded'],
    ['2027-02-12', 'guarded'],
    ['2027-02-13', 'weekend'],
    ['2027-02-15', 'workday'],
    // 清明 on a Monday joins the weekend by itself.
    ['2027-04-05', 'holiday'],
    ['2027-04-06', 'workday'],
    ['2027-04-30', 'guarded'],
    ['2027-05-03', 'guarded'],
    ['2027-05-05', 'guarded'],
    ['2027-05-06', 'workday'],
    // 端午 and 中秋 on Wednesdays: a single day.
    ['2027-06-08', 'workday'],
    ['2027-06-10', 'workday'],
    ['2027-09-24', 'workday'],
    ['2027-09-27', 'guarded'],
    ['2027-10-08', 'guarded'],
    ['2027-10-11', 'workday'],
    // 1 January 2028 is a Saturday: its day back falls on the Monday.
    ['2027-12-31', 'workday'],
    ['2028-01-03', 'guarded'],
  ])('%s is %s', (date, kind) => {
    const day = calendar.dayOf(date)
    expect(day).toMatchObject({ kind, status: 'provisional' })
    expect(day.workday).toBe(kind === 'workday' ? true : kind === 'guarded' ? undefined : false)
  })

  test('it says what it rests on', () => {
    const { status, sources, workdays } = calendar.yearStatus(2027)
    expect([status, workdays]).toEqual(['provisional', undefined])
    expect(sources.map(({ title }) => title)).toEqual(['全国年节及纪念日放假办法'])
  })

  test('a search stops at a day left open, or passes over it where asked', () => {
    expect(calendar.nextWorkday('2027-10-01')).toBeUndefined()
    expect(calendar.nextWorkday('2027-10-01', { uncertain: 'skip' })).toBe('2027-10-11')
    expect(calendar.shift('2027-09-24', 1)).toBeUndefined()
    expect(calendar.shift('2027-09-24', 2, { uncertain: 'skip' })).toBe('2027-10-12')
    expect(calendar.count('2027-09-20', '2027-09-24')).toBe(5)
    expect(calendar.count('2027-09-20', '2027-09-27')).toBeUndefined()
    expect(calendar.month('2027-10').workdays[0]).toBe('2027-10-11')
    expect(calendar.month('2027-10').uncertain).toEqual([
      '2027-10-04',
      '2027-10-05',
      '2027-10-06',
      '2027-10-07',
      '2027-10-08',
    ])
  })

  test('without provisional years nothing of it is answered', () => {
    const strict = workdayCalendar({ allowProvisional: false })
    expect(strict.dayOf('2027-10-01')).toMatchObject({ kind: 'unknown', status: 'provisional' })
    expect(strict.isWorkday('2027-07-01')).toBeUndefined()
    expect(strict.nextWorkday('2026-12-31', { uncertain: 'skip' })).toBeUndefined()
    expect(strict.isWorkday('2026-12-31')).toBe(true)
  })
})

test('no 1 October of any year is called a working day', () => {
  for (let year = 1950; year <= 2200; year++)
    for (const options of [{}, { makeUpDays: 'off' }, { allowProvisional: false }] as const)
      expect(workdayCalendar(options).isWorkday(`${year}-10-01`)).not.toBe(true)
})
