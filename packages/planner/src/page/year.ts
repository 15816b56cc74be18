import { civilOf, type EpochDay, epochDay, formatDate, weekdayOf } from '@xueshi/core'
import type { PageCalendar } from './options.ts'
import { inWords, type Say } from './text.ts'

/** What is marked of a day: no work, a holiday, a weekend day that is worked, a day nobody can tell yet. */
export type DayMark = 'worked' | 'weekend' | 'holiday' | 'make-up' | 'open'

/** A day of the year as the page shows it. */
export interface PageDay {
  readonly month: number
  readonly date: number
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number
  /** Column of the week in a strip of the year, from 0. */
  readonly week: number
  readonly mark: DayMark
  /** Festival, or what the mark means; empty for ordinary days. */
  readonly name: string
}

/** The days of a year, first to last. */
export interface PageYear {
  readonly year: number
  readonly first: EpochDay
  readonly days: readonly PageDay[]
  /** Position of a day in the year; outside of it the nearest one. */
  position(day: EpochDay): number
}

export function pageYear(year: number, calendar: PageCalendar | undefined, say: Say): PageYear {
  const first = epochDay(year, 1, 1)
  const length = epochDay(year + 1, 1, 1) - first
  const offset = weekdayOf(first) - 1
  const days = Array.from({ length }, (_, i) => {
    const day = first + i
    const { month, day: date } = civilOf(day)
    const weekday = weekdayOf(day)
    return {
      month,
      date,
      weekday,
      week: Math.floor((i + offset) / 7),
      ...markOf(day, weekday, calendar, say),
    }
  })
  return {
    year,
    first,
    days,
    position: (day) => Math.min(Math.max(day - first, 0), length - 1),
  }
}

function markOf(
  day: EpochDay,
  weekday: number,
  calendar: PageCalendar | undefined,
  say: Say,
): Pick<PageDay, 'mark' | 'name'> {
  const date = formatDate(day)
  const weekend = weekday > 5
  const rest: Pick<PageDay, 'mark' | 'name'> = { mark: 'weekend', name: say('周末', 'weekend') }
  if (calendar === undefined) return weekend ? rest : { mark: 'worked', name: '' }
  const known = calendar.dayOf?.(date)
  const festival = known?.name == null ? '' : inWords(known.name, say)
  const worked = calendar.isWorkday(date)
  if (worked === undefined) return { mark: 'open', name: say('待放假通知', 'left open until the notice') }
  if (worked && weekend)
    return {
      mark: 'make-up',
      name: [festival, say('调休上班', 'make-up working day')].filter(Boolean).join(' '),
    }
  if (worked) return { mark: 'worked', name: '' }
  if (weekend && known?.kind !== 'holiday') return rest
  return { mark: 'holiday', name: [festival, say('放假', 'holiday')].filter(Boolean).join(' ') }
}
