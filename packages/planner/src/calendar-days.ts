import { civilOf, type EpochDay, epochDay, formatDate, isWeekend, XueshiError } from '@xueshi/core'
import type { PlanningCalendar } from './options.ts'
import type { CalendarStatus } from './plan.ts'

/** The working days of a year that may be planned. */
export interface PlanningDays {
  /** The year. */
  readonly from: EpochDay
  readonly to: EpochDay
  /** First day that may be planned. */
  readonly first: EpochDay
  readonly status: CalendarStatus
  readonly workdays: readonly EpochDay[]
  isWorkday(day: EpochDay): boolean
}

/**
 * The working days of a year. Days of which the calendar is not sure are not used; a year of which it knows
 * nothing is refused unless weekdays are allowed to stand in.
 *
 * @throws XueshiError `unknown-year`.
 */
export function planningDays(
  calendar: PlanningCalendar,
  year: number,
  allowUnknown: boolean,
  firstDay: EpochDay,
): PlanningDays {
  const { status } = calendar.yearStatus(year)
  if (status === 'unknown' && !allowUnknown)
    throw new XueshiError(
      'unknown-year',
      `没有${year}年的工作日数据 / the working days of ${year} are not known`,
      {
        hint: '补充放假通知，或允许按周一至周五试排（allowUnknown）/ add the holiday notice, or allow weekdays to stand in (allowUnknown)',
      },
    )
  const from = epochDay(year, 1, 1)
  const to = epochDay(year, 12, 31)
  const known = Array.from({ length: to - from + 1 }, (_, i) => isOpen(calendar, from + i, status))
  // Of a year that is over everything is planned as if it were to come.
  const first = firstDay > to ? from : Math.max(from, firstDay)
  return {
    from,
    to,
    first,
    status,
    workdays: known.flatMap((is, i) => (is && from + i >= first ? [from + i] : [])),
    isWorkday: (day) => known[day - from] === true,
  }
}

function isOpen(calendar: PlanningCalendar, day: EpochDay, status: CalendarStatus): boolean {
  const answer = calendar.isWorkday(formatDate(day))
  if (answer !== undefined || status !== 'unknown') return answer === true
  const { month, day: date } = civilOf(day)
  // Nothing ever takes these for working days.
  if ((month === 1 && date === 1) || (month === 5 && date <= 2) || (month === 10 && date <= 3)) return false
  return !isWeekend(day)
}
