import { tryParseDatePart } from '../civil/date.ts'
import { type ShanghaiMinute, tryParseInstant } from '../civil/instant.ts'

/**
 * Shanghai minute of an instant text, or `undefined`. The same as {@link tryParseInstant}, without a
 * pattern for the form nearly every record has: `2025-03-05T14:30+08:00`.
 */
export function minuteOf(text: string): ShanghaiMinute | undefined {
  if (
    text.length !== 22 ||
    !text.endsWith('+08:00') ||
    text.charCodeAt(10) !== 84 ||
    text.charCodeAt(13) !== 58
  )
    return tryParseInstant(text)
  const day = tryParseDatePart(text)
  const hour = twoDigits(text, 11)
  const minute = twoDigits(text, 14)
  return day === undefined || hour > 23 || minute > 59 ? undefined : day * 1440 + hour * 60 + minute
}

/** The number of two digits, or one that is too large for anything where they are none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? 100 : tens * 10 + ones
}
