import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { formatDate, parseDate } from '@xueshi/core'
import { workdayCalendar } from '@xueshi/workdays'
import { describe, expect, test } from 'vitest'
import { workdayData } from '../../../scripts/workday-data.ts'

const load = createRequire(import.meta.url)
const calendar = workdayCalendar()

function datesOf(year: number): string[] {
  const first = parseDate(`${year}-01-01`)
  return Array.from({ length: parseDate(`${year + 1}-01-01`) - first }, (_, i) => formatDate(first + i))
}

/** Day of the week by the calendar of the platform, 0 = Sunday. */
const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay()

test.each(workdayData())('$file is what the script makes', ({ file, text }) => {
  expect(readFileSync(file, 'utf8')).toBe(text)
})

describe('day by day against holiday-calendar, which was collected by other people', () => {
  test.each([2020, 2021, 2022, 2023, 2024, 2025, 2026])('%i', (year) => {
    const { dates } = load(`holiday-calendar/data/CN/${year}.json`) as {
      dates: readonly { readonly date: string; readonly type: 'public_holiday' | 'transfer_workday' }[]
    }
    const types = new Map(dates.map(({ date, type }) => [date, type]))
    const theirs = (date: string) => {
      const type = types.get(date)
      if (type !== undefined) return type === 'transfer_workday'
      return weekday(date) !== 0 && weekday(date) !== 6
    }
    const days = datesOf(year)
    expect(days.filter((date) => calendar.isWorkday(date) !== theirs(date))).toEqual([])
    expect(dates.length).toBeGreaterThan(25)
  })
})

test.each([
  [2023, 249],
  [2024, 251],
  [2025, 248],
  [2026, 248],
])('%i has %i working days', (year, workdays) => {
  expect(calendar.yearStatus(year)).toMatchObject({ status: 'published', workdays })
  expect(calendar.count(`${year}-01-01`, `${year}-12-31`)).toBe(workdays)
})

test.each([
  ['2026-02-14', 'make-up', true, '春节'],
  ['2026-02-23', 'holiday', false, '春节'],
  ['2026-02-24', 'workday', true, null],
  ['2026-02-28', 'make-up', true, '春节'],
  ['2026-03-01', 'weekend', false, null],
  ['2020-01-31', 'holiday', false, '春节'],
  ['2020-02-03', 'workday', true, null],
  ['2019-05-02', 'holiday', false, '劳动节'],
  ['2015-09-03', 'holiday', false, '中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日'],
  // The notice speaks of the three days; the data behind leaves out the Saturday, which is 端午 itself.
  ['2012-06-23', 'holiday', false, '端午节'],
  ['2018-12-31', 'holiday', false, '元旦'],
  ['2007-01-04', 'workday', true, null],
])('%s is a %s', (date, kind, workday, name) => {
  const day = calendar.dayOf(date)
  expect(day).toMatchObject({ date, kind, workday, status: 'published' })
  expect(day.name?.['zh-CN'] ?? null).toBe(name)
  expect(calendar.isWorkday(date)).toBe(workday)
})

test('every year of the data names its notices, and addresses of the issuing government', () => {
  for (let year = 2007; year <= 2026; year++) {
    const { status, sources } = calendar.yearStatus(year)
    expect(status).toBe('published')
    expect(sources[0]?.title).toBe(`国务院办公厅关于${year}年部分节假日安排的通知`)
    for (const { issuer, url, date } of sources) {
      expect(issuer).toMatch(/^国务院(办公厅)?$/)
      expect(url).toMatch(/^https?:\/\/www\.gov\.cn\/zhengce\/zhengceku\/.+\.htm$/)
      if (date !== undefined) expect(Math.abs(Number(date.slice(0, 4)) - year)).toBeLessThan(2)
    }
  }
  const amended = [2015, 2019, 2020]
  for (const year of amended) expect(calendar.yearStatus(year).sources).toHaveLength(2)
})

test('years before the data are unknown, and no day of them is called worked or free', () => {
  expect(calendar.yearStatus(2006)).toEqual({
    year: 2006,
    status: 'unknown',
    sources: [],
    workdays: undefined,
  })
  for (const date of ['2006-10-01', '2006-12-31', '1999-10-01', '2051-10-01'])
    expect(calendar.dayOf(date)).toEqual({
      date,
      kind: 'unknown',
      workday: undefined,
      name: null,
      status: 'unknown',
    })
})

test('the name says what the data is', () => {
  expect(calendar.name).toBe('China 2007-2026 (chinese-days 1.5.7)')
  expect(workdayCalendar({ makeUpDays: 'off', allowProvisional: false }).name).toBe(
    'China 2007-2026 (chinese-days 1.5.7), make-up days off, published years only',
  )
})
