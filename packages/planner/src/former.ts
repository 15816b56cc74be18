import { type Dataset, dayOfMinute, parseDate, parseInstant, type Session } from '@xueshi/core'
import type { PlanningDays } from './calendar-days.ts'
import type { Draft, Placement } from './draft.ts'
import { stretchesOf } from './grid.ts'
import type { Halls } from './halls.ts'
import type { Plan, PlannedSession } from './plan.ts'
import type { Roster } from './roster.ts'

/** What an earlier plan said: who, when and where; what can stay as it was does. */
export class FormerPlan {
  readonly #sessions: ReadonlyMap<string, PlannedSession>
  readonly #roster: Roster
  /** By list of ids: sessions share them. */
  readonly #attendees = new Map<readonly string[], ReadonlySet<number>>()

  constructor(plan: Plan | null, roster: Roster) {
    this.#roster = roster
    this.#sessions = new Map(
      (plan?.sessions ?? []).flatMap((one) => (one.status === 'planned' ? [[one.id, one]] : [])),
    )
  }

  session(id: string): PlannedSession | undefined {
    return this.#sessions.get(id)
  }

  /** Who was to come to a session, by position. */
  attendees(id: string): ReadonlySet<number> {
    const ids = this.session(id)?.attendees
    if (ids === undefined) return NOBODY
    let found = this.#attendees.get(ids)
    if (found === undefined) {
      found = new Set(this.#positions(ids))
      this.#attendees.set(ids, found)
    }
    return found
  }

  /** Members who were to lecture, by position. */
  lecturers(id: string): readonly number[] {
    return this.#positions(this.session(id)?.lecturers ?? [])
  }

  observers(id: string): readonly number[] {
    return (this.session(id)?.observers ?? [])
      .map((one) => this.#roster.organization(one))
      .filter((org) => org >= 0)
  }

  /** Where a session lay, `null` where it did not, or takes more or less time now. */
  placeOf(draft: Draft, days: PlanningDays, halls: Halls): Placement | null {
    const session = this.session(draft.id)
    if (session === undefined) return null
    const first = parseDate(session.date)
    const last = parseDate(session.lastDay)
    if (last - first + 1 !== draft.days || first < days.first || first < draft.from || last > draft.to)
      return null
    const start = parseInstant(session.start)
    const from = start - dayOfMinute(start) * 1440
    const stretch = stretchesOf(draft.minutes).find((one) => one.from === from)
    const venue = session.venue === null ? -1 : halls.all.findIndex(({ id }) => id === session.venue)
    if (stretch === undefined || (session.venue !== null && venue < 0)) return null
    return { days: Array.from({ length: draft.days }, (_, i) => first + i), stretch, venue }
  }

  #positions(ids: readonly string[]): number[] {
    return ids.map((id) => this.#roster.member(id)).filter((member) => member >= 0)
  }
}

const NOBODY: ReadonlySet<number> = new Set()

/** The sessions of the data that were planned and held, by the id of the plan. */
export function heldSessions(dataset: Dataset): ReadonlyMap<string, Session> {
  const held = new Map<string, Session>()
  for (const session of dataset.sessions)
    if (session.plannedId !== null && (session.status === 'held' || session.status === null))
      held.set(session.plannedId, session)
  return held
}
