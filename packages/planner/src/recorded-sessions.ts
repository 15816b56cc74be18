import { type Dataset, formatInstant, parseInstant, type Session } from '@xueshi/core'
import type { Plan, PlannedSession } from './plan.ts'

/**
 * The sessions of the data in the year of a plan that the plan does not have, in the form of its own: whoever was or
 * is to be there cannot be elsewhere. Sessions called off, and those whose times are not known, take nobody's time.
 */
export function recordedSessions(plan: Plan, dataset: Dataset): readonly PlannedSession[] {
  const known = new Set(plan.sessions.map(({ id }) => id))
  const places = new Names(dataset.venues)
  const lecturers = new Names(dataset.lecturers)
  const found: PlannedSession[] = []
  for (const session of dataset.sessions) {
    const { start, end, timeless, plannedId } = session
    if (session.status === 'cancelled' || timeless || end === null) continue
    if (known.has(session.id) || (plannedId !== null && known.has(plannedId))) continue
    const date = formatInstant(parseInstant(start)).slice(0, 10)
    if (Number(date.slice(0, 4)) !== plan.year) continue
    found.push({
      id: session.id,
      organization: session.organization,
      coHosts: session.coHosts,
      kinds: session.kinds,
      title: session.title ?? '',
      start,
      end,
      date,
      lastDay: session.lastDay,
      hours: session.hours ?? 0,
      mode: session.mode ?? 'in-person',
      topics: session.topics,
      lecturers: lecturersOf(session, dataset, lecturers),
      venue: session.venue === null ? null : places.idOf(session.venue),
      observers: session.observers,
      attendees: dataset.presentAt(session.id),
      serves: [],
      notes: [],
      status: 'held',
      provisional: false,
    })
  }
  return found
}

/** Those that are members or in the register; other names may be anybody. */
function lecturersOf(session: Session, dataset: Dataset, register: Names): readonly string[] {
  return session.lecturers.flatMap((word) => {
    if (dataset.member(word) !== undefined) return [word]
    const id = register.idOf(word)
    return id === null ? [] : [id]
  })
}

/** Finds records by id or by a name that only one of them has. */
class Names {
  readonly #ids = new Map<string, string | null>()

  constructor(records: readonly { readonly id: string; readonly name: string }[]) {
    for (const { id, name } of records) this.#ids.set(name, this.#ids.has(name) ? null : id)
    for (const { id } of records) this.#ids.set(id, id)
  }

  idOf(word: string): string | null {
    return this.#ids.get(word) ?? null
  }
}
