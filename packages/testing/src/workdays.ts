import {
  daysInMonth,
  type EpochDay,
  epochDay,
  isWeekend,
  parseDate,
  type ThemeDay,
  themeDayIn,
} from '@xueshi/core'

/** Spring festival weeks that the county keeps free, first and last day. */
const SPRING_FESTIVALS: Readonly<Record<number, readonly [string, string]>> = {
  2020: ['2020-01-24', '2020-02-02'],
  2021: ['2021-02-11', '2021-02-17'],
  2022: ['2022-01-31', '2022-02-06'],
  2023: ['2023-01-21', '2023-01-27'],
  2024: ['2024-02-10', '2024-02-17'],
  2025: ['2025-01-28', '2025-02-04'],
  2026: ['2026-02-15', '2026-02-23'],
}

/** Last day off at the beginning of May and of October; in other years the 5th and the 8th. */
const LAST_OFF: Readonly<Record<number, readonly [number, number]>> = {
  2019: [4, 7],
  2021: [5, 7],
  2022: [4, 7],
  2023: [3, 6],
  2024: [5, 7],
  2026: [5, 7],
}

const months = new Map<number, readonly EpochDay[]>()

/**
 * Days on which the sample county meets: Mondays to Fridays without new year's day, the spring festival and the
 * first days of May and October. A plain rule for sample data, not the calendar of a year: other holidays are not
 * kept, make-up days not worked.
 */
export function workdaysOf(year: number, month: number): readonly EpochDay[] {
  const key = year * 12 + month
  const known = months.get(key)
  if (known !== undefined) return known
  const days: EpochDay[] = []
  for (let date = 1; date <= daysInMonth(year, month); date++) {
    const day = epochDay(year, month, date)
    if (!isFree(year, month, date, day)) days.push(day)
  }
  months.set(key, days)
  return days
}

function isFree(year: number, month: number, date: number, day: EpochDay): boolean {
  if (isWeekend(day)) return true
  if (month === 1 && date === 1) return true
  const [may, october] = LAST_OFF[year] ?? [5, 8]
  if (month === 5 && date <= may) return true
  if (month === 10 && date <= october) return true
  const festival = SPRING_FESTIVALS[year]
  return festival !== undefined && day >= parseDate(festival[0]) && day <= parseDate(festival[1])
}

/** The fixed theme day of a branch: a date, or the nth of a weekday. */
export type FixedDay = Exclude<ThemeDay, { readonly last: 'day' }>

const NTH = ['', '一', '二', '三', '四']
const WEEKDAYS = ['', '一', '二', '三', '四', '五', '六', '日']

/** 每月5日, 每月第一个星期五 */
export function fixedDayText(fixed: FixedDay): string {
  return 'day' in fixed ? `每月${fixed.day}日` : `每月第${NTH[fixed.nth]}个星期${WEEKDAYS[fixed.weekday]}`
}

/** Position in the workdays of a month of the fixed day, or of the next workday where that day is free. */
export function fixedDayIndex(fixed: FixedDay, year: number, month: number): number {
  const workdays = workdaysOf(year, month)
  const wanted = themeDayIn(fixed, year, month)
  const index = workdays.findIndex((day) => day >= wanted)
  return index < 0 ? workdays.length - 1 : index
}
