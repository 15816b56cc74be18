import type { EpochDay } from '@xueshi/core'
import { audienceOn } from './audience.ts'
import type { PlanningDays } from './calendar-days.ts'
import type { Draft, Placement } from './draft.ts'
import { Bookings, Grid, type Stretch, stretchesOf } from './grid.ts'
import type { Halls } from './halls.ts'
import type { Lectern } from './lectern.ts'
import type { Roster } from './roster.ts'
import { lot } from './seed.ts'

/** A time for a session with what speaks against it. */
interface Candidate extends Placement {
  readonly cost: number
}

/** The year of everybody: who, which venue and which lecturer is taken when. Nothing is ever booked twice. */
export class Board {
  readonly days: PlanningDays
  readonly roster: Roster
  readonly halls: Halls
  readonly lectern: Lectern
  readonly homebound: ReadonlySet<number>
  readonly persons: Bookings
  /** The times at which a person is needed, not only asked to come. */
  readonly #firm: Bookings
  readonly venues: Bookings
  readonly seed: number
  /** Sessions of each person, in order of placing. */
  readonly sessionsOf: Draft[][]
  readonly #uses: Int32Array
  /** Each working day as a run of one. */
  readonly #singles: readonly (readonly EpochDay[])[]
  readonly #hard: Int32Array
  readonly #all: Int32Array

  constructor(parts: {
    days: PlanningDays
    roster: Roster
    halls: Halls
    lectern: Lectern
    homebound: ReadonlySet<number>
    seed: number
  }) {
    this.days = parts.days
    this.roster = parts.roster
    this.halls = parts.halls
    this.lectern = parts.lectern
    this.homebound = parts.homebound
    this.seed = parts.seed
    const grid = new Grid(parts.days.from, parts.days.to)
    const { memberCount } = parts.roster.columns
    this.persons = new Bookings(grid, memberCount)
    this.#firm = new Bookings(grid, memberCount)
    this.venues = new Bookings(grid, parts.halls.all.length)
    this.sessionsOf = Array.from({ length: memberCount }, () => [])
    this.#uses = new Int32Array(parts.halls.all.length)
    this.#singles = parts.days.workdays.map((day) => [day])
    this.#hard = new Int32Array(grid.words)
    this.#all = new Int32Array(grid.words)
  }

  /** Finds the best time of a session and books it; false where there is none. */
  place(draft: Draft): boolean {
    const found = this.search(draft, draft.from, draft.to)
    if (found === null) return false
    this.book(draft, draft.wishesField ? this.#outside(draft, found) : found)
    return true
  }

  /** The same time at a shared venue, where one is free. */
  #outside(draft: Draft, place: Placement): Placement {
    const persons = audienceOn(this.roster, draft, place.days[0]!, this.homebound).length
    const venues = this.halls.of(this.roster.path(draft.host), draft.minutes)
    const shared = venues.filter((venue) => this.halls.all[venue]!.shared)
    return { ...place, venue: this.#venueFor(shared, draft, persons, place.days, place.stretch) }
  }

  /**
   * Places a session at a time at which those who are needed are at most asked to others: they are excused there.
   * False where there is none.
   */
  placeBeforeOthers(draft: Draft): boolean {
    const found = this.#best(draft, draft.from, draft.to, this.#target(draft), 'before-others')
    if (found === null) return false
    for (const member of draft.needed) this.#excuse(member, found)
    this.book(draft, found)
    return true
  }

  /** Takes a person out of the sessions at a time. */
  #excuse(member: number, { days, stretch }: Placement): void {
    for (const other of [...this.sessionsOf[member]!]) {
      const place = other.place!
      if ((place.stretch.bits & stretch.bits) === 0 || !place.days.some((day) => days.includes(day))) continue
      other.attendees = other.attendees.filter((one) => one !== member)
      const own = this.sessionsOf[member]!
      own.splice(own.indexOf(other), 1)
      for (const day of place.days) this.persons.release(member, day, place.stretch.bits)
    }
  }

  /** The best free time between two days, `null` where none is free. */
  search(draft: Draft, from: EpochDay, to: EpochDay, near = this.#target(draft)): Placement | null {
    return this.#best(draft, from, to, near, 'whole') ?? this.#best(draft, from, to, near, 'needed')
  }

