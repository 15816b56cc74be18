/**
 * Days and minutes of the reference: on purpose not those of core, so that one mistake cannot hide in both.
 * A day is a number of days since 1970-01-01, a minute one on the wall clock of Asia/Shanghai.
 */

const DAY_MS = 86_400_000

export function dayOf(text: string): number {
  return Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10))) / DAY_MS
}

export function textOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** `day` where no time of day is written. */
export function momentOf(text: string): { minute: number; timeless: boolean } {
  if (text.length === 10) return { minute: dayOf(text) * 1440, timeless: true }
  return { minute: Math.round(Date.parse(text) / 60_000) + 480, timeless: false }
}

export function dayOfMinute(minute: number): number {
  return Math.floor(minute / 1440)
}

/** The day a calendar duration later; a day that the month does not have becomes its last. */
export function plus(day: number, duration: string): number {
  const amount = Number(duration.slice(1, -1))
  const unit = duration.at(-1)
  if (unit === 'D') return day + amount
  const date = new Date(day * DAY_MS)
  const month = date.getUTCMonth() + amount * (unit === 'Y' ? 12 : 1)
  const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate()
  return Date.UTC(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), last)) / DAY_MS
}

/** Whole months from a day to a later one. */
export function monthsBetween(from: number, to: number): number {
  let months = 0
  while (plus(from, `P${months + 1}M`) <= to) months++
  return months
}

export interface Span {
  readonly key: string
  readonly from: number
  readonly to: number
}

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const

/** The months, quarters … that share a day with `[from, to]`. */
export function spansBetween(unit: keyof typeof MONTHS, from: number, to: number): Span[] {
  const size = MONTHS[unit]
  const spans: Span[] = []
  const firstYear = new Date(from * DAY_MS).getUTCFullYear()
  const lastYear = new Date(to * DAY_MS).getUTCFullYear()
  for (let year = firstYear; year <= lastYear; year++) {
    for (let nth = 1; nth <= 12 / size; nth++) {
      const start = Date.UTC(year, (nth - 1) * size, 1) / DAY_MS
      const end = Date.UTC(year, nth * size, 1) / DAY_MS - 1
      if (end < from || start > to) continue
      const part = {
        month: `-${String(nth).padStart(2, '0')}`,
        quarter: `-Q${nth}`,
        'half-year': `-H${nth}`,
        year: '',
      }
      spans.push({ key: `${year}${part[unit]}`, from: start, to: end })
    }
  }
  return spans
}

/** First and last day of a quarter 1..4 of the year of a day. */
export function quarterOf(day: number, quarter: number): { from: number; to: number } {
  const year = new Date(day * DAY_MS).getUTCFullYear()
  return {
    from: Date.UTC(year, quarter * 3 - 3, 1) / DAY_MS,
    to: Date.UTC(year, quarter * 3, 1) / DAY_MS - 1,
  }
}

/** Terms one after the other from a day on that share a day with `[from, to]`. */
export function termsBetween(term: string, first: string, from: number, to: number): Span[] {
  const size = Number(term.slice(1, -1))
  const begin = (nth: number) => plus(dayOf(first), `P${size * nth}${term.at(-1)}`)
  const spans: Span[] = []
  for (let nth = 0; begin(nth) <= to; nth++) {
    const end = begin(nth + 1) - 1
    if (end >= from) spans.push({ key: `${textOf(begin(nth))}..${textOf(end)}`, from: begin(nth), to: end })
  }
  return spans
}
