import type { Columns } from '../dataset/columns.ts'

const memory = new WeakMap<Columns, Map<string, unknown>>()

/**
 * What follows from a dataset and a piece of a requirement alone, not from the day of the check: worked out
 * once, and forgotten with the dataset. `key` names the thing and holds the piece as JSON.
 */
export function remembered<T>(columns: Columns, key: string, make: () => T): T {
  let known = memory.get(columns)
  if (known === undefined) {
    known = new Map()
    memory.set(columns, known)
  }
  if (known.has(key)) return known.get(key) as T
  const made = make()
  known.set(key, made)
  return made
}
