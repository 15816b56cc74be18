import { type EpochDay, isWeekend, parseDate } from '@xueshi/core'
import { NOTICE_DAYS } from './data/notices.ts'
import { NOTICE_SOURCES } from './data/sources.ts'

/** Days off and days worked by notice, each with the Chinese name of its festival. */
export interface NoticeDays {
  readonly off: ReadonlyMap<EpochDay, string>
  readonly worked: ReadonlyMap<EpochDay, string>
}

/** The days of the notices in the data of this package. */
export const published: NoticeDays = read()

/** The years of those notices, in order. */
export const publishedYears: readonly number[] = Object.keys(NOTICE_SOURCES).map(Number)

/** Whether a day is off by notice, or a weekend day that is not worked. */
export function isFree({ off, worked }: NoticeDays, day: EpochDay): boolean {
  return off.has(day) || (isWeekend(day) && !worked.has(day))
}

function read(): NoticeDays {
  const off = new Map<EpochDay, string>()
  const worked = new Map<EpochDay, string>()
  for (const line of NOTICE_DAYS.trim().split('\n')) {
    const [, word, from, to, name] = /^(off|on ) ([\d-]+)(?:\.\.([\d-]+))? (.+)$/.exec(line)!
    const days = word === 'off' ? off : worked
    for (let day = parseDate(from!); day <= parseDate(to ?? from!); day++) days.set(day, name!)
  }
  return { off, worked }
}
