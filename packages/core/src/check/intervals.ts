import { NONE, OPEN } from '../dataset/columns.ts'

/** Days as sorted, disjoint, inclusive intervals: [from0, to0, from1, to1 …]. */
export type DaySet = readonly number[]

/** All days. */
export const ALWAYS: DaySet = Object.freeze([NONE, OPEN])
/** No day. */
export const NEVER: DaySet = Object.freeze([])

/** Days in both sets. */
export function intersect(a: DaySet, b: DaySet): DaySet {
  if (a === ALWAYS || b === NEVER) return b
  if (b === ALWAYS || a === NEVER) return a
  const result: number[] = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const from = Math.max(a[i]!, b[j]!)
    const to = Math.min(a[i + 1]!, b[j + 1]!)
    if (from <= to) result.push(from, to)
    if (a[i + 1]! < b[j + 1]!) i += 2
    else j += 2
  }
  return result
}

/** Days in either set. */
export function unite(a: DaySet, b: DaySet): DaySet {
  if (a.length === 0 || b === ALWAYS) return b
  if (b.length === 0 || a === ALWAYS) return a
  const pairs: [number, number][] = []
  for (const set of [a, b]) for (let i = 0; i < set.length; i += 2) pairs.push([set[i]!, set[i + 1]!])
  return fromPairs(pairs)
}

/** Days not in the set. */
export function complement(set: DaySet): DaySet {
  const result: number[] = []
  let from = NONE
  let ended = false
  for (let i = 0; i < set.length; i += 2) {
    if (set[i]! > from) result.push(from, set[i]! - 1)
    if (set[i + 1] === OPEN) ended = true
    else from = set[i + 1]! + 1
  }
  if (!ended) result.push(from, OPEN)
  return result
}

/** A set of days from any intervals; touching ones are joined. */
export function fromPairs(pairs: readonly (readonly [number, number])[]): DaySet {
  if (pairs.length === 1) {
    const [[from, to]] = pairs as [readonly [number, number]]
    return from <= to ? [from, to] : NEVER
  }
  const sorted = [...pairs].filter(([from, to]) => from <= to).sort((a, b) => a[0] - b[0])
  const result: number[] = []
  for (const [from, to] of sorted) {
    const end = result.length - 1
    if (end > 0 && (result[end] === OPEN || from <= result[end]! + 1))
      result[end] = Math.max(result[end]!, to)
    else result.push(from, to)
  }
  return result
}

/** Number of days of the set within `[from, to]`. */
export function daysWithin(set: DaySet, from: number, to: number): number {
  let days = 0
  for (let i = 0; i < set.length; i += 2) {
    const first = Math.max(set[i]!, from)
    const last = Math.min(set[i + 1]!, to)
    if (first <= last) days += last - first + 1
  }
  return days
}

/** Whether the set holds the day. */
export function hasDay(set: DaySet, day: number): boolean {
  for (let i = 0; i < set.length; i += 2) if (set[i]! <= day && day <= set[i + 1]!) return true
  return false
}
