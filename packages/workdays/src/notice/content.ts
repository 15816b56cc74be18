import { type EpochDay, formatDate, isWeekend, parseDate } from '@xueshi/core'
import { statutoryHolidays } from '../festival.ts'
import type { HolidayNotice } from './schema.ts'

/** The longest holiday so far had ten days. */
const MOST_DAYS = 15
/** How far a notice reaches into the December before its year: 元旦 with its make-up day. */
const DECEMBER_FROM = 20

/** First and last day a notice may speak of. */
export function reachOf(year: number): { readonly from: EpochDay; readonly to: EpochDay } {
  return { from: parseDate(`${year - 1}-12-${DECEMBER_FROM}`), to: parseDate(`${year}-12-31`) }
}

/** The days of a notice: off, and worked. */
export function daysOfNotice({ holidays, makeUpDays }: HolidayNotice) {
  const off = new Map<EpochDay, string>()
  const worked = new Map<EpochDay, string>()
  for (const { name, from, to = from } of holidays)
    for (let day = parseDate(from); day <= parseDate(to); day++) off.set(day, name)
  for (const { name, date } of makeUpDays) worked.set(parseDate(date), name)
  return { off, worked }
}

/**
 * What cannot be so in a notice of the right form: days out of its year or named twice, a make-up day on a Monday
 * to Friday, a statutory holiday that is not off. An amendment may do the last two.
 */
export function faultsOfContent(notice: HolidayNotice): string[] {
  const faults: string[] = []
  const seen = new Map<EpochDay, string>()
  const reach = reachOf(notice.year)
  const note = (day: EpochDay, at: string) => {
    const date = formatDate(day)
    const before = seen.get(day)
    if (before !== undefined) faults.push(`${at}: ${date} 已写在 / is already in ${before}`)
    if (day < reach.from || day > reach.to)
      faults.push(`${at}: ${date} 不在${notice.year}年 / does not lie in ${notice.year}`)
    seen.set(day, at)
  }
  notice.holidays.forEach(({ from, to = from }, i) => {
    const at = `holidays[${i}]`
    const [first, last] = [parseDate(from), parseDate(to)]
    if (last < first) faults.push(`${at}.to: 早于 from / is before from: ${to}`)
    else if (last - first >= MOST_DAYS)
      faults.push(`${at}: 超过${MOST_DAYS}天 / more than ${MOST_DAYS} days: ${from}..${to}`)
    else for (let day = first; day <= last; day++) note(day, at)
  })
  notice.makeUpDays.forEach(({ date }, i) => {
    const day = parseDate(date)
    note(day, `makeUpDays[${i}]`)
    if (notice.amends !== true && !isWeekend(day))
      faults.push(`makeUpDays[${i}]: ${date} 不是周末 / is no Saturday or Sunday`)
  })
  if (notice.amends !== true && faults.length === 0) faults.push(...missingHolidays(notice))
  return faults
}

/** A day of the statute is off in every notice: where it is not, a line was forgotten or mistyped. */
function missingHolidays(notice: HolidayNotice): string[] {
  const { off, worked } = daysOfNotice(notice)
  return statutoryHolidays(notice.year).flatMap(({ name, from, to }) => {
    const missing: string[] = []
    // Of a holiday that falls on a weekend a notice need not speak.
    for (let day = from; day <= to; day++)
      if (worked.has(day) || (!off.has(day) && !isWeekend(day))) missing.push(formatDate(day))
    return missing.length === 0
      ? []
      : [`holidays: 缺少法定节假日 / a statutory holiday is missing: ${name['zh-CN']} ${missing.join(', ')}`]
  })
}
