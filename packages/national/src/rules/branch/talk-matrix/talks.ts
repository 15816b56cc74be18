import { type CivilDate, type Dataset, parseDate, type Session } from '@xueshi/core'
import { groupedBy } from '../../grouped.ts'
import { talkActs } from './talk-acts.ts'

/** Numbers of talks between two of some persons; talks with others are not counted. */
export class Talks {
  readonly #at: ReadonlyMap<string, number>
  /** By place of one person times their number, plus that of the other. */
  readonly #counts: Uint16Array

  /** `places` says of each of the persons which of them it is. */
  constructor(places: ReadonlyMap<string, number>) {
    this.#at = places
    this.#counts = new Uint16Array(places.size ** 2)
  }

  /** Counts one talk between two persons. */
  add(a: string, b: string): void {
    const one = this.#at.get(a)
    const other = this.#at.get(b)
    if (one !== undefined && other !== undefined) this.addAt(one, other)
  }

  /** The same by their places. */
  addAt(one: number, other: number): void {
    const { size } = this.#at
    this.#counts[one * size + other]!++
    this.#counts[other * size + one]!++
  }

  /** Number of talks between two persons. */
  between(a: string, b: string): number {
    const one = this.#at.get(a)
    const other = this.#at.get(b)
    return one === undefined || other === undefined ? 0 : this.#counts[one * this.#at.size + other]!
  }

  /** A group of the persons as {@link partners} asks for it: 1 at their places. */
  group(persons: ReadonlySet<string>): Uint8Array {
    const places = new Uint8Array(this.#at.size)
    for (const person of persons) {
      const at = this.#at.get(person)
      if (at !== undefined) places[at] = 1
    }
    return places
  }

  /** Number of persons of a group with whom a person has talked at least so often. */
  partners(person: string, group: Uint8Array, least: number): number {
    const at = this.#at.get(person)
    if (at === undefined) return 0
    const first = at * group.length
    let partners = 0
    for (let other = 0; other < group.length; other++) {
      const count = this.#counts[first + other]!
      if (count > 0 && count >= least && group[other] === 1) partners++
    }
    return partners
  }
}

/**
 * The talks of some persons, with each other and with some more, over `[from, to]`: acts that name two of them,
 * and sessions 谈心谈话 at which at most `groupSize` persons were present, each pair of them once. A session that
 * an act of one of the persons belongs to counts by its acts.
 */
export function talksOf(
  dataset: Dataset,
  branch: string,
  persons: ReadonlySet<string>,
  more: ReadonlySet<string>,
  days: { readonly from: CivilDate; readonly to: CivilDate },
  groupSize: number,
): Talks {
  const places = new Map<string, number>()
  for (const person of persons) places.set(person, places.size)
  for (const person of more) if (!places.has(person)) places.set(person, places.size)
  const talks = new Talks(places)
  const recorded = addActs(talks, dataset, places, persons.size, days)
  for (const session of talkSessionsOf(dataset, branch)) {
    const day = session.start.slice(0, 10)
    if (day < days.from || day > days.to || recorded.has(session.id)) continue
    const present = dataset.presentAt(session.id)
    if (present.length > groupSize) continue
    present.forEach((a, i) => {
      for (const b of present.slice(i + 1)) talks.add(a, b)
    })
  }
  return talks
}

/** Counts the acts of the first persons, so many of them; gives the sessions that the acts belong to. */
function addActs(
  talks: Talks,
  dataset: Dataset,
  places: ReadonlyMap<string, number>,
  persons: number,
  days: { readonly from: CivilDate; readonly to: CivilDate },
): ReadonlySet<string> {
  const { numberOf, start, ofPerson, member, counterpart, day, session, seats } = talkActs(dataset)
  const from = parseDate(days.from)
  const to = parseDate(days.to)
  const recorded = new Set<string>()
  const numbers: number[] = []
  for (const [person, place] of places) {
    const number = numberOf.get(person)
    if (number === undefined) continue
    seats[number] = place
    numbers.push(number)
  }
  for (const person of numbers) {
    if (seats[person]! >= persons) continue
    for (let i = start[person]!; i < start[person + 1]!; i++) {
      const act = ofPerson[i]!
      if (day[act]! < from || day[act]! > to) continue
      const one = member[act] === -1 ? -1 : seats[member[act]!]!
      const other = counterpart[act] === -1 ? -1 : seats[counterpart[act]!]!
      // An act is met once for each of its two persons: it counts where it is met as that of its member.
      if (member[act] !== person && one >= 0 && one < persons) continue
      if (session[act] !== null) recorded.add(session[act]!)
      if (one >= 0 && other >= 0 && one !== other) talks.addAt(one, other)
    }
  }
  for (const person of numbers) seats[person] = -1
  return recorded
}

const bySessions = new WeakMap<readonly Session[], ReadonlyMap<string, readonly Session[]>>()

/** Sessions 谈心谈话 of a branch and its groups that were not cancelled and are not only planned. */
function talkSessionsOf(dataset: Dataset, branch: string): readonly Session[] {
  const { sessions } = dataset
  let index = bySessions.get(sessions)
  if (index === undefined) {
    const talks = sessions.filter(
      ({ kinds, status }) => kinds.includes('talk') && status !== 'cancelled' && status !== 'planned',
    )
    index = groupedBy(talks, (session) => session.organization)
    bySessions.set(sessions, index)
  }
  return dataset.subtree(branch).flatMap((organization) => index.get(organization) ?? [])
}
