import { type EpochDay, isWeekend, weekdayOf } from '@xueshi/core'
import type { StatutoryHoliday } from './festival.ts'

/**
 * Mondays to Fridays beside a statutory holiday of which nobody can tell before the notice whether they are
 * worked: five days on either side of 春节 and 国庆节, 30 April to 5 May, and elsewhere the single day between the
 * holiday and a weekend, or the Monday after a holiday on a weekend (Art. 6 of the statute gives the day back).
 */
export function guardedDays(holiday: StatutoryHoliday): EpochDay[] {
  const { from, to } = holiday
  return candidates(holiday).filter((day) => (day < from || day > to) && !isWeekend(day))
}

function candidates({ name, from, to }: StatutoryHoliday): EpochDay[] {
  switch (name['zh-CN']) {
    case '春节':
    case '国庆节':
      return daysFrom(from - 5, to + 5)
    case '劳动节':
      return daysFrom(from - 1, from + 4)
    default: {
      const weekday = weekdayOf(from)
      if (isWeekend(from)) return [from + 8 - weekday]
      return weekday === 2 ? [from - 1] : weekday === 4 ? [from + 1] : []
    }
  }
}

function daysFrom(first: EpochDay, last: EpochDay): EpochDay[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}
