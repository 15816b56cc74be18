import { civilOf, type EpochDay, epochDay } from './date.ts'

/** The calendar periods a window can recur in. Weeks do not nest in months and are not offered. */
export type PeriodUnit = 'month' | 'quarter' | 'half-year' | 'year'

/** A calendar period with its key (`2025-07`, `2025-Q3`, `2025-H2`, `2025`) and its inclusive days. */
export interface Period {
  readonly key: string
  readonly from: EpochDay
  readonly to: EpochDay
}

const MONTHS: Record<PeriodUnit, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 }

/**
 * The periods of a unit that share a day with `[from, to]`, in order.
 *
 * @example
 * ```ts
 * import { parseDate, periodsBetween } from '@xueshi/core'
 *
 * const quarters = periodsBetween('quarter', parseDate('2025-03-31'), parseDate('2025-04-01'))
 * console.log(quarters.map((quarter) => quarter.key).join(' ')) // 2025-Q1 2025-Q2
 * ```
 */
export function periodsBetween(unit: PeriodUnit, from: EpochDay, to: EpochDay): Period[] {
  const periods: Period[] = []
  if (to < from) return periods
  const months = MONTHS[unit]
  const first = civilOf(from)
  let index = Math.floor((first.year * 12 + first.month - 1) / months)
  for (;;) {
    const start = monthStart(index * months)
    if (start > to) return periods
    periods.push({ key: periodKey(unit, index), from: start, to: monthStart((index + 1) * months) - 1 })
    index++
  }
}

/** First day of the month with index `year * 12 + month - 1`. */
function monthStart(monthIndex: number): EpochDay {
  const year = Math.floor(monthIndex / 12)
  return epochDay(year, monthIndex - year * 12 + 1, 1)
}

function periodKey(unit: PeriodUnit, index: number): string {
  const perYear = 12 / MONTHS[unit]
  const year = String(Math.floor(index / perYear)).padStart(4, '0')
  const nth = (index % perYear) + 1
  switch (unit) {
    case 'year':
      return year
    case 'half-year':
      return `${year}-H${nth}`
    case 'quarter':
      return `${year}-Q${nth}`
    case 'month':
      return `${year}-${String(nth).padStart(2, '0')}`
  }
}
