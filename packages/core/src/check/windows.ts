import { civilOf, type EpochDay, formatDate } from '../civil/date.ts'
import { addDuration } from '../civil/duration.ts'
import { type Period, type PeriodUnit, periodsBetween } from '../civil/period.ts'

/** A calendar window as the engine sees it. */
export interface CalendarWindow {
  readonly key: string
  readonly from: EpochDay
  readonly to: EpochDay
  /** Last day that can be judged: the window's end or the day of the check. */
  readonly until: EpochDay
  /** Whether the window goes on after the day of the check. */
  readonly open: boolean
}

/** The judged windows of one unit, with a table from day to window. */
export interface WindowTable {
  /** The unit of calendar periods, or the term with its first day: tables of one unit are equal. */
  readonly unit: string
  readonly windows: readonly CalendarWindow[]
  /** Window position by day minus `firstDay`. */
  readonly ofDay: Uint16Array
  readonly firstDay: EpochDay
  readonly lastDay: EpochDay
}

/** Windows that share a day with `[from, asOf]`: those that ended before the data begins are not judged. */
export function windowTable(unit: PeriodUnit, from: EpochDay, asOf: EpochDay): WindowTable {
  return tableOf(unit, periodsBetween(unit, from, asOf), asOf)
}

/**
 * Terms of a duration one after the other, the first from a day on, that share a day with `[from, asOf]`. Each
 * begins a multiple of the duration after the first day, so that no month's end is lost by clamping twice.
 */
export function termTable(term: string, first: EpochDay, from: EpochDay, asOf: EpochDay): WindowTable {
  const terms: Period[] = []
  for (let i = 0, start = first; start <= asOf; i++) {
    const next = addDuration(first, term, i + 1)
    if (next <= start) break
    if (next > from)
      terms.push({ key: `${formatDate(start)}..${formatDate(next - 1)}`, from: start, to: next - 1 })
    start = next
  }
  return tableOf(`${term} ${formatDate(first)}`, asOf < from ? [] : terms, asOf)
}

function tableOf(unit: string, periods: readonly Period[], asOf: EpochDay): WindowTable {
  const windows = periods.map((period) => ({
    ...period,
    until: Math.min(period.to, asOf),
    open: period.to > asOf,
  }))
  const firstDay = windows[0]?.from ?? asOf + 1
  const lastDay = windows.at(-1)?.to ?? asOf
  const ofDay = new Uint16Array(Math.max(0, lastDay - firstDay + 1))
  windows.forEach((window, position) => {
    ofDay.fill(position, window.from - firstDay, window.to - firstDay + 1)
  })
  return { unit, windows, ofDay, firstDay, lastDay }
}

/** Quarter 1..4 by day minus `firstDay`, for parts of a year. */
export function quarterTable(firstDay: EpochDay, lastDay: EpochDay): Uint8Array {
  const quarters = new Uint8Array(Math.max(0, lastDay - firstDay + 1))
  for (let i = 0; i < quarters.length; i++)
    quarters[i] = Math.floor((civilOf(firstDay + i).month - 1) / 3) + 1
  return quarters
}

/** Last day of a quarter of the year in which `day` lies. */
export function quarterEnd(day: EpochDay, quarter: number): EpochDay {
  const { year } = civilOf(day)
  return periodsBetween('year', day, day)[0]!.from + daysToQuarterEnd(year, quarter)
}

function daysToQuarterEnd(year: number, quarter: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 1 : 0
  return [89 + leap, 180 + leap, 272 + leap, 364 + leap][quarter - 1]!
}

/** Whole months between two days, by the rule of {@link addDuration}. */
export function monthsBetween(from: EpochDay, to: EpochDay): number {
  const a = civilOf(from)
  const b = civilOf(to)
  let months = (b.year - a.year) * 12 + (b.month - a.month)
  while (months > 0 && addDuration(from, 'P1M', months) > to) months--
  return Math.max(0, months)
}
