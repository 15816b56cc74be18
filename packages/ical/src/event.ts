import {
  type Dataset,
  dayOfMinute,
  type EpochDay,
  parseDate,
  parseInstant,
  type Session,
  type ShanghaiMinute,
} from '@xueshi/core'
import ical, {
  foldLines,
  ICalAlarmType,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import type { DateTime } from 'luxon'
import { VTIMEZONE } from './envelope.ts'
import { type Listing, stale } from './listing.ts'
import type { CalendarSettings } from './options.ts'
import { registersOf } from './registers.ts'
import { digestOf } from './shown.ts'
import { descriptionOf, isDays, kindNames, locationOf, summaryOf, type Wording } from './wording.ts'
import { wallClock, ZONE } from './zone.ts'

const ALARMS = /(?<=\r\n)BEGIN:VALARM\r\n[\s\S]*\r\nEND:VALARM\r\n/
const END = 'END:VEVENT\r\n'
const STATUS = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const

/** A writer of sessions as folded VEVENTs. */
export function eventWriter(dataset: Dataset, settings: CalendarSettings): (listing: Listing) => string {
  // Named zones on the calendar would take the Z from DTSTAMP: each event names the zone itself.
  const calendar = ical({ timezone: { name: null, generator: () => VTIMEZONE } })
  const { locale, level } = settings
  const wording: Wording = { dataset, registers: registersOf(dataset), locale, level }
  const digest = digestOf(dataset)
  // Most events bear the stamp of the one before.
  let stamped: { readonly minute: ShanghaiMinute; readonly time: DateTime } | undefined
  const stampOf = (minute: ShanghaiMinute) => {
    if (stamped?.minute !== minute) stamped = { minute, time: wallClock(minute) }
    return stamped.time
  }

  return ({ session, uid, sequence, stamp, status, hash }) => {
    if (hash !== null && hash !== digest(session, status)) throw stale()
    const cancelled = status === 'cancelled'
    const days = isDays(session)
    const data: ICalEventData = {
      id: `${uid}@${settings.domain}`,
      sequence,
      stamp: stampOf(stamp),
      lastModified: stampOf(stamp),
      timezone: ZONE,
      ...timesOf(session),
      summary: summaryOf(session, wording),
      description: descriptionOf(session, wording),
      location: locationOf(session, wording),
      categories: kindNames(session, wording).map((name) => ({ name })),
      status: STATUS[status],
      // A cancelled session takes nobody's time; of a session without hours nobody knows which.
      transparency: cancelled || days ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
      alarms:
        cancelled || days
          ? []
          : settings.alarms.map((minutes) => ({ type: ICalAlarmType.display, trigger: minutes * 60 })),
    }
    const text = calendar.createEvent(data).toString()
    calendar.clear()
    return foldLines(settings.alarms.length > 0 ? alarmsLast(text) : text)
  }
}

/** Start and end of an event; where the end is not known it has none, unless the last day is known. */
function timesOf(session: Session): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  const start = parseInstant(session.start)
  if (isDays(session))
    return {
      start: midnight(dayOfMinute(start)),
      end: midnight(parseDate(session.lastDay) + 1),
      allDay: true,
    }
  const end = session.end === null ? start : parseInstant(session.end)
  return end > start ? { start: wallClock(start), end: wallClock(end) } : { start: wallClock(start) }
}

function midnight(day: EpochDay): DateTime {
  return wallClock(day * 1440)
}

/** Moves alarms behind the properties, where RFC 5545 wants them. */
function alarmsLast(event: string): string {
  const alarms = ALARMS.exec(event)?.[0]
  if (alarms === undefined) return event
  return event.replace(alarms, () => '').slice(0, -END.length) + alarms + END
}
