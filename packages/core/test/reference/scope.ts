import type { RuleMeta, Who } from '../../src/requirement/schema.ts'
import { dayOf, plus, textOf } from './calendar.ts'
import {
  type County,
  isBelow,
  type Organization,
  type Person,
  type Stretch,
  type Term,
} from './county-index.ts'

/** Yes, no, or not to be told from these tables. */
export type Answer = boolean | undefined

/** Days (inclusive) on which a subject is in scope. */
export interface ScopeStretch {
  readonly from: number
  readonly to: number
  readonly inScope: Answer
}

/** A subject of a rule. */
export type Subject =
  | { readonly kind: 'member'; readonly id: string; readonly person: Person }
  | { readonly kind: 'organization'; readonly id: string; readonly organization: Organization }
  | {
      readonly kind: 'post'
      readonly id: string
      readonly person: Person
      readonly organization: Organization
      readonly terms: readonly Term[]
    }

const BESIDES_SECRETARY = new Set([
  'deputy-secretary',
  'organization-member',
  'publicity-member',
  'discipline-member',
  'committee-member',
])

interface Moment {
  readonly day: number
  readonly organization: Organization | undefined
  readonly stretch: Stretch | undefined
  readonly term: Term | undefined
  readonly person: Person | undefined
  /** First day of the window, on which ages are told. */
  readonly windowFrom: number
}

function holds(who: Who, moment: Moment, county: County): Answer {
  if ('all' in who) {
    const answers = who.all.map((part) => holds(part, moment, county))
    return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true
  }
  if ('any' in who) {
    const answers = who.any.map((part) => holds(part, moment, county))
    return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false
  }
  if ('not' in who) {
    const answer = holds(who.not, moment, county)
    return answer === undefined ? undefined : !answer
  }
  const { organization, stretch, term } = moment
  if ('status' in who)
    return stretch?.status !== undefined && (who.status as string[]).includes(stretch.status)
  if ('suspended' in who) return stretch?.suspended ?? false
  if ('tag' in who) return who.tag.some((tag) => stretch?.tags.has(tag) ?? false)
  if ('post' in who) {
    const fits = (candidate: Term) =>
      (who.post.roles as string[]).includes(candidate.role) &&
      (who.post.in as string[]).includes(candidate.organization.kind) &&
      (who.post.fullTime === undefined || candidate.fullTime)
    if (term !== undefined) return fits(term)
    if (!county.hasPosts) return undefined
    return stretch?.terms.some(fits) ?? false
  }
  if ('rank' in who) return who.rank.includes(moment.person?.row.rank ?? '')
  if ('education' in who) return who.education.includes(moment.person?.row.education ?? '')
  if ('occupation' in who) return who.occupation.includes(moment.person?.row.occupation ?? '')
  if ('age' in who) return hasAge(moment.person?.row.born, moment.windowFrom, who.age)
  if ('under' in who) {
    for (let upper = organization; upper !== undefined; upper = upper.parent)
      if (who.under.includes(upper.id)) return true
    return false
  }
  if ('hasGroups' in who)
    return (organization?.children ?? []).some(
      (child) => child.kind === 'group' && child.founded <= moment.day && child.dissolved >= moment.day,
    )
  if ('below' in who) return isBelow(organization, who.below)
  if ('kind' in who) return organization !== undefined && (who.kind as string[]).includes(organization.kind)
  if ('parentKind' in who) {
    const parent = organization?.parent
    return parent !== undefined && (who.parentKind as string[]).includes(parent.kind)
  }
  if (!county.hasPosts) return undefined
  return hasCommittee(organization, moment.day)
}

/** Whether somebody born on a day (or in a month) is of an age on another day; unknown where it depends. */
function hasAge(
  born: string | undefined,
  day: number,
  age: { readonly atLeast?: number | undefined; readonly atMost?: number | undefined },
): Answer {
  if (born === undefined) return undefined
  const today = textOf(day)
  const on = (birthday: string) => {
    const years =
      Number(today.slice(0, 4)) - Number(birthday.slice(0, 4)) - (today.slice(5) < birthday.slice(5) ? 1 : 0)
    return years >= (age.atLeast ?? 0) && years <= (age.atMost ?? 999)
  }
  if (born.length === 10) return on(born)
  const early = on(`${born}-01`)
  return early === on(`${born}-${textOf(plus(dayOf(`${born}-01`), 'P1M') - 1).slice(8)}`) ? early : undefined
}

function hasCommittee(organization: Organization | undefined, day: number): boolean {
  return (organization?.terms ?? []).some(
    (term) => BESIDES_SECRETARY.has(term.role) && term.from <= day && term.to >= day,
  )
}

