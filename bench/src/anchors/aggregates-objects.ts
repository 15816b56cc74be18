/** (c) The same two aggregates with objects and Maps, in the good style of everyday code. */
import type { FlatRow } from './flat-rows.ts'

export interface ObjectAggregates {
  /** member → year → class of kinds → 1/100 hours */
  readonly hours: Map<string, Map<number, Map<string, number>>>
  /** branch → month → sessions */
  readonly sessions: Map<string, Map<string, Set<string>>>
}

export function aggregateObjects(rows: readonly FlatRow[]): ObjectAggregates {
  const hours: ObjectAggregates['hours'] = new Map()
  const sessions: ObjectAggregates['sessions'] = new Map()
  for (const row of rows) {
    if (row.status !== 'present' && row.status !== 'made-up') continue
    const years = inner(hours, row.member, () => new Map<number, Map<string, number>>())
    const classes = inner(years, Number(row.day.slice(0, 4)), () => new Map<string, number>())
    classes.set(row.kindClass, (classes.get(row.kindClass) ?? 0) + row.hours)
    const months = inner(sessions, row.branch, () => new Map<string, Set<string>>())
    inner(months, row.day.slice(0, 7), () => new Set<string>()).add(row.session)
  }
  return { hours, sessions }
}

/** The value of a key, made where it is new. */
function inner<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) {
    value = make()
    map.set(key, value)
  }
  return value
}
