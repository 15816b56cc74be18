import type { CivilDate, LocalizedText } from '@xueshi/core'

/** The kinds of days. */
export const DAY_KINDS = [
  { id: 'workday', zh: '工作日', en: 'working day' },
  { id: 'weekend', zh: '公休日', en: 'weekend' },
  { id: 'holiday', zh: '放假', en: 'holiday' },
  { id: 'make-up', zh: '调休补班', en: 'make-up working day' },
  { id: 'guarded', zh: '待通知', en: 'left open until the notice' },
  { id: 'unknown', zh: '无数据', en: 'not known' },
] as const

/**
 * Kind of a day: `workday` is a Monday to Friday that is worked, `holiday` a day off by notice or statute (its
 * weekend days too), `make-up` a weekend day worked in exchange 调休补班日, `guarded` a Monday to Friday beside a
 * holiday of a year without notice, `unknown` a day of a year of which nothing is known.
 */
export type DayKind = (typeof DAY_KINDS)[number]['id']

/** What a year rests on: a notice of the State Council, the statute alone, or nothing. */
export type YearStatus = 'published' | 'provisional' | 'unknown'

/** A day of the calendar. */
export interface CalendarDay {
  readonly date: CivilDate
  readonly kind: DayKind
  /** Whether it is worked; `undefined` where nobody can tell. Depends on `makeUpDays` for make-up days. */
  readonly workday: boolean | undefined
  /** The festival of a holiday, make-up day or guarded day. */
  readonly name: LocalizedText | null
  /** Status of its year. */
  readonly status: YearStatus
}
