import { XueshiError } from '../errors.ts'
import { civilOf, daysInMonth, type EpochDay, epochDay } from './date.ts'

/** A calendar duration: `P6M` months, `P5Y` years or `P30D` days; one unit only. */
export type Duration = string

/** Unit and number of a {@link Duration}. */
export interface ParsedDuration {
  readonly unit: 'D' | 'M' | 'Y'
  readonly amount: number
}

/**
 * Unit and number of a duration text.
 *
 * @throws XueshiError `invalid-duration` where the text is none of `P<n>D`, `P<n>M`, `P<n>Y`.
 */
export function parseDuration(text: Duration): ParsedDuration {
  const known = parsed.get(text)
  if (known !== undefined) return known
  const match = /^P(\d{1,4})([DMY])$/.exec(text)
  if (match === null)
    throw new XueshiError('invalid-duration', `不是有效期限 / not a duration: ${JSON.stringify(text)}`, {
      hint: 'P30D, P6M, P5Y',
    })
  const duration = Object.freeze({ amount: Number(match[1]), unit: match[2] as ParsedDuration['unit'] })
  if (parsed.size < MOST_KNOWN) parsed.set(text, duration)
  return duration
}

/** Durations read before: rules have few of them and ask for them once per subject. */
const parsed = new Map<Duration, ParsedDuration>()
const MOST_KNOWN = 1000

/**
 * The day a duration after (or, with a negative `times`, before) a day. A day that the target month does
 * not have becomes its last day: 31 August + P6M = 28 (29) February.
 *
 * @example
 * ```ts
 * import { addDuration, formatDate, parseDate } from '@xueshi/core'
 *
 * console.log(formatDate(addDuration(parseDate('2025-08-31'), 'P6M'))) // 2026-02-28
 * ```
 */
export function addDuration(day: EpochDay, duration: Duration, times = 1): EpochDay {
  const { amount, unit } = parseDuration(duration)
  if (unit === 'D') return day + amount * times
  const from = civilOf(day)
  const months = from.year * 12 + (from.month - 1) + amount * times * (unit === 'Y' ? 12 : 1)
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  return epochDay(year, month, Math.min(from.day, daysInMonth(year, month)))
}