  /** Whether a session may lie at a place: everybody needed is free, and so is the venue. */
  isFree(draft: Draft, { days, stretch, venue }: Placement): boolean {
    for (const day of days) {
      if (!this.days.isWorkday(day) || day < this.days.first) return false
      for (const member of this.#needed(draft, days[0]!, false))
        if ((this.persons.on(member, day) & stretch.bits) !== 0) return false
    }
    if (venue < 0)
      return !draft.needsVenue || this.halls.of(this.roster.path(draft.host), draft.minutes).length === 0
    const persons = audienceOn(this.roster, draft, days[0]!, this.homebound).length
    return this.halls.all[venue]!.capacity >= persons && this.#venueIsFree(venue, days, stretch)
  }

  /** Books a time; `only` these persons where they are named, whoever else is asked comes where still free. */
  book(draft: Draft, place: Placement, only: ReadonlySet<number> | null = null): void {
    const { days, stretch, venue } = place
    const [first] = days
    const persons = audienceOn(this.roster, draft, first!, this.homebound)
    const isFree = (member: number) =>
      days.every((day) => (this.persons.on(member, day) & stretch.bits) === 0)
    // The list of a host is shared by all sessions to which everybody comes.
    const comes =
      only === null
        ? isFree
        : (member: number) => (only.has(member) || draft.needed.has(member)) && isFree(member)
    const coming = persons.every(comes) ? persons : persons.filter(comes)
    draft.place = place
    if (draft.wishesField) draft.mode = venue < 0 ? 'in-person' : 'field'
    draft.attendees = coming
    for (const member of coming) this.sessionsOf[member]!.push(draft)
    for (const day of days)
      for (const member of coming) {
        this.persons.take(member, day, stretch.bits)
        if (draft.needed.has(member)) this.#firm.take(member, day, stretch.bits)
      }
    if (venue >= 0) {
      this.#uses[venue]!++
      for (const day of days) this.venues.take(venue, day, stretch.bits)
    }
    this.lectern.book(draft, place, this)
  }

  /** Asks those to a placed session who are free and were not asked before. */
  admit(draft: Draft): void {
    const { days, stretch } = draft.place!
    const asked = audienceOn(this.roster, draft, days[0]!, this.homebound)
    if (asked.length === draft.attendees.length) return
    const known = new Set(draft.attendees)
    const fresh = asked.filter(
      (member) =>
        !known.has(member) && days.every((day) => (this.persons.on(member, day) & stretch.bits) === 0),
    )
    if (fresh.length === 0) return
    draft.attendees = [...draft.attendees, ...fresh].sort((a, b) => a - b)
    for (const member of fresh) {
      this.sessionsOf[member]!.push(draft)
      for (const day of days) this.persons.take(member, day, stretch.bits)
    }
  }

  release(draft: Draft): void {
    const { place } = draft
    if (place === null) return
    for (const member of draft.attendees) {
      const own = this.sessionsOf[member]!
      own.splice(own.indexOf(draft), 1)
      for (const day of place.days) {
        this.persons.release(member, day, place.stretch.bits)
        this.#firm.release(member, day, place.stretch.bits)
      }
    }
    if (place.venue >= 0) {
      this.#uses[place.venue]!--
      for (const day of place.days) this.venues.release(place.venue, day, place.stretch.bits)
    }
    this.lectern.release(draft, place, this)
    draft.place = null
    draft.attendees = []
  }

  /** Who must be free; of committees and holders of posts all, where that can be had. */
  #needed(draft: Draft, day: EpochDay, whole: boolean): readonly number[] {
    if (whole && (draft.audience === 'committee' || draft.audience === 'posts'))
      return audienceOn(this.roster, draft, day, this.homebound)
    return [...draft.needed]
  }

