import type { Columns } from '../dataset/columns.ts'
import type { Plan } from './plan.ts'
import type { CalendarWindow } from './windows.ts'

/** A count of ordinary rows by addition alone: the rows of a member lie in order of day, window after window. */
export interface PlainCount {
  /** Position of the counter. */
  readonly counter: number
  readonly values: Uint16Array | Uint8Array
  readonly spans: readonly Span[]
}

/** Days up to one on which the same classes count for the same slot. */
interface Span {
  /** Last day, minus `dayBase`. */
  readonly until: number
  /** Slot of the amounts, -1 for days before the first window. */
  readonly slot: number
  /** By session class: all bits where it counts, else none. */
  readonly mask: Uint16Array
}

/** The spans of windows whose slots begin at `base`. */
export function plainCount(
  plan: Plan,
  counter: number,
  windows: readonly CalendarWindow[],
  base: number,
  classes: Uint8Array,
  values: PlainCount['values'],
): PlainCount {
  const { dayBase } = plan.columns
  const held = maskOf(plan, classes, 2)
  const heldForSure = maskOf(plan, classes, 1)
  const spans: Span[] = []
  const [first] = windows
  if (first !== undefined) spans.push({ until: first.from - 1 - dayBase, slot: -1, mask: held })
  windows.forEach((window, w) => {
    const { blankUntil } = plan
    if (window.from <= blankUntil && blankUntil < window.until)
      spans.push({ until: blankUntil - dayBase, slot: base + w, mask: held })
    spans.push({
      until: window.until - dayBase,
      slot: base + w,
      mask: window.until <= blankUntil ? held : heldForSure,
    })
  })
  return { counter, values, spans }
}

/** Classes that count where sessions of a held state up to `most` do: 1 held, 2 also those without status. */
function maskOf(plan: Plan, classes: Uint8Array, most: number): Uint16Array {
  return Uint16Array.from(classes, (is, c) =>
    is === 1 && plan.held[c] !== 0 && plan.held[c]! <= most ? 0xffff : 0,
  )
}

/** Adds the ordinary rows `[from, to)` of a member to the amounts. */
export function addPlain(
  columns: Columns,
  plain: PlainCount,
  amounts: Int32Array,
  from: number,
  to: number,
): void {
  const { rowDay, rowClass } = columns
  let row = from
  for (const span of plain.spans) {
    if (row === to) return
    const end = endOfSpan(rowDay, row, to, span.until)
    if (span.slot >= 0) amounts[span.slot]! += sum(plain.values, rowClass, span.mask, row, end)
    row = end
  }
}

/** The hot loop of the engine: no branch depends on the data. */
function sum(
  values: PlainCount['values'],
  rowClass: Uint16Array,
  mask: Uint16Array,
  from: number,
  to: number,
): number {
  let total = 0
  for (let row = from; row < to; row++) total += values[row]! & mask[rowClass[row]!]!
  return total
}

/** First row of `[from, to)` after a day; most members have all their rows before it. */
function endOfSpan(rowDay: Uint16Array, from: number, to: number, until: number): number {
  if (rowDay[to - 1]! <= until) return to
  if (rowDay[from]! > until) return from
  let low = from
  let high = to - 1
  while (low + 1 < high) {
    const middle = (low + high) >>> 1
    if (rowDay[middle]! <= until) low = middle
    else high = middle
  }
  return high
}