/** The scope of a subject over all days, cut where anything changes. */
export function scopeOf(who: Who, subject: Subject, county: County, windowFrom: number): ScopeStretch[] {
  const cuts = new Set<number>([-Infinity])
  const cut = (from: number, to: number) => {
    if (Number.isFinite(from)) cuts.add(from)
    if (Number.isFinite(to)) cuts.add(to + 1)
  }
  if (subject.kind !== 'organization')
    for (const stretch of subject.person.stretches) cut(stretch.from, Infinity)
  if (subject.kind === 'organization') {
    cut(subject.organization.founded, subject.organization.dissolved)
    for (const term of subject.organization.terms) cut(term.from, term.to)
    for (const child of subject.organization.children) cut(child.founded, child.dissolved)
  }
  if (subject.kind === 'post') for (const term of subject.organization.terms) cut(term.from, term.to)
  const days = [...cuts].sort((a, b) => a - b)
  return days.map((from, index) => ({
    from,
    to: (days[index + 1] ?? Infinity) - 1,
    inScope: inScopeOn(who, subject, from, county, windowFrom),
  }))
}

function inScopeOn(who: Who, subject: Subject, day: number, county: County, windowFrom: number): Answer {
  if (subject.kind === 'organization') {
    const { organization } = subject
    if (day < organization.founded || day > organization.dissolved) return false
    const none = { stretch: undefined, term: undefined, person: undefined }
    return holds(who, { day, organization, windowFrom, ...none }, county)
  }
  const { leftOn } = subject.person.row
  if (leftOn !== undefined && dayOf(leftOn) <= day) return false
  const stretch = subject.person.stretches.findLast((candidate) => candidate.from <= day)
  if (subject.kind === 'member') {
    const { person } = subject
    return holds(
      who,
      { day, organization: stretch?.branch, stretch, term: undefined, person, windowFrom },
      county,
    )
  }
  const term = subject.terms.find((candidate) => candidate.from <= day && candidate.to >= day)
  if (term === undefined) return false
  const { organization, person } = subject
  return holds(who, { day, organization, stretch, term, person, windowFrom }, county)
}

/** The subjects a rule speaks of, whether or not they are in scope on any day. */
export function subjectsOf(who: Who, kind: RuleMeta['subject'], county: County): Subject[] {
  if (kind === 'session') throw new Error('sessions are judged by functions')
  if (kind === 'member') {
    return [...county.persons.values()].map((person) => ({ kind, id: person.id, person }))
  }
  if (kind === 'organization') {
    const kinds = partsOf(who).flatMap((part) => ('kind' in part ? (part.kind as string[]) : []))
    return [...county.organizations.values()]
      .filter((organization) => kinds.length === 0 || kinds.includes(organization.kind))
      .map((organization) => ({ kind, id: organization.id, organization }))
  }
  const posts = partsOf(who).flatMap((part) => ('post' in part ? [part.post] : []))
  const subjects = new Map<string, Subject & { kind: 'post'; terms: Term[] }>()
  for (const term of county.terms) {
    const fits = posts.some(
      (post) =>
        (post.roles as string[]).includes(term.role) &&
        (post.in as string[]).includes(term.organization.kind),
    )
    if (posts.length > 0 && !fits) continue
    const id = `${term.person.id}@${term.organization.id}:${term.role}`
    const known = subjects.get(id)
    if (known === undefined)
      subjects.set(id, { kind, id, person: term.person, organization: term.organization, terms: [term] })
    else known.terms.push(term)
  }
  return [...subjects.values()]
}

/** Every part of a predicate that is not under a `not`. */
function partsOf(who: Who): Who[] {
  if ('all' in who) return who.all.flatMap(partsOf)
  if ('any' in who) return who.any.flatMap(partsOf)
  return 'not' in who ? [] : [who]
}

/** How a presence is satisfied over the days `[from, end]`; the stretches in scope come with it. */
export function presenceIn(
  scope: readonly ScopeStretch[],
  from: number,
  end: number,
  enough: 'whole' | 'any' | 'end' | number,
): { present: Answer; days: { from: number; to: number }[] } {
  const cutOut = scope
    .filter((stretch) => stretch.to >= from && stretch.from <= end)
    .map((stretch) => ({ ...stretch, from: Math.max(stretch.from, from), to: Math.min(stretch.to, end) }))
  const days = cutOut.filter((stretch) => stretch.inScope === true)
  const count = (list: typeof cutOut) => list.reduce((sum, stretch) => sum + stretch.to - stretch.from + 1, 0)
  const surely = count(days)
  const perhaps = surely + count(cutOut.filter((stretch) => stretch.inScope === undefined))
  let present: Answer
  if (enough === 'end') present = cutOut.at(-1)?.inScope ?? (cutOut.length === 0 ? false : undefined)
  else {
    const needed = enough === 'whole' ? end - from + 1 : enough === 'any' ? 1 : enough
    present = surely >= needed ? true : perhaps >= needed ? undefined : false
  }
  return { present, days }
}
