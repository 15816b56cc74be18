import type { Amount, WindowEvent } from '../../src/requirement/schema.ts'
import { plus, spansBetween, termsBetween, textOf } from './calendar.ts'
import type { County } from './county-index.ts'
import { happenings, milestoneOf } from './happenings.ts'
import { amountsOn, type ReferenceRule } from './rule.ts'
import type { ScopeStretch, Subject } from './scope.ts'

/** A window of one subject; `to` is infinite where its closing event has not happened. */
export interface Frame {
  readonly key: string
  readonly from: number
  readonly to: number
  /** Day of the closing event, where it has happened. */
  readonly closing?: number
  /** The table that would say when it closes is missing. */
  readonly untold?: boolean
}

interface Covers {
  readonly from: number
  readonly to: number
}

/** Whether a subject in scope has no date for the event that opens its window: nobody can tell then. */
export function lacksOpeningEvent(
  rule: ReferenceRule,
  subject: Subject,
  scope: readonly ScopeStretch[],
  covers: Covers,
  asOf: number,
  county: County,
): boolean {
  const { window } = rule.rule
  const opening = 'between' in window ? window.between[0] : 'after' in window ? window.after : undefined
  if (opening === undefined || asOf < covers.from) return false
  const isBlank =
    typeof opening === 'object'
      ? !county.hasActs
      : opening !== 'post-start' && milestoneOf(opening, subject) === undefined
  if (!isBlank) return false
  const last = lastDayOfWindow(rule, subject, asOf, county)
  if (last < covers.from) return false
  return scope.find((stretch) => stretch.from <= last && stretch.to >= last)?.inScope !== false
}

/** The day a window between events closed, or the day of the check. */
export function lastDayOfWindow(rule: ReferenceRule, subject: Subject, asOf: number, county: County): number {
  const { window } = rule.rule
  if (!('between' in window)) return asOf
  const closing = closingOf(window.between[1], subject, Number.NEGATIVE_INFINITY, asOf, county)
  return closing ?? asOf
}

function closingOf(event: WindowEvent, subject: Subject, from: number, asOf: number, county: County) {
  const day =
    typeof event === 'string' && event !== 'post-start'
      ? milestoneOf(event, subject)
      : happenings(event, subject, county).find((candidate) => candidate >= from)
  return day === undefined || day > asOf ? undefined : day
}

/** The windows that share a day with what is covered and what has happened. */
export function framesOf(
  rule: ReferenceRule,
  subject: Subject,
  covers: Covers,
  asOf: number,
  county: County,
): Frame[] {
  const { window } = rule.rule
  const { from: earliest } = covers
  if (asOf < earliest) return []
  if ('each' in window) return spansBetween(window.each, earliest, asOf)
  if ('term' in window) return termsBetween(window.term, window.from, earliest, asOf)
  if ('anyDay' in window) return [{ key: 'standing', from: asOf, to: asOf }]
  if (!('between' in window) && !('after' in window)) return []
  const opening = 'between' in window ? window.between[0] : window.after
  const openings = happenings(opening, subject, county)
  return (typeof opening === 'object' ? openings.slice(0, 1) : openings)
    .filter((from) => from <= asOf)
    .map((from): Frame => {
      const later = (day: number, amount: Amount | undefined) => {
        const duration = amount === undefined ? undefined : amountsOn(rule, from)(amount)
        return duration === undefined ? undefined : plus(day, String(duration))
      }
      const key = `${textOf(from)}..`
      if ('after' in window) return { key, from, to: later(from, window.within) ?? Number.POSITIVE_INFINITY }
      const closing = closingOf(window.between[1], subject, from, asOf, county)
      const untold = typeof window.between[1] === 'object' && !county.hasActs
      if (closing === undefined) return { key, from, to: Number.POSITIVE_INFINITY, untold }
      return { key, from, to: later(closing, window.plus) ?? closing, closing, untold }
    })
    .filter((frame) => frame.to >= earliest)
}
