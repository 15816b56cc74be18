import { isWeekend, parseDate, type WorkdayCalendar } from '@xueshi/core'
import type { WorkdayList } from './case-file.ts'

/**
 * The calendar of a list of days.
 *
 * @example
 * ```ts
 * import { workdayCalendar } from '@xueshi/testing'
 *
 * const calendar = workdayCalendar({ from: '2025-10-01', to: '2025-10-31', off: ['2025-10-08'], on: ['2025-10-11'] })
 * console.log(calendar.isWorkday('2025-10-08'), calendar.isWorkday('2025-10-11')) // false true
 * console.log(calendar.isWorkday('2025-11-03')) // undefined
 * ```
 * @throws XueshiError `invalid-date` where a day of the list is none.
 */
export function workdayCalendar(list: WorkdayList): WorkdayCalendar {
  const from = parseDate(list.from)
  const to = parseDate(list.to)
  const off = new Set((list.off ?? []).map(parseDate))
  const on = new Set((list.on ?? []).map(parseDate))
  return Object.freeze({
    name: `case ${list.from}..${list.to}`,
    isWorkday(date: string): boolean | undefined {
      const day = parseDate(date)
      if (day < from || day > to) return undefined
      return isWeekend(day) ? on.has(day) : !off.has(day)
    },
  })
}
