/** A column by index as one by position: `order` has the index of each position. */
export function permuted(from: Int32Array, order: Uint32Array, to: Int32Array): Int32Array {
  for (let position = 0; position < order.length; position++) to[position] = from[order[position]!]!
  return to
}

/** Values by index as values by position, in order of position. */
export function atPositions<T>(values: ReadonlyMap<number, T>, order: Uint32Array): Map<number, T> {
  const found = new Map<number, T>()
  if (values.size === 0) return found
  for (let position = 0; position < order.length; position++) {
    const value = values.get(order[position]!)
    if (value !== undefined) found.set(position, value)
  }
  return found
}

/** Sorts, in place, each run of neighbours that are the same so far. */
export function sortRuns(
  order: Uint32Array,
  isSame: (a: number, b: number) => boolean,
  compare: (a: number, b: number) => number,
): void {
  for (let k = 0; k < order.length; ) {
    let end = k + 1
    while (end < order.length && isSame(order[k]!, order[end]!)) end++
    // Runs are mostly in order already, of which an array makes use and a typed array does not.
    if (end > k + 1) order.set(Array.from(order.subarray(k, end)).sort(compare), k)
    k = end
  }
}

/** The numbers 0 to `count` - 1. */
export function everyIndex(count: number): Uint32Array {
  const every = new Uint32Array(count)
  for (let i = 0; i < count; i++) every[i] = i
  return every
}

/** Indexes in order of a column of whole numbers; those of equal numbers stay in their order. */
export function inOrderOf(column: Int32Array, which: Uint32Array): Uint32Array {
  let least = 0x7fff_ffff
  let most = -0x8000_0000
  for (let k = 0; k < which.length; k++) {
    const value = column[which[k]!]!
    if (value < least) least = value
    if (value > most) most = value
  }
  // Two counting sorts, by the lower and by the upper half of the bits, are quicker than one by comparison.
  const bits = Math.max(1, Math.ceil(Math.log2(Math.max(1, most - least + 1)) / 2))
  const lower = countingSort(column, which, least, 0, bits)
  return countingSort(column, lower, least, bits, bits)
}

/** A stable sort by some bits of what a column exceeds its least value by. */
function countingSort(column: Int32Array, which: Uint32Array, least: number, shift: number, bits: number) {
  const mask = 2 ** bits - 1
  const next = new Uint32Array(mask + 2)
  for (let k = 0; k < which.length; k++) next[(((column[which[k]!]! - least) >>> shift) & mask) + 1]!++
  for (let d = 1; d < next.length; d++) next[d]! += next[d - 1]!
  const order = new Uint32Array(which.length)
  for (let k = 0; k < which.length; k++) {
    const i = which[k]!
    order[next[((column[i]! - least) >>> shift) & mask]!++] = i
  }
  return order
}

/** What lies at each index of a list. */
export function gathered<T>(values: readonly T[], order: Uint32Array): T[] {
  const found: T[] = []
  for (let k = 0; k < order.length; k++) found.push(values[order[k]!]!)
  return found
}
