import type { Dataset, EpochDay } from '@xueshi/core'
import type { Board } from './board.ts'
import type { PlanningDays } from './calendar-days.ts'
import type { Draft, Placement } from './draft.ts'
import type { FormerPlan } from './former.ts'
import { Bookings, Grid } from './grid.ts'
import type { Roster } from './roster.ts'

/** A lecturer of the register. */
export interface Speaker {
  readonly id: string
  readonly name: string
  /** Position as a member, -1 for one from outside. */
  readonly member: number
  readonly topics: readonly string[]
}

/** The register of lecturers, shared by all: who speaks how often, and when each is taken. */
export class Lectern {
  readonly speakers: readonly Speaker[]
  readonly #taken: Bookings
  readonly #load: Int32Array

  readonly #former: FormerPlan

  constructor(dataset: Dataset, roster: Roster, days: PlanningDays, former: FormerPlan) {
    this.#former = former
    this.speakers = dataset.lecturers.map(({ id, name, member, topics }) => ({
      id,
      name,
      member: member === null ? -1 : roster.member(member),
      topics,
    }))
    this.#taken = new Bookings(new Grid(days.from, days.to), this.speakers.length)
    this.#load = new Int32Array(this.speakers.length)
  }

  /** Gives a session that wishes for one the free lecturer who has spoken least and knows its topic. */
  book(draft: Draft, { days, stretch, venue }: Placement, board: Board): void {
    const persons = draft.attendees.length
    if (draft.registered !== WISHED || persons === 0) return
    // The lecturer takes a place too.
    if (venue >= 0 && board.halls.all[venue]!.capacity <= persons) return
    let best = -1
    let cost = Number.POSITIVE_INFINITY
    const before = this.#former.session(draft.id)?.lecturers ?? []
    this.speakers.forEach(({ id, member, topics }, speaker) => {
      const own = before.includes(id)
        ? Number.NEGATIVE_INFINITY
        : this.#load[speaker]! - (draft.topics.some((topic) => topics.includes(topic)) ? 3 : 0)
      if (own >= cost) return
      const isFree = days.every(
        (day) =>
          (this.#taken.on(speaker, day) & stretch.bits) === 0 &&
          (member < 0 || (board.persons.on(member, day) & stretch.bits) === 0),
      )
      if (!isFree || (member >= 0 && draft.attendees.includes(member))) return
      if (member >= 0 && board.roster.lastDayOf(member) < days.at(-1)!) return
      best = speaker
      cost = own
    })
    if (best < 0) return
    draft.registered = best
    this.#load[best]!++
    const { member } = this.speakers[best]!
    for (const day of days) {
      this.#taken.take(best, day, stretch.bits)
      if (member >= 0) board.persons.take(member, day, stretch.bits)
    }
    if (member >= 0) board.sessionsOf[member]!.push(draft)
  }

  /** Takes a lecturer for a session that is not of the plan. */
  takeById(id: string, day: EpochDay, bits: number): void {
    const speaker = this.speakers.findIndex((one) => one.id === id || one.name === id)
    if (speaker >= 0) this.#taken.take(speaker, day, bits)
  }

  /** Whether a lecturer of the register has no session at a time. */
  isFreeById(id: string, day: EpochDay, bits: number): boolean {
    const speaker = this.speakers.findIndex((one) => one.id === id)
    return speaker >= 0 && (this.#taken.on(speaker, day) & bits) === 0
  }

  /** Gives the lecturer free again. */
  release(draft: Draft, { days, stretch }: Placement, board: Board): void {
    if (draft.registered < 0) return
    this.#load[draft.registered]!--
    const { member } = this.speakers[draft.registered]!
    for (const day of days) {
      this.#taken.release(draft.registered, day, stretch.bits)
      if (member >= 0) board.persons.release(member, day, stretch.bits)
    }
    if (member >= 0) {
      const own = board.sessionsOf[member]!
      own.splice(own.indexOf(draft), 1)
    }
    draft.registered = WISHED
  }
}

/** A session that would like a lecturer of the register. */
export const WISHED = -2
