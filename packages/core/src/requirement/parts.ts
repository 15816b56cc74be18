import type { Amount, Bound, Demand, Requirement, RuleMeta, Who, Window, WindowEvent } from './schema.ts'

/** A demand that counts sessions, hours or days in a window. */
export type SessionDemand = Extract<Demand, { measure: 'sessions' | 'hours' | 'days' }>
/** A demand that counts dated acts in a window. */
export type ActDemand = Extract<Demand, { measure: 'acts' }>
/** A demand on the time between two events. */
export type LagDemand = Extract<Demand, { measure: 'lag' }>
/** A demand on the time without a counted session. */
export type GapDemand = Extract<Demand, { measure: 'gap' }>
/** A demand on the size of an organization. */
export type SizeDemand = Extract<Demand, { measure: 'size' }>
/** A demand that selects sessions, in a window or looking back. */
export type CountingDemand = SessionDemand | GapDemand

/** Whether a demand counts sessions, hours or days in a window. */
export function countsSessions(demand: Demand): demand is SessionDemand {
  return demand.measure === 'sessions' || demand.measure === 'hours' || demand.measure === 'days'
}

/** The demands of a bound, in order. */
export function demandsOf(bound: Bound): readonly Demand[] {
  if ('anyOf' in bound) return bound.anyOf
  if ('allOf' in bound) return bound.allOf
  return [bound]
}

/** The amounts a demand reads. */
export function amountsOf(demand: Demand): Amount[] {
  const amounts: (Amount | undefined)[] =
    demand.measure === 'gap'
      ? [demand.atMost, demand.noticeFrom]
      : demand.measure === 'size'
        ? [demand.atLeast, demand.atMost, demand.when?.atLeast, demand.when?.atMost]
        : [demand.atLeast, demand.atMost]
  return amounts.filter((amount) => amount !== undefined)
}

/** The duration a window reads: how long it goes on after its event; `undefined` where it reads none. */
export function durationOf(window: Window): Amount | undefined {
  if ('between' in window) return window.plus
  return 'after' in window ? window.within : undefined
}

/** The events that open and close a window, in order. */
export function eventsOf(window: Window): readonly WindowEvent[] {
  if ('between' in window) return window.between
  return 'after' in window ? [window.after] : []
}

/** The kind of a window by the word it is written with. */
export function windowKind(
  window: Window,
): 'each' | 'between' | 'after' | 'term' | 'session' | 'rolling' | 'anyDay' {
  if ('each' in window) return 'each'
  if ('between' in window) return 'between'
  if ('after' in window) return 'after'
  if ('term' in window) return 'term'
  if ('session' in window) return 'session'
  return 'rolling' in window ? 'rolling' : 'anyDay'
}

/** Windows that recur in the calendar and are the same for all subjects. */
export function isCalendar(window: Window): boolean {
  return 'each' in window || 'term' in window
}

/** The predicates of a who without `all`, `any` and `not`, in order. */
export function leavesOf(who: Who): Who[] {
  if ('all' in who) return who.all.flatMap(leavesOf)
  if ('any' in who) return who.any.flatMap(leavesOf)
  return 'not' in who ? leavesOf(who.not) : [who]
}

/** The demands of a requirement; none of a rule written as functions. */
export function demandsOfRule(rule: RuleMeta | Requirement): readonly Demand[] {
  return 'demand' in rule ? demandsOf(rule.demand) : []
}