  #best(draft: Draft, from: EpochDay, to: EpochDay, near: EpochDay, manner: Manner): Placement | null {
    const whole = manner === 'whole'
    const { persons } = this
    const first = Math.max(from, this.days.first)
    if (first > to) return null
    const everybody = audienceOn(this.roster, draft, Math.min(Math.max(near, first), to), this.homebound)
    const steady = this.roster.isSteady(draft.host, draft.audience)
    if (everybody.length === 0 && steady) return null
    const hard = this.#hard.fill(0)
    const all = this.#all.fill(0)
    const taken = manner === 'before-others' ? this.#firm : persons
    taken.union(this.#needed(draft, first, whole), hard)
    persons.union(everybody, all)
    const venues = draft.needsVenue ? this.halls.of(this.roster.path(draft.host), draft.minutes) : []
    const needsVenue = venues.length > 0
    let best: Candidate | null = null
    for (const run of this.#runs(draft, first, to)) {
      const away = Math.abs(run[0]! - near) * (draft.firmness > 0 ? draft.firmness : 1)
      if (best !== null && away >= best.cost) continue
      const asked = steady ? everybody : audienceOn(this.roster, draft, run[0]!, this.homebound)
      if (asked.length === 0) continue
      let order = -1
      for (const stretch of stretchesOf(draft.minutes)) {
        order++
        if (isTaken(hard, persons, run, stretch.bits)) continue
        let cost = away + order * 0.5
        if (best !== null && cost >= best.cost) continue
        // A person with another session on the same day would rather not come twice.
        if (isTaken(hard, persons, run, 0b1111)) cost += 2
        if (!steady || isTaken(all, persons, run, stretch.bits)) {
          const missing = this.#missing(asked, run, stretch.bits)
          // Half of them must be there, where that can be had, and somebody in any case.
          if (whole ? missing * 2 > asked.length : manner === 'needed' && missing === asked.length) continue
          cost += missing * MISSED
        }
        if (best !== null && cost >= best.cost) continue
        const venue = needsVenue ? this.#venueFor(venues, draft, asked.length, run, stretch) : -1
        if (needsVenue && venue < 0) continue
        best = { days: run, stretch, venue, cost }
      }
    }
    return best
  }

  /** Days a session may take: single working days, or as many in a row as it has. */
  *#runs(draft: Draft, from: EpochDay, to: EpochDay): Generator<readonly EpochDay[]> {
    const { workdays } = this.days
    for (let i = firstFrom(workdays, from); i + draft.days <= workdays.length; i++) {
      const last = workdays[i + draft.days - 1]!
      if (last > to) return
      if (draft.days === 1) yield this.#singles[i]!
      else if (last - workdays[i]! === draft.days - 1) yield workdays.slice(i, i + draft.days)
    }
  }

  #missing(persons: readonly number[], days: readonly EpochDay[], bits: number): number {
    let missing = 0
    for (const member of persons)
      if (days.some((day) => (this.persons.on(member, day) & bits) !== 0)) missing++
    return missing
  }

  /** A free venue that is large enough: the nearest, then the one used least, then the smallest. */
  #venueFor(
    venues: readonly number[],
    draft: Draft,
    persons: number,
    days: readonly EpochDay[],
    stretch: Stretch,
  ): number {
    const path = this.roster.path(draft.host)
    let best = -1
    let cost = Number.POSITIVE_INFINITY
    for (const venue of venues) {
      const { owner, capacity } = this.halls.all[venue]!
      if (capacity < persons) continue
      const far = path.includes(owner)
        ? 0
        : owner >= 0 && path.includes(this.roster.columns.orgParent[owner]!)
          ? 1
          : 2
      const own = far * 10 + this.#uses[venue]! + capacity / 10_000
      if (own >= cost || !this.#venueIsFree(venue, days, stretch)) continue
      best = venue
      cost = own
    }
    return best
  }

  #venueIsFree(venue: number, days: readonly EpochDay[], stretch: Stretch): boolean {
    return days.every(
      (day) => (this.venues.on(venue, day) & stretch.bits) === 0 && this.halls.isOpen(venue, day, stretch),
    )
  }

  /** The day a session would lie on if nobody had anything else: the fixed day, or one by lot. */
  #target(draft: Draft): EpochDay {
    if (draft.wanted !== null) return draft.wanted
    return draft.from + (lot(this.seed, draft.id) % Math.max(1, draft.to - draft.from + 1))
  }
}

/** Whom a search looks at: all of a committee, those who are needed, or those who are needed elsewhere. */
type Manner = 'whole' | 'needed' | 'before-others'

/** What one person who cannot come weighs, in days away from the wanted one. */
const MISSED = 6

function isTaken(taken: Int32Array, { grid }: Bookings, days: readonly EpochDay[], bits: number): boolean {
  for (const day of days) if (((taken[grid.word(0, day)]! >>> grid.shift(day)) & bits) !== 0) return true
  return false
}

/** Position of the first day that does not lie before one. */
function firstFrom(days: readonly EpochDay[], from: EpochDay): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (days[middle]! < from) low = middle + 1
    else high = middle
  }
  return low
}
