import type { Rule } from '@xueshi/core'

/** A rule with one thing changed by one step. */
export interface Mutant {
  /** What is changed, by its place in the rule: `window.each: year → half-year`. */
  readonly id: string
  readonly rule: Rule
}

/** One change of a part of a rule: what it is called and what the part becomes. */
export interface Change<T> {
  readonly id: string
  readonly value: T
}

/** Changes of one element of a list, as changes of the list. */
export function atEach<T>(
  list: readonly T[],
  path: string,
  changesOf: (item: T, path: string) => readonly Change<T>[],
): Change<T[]>[] {
  return list.flatMap((item, i) =>
    changesOf(item, `${path}[${i}]`).map(({ id, value }) => ({ id, value: list.with(i, value) })),
  )
}

/** Changes of one field of a value, as changes of the value. */
export function inField<T extends object, K extends keyof T>(
  whole: T,
  field: K,
  changes: readonly Change<T[K]>[],
): Change<T>[] {
  return changes.map(({ id, value }) => ({ id, value: { ...whole, [field]: value } }))
}

/** A value without one of its fields. */
export function without<T extends object>(whole: T, field: keyof T & string, path: string): Change<T> {
  const rest = { ...whole }
  delete rest[field]
  return { id: `${path}: −${field}`, value: rest }
}

/** A list with each one of its elements left out; nothing where it has only one. */
export function dropEach<T>(list: readonly T[], path: string): Change<T[]>[] {
  if (list.length < 2) return []
  return list.map((item, i) => ({
    id: `${path}: −${typeof item === 'string' ? item : `[${i}]`}`,
    value: list.toSpliced(i, 1),
  }))
}

/** Each of the other values a field can have. */
export function otherThan<T extends string | number>(value: T, all: readonly T[], path: string): Change<T>[] {
  return all
    .filter((other) => other !== value)
    .map((other) => ({ id: `${path}: ${value} → ${other}`, value: other }))
}

/** A number or a duration, one more and one less in its own unit. */
export function oneStep<T extends number | string>(value: T, path: string): Change<T>[] {
  const match = typeof value === 'string' ? /^P(\d+)([DMY])$/.exec(value) : null
  const number = match === null ? Number(value) : Number(match[1])
  return [number - 1, number + 1]
    .filter((next) => next >= 0)
    .map((next) => (match === null ? next : `P${next}${match[2]}`))
    .map((next) => ({ id: `${path}: ${value} → ${next}`, value: next as T }))
}
