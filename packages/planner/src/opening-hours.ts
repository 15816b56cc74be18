import {
  type CivilDate,
  type LocalizedText,
  maskValue,
  type Problem,
  parseDate,
  tryParseDate,
  weekdayOf,
} from '@xueshi/core'
import { type OpeningToken, readWords } from './opening-words.ts'

/** Days on which a venue is open or shut; weekdays run from 1 Monday to 7 Sunday. */
export type OpeningDays =
  | { readonly kind: 'weekdays'; readonly weekdays: readonly number[] }
  | { readonly kind: 'every-day' | 'workdays' | 'rest-days' | 'holidays' }

/** A time of day in minutes after midnight in Asia/Shanghai: from 0, to at most 1440. */
export interface DaySpan {
  readonly from: number
  readonly to: number
}

/** Times at which a venue is open on any of some days, from a day on where one is stated. */
export interface OpeningClause {
  readonly days: readonly OpeningDays[]
  readonly spans: readonly DaySpan[]
  readonly since: CivilDate | null
}

/** Opening hours as they were read. JSON-serialisable. */
export interface OpeningHours {
  readonly clauses: readonly OpeningClause[]
  /** Days on which it is shut whatever the clauses say. */
  readonly closed: readonly OpeningDays[]
  /** What could not be read; such hours are open at no time. */
  readonly problem: Problem | null
}

/** What is known of a day. Where a fact is needed and not known, the venue counts as shut. */
export interface OpeningDay {
  readonly date: CivilDate
  /** Whether the day is worked, make-up working days included. */
  readonly workday?: boolean | undefined
  /**
   * Whether the day is a statutory holiday; where absent, a working day is none, another day from Monday to Friday
   * is one, and of Saturdays and Sundays it is not known.
   */
  readonly holiday?: boolean | undefined
}

/**
 * Reads opening hours as clerks write them: 周一至周五 9:00-17:00、周六日 9：00—16：00; 每天 8:30-11:30 14:00-17:00;
 * 工作日; 全天; 下午2点半至5点; 周一闭馆; 法定节假日除外; 2026年起. Times without days hold on every day. Of a text that
 * is not understood whole nothing is used.
 *
 * @example
 * ```ts
 * import { isOpen, readOpeningHours } from '@xueshi/planner'
 *
 * const hours = readOpeningHours('周二至周日 9:00-17:00（周一闭馆）')
 * console.log(isOpen(hours, { date: '2026-03-03' }, 9 * 60, 11 * 60)) // true
 * console.log(isOpen(hours, { date: '2026-03-02' }, 9 * 60, 11 * 60)) // false
 * console.log(readOpeningHours('夏令时另行通知').problem?.code) // opening-hours-not-understood
 * ```
 */
export function readOpeningHours(text: string): OpeningHours {
  const words = readWords(text)
  if ('unread' in words) return notUnderstood(text, UNREAD, words.unread)
  const reading = new Reading()
  for (const word of words) if (!reading.take(word)) return notUnderstood(text, UNREAD, text)
  reading.finish()
  if (reading.hasLooseDays) return notUnderstood(text, NO_TIMES, text)
  if (reading.clauses.length === 0) return notUnderstood(text, NO_TIMES, text)
  return { clauses: reading.clauses, closed: reading.closed, problem: null }
}

/**
 * Whether a venue is open from one minute of a day to another without a break.
 *
 * @param from Minutes after midnight in Asia/Shanghai.
 * @param to Minutes after midnight, at most 1440.
 * @throws XueshiError `invalid-date`.
 */
export function isOpen(hours: OpeningHours, day: OpeningDay, from: number, to: number): boolean {
  return spansOn(hours, day).some((span) => span.from <= from && to <= span.to)
}

/**
 * The times at which a venue is open on a day, in order and apart from each other.
 *
 * @throws XueshiError `invalid-date`.
 */
export function spansOn(hours: OpeningHours, day: OpeningDay): readonly DaySpan[] {
  if (hours.problem !== null || hours.closed.some((days) => includes(days, day) !== false)) return []
  const spans = hours.clauses
    .filter(({ since }) => since === null || since <= day.date)
    .filter(({ days }) => days.some((some) => includes(some, day) === true))
    .flatMap((clause) => clause.spans)
    .sort((a, b) => a.from - b.from)
  const joined: { from: number; to: number }[] = []
  for (const { from, to } of spans) {
    const last = joined.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else joined.push({ from, to })
  }
  return joined
}

