import { XueshiError } from '../errors.ts'

/** A civil date `YYYY-MM-DD` of the proleptic Gregorian calendar, without clock or zone. */
export type CivilDate = string

/** Days since 1970-01-01; the engine's form of a {@link CivilDate}. */
export type EpochDay = number

/** Days to the first day of month 1..12 in a common year, index 0 unused. */
const DAYS_BEFORE_MONTH = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

/** Whether `year` has a 29 February. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** Number of days in month 1..12 of `year`. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Epoch day of a year, month 1..12 and day 1..31 that are known to be valid. */
export function epochDay(year: number, month: number, day: number): EpochDay {
  const y = year - 1
  const beforeYear = y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)
  const leapShift = month > 2 && isLeapYear(year) ? 1 : 0
  return beforeYear + DAYS_BEFORE_MONTH[month]! + leapShift + day - 1 - 719_162
}

/** Year, month and day of an epoch day. */
export function civilOf(day: EpochDay): { year: number; month: number; day: number } {
  let n = day + 719_162
  const n400 = Math.floor(n / 146_097)
  n -= n400 * 146_097
  const n100 = Math.min(3, Math.floor(n / 36_524))
  n -= n100 * 36_524
  const n4 = Math.floor(n / 1_461)
  n -= n4 * 1_461
  const n1 = Math.min(3, Math.floor(n / 365))
  n -= n1 * 365
  const year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
  let month = 12
  const leap = isLeapYear(year) ? 1 : 0
  while (n < DAYS_BEFORE_MONTH[month]! + (month > 2 ? leap : 0)) month--
  return { year, month, day: n - DAYS_BEFORE_MONTH[month]! - (month > 2 ? leap : 0) + 1 }
}

/**
 * Epoch day of a civil date text, or `undefined` where the text is no date (`2025-02-30`, `2025-2-3`).
 * Never throws; use it for data.
 */
export function tryParseDate(text: string): EpochDay | undefined {
  return text.length === 10 ? tryParseDatePart(text) : undefined
}

/** Epoch day of the date that the first ten characters of a text are, or `undefined`. */
export function tryParseDatePart(text: string): EpochDay | undefined {
  if (text.length < 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const day = digits(text, 8, 10)
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return epochDay(year, month, day)
}

/**
 * Epoch day of a civil date text.
 *
 * @throws XueshiError `invalid-date` where the text is no date; use it for arguments.
 * @example
 * ```ts
 * import { formatDate, parseDate } from '@xueshi/core'
 *
 * console.log(formatDate(parseDate('2024-02-28') + 1)) // 2024-02-29
 * ```
 */
export function parseDate(text: CivilDate): EpochDay {
  const day = tryParseDate(text)
  if (day === undefined)
    throw new XueshiError('invalid-date', `不是有效日期 / not a civil date: ${JSON.stringify(text)}`, {
      hint: 'YYYY-MM-DD',
    })
  return day
}

/** The text `YYYY-MM-DD` of an epoch day. */
export function formatDate(day: EpochDay): CivilDate {
  const c = civilOf(day)
  const year = c.year < 1000 || c.year > 9999 ? String(c.year).padStart(4, '0') : c.year
  return `${year}-${c.month < 10 ? '0' : ''}${c.month}-${c.day < 10 ? '0' : ''}${c.day}`
}

/** The number in `text[from..to)`, or -1 where a character is no digit. */
function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i) - 48
    if (c < 0 || c > 9) return -1
    value = value * 10 + c
  }
  return value
}

/** Day of the week, 1 Monday … 7 Sunday. */
export function weekdayOf(day: EpochDay): number {
  // Day 0 is 1970-01-01, a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** Whether a day is a Saturday or a Sunday. */
export function isWeekend(day: EpochDay): boolean {
  return weekdayOf(day) >= 6
}
