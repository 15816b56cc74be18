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
    let years = hours.get(row.member)
    if (years === undefined) hours.set(row.member, (years = new Map()))
    const year = Number(row.day.slice(0, 4))
    let classes = years.get(year)
    if (classes === undefined) years.set(year, (classes = new Map()))
    classes.set(row.kindClass, (classes.get(row.kindClass) ?? 0) + row.hours)

    let months = sessions.get(row.branch)
    if (months === undefined) sessions.set(row.branch, (months = new Map()))
    const month = row.day.slice(0, 7)
    let held = months.get(month)
    if (held === undefined) months.set(month, (held = new Set()))
    held.add(row.session)
  }
  return { hours, sessions }
}
