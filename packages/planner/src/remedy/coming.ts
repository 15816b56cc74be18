import {
  type CivilDate,
  type Dataset,
  dayOfMinute,
  parseInstant,
  type Session,
  type SessionKind,
  type SessionMode,
  tryParseInstant,
} from '@xueshi/core'
import { audienceOn } from '../audience.ts'
import type { Draft } from '../draft.ts'
import { bitsBetween } from '../grid.ts'
import { byStart } from '../order.ts'
import type { Plan, PlannedSession } from '../plan.ts'
import type { Desk } from './desk.ts'

/** A session that is to come, of the plan, of the data, or a new one: what a gap may be closed with. */
export interface Offer {
  readonly draft: Draft
  readonly coHosts: readonly number[]
  /** Whether it is one that the remedies propose. */
  readonly isNew: boolean
  /** Whether the way it is held is known. */
  readonly knowsMode: boolean
  /** Places that are left; infinite in the own room of a host. */
  places: number
}

/** What plan and data say of a session, in one form. */
interface Announced {
  readonly id: string
  readonly organization: string
  readonly coHosts: readonly string[]
  readonly kinds: readonly SessionKind[]
  readonly topics: readonly string[]
  readonly mode: SessionMode | null
  readonly start: string
  /** `null` where its times are not known: then it takes nobody's time. */
  readonly end: string | null
  readonly lastDay: CivilDate
  readonly hours: number | null
  readonly venue: string | null
  readonly lecturers: readonly string[]
  /** Who is asked; `null` where no list says so. */
  readonly persons: readonly string[] | null
}

/**
 * The sessions after a day that are to come, in order of start: those of the plan, and those of the data that it
 * does not have. Whoever is asked to one is taken then; who is asked to two at a time comes to the first.
 */
export function comingSessions(desk: Desk, asOf: CivilDate, plan: Plan | null): Offer[] {
  const planned = (plan?.sessions ?? []).filter(({ status }) => status === 'planned')
  const known = new Set(planned.map(({ id }) => id))
  const recorded = desk.dataset.sessions.filter(
    ({ id, plannedId, status }) =>
      status !== 'cancelled' && !known.has(id) && (plannedId === null || !known.has(plannedId)),
  )
  return [...planned.map(ofPlan), ...recorded.map((session) => ofData(session, desk.dataset))]
    .filter(({ lastDay }) => lastDay > asOf)
    .sort(byStart)
    .flatMap((session) => {
      const draft = draftOf(desk, session)
      if (draft === null) return []
      const places = announce(desk, draft, session)
      // What has begun is a fact; it only takes time.
      if (session.start.slice(0, 10) <= asOf) return []
      const coHosts = session.coHosts.map((id) => desk.roster.organization(id)).filter((org) => org >= 0)
      return [{ draft, coHosts, isNew: false, knowsMode: session.mode !== null, places }]
    })
}

function ofPlan({ attendees, ...session }: PlannedSession): Announced {
  return { ...session, persons: attendees }
}

function ofData(session: Session, dataset: Dataset): Announced {
  const rows = dataset.attendanceAt(session.id)
  const persons = rows.filter(({ status, capacity }) => status !== 'excused' && capacity !== 'observer')
  return {
    ...session,
    end: session.timeless ? null : session.end,
    persons: rows.length === 0 ? null : persons.map(({ member }) => member),
  }
}

