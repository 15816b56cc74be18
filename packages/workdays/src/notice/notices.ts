import { type EpochDay, formatDate, parseDate, XueshiError } from '@xueshi/core'
import { NOTICE_SOURCES } from '../data/sources.ts'
import { FIRST_STATUTE, LAST_FESTIVAL, yearOf } from '../festival.ts'
import { isFree, type NoticeDays, published, publishedYears } from '../published.ts'
import { type HolidaySource, sourceLine } from '../source.ts'
import { daysOfNotice, reachOf } from './content.ts'
import { checkedNotice } from './parse.ts'
import type { HolidayNotice } from './schema.ts'

/** Notices in force: those of the data with those that were given. */
export interface Notices {
  /** Days of whole years, data and given notices together. */
  readonly days: NoticeDays
  /** Amendments, in the order given; a later one wins. */
  readonly amendments: readonly NoticeDays[]
  /** Sources of every year that has one, amendments last. */
  readonly sources: ReadonlyMap<number, readonly HolidaySource[]>
  /** Years of whole notices. */
  readonly years: ReadonlySet<number>
}

/**
 * Takes given notices to those of the data. Whole notices come before amendments, whatever their order.
 *
 * @throws XueshiError `invalid-notice` for faults of a notice; where it differs from a notice of the same year,
 * with both sources; for an amendment to a year of which nothing is known.
 */
export function gatherNotices(given: readonly HolidayNotice[]): Notices {
  const off = new Map(published.off)
  const worked = new Map(published.worked)
  const years = new Set(publishedYears)
  const sources = new Map<number, readonly HolidaySource[]>(
    publishedYears.map((year) => [year, NOTICE_SOURCES[year]!]),
  )
  const addSource = ({ year, source }: HolidayNotice) => {
    const known = sources.get(year) ?? []
    if (!known.some((one) => sourceLine(one) === sourceLine(source))) sources.set(year, [...known, source])
  }
  const checked = given.map((notice, i) => checkedNotice(notice, `notices[${i}]`))
  for (const notice of checked.filter(({ amends }) => amends !== true)) {
    const days = daysOfNotice(notice)
    if (years.has(notice.year)) refuseDifference(notice, days, { off, worked }, sources.get(notice.year)!)
    else {
      for (const [day, name] of days.off) off.set(day, name)
      for (const [day, name] of days.worked) worked.set(day, name)
      years.add(notice.year)
    }
    addSource(notice)
  }
  const amending = checked.filter(({ amends }) => amends === true)
  for (const notice of amending) {
    refuseUnknownYear(notice, years)
    addSource(notice)
  }
  return { days: { off, worked }, amendments: amending.map(daysOfNotice), sources, years }
}

/** A second notice of a year must say the same: what the two say of each day is compared, not how. */
function refuseDifference(
  notice: HolidayNotice,
  days: NoticeDays,
  known: NoticeDays,
  sources: readonly HolidaySource[],
): void {
  const { from, to } = reachOf(notice.year)
  const lastWeek = parseDate(`${notice.year}-12-26`)
  const differing: string[] = []
  for (let day = from; day <= to; day++) {
    // The end of a December belongs to two notices; of days that this one does not name it says nothing.
    const mayBeSilent = yearOf(day) < notice.year || day >= lastWeek
    if (mayBeSilent && !days.off.has(day) && !days.worked.has(day)) continue
    if (isFree(days, day) !== isFree(known, day)) differing.push(difference(day, days))
  }
  if (differing.length === 0) return
  const { place, year, source } = notice
  throw new XueshiError(
    'invalid-notice',
    [
      `${place === undefined ? '' : `${place}: `}${year}年的两份通知不一致 / two notices of ${year} differ`,
      `  · ${sourceLine(source)}`,
      ...sources.map((one) => `  · ${sourceLine(one)}`),
      ...differing.map((line) => `  · ${line}`),
    ].join('\n'),
    {
      ...(place === undefined ? {} : { where: place }),
      hint: '只改动所列日期的，请加 "amends": true / add "amends": true where it changes only the days it lists',
    },
  )
}

function difference(day: EpochDay, days: NoticeDays): string {
  return `${formatDate(day)}：${isFree(days, day) ? '前者休息，后者上班 / off in the first, worked in the second' : '前者上班，后者休息 / worked in the first, off in the second'}`
}

function refuseUnknownYear({ year, place, source }: HolidayNotice, years: ReadonlySet<number>): void {
  if (years.has(year) || (year >= FIRST_STATUTE && year <= LAST_FESTIVAL)) return
  throw new XueshiError(
    'invalid-notice',
    `${place === undefined ? '' : `${place}: `}${year}年没有可以改动的安排 / nothing is known of ${year} that could be amended: ${sourceLine(source)}`,
    place === undefined ? {} : { where: place },
  )
}
