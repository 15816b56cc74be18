const known = new WeakMap<object, Map<string, unknown>>()

/**
 * What was made of a list of a dataset, made once: rules and indicators ask for every subject, while the list
 * stays the same object. `key` names what is made.
 */
export function remembered<T>(list: object, key: string, make: () => T): T {
  let values = known.get(list)
  if (values === undefined) {
    values = new Map()
    known.set(list, values)
  }
  if (!values.has(key)) values.set(key, make())
  return values.get(key) as T
}

/** The values by each of their keys, in the order of the values; nothing twice under one key. */
export function groupedBy<T>(
  values: Iterable<T>,
  keysOf: (value: T) => Iterable<string>,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values)
    for (const key of new Set(keysOf(value))) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [value])
      else group.push(value)
    }
  return groups
}
