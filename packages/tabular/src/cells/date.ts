import { daysInMonth, type EpochDay, epochDay, formatDate, tryParseDate } from '@xueshi/core'
import { type Cell, type Fault, trimCell } from './cell.ts'

const DATE =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日?)/
const COMPACT_DATE = /^(\d{4})(\d{2})(\d{2})$/
const MONTH = /^(\d{4})(?:-(\d{1,2})|\/(\d{1,2})|\.(\d{1,2})|年(\d{1,2})月?)$/
const COMPACT_MONTH = /^(\d{4})(\d{2})$/
const SERIAL = /^(\d{5})(\.\d+)?$/
const WEEKDAY = /[(（]?(?:星期|周)[一二三四五六日天][)）]?/
/** What exports write where nothing is to be written. */
const BLANK_MARK = /^(?:-{1,2}|—{1,2}|\/|无|null|n\/a|\\n)$/i

/** First and last year that a date of this field can have. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2199
const FIRST_DAY = epochDay(FIRST_YEAR, 1, 1)
const LAST_DAY = epochDay(LAST_YEAR, 12, 31)

/** Day 1 of the serial numbers of spreadsheets is 1900-01-01; 60 is a day that never was. */
const SERIAL_ZERO = epochDay(1899, 12, 30)

/** The text of a typed cell in half width, or `undefined` where the cell says that it is empty. */
export function typedText(cell: string): string | undefined {
  const text = trimCell(cell.normalize('NFKC').replace(/[\u200b-\u200d\u2060\ufeff]/g, ''))
  return text === '' || BLANK_MARK.test(text) ? undefined : text
}

/** The day at the beginning of a text and what follows it, or `undefined` where there is no such day. */
export function leadingDay(text: string): { day: EpochDay; rest: string } | undefined {
  const match = DATE.exec(text)
  if (match === null) return undefined
  const day = dayOf(
    match[1]!,
    match[2] ?? match[4] ?? match[6] ?? match[8]!,
    match[3] ?? match[5] ?? match[7] ?? match[9]!,
  )
  if (day === undefined) return undefined
  const rest = text.slice(match[0].length)
  return /^\d/.test(rest) && !match[0].endsWith('日') ? undefined : { day, rest: rest.replace(WEEKDAY, ' ') }
}

/** A day written as eight digits. */
export function compactDay(text: string): EpochDay | undefined {
  const match = COMPACT_DATE.exec(text)
  return match === null ? undefined : dayOf(match[1]!, match[2]!, match[3]!)
}

/** Minutes of a serial number of spreadsheets (1927 to 2118), rounded to the minute. */
export function serialMinute(serial: number, epoch1904: boolean): number | undefined {
  if (!(serial >= 10_000 && serial < 80_000)) return undefined
  return Math.round((serial + (epoch1904 ? 1462 : 0)) * 1440) + SERIAL_ZERO * 1440
}

/** The serial number in a text of five digits, or `undefined`. */
export function serialOf(text: string): number | undefined {
  return SERIAL.test(text) ? Number(text) : undefined
}

/** Whether a text is a valid `YYYY-MM-DD` within the years of the field as it stands. */
export function isPlainDate(text: string): boolean {
  const day = tryParseDate(text)
  return day !== undefined && !Number.isNaN(withinYears(day))
}

/** A civil date `YYYY-MM-DD`; a time of day beside it is left out. */
export function readDate(cell: Cell, fault: Fault, epoch1904 = false): string | undefined {
  if (typeof cell === 'string' && isPlainDate(cell)) return cell
  const day = dayOfCell(cell, epoch1904)
  if (day === undefined) return undefined
  if (Number.isNaN(day)) {
    fault('invalid-date')
    return undefined
  }
  return formatDate(day)
}

/** A date of birth: `YYYY-MM-DD`, or `YYYY-MM` where only the month is written. */
export function readBirth(cell: Cell, fault: Fault, epoch1904 = false): string | undefined {
  const text =
    typeof cell === 'number' ? String(cell) : typeof cell === 'string' ? typedText(cell) : undefined
  if (text !== undefined) {
    const match = MONTH.exec(text) ?? COMPACT_MONTH.exec(text)
    if (match !== null) {
      const month = match[2] ?? match[3] ?? match[4] ?? match[5]!
      const day = dayOf(match[1]!, month, '1')
      if (day !== undefined) return formatDate(day).slice(0, 7)
    }
  }
  return readDate(cell, fault, epoch1904)
}

/** `undefined` for a blank cell, `NaN` for one that holds no date. */
function dayOfCell(cell: Cell, epoch1904: boolean): EpochDay | undefined {
  if (cell === null) return undefined
  if (typeof cell === 'object') return withinYears(Math.floor(cell.minute / 1440))
  if (typeof cell === 'boolean') return Number.NaN
  const text = typeof cell === 'number' ? String(cell) : typedText(cell)
  if (text === undefined) return undefined
  const compact = compactDay(text)
  if (compact !== undefined) return compact
  const serial = serialOf(text)
  if (serial !== undefined) {
    const minute = serialMinute(serial, epoch1904)
    return minute === undefined ? Number.NaN : Math.floor(minute / 1440)
  }
  const leading = leadingDay(text)
  return leading !== undefined && /^(?:[T\s]*\d{1,2}[:时点].{0,30}|\s*)$/.test(leading.rest)
    ? leading.day
    : Number.NaN
}

function dayOf(year: string, month: string, day: string): EpochDay | undefined {
  const y = Number(year)
  const m = Number(month)
  const d = Number(day)
  if (y < FIRST_YEAR || y > LAST_YEAR || m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m)) return undefined
  return epochDay(y, m, d)
}

function withinYears(day: EpochDay): EpochDay {
  return day >= FIRST_DAY && day <= LAST_DAY ? day : Number.NaN
}
