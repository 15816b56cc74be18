import type { Course } from '@xueshi/core'
import type { Draft } from '../draft.ts'
import { placesAt } from './coming.ts'
import type { Desk } from './desk.ts'

/** The catalogue of courses: "lack what, learn what" 缺什么补什么. */
export class Catalogue {
  readonly #desk: Desk
  readonly #courses: readonly Course[]
  readonly #owed: Readonly<Record<string, readonly string[]>>
  /** The course a new session teaches. */
  readonly #of = new Map<string, Course>()
  /** Lecturers of new sessions, by id of the register. */
  readonly #lecturers = new Map<string, string>()
  readonly #uses = new Map<string, number>()

  constructor(desk: Desk, owed: Readonly<Record<string, readonly string[]>>) {
    this.#desk = desk
    this.#owed = owed
    this.#courses = [...desk.dataset.courses].sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  /** Topics a person owes besides what rules ask. */
  owedBy(member: number): ReadonlySet<string> {
    return new Set(this.#owed[this.#desk.roster.columns.memberId[member]!] ?? [])
  }

  courseOf(session: string): Course | null {
    return this.#of.get(session) ?? null
  }

  lecturersOf(session: string): readonly string[] {
    const lecturer = this.#lecturers.get(session)
    return lecturer === undefined ? [] : [lecturer]
  }

  /**
   * Gives a new session that still has no place a topic that most of its persons owe, where it has none, and a
   * course that teaches one of its topics: it lasts as long as the course, up to a day.
   */
  choose(draft: Draft): void {
    if (draft.topics.length === 0) {
      const topic = this.#mostOwed(draft)
      if (topic !== null) draft.topics.push(topic)
    }
    const fitting = this.#courses.filter(({ topics }) => topics.some((topic) => draft.topics.includes(topic)))
    const [course] = fitting.sort((a, b) => this.#usesOf(a) - this.#usesOf(b))
    if (course === undefined) return
    this.#of.set(draft.id, course)
    this.#uses.set(course.id, this.#usesOf(course) + 1)
    if (course.hours === null || draft.days > 1) return
    const minutes = Math.round(course.hours * this.#desk.credit.minutesPerHour)
    draft.minutes = Math.max(draft.minutes, Math.min(minutes, WHOLE_DAY))
  }

  /** Gives a session that was placed the lecturer of its course, where free then. */
  invite(draft: Draft): void {
    const lecturer = this.#of.get(draft.id)?.lecturer ?? null
    const { board } = this.#desk
    const speaker = board.lectern.speakers.find(({ id }) => id === lecturer)
    if (lecturer === null || speaker === undefined) return
    const { days, stretch } = draft.place!
    const isFree = days.every(
      (day) =>
        board.lectern.isFreeById(lecturer, day, stretch.bits) &&
        (speaker.member < 0 ||
          (day <= this.#desk.roster.lastDayOf(speaker.member) &&
            (board.persons.on(speaker.member, day) & stretch.bits) === 0)),
    )
    const isFull = placesAt(this.#desk, draft) <= draft.attendees.length
    if (!isFree || isFull || draft.attendees.includes(speaker.member)) return
    for (const day of days) {
      board.lectern.takeById(lecturer, day, stretch.bits)
      if (speaker.member >= 0) board.persons.take(speaker.member, day, stretch.bits)
    }
    this.#lecturers.set(draft.id, lecturer)
  }

  #usesOf({ id }: Course): number {
    return this.#uses.get(id) ?? 0
  }

  #mostOwed({ asked }: Draft): string | null {
    const counts = new Map<string, number>()
    for (const member of asked)
      for (const topic of this.owedBy(member)) counts.set(topic, (counts.get(topic) ?? 0) + 1)
    const [most] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    return most?.[0] ?? null
  }
}

const WHOLE_DAY = 360
