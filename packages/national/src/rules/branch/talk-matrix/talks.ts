import {
  type Act,
  type ActKind,
  type CivilDate,
  type Dataset,
  type EpochDay,
  parseDate,
  type Session,
} from '@xueshi/core'
import { groupedBy } from '../../grouped.ts'

/** Numbers of talks between two of some persons; talks with others are not counted. */
export class Talks {
  readonly #persons: readonly string[]
  readonly #at: ReadonlyMap<string, number>
  /** By position of one person times their number, plus that of the other. */
  readonly #counts: Uint16Array

  constructor(persons: Iterable<string>) {
    this.#persons = [...new Set(persons)]
    this.#at = new Map(this.#persons.map((person, position) => [person, position]))
    this.#counts = new Uint16Array(this.#persons.length ** 2)
  }

  /** Counts one talk between two persons. */
  add(a: string, b: string): void {
    const one = this.#at.get(a)
    const other = this.#at.get(b)
    if (one === undefined || other === undefined) return
    this.#counts[one * this.#persons.length + other]!++
    this.#counts[other * this.#persons.length + one]!++
  }

  /** Number of talks between two persons. */
  between(a: string, b: string): number {
    const one = this.#at.get(a)
    const other = this.#at.get(b)
    return one === undefined || other === undefined ? 0 : this.#counts[one * this.#persons.length + other]!
  }

  /** Number of persons of a group with whom a person has talked at least so often. */
  partners(person: string, group: ReadonlySet<string>, least: number): number {
    const first = (this.#at.get(person) ?? Number.NaN) * this.#persons.length
    let partners = 0
    for (let other = 0; other < this.#persons.length; other++) {
      const count = this.#counts[first + other] ?? 0
      if (count > 0 && count >= least && group.has(this.#persons[other]!)) partners++
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
  const talks = new Talks([...persons, ...more])
  const recorded = new Set<string>()
  const from = parseDate(days.from)
  const to = parseDate(days.to)
  for (const person of persons)
    for (const { member, counterpart, day, session } of talkActsOf(dataset, person)) {
      if (day < from || day > to) continue
      // An act is met once for each of its two persons: it counts where it is met as that of its member.
      if (member !== person && member !== null && persons.has(member)) continue
      if (session !== null) recorded.add(session)
      if (member !== null && counterpart !== null && member !== counterpart) talks.add(member, counterpart)
    }
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

/** An act 谈心谈话. */
interface TalkAct {
  readonly member: string | null
  readonly counterpart: string | null
  readonly day: EpochDay
  readonly session: string | null
}

const byActs = new WeakMap<readonly Act[], Map<string, readonly TalkAct[]>>()

/** The acts 谈心谈话 that name a person on either side. */
function talkActsOf(dataset: Dataset, person: string): readonly TalkAct[] {
  const { acts } = dataset
  let byPerson = byActs.get(acts)
  if (byPerson === undefined) {
    byPerson = new Map()
    byActs.set(acts, byPerson)
  }
  let talks = byPerson.get(person)
  if (talks === undefined) {
    talks = dataset.actsOf(person, TALKS).map(({ member, counterpart, date, session }) => ({
      member,
      counterpart,
      day: parseDate(date),
      session,
    }))
    byPerson.set(person, talks)
  }
  return talks
}

const TALKS: readonly ActKind[] = ['talk']

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
