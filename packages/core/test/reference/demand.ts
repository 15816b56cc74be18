import type { Amount, Bound, Demand, Size } from '../../src/requirement/schema.ts'
import type { Verdict } from '../../src/terms.ts'
import { monthsBetween, plus, quarterOf } from './calendar.ts'
import { attendedBy, earnedBy, heldBy, isHeld, type Setting } from './counting.ts'
import {
  type Act,
  type Meeting,
  type Organization,
  type Part,
  type Person,
  stretchOn,
} from './county-index.ts'
import { hoursOf } from './credit.ts'
import { actsOf } from './happenings.ts'
import type { Subject } from './scope.ts'

export interface Outcome {
  readonly state: Verdict
  readonly measured: number | null
  readonly required: number | null
  readonly due: number | null
}

/** A subject in one window, with the days of it that are in scope. */
export interface Case {
  readonly subject: Subject
  readonly from: number
  /** Infinity where the window is open because its closing event has not happened. */
  readonly to: number
  /** Day of the closing event of a window between events, where it has happened. */
  readonly closing?: number | undefined
  /** Whether the closing event is read from the acts, which may lack what lies outside the covered days. */
  readonly closesByAct?: boolean
  readonly days: readonly { readonly from: number; readonly to: number }[]
  readonly covers: { readonly from: number; readonly to: number }
  /** Number or duration of an amount in force, `undefined` where no version is. */
  readonly amount: (amount: Amount) => number | string
  readonly setting: Setting
}

/** The verdict of one demand, any of several or all of several. */
export function outcomeOf(bound: Bound, at: Case): Outcome {
  if ('measure' in bound) return outcomeOfDemand(bound, at)
  const demands = 'anyOf' in bound ? bound.anyOf : bound.allOf
  const outcomes = demands
    .map((demand) => outcomeOfDemand(demand, at))
    .filter(({ state }) => state !== 'not-applicable')
  const order: Verdict[] =
    'anyOf' in bound ? ['met', 'pending', 'unknown', 'breached'] : ['breached', 'unknown', 'pending', 'met']
  const state = order.find((candidate) => outcomes.some((outcome) => outcome.state === candidate))
  if (state === undefined) return { state: 'not-applicable', measured: null, required: null, due: null }
  // All of several: the first that decides. Any of several: the nearest to being met.
  if ('allOf' in bound || state === 'met') return outcomes.find((outcome) => outcome.state === state)!
  const nearness = ({ measured, required }: Outcome) => (measured ?? 0) / (required || 1)
  return outcomes
    .filter((outcome) => outcome.state === state)
    .reduce((best, outcome) => (nearness(outcome) > nearness(best) ? outcome : best))
}

function outcomeOfDemand(demand: Demand, at: Case): Outcome {
  if (demand.measure === 'gap') throw new Error('a gap is no part of anyOf or allOf')
  if (demand.measure === 'size') return outcomeOfSize(demand, at)
  if (demand.measure === 'lag') return outcomeOfLag(demand, at)
  const { county, asOf, policy } = at.setting
  const atLeast = demand.atLeast === undefined ? undefined : Number(at.amount(demand.atLeast))
  const atMost = demand.atMost === undefined ? undefined : Number(at.amount(demand.atMost))

  const quarter = demand.measure === 'acts' ? undefined : demand.count.quarter
  const part = quarter === undefined ? at : quarterOf(at.from, quarter)
  const last = Math.min(at.to, part.to)
  const inside = (meeting: Meeting) => meeting.day >= Math.max(at.from, part.from) && meeting.day <= last

  let have: number
  let certain = true
  if (demand.measure === 'acts') have = actsCounted(demand, at).length
  else if (at.subject.kind === 'organization') {
    const meetings = heldBy(at.subject, demand.count, at.setting).filter(inside)
    have = demand.measure === 'days' ? datesOf(meetings) : meetings.length
  } else if (demand.measure === 'hours') {
    const subject = at.subject
    const hours = hoursOf(earnedBy(subject, demand.count, at.setting), inside, policy)
    have = hours.sum / 100
    certain = hours.certain
  } else {
    const meetings = attendedBy(at.subject, demand.count, at.setting).filter(inside)
    have = demand.measure === 'days' ? datesOf(meetings) : meetings.length
  }

  const open = at.to > asOf
  const rest = open ? Math.max(0, last - Math.max(asOf, part.from - 1)) : 0
  const tableMissing =
    demand.measure === 'acts' ? !county.hasActs : at.subject.kind !== 'organization' && !county.hasAttendance
  const columnMissing =
    tableMissing ||
    (demand.measure === 'acts'
      ? demand.count.topics !== undefined && !county.hasActTopics
      : (demand.count.topics !== undefined && !county.hasTopics) ||
        (demand.count.modes !== undefined && !county.hasModes))
  const uncovered = at.days
    .map((run) => ({ from: Math.max(run.from, part.from), to: Math.min(run.to, part.to) }))
    .some((run) => run.from <= run.to && (run.from < at.covers.from || run.to > at.covers.to))
  const moreMayBeKnown = !certain || (!open && uncovered)

  const exceeded = atMost !== undefined && have > atMost
  const due = Number.isFinite(last) ? last : null
  const answer = (state: Verdict): Outcome => ({
    state,
    measured: have,
    required: (exceeded ? atMost : (atLeast ?? atMost)) ?? null,
    due: state === 'pending' ? due : null,
  })
  if (columnMissing && (tableMissing || atLeast === undefined || have < atLeast)) return answer('unknown')
  if (exceeded) return answer('breached')
  if (atLeast !== undefined && have < atLeast) {
    if (open) {
      const reach = demand.measure === 'hours' ? rest * policy.dailyCap : rest
      const isCount = demand.measure === 'sessions' || demand.measure === 'acts'
      const reachable = isCount ? rest > 0 : have + reach >= atLeast
      if (reachable) return answer('pending')
    }
    return answer(moreMayBeKnown ? 'unknown' : 'breached')
  }
  if (atMost !== undefined && moreMayBeKnown && !open) return answer('unknown')
  return answer('met')
}

