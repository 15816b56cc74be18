import type { MilestoneEvent, WindowEvent } from '../../src/requirement/schema.ts'
import { dayOf } from './calendar.ts'
import type { Act, County, Organization, Person } from './county-index.ts'
import type { Subject } from './scope.ts'

const FIELDS = {
  applied: 'appliedOn',
  activist: 'activistOn',
  candidate: 'candidateOn',
  admitted: 'admittedOn',
  'full-member': 'fullOn',
} as const

/** The day of a milestone, `undefined` where none is written. */
export function milestoneOf(event: MilestoneEvent, subject: Subject): number | undefined {
  if (subject.kind === 'organization') return undefined
  const text = subject.person.row[FIELDS[event]]
  return text === undefined ? undefined : dayOf(text)
}

/** Days on which an event happened to a subject, in order. Of acts only the first opens a window. */
export function happenings(event: WindowEvent, subject: Subject, county: County): number[] {
  if (event === 'post-start') return subject.kind === 'post' ? startsOf(subject) : []
  if (typeof event === 'string') {
    const day = milestoneOf(event, subject)
    return day === undefined ? [] : [day]
  }
  return actsOf(county, subject)
    .filter((act) => act.kind === event.act && isDoneTo(act, subject))
    .map((act) => act.day)
}

/** Days on which a post began that had not run the day before. */
function startsOf(subject: Extract<Subject, { kind: 'post' }>): number[] {
  const runs = (day: number) => subject.terms.some((term) => term.from <= day && term.to >= day)
  const starts = subject.terms.map((term) => term.from).filter((day) => !runs(day - 1))
  return [...new Set(starts)].sort((a, b) => a - b)
}

/** Acts that are about an organization, or that name a person on either side; in order of day. */
export function actsOf(county: County, subject: Subject): readonly Act[] {
  const index = indexOf(county)
  return index.get(subject.kind === 'organization' ? subject.organization : subject.person) ?? []
}

function isDoneTo(act: Act, subject: Subject): boolean {
  if (subject.kind === 'organization') return true
  if (act.person !== subject.person) return false
  return (
    subject.kind === 'member' || act.organization === undefined || act.organization === subject.organization
  )
}

const indexes = new WeakMap<County, Map<Organization | Person, Act[]>>()

function indexOf(county: County): Map<Organization | Person, Act[]> {
  let index = indexes.get(county)
  if (index === undefined) {
    index = new Map()
    indexes.set(county, index)
    for (const act of county.acts)
      for (const about of new Set([act.person, act.other, act.organization]))
        if (about !== undefined) index.set(about, [...(index.get(about) ?? []), act])
  }
  return index
}
