import type { Dataset, LocalizedText } from '@xueshi/core'
import type { Conflict, ConflictCode, TimedSession } from './conflict.ts'
import { conflictMessage, sessionName, sessionNames } from './conflict-words.ts'
import { byText } from './order.ts'

/** Who or what can be in one place only. */
interface Booking {
  readonly code: ConflictCode
  readonly person: string | null
  readonly venue: string | null
  readonly name: string | LocalizedText
  readonly sessions: TimedSession[]
}

/** Persons, lecturers and venues that are in two places at one time, and venues with more persons than they hold. */
export function doubleBookings(timed: readonly TimedSession[], dataset: Dataset): Conflict[] {
  const ordered = [...timed].sort((a, b) => a.from - b.from || byText(a.session.id, b.session.id))
  const conflicts: Conflict[] = []
  for (const booking of bookingsOf(ordered, dataset)) {
    sweep(booking.sessions, (one, running) => {
      for (const other of running)
        if (isNews(one, other)) conflicts.push(collision(booking, other, one, dataset))
    })
    const capacity = booking.venue === null ? null : capacityOf(booking.venue, dataset)
    if (capacity === null) continue
    sweep(booking.sessions, (one, running) => {
      const there = [...running, one]
      const persons = there.reduce((sum, { session }) => sum + personsAt(session), 0)
      if (persons > capacity && there.some(({ session }) => session.status !== 'held'))
        conflicts.push(overflow(booking, there, persons, capacity, dataset))
    })
  }
  return conflicts
}

/** Goes through sessions in order of start, each with those that began before and are not over. */
function sweep(
  sessions: readonly TimedSession[],
  visit: (one: TimedSession, running: readonly TimedSession[]) => void,
): void {
  let running: TimedSession[] = []
  for (const one of sessions) {
    running = running.filter(({ to }) => to > one.from)
    visit(one, running)
    running.push(one)
  }
}

/** What was held may be as it was. */
function isNews(one: TimedSession, other: TimedSession): boolean {
  return one.session.status !== 'held' || other.session.status !== 'held'
}

function bookingsOf(ordered: readonly TimedSession[], dataset: Dataset): Iterable<Booking> {
  const bookings = new Map<string, Booking>()
  const add = (key: string, timed: TimedSession, make: () => Omit<Booking, 'sessions'>) => {
    const known = bookings.get(key)
    if (known === undefined) bookings.set(key, { ...make(), sessions: [timed] })
    // A person may be named twice at one session.
    else if (known.sessions.at(-1) !== timed) known.sessions.push(timed)
  }
  const lecturers = new Map(dataset.lecturers.map((lecturer) => [lecturer.id, lecturer]))
  const venues = new Map(dataset.venues.map((venue) => [venue.id, venue]))
  const addPerson = (id: string, timed: TimedSession) =>
    add(`person ${id}`, timed, () => ({ code: 'person-double-booked', person: id, venue: null, name: id }))
  for (const timed of ordered) {
    const { session } = timed
    for (const attendee of session.attendees) addPerson(attendee, timed)
    for (const id of session.lecturers) {
      const lecturer = lecturers.get(id)
      if (lecturer === undefined) addPerson(id, timed)
      else if (lecturer.member !== null) addPerson(lecturer.member, timed)
      else
        add(`lecturer ${id}`, timed, () => ({
          code: 'lecturer-double-booked',
          person: id,
          venue: null,
          name: { 'zh-CN': `“${lecturer.name}”`, en: `“${lecturer.name}”` },
        }))
    }
    if (session.venue === null) continue
    const { venue } = session
    const name = venues.get(venue)?.name ?? venue
    add(`venue ${venue}`, timed, () => ({
      code: 'venue-double-booked',
      person: null,
      venue,
      name: { 'zh-CN': `阵地“${name}”`, en: `The venue “${name}”` },
    }))
  }
  return bookings.values()
}

function collision(booking: Booking, one: TimedSession, other: TimedSession, dataset: Dataset): Conflict {
  const { code, person, venue, name } = booking
  const names = [sessionName(one.session, dataset), sessionName(other.session, dataset)] as const
  const sessions = [one.session.id, other.session.id].sort()
  return { code, sessions, person, venue, message: conflictMessage(code, name, ...names) }
}

function overflow(
  { venue, name }: Booking,
  there: readonly TimedSession[],
  persons: number,
  capacity: number,
  dataset: Dataset,
): Conflict {
  const code = 'venue-over-capacity'
  const venueName = name as LocalizedText
  const what = {
    'zh-CN': `${venueName['zh-CN']}可容纳${capacity}人，应到${persons}人`,
    en: `${venueName.en} holds ${capacity} persons, ${persons} are to come`,
  }
  const all = there.map(({ session }) => session)
  const message = conflictMessage(code, what, sessionNames(all, dataset))
  return { code, sessions: all.map(({ id }) => id).sort(), person: null, venue, message }
}

function capacityOf(venue: string, dataset: Dataset): number | null {
  return dataset.venues.find(({ id }) => id === venue)?.capacity ?? null
}

/** Attendees and lecturers. A lecturer of the register who is also invited as a member may count twice. */
function personsAt({ attendees, lecturers }: TimedSession['session']): number {
  return new Set([...attendees, ...lecturers]).size
}