/** Acts of the window, up to the day of the check, that a demand counts. */
function actsCounted({ count }: Demand & { measure: 'acts' }, at: Case): readonly Act[] {
  const { subject } = at
  return actsOf(at.setting.county, subject).filter((act) => {
    if (!(count.acts as string[]).includes(act.kind)) return false
    if (act.day < at.from || act.day > Math.min(at.to, at.setting.asOf)) return false
    if (count.topics !== undefined && !act.topics.some((topic) => count.topics!.includes(topic))) return false
    if (subject.kind === 'organization') return true
    if (count.as === 'member' && act.person !== subject.person) return false
    if (count.as === 'counterpart' && act.other !== subject.person) return false
    if (count.ofPost === undefined || subject.kind === 'member') return true
    return act.organization === undefined || act.organization === subject.organization
  })
}

/** Time from the opening event to the closing one: too early, in time, late, or still running. */
function outcomeOfLag(demand: Demand & { measure: 'lag' }, at: Case): Outcome {
  const { asOf } = at.setting
  const limit = (amount: Amount | undefined) =>
    amount === undefined ? undefined : plus(at.from, String(at.amount(amount)))
  const earliest = limit(demand.atLeast)
  const latest = limit(demand.atMost)
  const end = at.closing ?? asOf
  const isLate = latest !== undefined && end > latest
  const answer = (state: Verdict): Outcome => ({
    state,
    measured: end - at.from,
    required: ((isLate ? latest : (earliest ?? latest)) ?? Number.NaN) - at.from,
    due: state === 'pending' ? (latest ?? null) : null,
  })
  if (at.closing !== undefined && earliest !== undefined && at.closing < earliest) return answer('breached')
  if (isLate) {
    // What happened in time may stand outside the covered days; a milestone that is written is certain.
    const blind = at.days.some((run) => {
      const from = Math.max(run.from, at.from)
      const to = Math.min(run.to, latest)
      const before = at.closesByAct === true && from < at.covers.from
      return from <= to && (before || to > at.covers.to)
    })
    return answer(blind && (at.closesByAct === true || at.closing === undefined) ? 'unknown' : 'breached')
  }
  if (at.closing !== undefined) return answer('met')
  // Whatever comes now comes tomorrow at the earliest.
  return answer(latest === undefined && asOf + 1 >= earliest! ? 'met' : 'pending')
}

/** Distinct dates of sessions; one of several days has them all. */
function datesOf(meetings: readonly Meeting[]): number {
  const dates = new Set<number>()
  for (const meeting of meetings) for (let day = meeting.day; day <= meeting.lastDay; day++) dates.add(day)
  return dates.size
}

const COMMITTEE = [
  'deputy-secretary',
  'organization-member',
  'publicity-member',
  'discipline-member',
  'committee-member',
]

/** Size of an organization on a day; `undefined` where a table is missing. */
export function sizeOf(
  organization: Organization,
  of: Size,
  day: number,
  setting: Setting,
): number | undefined {
  const { county } = setting
  if (of === 'members' || of === 'full-members') {
    const statuses = of === 'members' ? ['full', 'probationary'] : ['full']
    let size = 0
    for (const person of membersOn(setting, day).get(organization) ?? []) {
      const { status, suspended } = stretchOn(person, day)
      if (statuses.includes(status ?? '') && !suspended) size++
    }
    return size
  }
  if (!county.hasPosts) return undefined
  const roles = of === 'committee' ? ['secretary', ...COMMITTEE] : COMMITTEE
  const persons = organization.terms
    .filter((term) => roles.includes(term.role) && term.from <= day && term.to >= day)
    .map((term) => term.person)
  return new Set(persons).size
}

const placed = new WeakMap<Setting, Map<number, Map<Organization, Person[]>>>()

/** Who belongs to which branch and group on a day. */
function membersOn(setting: Setting, day: number): Map<Organization, Person[]> {
  const days = placed.get(setting) ?? new Map<number, Map<Organization, Person[]>>()
  placed.set(setting, days)
  let members = days.get(day)
  if (members === undefined) {
    members = new Map()
    for (const person of setting.county.persons.values()) {
      const { branch, group } = stretchOn(person, day)
      for (const place of [branch, group]) {
        if (place === undefined) continue
        const list = members.get(place)
        if (list === undefined) members.set(place, [person])
        else list.push(person)
      }
    }
    days.set(day, members)
  }
  return members
}

