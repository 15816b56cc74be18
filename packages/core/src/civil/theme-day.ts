import { daysInMonth, type EpochDay, epochDay, weekdayOf } from './date.ts'

/** A fixed day of each month: the nth day, or the nth such weekday (1 Monday … 7 Sunday), negative from its end. */
export type ThemeDay =
  | { readonly day: number }
  | { readonly nth: number; readonly weekday: number }
  | { readonly last: 'day' }

const DIGITS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
  末: -1,
}
const NUMBERED = /^每月(?:第)?(\d{1,2})(?:日|号|天)?$/
const WEEKDAY = /^每月(第[一二三四五1-5]个?|最后一个?)(?:周|星期|礼拜)([一二三四五六日天1-7])$/
const LAST = /^每月(?:最后一天|末|月末|月底|最后一日)$/

/**
 * The fixed theme day as clerks write it: 每月5日, 每月第一个星期五, 每月最后一个周五, 每月最后一天. A text that says
 * something else gives `undefined`.
 *
 * @example
 * ```ts
 * import { formatDate, parseThemeDay, themeDayIn } from '@xueshi/core'
 *
 * const first = parseThemeDay('每月第一个星期五')!
 * console.log(formatDate(themeDayIn(first, 2026, 5))) // 2026-05-01
 * ```
 */
export function parseThemeDay(text: string): ThemeDay | undefined {
  const word = text.normalize('NFKC').replace(/\s+/g, '')
  if (LAST.test(word)) return { last: 'day' }
  const numbered = NUMBERED.exec(word)
  if (numbered !== null) {
    const day = Number(numbered[1])
    return day >= 1 && day <= 31 ? { day } : undefined
  }
  const weekday = WEEKDAY.exec(word)
  if (weekday === null) return undefined
  const nth = weekday[1]!.startsWith('最后') ? -1 : number(weekday[1]![1]!)
  return { nth, weekday: number(weekday[2]!) }
}

/** The day in a month; a 31st falls on the last day of a shorter month, a fifth weekday on the fourth where there is none. */
export function themeDayIn(themeDay: ThemeDay, year: number, month: number): EpochDay {
  const days = daysInMonth(year, month)
  if ('last' in themeDay) return epochDay(year, month, days)
  if ('day' in themeDay) return epochDay(year, month, Math.min(themeDay.day, days))
  const first = epochDay(year, month, 1)
  const offset = (themeDay.weekday - weekdayOf(first) + 7) % 7
  const count = Math.floor((days - 1 - offset) / 7) + 1
  const nth = themeDay.nth < 0 ? count : Math.min(themeDay.nth, count)
  return first + offset + (nth - 1) * 7
}

function number(word: string): number {
  return DIGITS[word] ?? Number(word)
}
