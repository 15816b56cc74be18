import { dayOf, spansBetween } from './calendar.ts'
import type { ReferenceRule } from './rule.ts'
import type { ScopeStretch, Subject } from './scope.ts'

/** A window of one subject; `to` is infinite where its closing event has not happened. */
export interface Frame {
  readonly key: string
  readonly from: number
  readonly to: number
}

interface Covers {
  readonly from: number
  readonly to: number
}

const EVENTS = {
  applied: 'appliedOn',
  activist: 'activistOn',
  candidate: 'candidateOn',
  admitted: 'admittedOn',
  'full-member': 'fullOn',
} as const

/** Whether a subject in scope has no date for the event that opens its window: nobody can tell then. */
export function lacksOpeningEvent(
  rule: ReferenceRule,
  subject: Subject,
  scope: readonly ScopeStretch[],
  covers: Covers,
  asOf: number,
): boolean {
  const { window } = rule.rule
  if (!('between' in window) || subject.kind === 'organization' || asOf < covers.from) return false
  const [opening, closing] = window.between.map((event) => subject.person.row[EVENTS[event]])
  if (opening !== undefined || (closing !== undefined && dayOf(closing) < covers.from)) return false
  const last = lastDayOfWindow(rule, subject, asOf)
  return scope.find((stretch) => stretch.from <= last && stretch.to >= last)?.inScope !== false
}

/** The day a window between events closed, or the day of the check. */
export function lastDayOfWindow(rule: ReferenceRule, subject: Subject, asOf: number): number {
  const { window } = rule.rule
  if (!('between' in window) || subject.kind === 'organization') return asOf
  const closing = subject.person.row[EVENTS[window.between[1]]]
  return closing === undefined ? asOf : Math.min(dayOf(closing), asOf)
}

/** The windows that share a day with what is covered and what has happened. */
export function framesOf(rule: ReferenceRule, subject: Subject, covers: Covers, asOf: number): Frame[] {
  const { window } = rule.rule
  const { from: earliest } = covers
  if (asOf < earliest) return []
  if ('each' in window) return spansBetween(window.each, earliest, asOf)
  if ('anyDay' in window) return [{ key: 'standing', from: asOf, to: asOf }]
  if (!('between' in window) || subject.kind === 'organization') return []
  const [opening, closing] = window.between.map((event) => subject.person.row[EVENTS[event]])
  if (opening === undefined) return []
  const from = dayOf(opening)
  const to = closing === undefined || dayOf(closing) > asOf ? Number.POSITIVE_INFINITY : dayOf(closing)
  return from > asOf || to < earliest ? [] : [{ key: `${opening}..`, from, to }]
}
