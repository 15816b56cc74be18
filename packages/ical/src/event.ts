import { type Dataset, dayOfMinute, type EpochDay, parseDate, parseInstant, type Session } from '@xueshi/core'
import ical, {
  foldLines,
  ICalAlarmType,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import type { DateTime } from 'luxon'
import { VTIMEZONE } from './envelope.ts'
import type { CalendarSettings } from './options.ts'
import { feedLine } from './text.ts'
import { uidOf } from './uid.ts'
import { descriptionOf, isDays, kindNames, summaryOf } from './wording.ts'
import { wallClock, ZONE } from './zone.ts'

const ALARMS = /(?<=\r\n)BEGIN:VALARM\r\n[\s\S]*\r\nEND:VALARM\r\n/
const END = 'END:VEVENT\r\n'

/**
 * A writer of sessions as folded VEVENTs. DTSTAMP and LAST-MODIFIED are the first minute, in Asia/Shanghai,
 * of the day the export was made (else of the last day it covers): equal exports give equal bytes.
 */
export function eventWriter(
  dataset: Dataset,
  settings: CalendarSettings,
): (session: Session, uidKey: string) => string {
  // Named zones on the calendar would take the Z from DTSTAMP: each event names the zone itself.
  const calendar = ical({ timezone: { name: null, generator: () => VTIMEZONE } })
  const stamp = midnight(parseDate(dataset.exportedOn ?? dataset.covers.to))
  const { locale } = settings

  return (session, uidKey) => {
    const cancelled = session.status === 'cancelled'
    const days = isDays(session)
    const data: ICalEventData = {
      id: uidOf(uidKey, settings.domain),
      sequence: 0,
      stamp,
      lastModified: stamp,
      timezone: ZONE,
      ...timesOf(session),
      summary: summaryOf(session, locale),
      description: descriptionOf(session, dataset, locale),
      location: session.venue === null ? null : feedLine(session.venue),
      categories: kindNames(session, locale).map((name) => ({ name })),
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
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
