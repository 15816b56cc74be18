import { XueshiError } from '../errors.ts'
import { type EpochDay, formatDate, tryParseDate } from './date.ts'

/**
 * A point in time with its zone: `2025-03-05T14:30+08:00`, seconds allowed, `Z` allowed. Everything the
 * field says is Asia/Shanghai, whose offset is +08:00 (the summer time of 1986–1991 lies before the field).
 */
export type Instant = string

/** Minutes since 1970-01-01 00:00 on the wall clock of Asia/Shanghai; the engine's form of an {@link Instant}. */
export type ShanghaiMinute = number

const PATTERN = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

/** Shanghai minute of an instant text, or `undefined` where it is none. Seconds are rounded to the minute. */
export function tryParseInstant(text: string): ShanghaiMinute | undefined {
  const match = PATTERN.exec(text)
  if (match === null) return undefined
  const day = tryParseDate(match[1]!)
  const hour = Number(match[2])
  const minute = Number(match[3])
  const second = Number(match[4] ?? '0')
  if (day === undefined || hour > 23 || minute > 59 || second > 59) return undefined
  const zone = match[5]!
  const sign = zone.charCodeAt(0) === 45 ? -1 : 1
  const offset = zone === 'Z' ? 0 : sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)))
  return day * 1440 + hour * 60 + minute + (second >= 30 ? 1 : 0) - offset + 480
}

/**
 * Shanghai minute of an instant text.
 *
 * @throws XueshiError `invalid-instant`.
 */
export function parseInstant(text: Instant): ShanghaiMinute {
  const minute = tryParseInstant(text)
  if (minute === undefined)
    throw new XueshiError('invalid-instant', `不是有效时间 / not an instant: ${JSON.stringify(text)}`, {
      hint: 'YYYY-MM-DDTHH:mm+08:00',
    })
  return minute
}

/** The text `YYYY-MM-DDTHH:mm+08:00` of a Shanghai minute. */
export function formatInstant(minute: ShanghaiMinute): Instant {
  const day = dayOfMinute(minute)
  const rest = minute - day * 1440
  const hour = Math.floor(rest / 60)
  const min = rest - hour * 60
  return `${formatDate(day)}T${hour < 10 ? '0' : ''}${hour}:${min < 10 ? '0' : ''}${min}+08:00`
}

/** The day in Asia/Shanghai of a Shanghai minute. */
export function dayOfMinute(minute: ShanghaiMinute): EpochDay {
  return Math.floor(minute / 1440)
}
