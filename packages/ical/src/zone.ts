import { civilOf, dayOfMinute, type ShanghaiMinute } from '@xueshi/core'
import { DateTime, Zone } from 'luxon'

/** The zone of every time of day in a feed. */
export const ZONE = 'Asia/Shanghai'

/**
 * Asia/Shanghai as the feeds define it, +08:00 at all times. Luxon's own zone knows the summer time of
 * 1986–1991, which the model does not, and asks Intl for each offset, which costs a third of a feed's time.
 */
class FixedShanghai extends Zone {
  override get type(): string {
    return 'iana'
  }
  override get name(): string {
    return ZONE
  }
  override get isUniversal(): boolean {
    return true
  }
  override get isValid(): boolean {
    return true
  }
  override offsetName(): string {
    return 'CST'
  }
  override formatOffset(): string {
    return '+08:00'
  }
  override offset(): number {
    return 480
  }
  override equals(other: Zone): boolean {
    return other.type === 'iana' && other.name === ZONE
  }
}

// Digits are fixed too: a host that sets Luxon's default numbering system must not change them.
const SHANGHAI = { zone: new FixedShanghai(), locale: 'en-US', numberingSystem: 'latn' } as const

/** A point of Shanghai's wall clock. ical-generator would read a Date or a text in the zone of the process. */
export function wallClock(minute: ShanghaiMinute): DateTime {
  const day = dayOfMinute(minute)
  const rest = minute - day * 1440
  return DateTime.fromObject({ ...civilOf(day), hour: Math.floor(rest / 60), minute: rest % 60 }, SHANGHAI)
}
