import { formatDate, formatInstant, tryParseInstant } from '@xueshi/core'
import type { Cell, Fault } from './cell.ts'
import { compactDay, isPlainDate, leadingDay, serialMinute, serialOf, typedText } from './date.ts'

const COMPACT_START = /^(\d{8})(?=\s|$)/
const TIME =
  /^(凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|[ap]\.?m\.?)?\s*(\d{1,2})(?::(\d{1,2})|[时点](?:(\d{1,2})分?)?)(?::(\d{1,3})|(\d{1,2})秒)?(?:\.\d{1,9})?\s*(凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|[ap]\.?m\.?)?$/i
const MORNING = /^(?:凌晨|早上|早晨|上午|a)/i

/**
 * A point in time `YYYY-MM-DDTHH:mm+08:00`, or the civil date where the cell has no time of day. Without
 * a zone of its own a cell says what the clock in Shanghai showed.
 */
export function readInstant(cell: Cell, fault: Fault, epoch1904 = false): string | undefined {
  if (cell === null) return undefined
  if (typeof cell === 'object') return instantOfMinute(cell.minute)
  if (typeof cell === 'boolean') {
    fault('invalid-time')
    return undefined
  }
  if (typeof cell === 'string') {
    const canonical = canonicalInstant(cell)
    if (canonical !== undefined) return canonical
  }
  const text = typeof cell === 'number' ? String(cell) : typedText(cell)
  if (text === undefined) return undefined
  const serial = serialOf(text)
  if (serial !== undefined) {
    const minute = serialMinute(serial, epoch1904)
    if (minute !== undefined) return instantOfMinute(minute)
    fault('invalid-date')
    return undefined
  }
  const zoned = tryParseInstant(text)
  if (zoned !== undefined) return formatInstant(zoned)
  return instantOfText(text, fault)
}

/** The instant of `YYYY-MM-DD HH:mm` exactly, as most cells are; `undefined` where the text must be looked at. */
function canonicalInstant(text: string): string | undefined {
  if (text.length !== 16 || text.charCodeAt(10) !== 32 || text.charCodeAt(13) !== 58) return undefined
  const date = text.slice(0, 10)
  const hour = twoDigits(text, 11)
  const minute = twoDigits(text, 14)
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || !isPlainDate(date)) return undefined
  return `${date}T${text.slice(11)}+08:00`
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1
}

function instantOfText(text: string, fault: Fault): string | undefined {
  const compact = COMPACT_START.exec(text)
  const compacted = compact === null ? undefined : compactDay(compact[1]!)
  const start = compacted === undefined ? leadingDay(text) : { day: compacted, rest: text.slice(8) }
  if (start === undefined) {
    fault('invalid-date')
    return undefined
  }
  const rest = start.rest.replace(/^(?:T(?=\d)|\s+)/, '').trim()
  if (rest === '') return formatDate(start.day)
  const minute = minuteOfTime(rest, fault)
  if (minute !== undefined) return formatInstant(start.day * 1440 + minute)
  fault('invalid-time')
  return undefined
}

function minuteOfTime(text: string, fault: Fault): number | undefined {
  const match = TIME.exec(text)
  if (match === null || (match[1] !== undefined && match[7] !== undefined)) return undefined
  const marker = match[1] ?? match[7]
  let hour = Number(match[2])
  const minute = Number(match[3] ?? match[4] ?? 0)
  const seconds = match[5] ?? match[6] ?? '0'
  if (minute > 59 || hour > 23) return undefined
  if (seconds.length === 3) fault('seconds-as-milliseconds', 'warning')
  else if (Number(seconds) > 59) return undefined
  if (marker !== undefined) {
    if (MORNING.test(marker)) {
      if (hour > 12) return undefined
      if (hour === 12) hour = 0
    } else if (hour < 12 && !(marker === '中午' && hour >= 10)) hour += 12
  }
  // Instants with seconds are rounded in core too: the same moment must not differ between formats.
  return hour * 60 + minute + (seconds.length < 3 && Number(seconds) >= 30 ? 1 : 0)
}

function instantOfMinute(minute: number): string {
  const day = Math.floor(minute / 1440)
  return minute === day * 1440 ? formatDate(day) : formatInstant(minute)
}
