import { epochDay } from '../civil/date.ts'
import { addDuration, parseDuration } from '../civil/duration.ts'
import type { Parameter } from '../requirement/schema.ts'

/**
 * Whether a value is, or may on some day be, less strict than the one above it. Months and years are compared
 * exactly, and so are days; months with days by the shortest and the longest they can be.
 */
export function isWeaker(value: number | string, above: number | string, parameter: Parameter): boolean {
  const [least, most] = rangeOf(value, above)
  const [leastAbove, mostAbove] = rangeOf(above, value)
  return parameter.stricter === 'higher' ? least < mostAbove : most > leastAbove
}

/** The range of a value in the unit in which it can be compared with another. */
function rangeOf(value: number | string, other: number | string): readonly [number, number] {
  if (typeof value === 'number') return [value, value]
  const { unit, amount } = parseDuration(value)
  if (unit === 'D') return [amount, amount]
  const inDays = typeof other === 'string' && other.endsWith('D')
  return inDays ? daysOf(value) : [amount * (unit === 'Y' ? 12 : 1), amount * (unit === 'Y' ? 12 : 1)]
}

/** Fewest and most days of a duration in months or years, over four years of beginnings. */
function daysOf(duration: string): readonly [number, number] {
  let least = Number.POSITIVE_INFINITY
  let most = 0
  for (let month = 0; month < 48; month++) {
    const year = 2023 + Math.floor(month / 12)
    for (const day of [epochDay(year, (month % 12) + 1, 1), epochDay(year, (month % 12) + 1, 28)]) {
      const days = addDuration(day, duration) - day
      least = Math.min(least, days)
      most = Math.max(most, days)
    }
  }
  return [least, most]
}
