const known = new WeakMap<object, Map<unknown, unknown>>()

/**
 * What was made once for a list of a dataset or for the context of a rule, and is asked for with every subject.
 * `key` tells apart what is made for the same owner; it is forgotten with its owner.
 */
export function remembered<T>(owner: object, key: unknown, make: () => T): T {
  let values = known.get(owner)
  if (values === undefined) {
    values = new Map()
    known.set(owner, values)
  }
  const value = values.get(key)
  if (value !== undefined || values.has(key)) return value as T
  const made = make()
  values.set(key, made)
  return made
}