/** `null` where the host is unknown or the session lies outside of the year. */
function draftOf(desk: Desk, session: Announced): Draft | null {
  const { days, board, roster } = desk
  const host = roster.organization(session.organization)
  const from = tryParseInstant(session.start)
  if (host < 0 || from === undefined || session.kinds.length === 0) return null
  const first = dayOfMinute(from)
  const to = session.end === null ? undefined : tryParseInstant(session.end)
  const last = Math.max(first, dayOfMinute(parseInstant(`${session.lastDay}T00:00+08:00`)))
  if (first < days.from || last > days.to) return null
  const isOneDay = first === last && to !== undefined
  // Sessions whose times are not known take nobody's time.
  const stretch =
    to === undefined
      ? { bits: 0, from: 0, to: 0 }
      : isOneDay
        ? {
            bits: bitsBetween(from - first * 1440, to - first * 1440),
            from: from - first * 1440,
            to: to - first * 1440,
          }
        : { bits: 0b1111, from: 0, to: 1440 }
  const venue = board.halls.all.findIndex(({ id, name }) => id === session.venue || name === session.venue)
  const minutes = isOneDay ? to - from : 0
  return {
    id: session.id,
    host,
    kinds: [...session.kinds],
    topics: [...session.topics],
    mode: session.mode ?? 'in-person',
    audience: desk.habit(session.kinds[0]!).audience,
    minutes,
    days: last - first + 1,
    from: first,
    to: last,
    duties: [],
    serves: [],
    asked: new Set(),
    needed: new Set(),
    lecturers: lecturersOf(desk, session.lecturers),
    registered: -1,
    observers: [],
    wanted: null,
    firmness: 0,
    needsVenue: false,
    wishesField: false,
    place: { days: Array.from({ length: last - first + 1 }, (_, i) => first + i), stretch, venue },
    attendees: [],
  }
}

/** Members who lecture, whether they are named as members or in the register. */
function lecturersOf({ board, roster }: Desk, ids: readonly string[]): number[] {
  const members = ids.map((id) => {
    const speaker = board.lectern.speakers.find((one) => one.id === id)
    return speaker?.member ?? roster.member(id)
  })
  return [...new Set(members.filter((member) => member >= 0))]
}

/** Books whoever is asked and free, the venue and the lecturers; notes what credit it gives. Returns the places left. */
function announce(desk: Desk, draft: Draft, session: Announced): number {
  const { board, roster } = desk
  const { days, stretch, venue } = draft.place!
  const asked =
    session.persons === null
      ? audienceOn(roster, draft, days[0]!, board.homebound)
      : session.persons.map((id) => roster.member(id)).filter((member) => member >= 0)
  const persons = [...new Set([...asked, ...draft.lecturers])].sort((a, b) => a - b)
  draft.attendees = persons.filter((member) => attend(desk, draft, member))
  for (const day of days) {
    if (venue >= 0) board.venues.take(venue, day, stretch.bits)
    for (const id of session.lecturers) board.lectern.takeById(id, day, stretch.bits)
  }
  desk.stated.set(draft, creditOf(desk, draft, session))
  return placesAt(desk, draft) - persons.length - session.lecturers.length
}

/** Places of the venue of a session. */
export function placesAt({ board }: Desk, { place }: Draft): number {
  return place!.venue < 0 ? Number.POSITIVE_INFINITY : board.halls.all[place!.venue]!.capacity
}

/** Gives a person the time of a session that has a place; false where it is taken. */
export function attend({ board }: Desk, draft: Draft, member: number): boolean {
  const { days, stretch } = draft.place!
  if (days.some((day) => (board.persons.on(member, day) & stretch.bits) !== 0)) return false
  for (const day of days) board.persons.take(member, day, stretch.bits)
  board.sessionsOf[member]!.push(draft)
  return true
}

/** 1/100 hours a session surely gives; 0 where that cannot be told. */
function creditOf({ credit }: Desk, { days, minutes, mode }: Draft, { hours, kinds }: Announced): number {
  const { dailyCap, dayHours = null, halfDayCap = null, minutesPerHour, online = null } = credit
  if (online !== null && (mode === 'online' || kinds.includes('online-study'))) return 0
  const derived = days === 1 && dayHours === null ? minutes / minutesPerHour : 0
  const most = halfDayCap === null || minutes > HALF ? dailyCap : Math.min(dailyCap, halfDayCap)
  return Math.round(Math.min(hours ?? derived, most * days) * 100)
}

/** A session that takes both halves of a day is longer. */
const HALF = 240