function outcomeOfSize(demand: Demand & { measure: 'size' }, at: Case): Outcome {
  if (at.subject.kind !== 'organization') throw new Error('a size is that of an organization')
  const day = at.setting.asOf
  const { organization } = at.subject
  const none = { measured: null, required: null, due: null }
  if (demand.when !== undefined) {
    const size = sizeOf(organization, demand.when.size, day, at.setting)
    if (size === undefined) return { state: 'unknown', ...none }
    if (demand.when.atLeast !== undefined && size < Number(at.amount(demand.when.atLeast)))
      return { state: 'not-applicable', ...none }
    if (demand.when.atMost !== undefined && size > Number(at.amount(demand.when.atMost)))
      return { state: 'not-applicable', ...none }
  }
  const size = sizeOf(organization, demand.of, day, at.setting)
  if (size === undefined) return { state: 'unknown', ...none }
  const atLeast = demand.atLeast === undefined ? undefined : Number(at.amount(demand.atLeast))
  const atMost = demand.atMost === undefined ? undefined : Number(at.amount(demand.atMost))
  const outside = day < at.covers.from || day > at.covers.to
  if (outside) return { state: 'unknown', measured: size, required: atLeast ?? atMost ?? null, due: null }
  if (atLeast !== undefined && size < atLeast)
    return { state: 'breached', measured: size, required: atLeast, due: null }
  if (atMost !== undefined && size > atMost)
    return { state: 'breached', measured: size, required: atMost, due: null }
  return { state: 'met', measured: size, required: atLeast ?? atMost ?? null, due: null }
}

/**
 * How long since the last counted session: noticed from one span on, breached over another, and only where
 * there was an opportunity that was recorded and not excused.
 */
export function outcomeOfGap(
  demand: Demand & { measure: 'gap' },
  at: Case & { subject: Subject & { person: Person } },
  since: { day: number; isAct: boolean },
): Outcome {
  const { asOf, county } = at.setting
  const most = String(at.amount(demand.atMost))
  const notice = String(at.amount(demand.noticeFrom))
  const measured = monthsBetween(since.day, asOf)
  const required = Number(most.slice(1, -1))
  const answer = (state: Verdict): Outcome => ({
    state,
    measured,
    required,
    due: state === 'pending' ? plus(since.day, most) : null,
  })
  if (!county.hasAttendance) return { state: 'unknown', measured: null, required, due: null }
  // Beyond what the export covers the member may have attended: the gap is then only known to lie between two.
  const longest = since.day
  const shortestFrom = Math.max(since.day, at.covers.from)
  const tailUnknown = asOf > at.covers.to
  if (asOf < plus(longest, notice)) return answer('met')
  if (tailUnknown) return answer('unknown')
  if (asOf > plus(shortestFrom, most)) return answer(afterOpportunity(demand, at, since))
  if (shortestFrom > longest && !since.isAct) return answer('unknown')
  return answer('pending')
}

function afterOpportunity(
  demand: Demand & { measure: 'gap' },
  at: Case & { subject: Subject & { person: Person } },
  since: { day: number; isAct: boolean },
): Verdict {
  const { asOf, county } = at.setting
  const { person } = at.subject
  const places = person.stretches
    .filter((stretch) => stretch.to >= since.day && stretch.from <= asOf)
    .flatMap((stretch) => [stretch.branch, stretch.group])
    .filter((place) => place !== undefined)
  const pool =
    demand.opportunity.organizer === undefined
      ? [...county.meetings.values()]
      : [...new Set(places)].flatMap((place) => [place, ...place.children]).flatMap((host) => host.meetings)
  const held = [...new Set(pool)].filter(
    (meeting) =>
      meeting.day > since.day - (since.isAct ? 0 : 1) &&
      meeting.day <= asOf &&
      isHeld(meeting, at.setting) &&
      isOpportunity(meeting, demand, at),
  )
  const own = new Map<Meeting, Part>(person.parts.map((part) => [part.meeting, part]))
  if (held.length === 0) return 'not-applicable'
  if (held.some((meeting) => own.get(meeting)?.status === 'excused')) return 'not-applicable'
  return held.some((meeting) => meeting.recorded) ? 'breached' : 'unknown'
}

/** Whether a session is one at which the member could have been: as if the member had been present there. */
function isOpportunity(
  meeting: Meeting,
  demand: Demand & { measure: 'gap' },
  at: Case & { subject: Subject & { person: Person } },
): boolean {
  const present: Part = {
    meeting,
    status: 'present',
    capacity: 'member',
    hours: undefined,
    makeUp: undefined,
  }
  const guest = { ...at.subject.person, parts: [present], lectures: [] }
  return (
    attendedBy({ kind: 'member', id: guest.id, person: guest }, demand.opportunity, at.setting).length > 0
  )
}
