import type { Demand } from '../requirement/schema.ts'

/** The standing of one demand in one window. The order is that of severity for `allOf`. */
export const STANDING = { MET: 0, PENDING: 1, UNKNOWN: 2, BREACHED: 3 } as const

/** What the standing of a demand depends on, in the unit of its measure (hours as 1/100). */
export interface Measured {
  readonly amount: number
  /** Further amount that the data leaves open (a credit that cannot be told): any number, at least 1 if so. */
  readonly undecided: boolean
  readonly atLeast: number
  readonly atMost: number
  readonly open: boolean
  /** The closed window (or the part in scope) has days that the data does not cover. */
  readonly uncovered: boolean
  /** A column that the counting needs is missing: clause 15, whether the window is open or closed. */
  readonly blind?: boolean
  /** How much can still be added after the day of the check. */
  readonly reachable: number
}

/** Clauses 3 and 4: an open window is met, pending or already breached; a closed one met, breached or unknown. */
export function standingOf(m: Measured): number {
  if (m.amount > m.atMost) return STANDING.BREACHED
  const enough = m.amount >= m.atLeast
  const capped = m.atMost !== Number.POSITIVE_INFINITY
  if (m.blind === true && (capped || !enough)) return STANDING.UNKNOWN
  if (m.open) {
    if (enough) return STANDING.MET
    return m.amount + m.reachable >= m.atLeast ? STANDING.PENDING : STANDING.BREACHED
  }
  if (enough && !capped) return STANDING.MET
  if (m.uncovered || m.undecided) return STANDING.UNKNOWN
  return enough ? STANDING.MET : STANDING.BREACHED
}

/** Any of several demands is enough: met, else pending, else unknown, else breached. */
export function anyOf(standings: readonly number[]): number {
  return Math.min(...standings)
}

/** All of several demands: breached where one is; else unknown; else pending; else met. */
export function allOf(standings: readonly number[]): number {
  return Math.max(...standings)
}

/** How much can still be added in the days that are left. */
export function reachable(demand: Demand, daysLeft: number, dailyCap: number): number {
  if (daysLeft <= 0) return 0
  return demand.measure === 'hours'
    ? daysLeft * dailyCap
    : demand.measure === 'days'
      ? daysLeft
      : Number.POSITIVE_INFINITY
}
