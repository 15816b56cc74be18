const known = new WeakMap<object, Map<string | number, unknown>>()

/**
 * What was made of a list of a dataset, or of the context of a rule, made once: rules and indicators ask for every
 * subject, while the list stays the same object. `key` names what is made.
 */
export function remembered<T>(list: object, key: string | number, make: () => T): T {
  let values = known.get(list)
  if (values === undefined) {
    values = new Map()
    known.set(list, values)
  }
  const value = values.get(key)
  if (value !== undefined || values.has(key)) return value as T
  const made = make()
  values.set(key, made)
  return made
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
