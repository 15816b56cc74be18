import { type EpochDay, epochDay, isWeekend, type LocalizedText } from '@xueshi/core'
import type { DayKind, YearStatus } from './day.ts'
import { FIRST_STATUTE, festivalName, LAST_FESTIVAL, statutoryHolidays, yearOf } from './festival.ts'
import { guardedDays } from './guard.ts'
import type { Notices } from './notice/notices.ts'

/** The days of one year. */
export interface YearDays {
  readonly status: YearStatus
  readonly first: EpochDay
  /** Kind of each day, by its number in the year from 0. */
  readonly kinds: DayKind[]
  readonly names: Map<EpochDay, LocalizedText>
}

/** What a year rests on. */
export function statusOf(year: number, { years }: Notices): YearStatus {
  if (years.has(year)) return 'published'
  return year >= FIRST_STATUTE && year <= LAST_FESTIVAL ? 'provisional' : 'unknown'
}

/** The days of a year: weekends, then the notice or the statute with its guard, then amendments. */
export function daysOfYear(year: number, notices: Notices, allowProvisional: boolean): YearDays {
  const status = statusOf(year, notices)
  const first = epochDay(year, 1, 1)
  const length = epochDay(year + 1, 1, 1) - first
  const blank = status === 'unknown' || (status === 'provisional' && !allowProvisional)
  const kinds = Array.from({ length }, (_, i): DayKind => {
    if (blank) return 'unknown'
    return isWeekend(first + i) ? 'weekend' : 'workday'
  })
  const days: YearDays = { status, first, kinds, names: new Map() }
  if (status === 'unknown') return days
  if (!blank) addStatute(days, year, notices)
  addNotices(days, year, notices)
  return days
}

/** Statutory holidays and, where a notice is still to come, the days beside them. */
function addStatute(days: YearDays, year: number, notices: Notices): void {
  for (const one of [year, year + 1])
    for (const holiday of statutoryHolidays(one)) {
      const open = !notices.years.has(one)
      if (open) for (const day of guardedDays(holiday)) put(days, day, 'guarded', holiday.name)
    }
  // In a year with a notice only weekend days: the notice names the others.
  for (const { name, from, to } of statutoryHolidays(year))
    for (let day = from; day <= to; day++)
      if (days.status === 'provisional' || isWeekend(day)) put(days, day, 'holiday', name)
}

function addNotices(days: YearDays, year: number, { days: whole, amendments }: Notices): void {
  for (const { off, worked } of [whole, ...amendments]) {
    for (const [day, name] of off) if (yearOf(day) === year) put(days, day, 'holiday', festivalName(name))
    for (const [day, name] of worked)
      if (yearOf(day) === year)
        put(days, day, isWeekend(day) ? 'make-up' : 'workday', isWeekend(day) ? festivalName(name) : null)
  }
}

function put(days: YearDays, day: EpochDay, kind: DayKind, name: LocalizedText | null): void {
  const i = day - days.first
  if (i < 0 || i >= days.kinds.length) return
  days.kinds[i] = kind
  if (name === null) days.names.delete(day)
  else days.names.set(day, name)
}
