import { type Dataset, dayOfMinute, formatDate, parseInstant, type Session } from '@xueshi/core'
import type { Board } from './board.ts'
import type { FormerPlan } from './former.ts'
import { bitsBetween } from './grid.ts'

/**
 * Books what the data already holds in the year besides the plan: whoever was or is to be at such a session, its
 * venue and its lecturers are taken. Sessions called off, and those whose times are not known, take nobody's time.
 */
export function bookRecorded(board: Board, dataset: Dataset, former: FormerPlan): void {
  const venues = new Map(board.halls.all.flatMap(({ id, name }, i) => [[id, i] as const, [name, i] as const]))
  const from = formatDate(board.days.from)
  const to = formatDate(board.days.to)
  for (const session of dataset.sessions) {
    if (session.status === 'cancelled' || session.timeless || session.end === null) continue
    if (session.lastDay < from || session.start.slice(0, 10) > to) continue
    const isPlanned = former.session(session.plannedId ?? session.id) !== undefined
    // What an earlier plan placed is placed again, unless it was held where it stands now.
    if (isPlanned && session.status === 'planned') continue
    const persons = personsAt(board, dataset, session)
    const venue = session.venue === null ? -1 : (venues.get(session.venue) ?? -1)
    forEachDay(session, (day, bits) => {
      if (day < board.days.from || day > board.days.to || bits === 0) return
      for (const member of persons) board.persons.take(member, day, bits)
      if (venue >= 0) board.venues.take(venue, day, bits)
      for (const lecturer of session.lecturers) board.lectern.takeById(lecturer, day, bits)
    })
  }
}

/** Who was there; of a session that is to come, who is on its list. */
function personsAt({ roster }: Board, dataset: Dataset, session: Session): Set<number> {
  const ids = [...dataset.attendanceAt(session.id).map(({ member }) => member), ...session.lecturers]
  return new Set(ids.map((id) => roster.member(id)).filter((member) => member >= 0))
}

function forEachDay({ start, end }: Session, book: (day: number, bits: number) => void): void {
  const first = parseInstant(start)
  const last = parseInstant(end!)
  for (let day = dayOfMinute(first); day <= dayOfMinute(last - 1); day++)
    book(day, bitsBetween(Math.max(first - day * 1440, 0), Math.min(last - day * 1440, 1440)))
}
