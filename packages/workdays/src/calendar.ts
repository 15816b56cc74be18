import {
  type CivilDate,
  civilOf,
  daysInMonth,
  type EpochDay,
  epochDay,
  formatDate,
  parseDate,
  tryParseDate,
  type WorkdayCalendar,
  XueshiError,
} from '@xueshi/core'
import { NOTICE_DATA } from './data/notices.ts'
import { STATUTE } from './data/sources.ts'
import type { CalendarDay, DayKind, YearStatus } from './day.ts'
import { gatherNotices } from './notice/notices.ts'
import { nameOf, settle, type WorkdayCalendarOptions } from './options.ts'
import { publishedYears } from './published.ts'
import type { HolidaySource } from './source.ts'
import { daysOfYear, statusOf, type YearDays } from './year.ts'

/** What a year rests on, and how many days of it are worked. */
export interface CalendarYear {
  readonly year: number
  readonly status: YearStatus
  /** The notices, amendments last; of a provisional year the statute first; empty where nothing is known. */
  readonly sources: readonly HolidaySource[]
  /** Number of working days; `undefined` where some day is not known. */
  readonly workdays: number | undefined
}

/** How a search for working days meets days of which nobody can tell. */
export interface SearchOptions {
  /**
   * `stop` (default): the answer is `undefined` as soon as such a day lies in the way. `skip`: guarded days are
   * passed over as not worked, so that the answer is a day that is certainly worked. Unknown days always stop.
   */
  readonly uncertain?: 'stop' | 'skip'
}

/** Where a search for the next or previous working day begins and ends. */
export interface NearestOptions extends SearchOptions {
  /** Whether the day itself may be the answer; default `false`. */
  readonly inclusive?: boolean
  /** Last day looked at; without it the search ends where nothing is known. */
  readonly until?: CivilDate
}

/** The working days of a month. */
export interface MonthDays {
  /** Days that are worked, in order. */
  readonly workdays: readonly CivilDate[]
  /** Days of which nobody can tell. */
  readonly uncertain: readonly CivilDate[]
}

/**
 * The working days of mainland China. Everything is a civil date `YYYY-MM-DD`; no clock and no time zone takes
 * part. Every function throws XueshiError `invalid-date` for a text that is no date.
 */
export interface ChinaCalendar extends WorkdayCalendar {
  /** Whether a day is worked; `undefined` where nobody can tell. */
  isWorkday(date: CivilDate): boolean | undefined
  dayOf(date: CivilDate): CalendarDay
  /** What a year rests on. Years of a notice that was given count as published. */
  yearStatus(year: number): CalendarYear
  /** The first working day after a day; `undefined` where there is none to `until`, or nobody can tell. */
  nextWorkday(date: CivilDate, options?: NearestOptions): CivilDate | undefined
  /** The last working day before a day; `undefined` as with {@link ChinaCalendar.nextWorkday}. */
  previousWorkday(date: CivilDate, options?: NearestOptions): CivilDate | undefined
  /**
   * The day a number of working days after a day, or before it where the number is negative. The day itself is not
   * counted; with 0 it is the answer, worked or not. `undefined` where nobody can tell.
   *
   * @throws XueshiError `invalid-parameter` where `days` is no whole number.
   */
  shift(date: CivilDate, days: number, options?: SearchOptions): CivilDate | undefined
  /**
   * Number of working days from one day to another, both included; 0 where the second lies before the first,
   * `undefined` where one of the days is not known.
   */
  count(from: CivilDate, to: CivilDate): number | undefined
  /**
   * The working days of a month `YYYY-MM`.
   *
   * @throws XueshiError `invalid-period`.
   */
  month(month: string): MonthDays
}

/**
 * The calendar of working days, for the entry `workdays` of a config and for programs that move dates.
 *
 * Years 2007 to 2026 are as the State Council's notices have them. Later years up to 2050 are `provisional`: the
 * statutory holidays are off, weekends are not worked, and Mondays to Fridays beside a holiday, which a notice might
 * take or give, are `undefined`. Other years are `unknown`. A notice given in `notices` makes its year published.
 *
 * @throws XueshiError `invalid-notice` for faults of a notice, and for one that contradicts another of its year.
 * @example
 * ```ts
 * import { workdayCalendar } from '@xueshi/workdays'
 *
 * const calendar = workdayCalendar()
 * console.log(calendar.isWorkday('2026-02-14'), calendar.dayOf('2026-02-14').kind) // true make-up
 * console.log(calendar.nextWorkday('2026-10-01')) // 2026-10-08
 * console.log(calendar.count('2026-01-01', '2026-12-31')) // 248
 * console.log(calendar.isWorkday('2027-10-01'), calendar.isWorkday('2027-10-08')) // false undefined
 * console.log(calendar.yearStatus(2026).sources[0]?.title) // 国务院办公厅关于2026年部分节假日安排的通知
 * ```
 */