/** Whether a day is one of some days; `undefined` where that is not known. */
function includes(days: OpeningDays, { date, workday, holiday }: OpeningDay): boolean | undefined {
  const weekday = weekdayOf(parseDate(date))
  switch (days.kind) {
    case 'weekdays':
      return days.weekdays.includes(weekday)
    case 'every-day':
      return true
    case 'workdays':
      return workday
    case 'rest-days':
      return workday === undefined ? undefined : !workday
    case 'holidays':
      if (holiday !== undefined) return holiday
      if (workday === undefined) return undefined
      return workday ? false : weekday <= 5 ? true : undefined
  }
}

/** Puts words together: days before times make a clause, days before 闭馆 are shut. */
class Reading {
  readonly clauses: OpeningClause[] = []
  readonly closed: OpeningDays[] = []
  #days: OpeningDays[] = []
  #spans: DaySpan[] = []
  #since: CivilDate | null = null
  #excepting = false

  /** Days of which no time is said. */
  get hasLooseDays(): boolean {
    return this.#days.length > 0
  }

  /** Whether the word makes sense where it stands. */
  take(word: OpeningToken): boolean {
    switch (word.kind) {
      case 'weekdays':
        return this.#addDays(word)
      case 'days':
        return this.#addDays({ kind: word.days })
      case 'span':
        this.#spans.push({ from: word.from, to: word.to })
        return !this.#excepting
      case 'since':
        this.finish()
        this.#since = dateText(word.year, word.month, word.day)
        return this.#since !== null && !this.hasLooseDays
      case 'closed':
        return this.#close()
      case 'except':
        this.finish()
        this.#excepting = true
        return !this.hasLooseDays
      case 'except-end':
        return this.#excepting && (this.#days.length === 0 || this.#close()) && this.#endException()
      case 'note':
        return true
    }
  }

  /** Ends the clause that is open. */
  finish(): void {
    if (this.#spans.length === 0) return
    const days = this.#days.length === 0 ? [{ kind: 'every-day' } as const] : this.#days
    this.clauses.push({ days, spans: this.#spans, since: this.#since })
    this.#days = []
    this.#spans = []
  }

  #addDays(days: OpeningDays): boolean {
    this.finish()
    this.#days.push(days)
    return true
  }

  #close(): boolean {
    // 9:00-17:00闭馆 would be hours at which it is shut: nobody writes that, so it is not understood.
    if (this.#spans.length > 0 || this.#days.length === 0) return false
    this.closed.push(...this.#days)
    this.#days = []
    return true
  }

  #endException(): boolean {
    this.#excepting = false
    return true
  }
}

function dateText(year: number, month: number, day: number): CivilDate | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return tryParseDate(text) === undefined ? null : text
}

type Wording = (text: string) => LocalizedText

const UNREAD: Wording = (text) => ({
  'zh-CN': `阵地表“开放时间”中的“${text}”无法识别，按不开放处理，不安排活动。请写成“周一至周五 9:00-17:00”的形式。`,
  en: `“${text}” in the opening hours of a venue is not understood; nothing is planned there. Please write it like “周一至周五 9:00-17:00”.`,
})

const NO_TIMES: Wording = (text) => ({
  'zh-CN': `阵地表“开放时间”“${text}”没有写明几点到几点，按不开放处理，不安排活动。请写成“周一至周五 9:00-17:00”的形式。`,
  en: `The opening hours “${text}” of a venue do not say from when to when; nothing is planned there. Please write them like “周一至周五 9:00-17:00”.`,
})

function notUnderstood(text: string, wording: Wording, part: string): OpeningHours {
  const problem: Problem = {
    code: 'opening-hours-not-understood',
    severity: 'warning',
    table: 'venues',
    column: '开放时间',
    value: maskValue(text),
    message: wording(maskValue(part)),
  }
  return { clauses: [], closed: [], problem }
}
