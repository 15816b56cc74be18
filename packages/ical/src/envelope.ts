import { escape as escapeText, foldLines } from 'ical-generator'
import { ZONE } from './zone.ts'

/**
 * Asia/Shanghai as one fixed offset. Definitions with the summer time of 1986–1991 make some clients an hour
 * late to this day, and without any definition Outlook and several phones read the hours as those of UTC.
 */
export const VTIMEZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
  '',
].join('\r\n')

/**
 * The lines of a feed before its events. They are written here because ical-generator neither escapes the
 * name nor keeps calendar properties before the components, as RFC 5545 asks.
 */
export function feedHead(name: string, refresh: string): string {
  const label = escapeText(name, false)
  const properties = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Xueshi//@xueshi/ical//ZH',
    'CALSCALE:GREGORIAN',
    `NAME:${label}`,
    `X-WR-CALNAME:${label}`,
    `X-WR-TIMEZONE:${ZONE}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${refresh}`,
    `X-PUBLISHED-TTL:${refresh}`,
    '',
  ]
  return foldLines(properties.join('\r\n')) + VTIMEZONE
}

/** The last line of a feed. */
export const FEED_END = 'END:VCALENDAR\r\n'