export function workdayCalendar(options: WorkdayCalendarOptions = {}): ChinaCalendar {
  const settled = settle(options)
  const notices = gatherNotices(settled.notices)
  const known = new Map<number, YearDays>()

  const yearDays = (year: number): YearDays => {
    let days = known.get(year)
    if (days === undefined) {
      days = daysOfYear(year, notices, settled.allowProvisional)
      known.set(year, days)
    }
    return days
  }
  const kindOf = (day: EpochDay): DayKind => {
    const days = yearDays(civilOf(day).year)
    return days.kinds[day - days.first]!
  }
  const isWorked = (day: EpochDay): boolean | undefined => {
    const kind = kindOf(day)
    if (kind === 'guarded' || kind === 'unknown') return undefined
    return kind === 'workday' || (kind === 'make-up' && settled.makeUpDays === 'worked')
  }
  const countDays = (from: EpochDay, to: EpochDay): number | undefined => {
    let count = 0
    for (let day = from; day <= to; day++) {
      const worked = isWorked(day)
      if (worked === undefined) return undefined
      if (worked) count++
    }
    return count
  }
  /** The nth working day from a day on, the day included, forwards or backwards. */
  const seek = (first: EpochDay, step: 1 | -1, nth: number, skip: boolean, last?: EpochDay) => {
    let left = nth
    for (let day = first; last === undefined || (last - day) * step >= 0; day += step) {
      const worked = isWorked(day)
      if (worked === undefined && !(skip && kindOf(day) === 'guarded')) return undefined
      if (worked === true && --left === 0) return formatDate(day)
    }
    return undefined
  }
  const nearest = (date: CivilDate, step: 1 | -1, options: NearestOptions) => {
    const { inclusive = false, until, uncertain } = options
    const first = parseDate(date) + (inclusive ? 0 : step)
    return seek(first, step, 1, uncertain === 'skip', until === undefined ? undefined : parseDate(until))
  }

  const calendar: ChinaCalendar = {
    name: nameOf(`China ${publishedYears[0]}-${publishedYears.at(-1)} (${NOTICE_DATA})`, settled),
    isWorkday: (date) => isWorked(parseDate(date)),
    dayOf(date) {
      const day = parseDate(date)
      const { names, status } = yearDays(civilOf(day).year)
      return { date, kind: kindOf(day), workday: isWorked(day), name: names.get(day) ?? null, status }
    },
    yearStatus(year) {
      const status = statusOf(year, notices)
      const sources = notices.sources.get(year) ?? []
      return {
        year,
        status,
        sources: status === 'provisional' ? [STATUTE, ...sources] : sources,
        workdays: countDays(epochDay(year, 1, 1), epochDay(year, 12, 31)),
      }
    },
    nextWorkday: (date, options = {}) => nearest(date, 1, options),
    previousWorkday: (date, options = {}) => nearest(date, -1, options),
    shift(date, days, { uncertain } = {}) {
      const day = parseDate(date)
      if (!Number.isSafeInteger(days))
        throw new XueshiError(
          'invalid-parameter',
          `应为整数个工作日 / must be a whole number of working days: ${days}`,
        )
      if (days === 0) return date
      const step = days > 0 ? 1 : -1
      return seek(day + step, step, Math.abs(days), uncertain === 'skip')
    },
    count: (from, to) => countDays(parseDate(from), parseDate(to)),
    month(month) {
      const first = tryParseDate(`${month}-01`)
      if (first === undefined)
        throw new XueshiError('invalid-period', `不是月份 / not a month: ${JSON.stringify(month)}`, {
          hint: 'YYYY-MM',
        })
      const { year, month: number } = civilOf(first)
      const workdays: CivilDate[] = []
      const uncertain: CivilDate[] = []
      for (let day = first; day < first + daysInMonth(year, number); day++) {
        const worked = isWorked(day)
        if (worked !== false) (worked === true ? workdays : uncertain).push(formatDate(day))
      }
      return { workdays, uncertain }
    },
  }
  return Object.freeze(calendar)
}
