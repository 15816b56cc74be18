import type { EpochDay } from '../civil/date.ts'
import type { DaySet } from './intervals.ts'

/** The first and last of some days. */
export interface DayRange {
  readonly from: EpochDay
  readonly to: EpochDay
}

/** First and last day of `scope` within `[from, to]` that the data does not cover, or `null`. */
export function uncoveredIn(
  coversFrom: EpochDay,
  coversTo: EpochDay,
  scope: DaySet,
  from: EpochDay,
  to: EpochDay,
): DayRange | null {
  if (coversFrom <= from && to <= coversTo) return null
  let first: EpochDay | null = null
  let last: EpochDay | null = null
  for (let i = 0; i < scope.length; i += 2) {
    const a = Math.max(scope[i]!, from)
    const b = Math.min(scope[i + 1]!, to)
    if (a > b) continue
    if (a < coversFrom) {
      first ??= a
      last = Math.min(b, coversFrom - 1)
    }
    if (b > coversTo) {
      first ??= Math.max(a, coversTo + 1)
      last = b
    }
  }
  return first === null ? null : { from: first, to: last! }
}
