import { type EpochDay, formatDate } from '../civil/date.ts'
import type { WorkdayCalendar } from '../plugin/plugin.ts'

const known = new WeakMap<WorkdayCalendar, Map<EpochDay, boolean | undefined>>()

/**
 * Number of working days between two days, both inclusive; none where the second lies before the first.
 * `undefined` where there is no calendar, or it does not know one of the days.
 */
export function workdaysBetween(
  calendar: WorkdayCalendar | null,
  from: EpochDay,
  to: EpochDay,
): number | undefined {
  if (calendar === null) return undefined
  let count = 0
  for (let day = from; day <= to; day++) {
    const answer = isWorkday(calendar, day)
    if (answer === undefined) return undefined
    if (answer) count++
  }
  return count
}

/** Each day is asked for once: rules over many subjects count the same days again and again. */
function isWorkday(calendar: WorkdayCalendar, day: EpochDay): boolean | undefined {
  let days = known.get(calendar)
  if (days === undefined) {
    days = new Map()
    known.set(calendar, days)
  }
  if (days.has(day)) return days.get(day)
  const answer = calendar.isWorkday(formatDate(day))
  days.set(day, answer)
  return answer
}
