import { type Dataset, type EpochDay, formatDate, parseDate } from '@xueshi/core'
import type { PlanningDays } from './calendar-days.ts'
import { type Stretch, stretchesOf } from './grid.ts'
import { isOpen, type OpeningHours, readOpeningHours } from './opening-hours.ts'
import type { DayRange } from './options.ts'
import type { Roster } from './roster.ts'

/** A venue of the register. */
export interface Hall {
  readonly id: string
  readonly name: string
  /** Position of the organization it belongs to, -1 where none is known. */
  readonly owner: number
  readonly capacity: number
  readonly shared: boolean
  readonly hours: OpeningHours | null
  readonly blackouts: readonly { readonly from: EpochDay; readonly to: EpochDay }[]
}

/** The venues of the county, by position. */
export class Halls {
  readonly all: readonly Hall[]
  readonly #days: PlanningDays
  readonly #open = new Map<number, boolean>()
  /** By host and minutes: what it may book. */
  readonly #of = new Map<number, readonly number[]>()
  readonly #everOpen = new Map<number, boolean>()

  constructor(
    dataset: Dataset,
    roster: Roster,
    days: PlanningDays,
    blackouts: Readonly<Record<string, readonly DayRange[]>>,
  ) {
    this.#days = days
    this.all = dataset.venues.map(({ id, name, organization, capacity, shared, open }) => ({
      id,
      name,
      owner: organization === null ? -1 : roster.organization(organization),
      capacity: capacity ?? UNSTATED,
      shared,
      hours: open === null ? null : readOpeningHours(open),
      blackouts: (blackouts[id] ?? []).map(({ from, to }) => ({ from: parseDate(from), to: parseDate(to) })),
    }))
  }

  /** Whether a venue may be used at a time: open, and not blacked out. Hours nobody stated do not shut it. */
  isOpen(venue: number, day: EpochDay, { bits, from, to }: Stretch): boolean {
    const { hours, blackouts } = this.all[venue]!
    if (blackouts.some((range) => range.from <= day && day <= range.to)) return false
    if (hours === null) return true
    const key = (venue * 512 + (day - this.#days.from)) * 2048 + (bits << 7) + Math.ceil((to - from) / 15)
    let open = this.#open.get(key)
    if (open === undefined) {
      open = isOpen(hours, { date: formatDate(day), workday: this.#days.isWorkday(day) }, from, to)
      this.#open.set(key, open)
    }
    return open
  }

  /**
   * The venues a host may book for a session of so many minutes: its own, those of organizations above it, and
   * shared ones; without those that are never open that long on a working day.
   */
  of(path: readonly number[], minutes: number): readonly number[] {
    const [host = -1] = path
    const key = host * 1000 + minutes
    let venues = this.#of.get(key)
    if (venues === undefined) {
      venues = this.all.flatMap(({ owner, shared }, venue) =>
        (shared || path.includes(owner)) && this.#isEverOpen(venue, minutes) ? [venue] : [],
      )
      this.#of.set(key, venues)
    }
    return venues
  }

  /** Places of the largest of them, 0 where there is none. */
  largestOf(path: readonly number[], minutes: number): number {
    return this.of(path, minutes).reduce((most, venue) => Math.max(most, this.all[venue]!.capacity), 0)
  }

  #isEverOpen(venue: number, minutes: number): boolean {
    const key = venue * 1000 + minutes
    let open = this.#everOpen.get(key)
    if (open === undefined) {
      const { hours } = this.all[venue]!
      open =
        hours === null ||
        this.#days.workdays.some((day) =>
          stretchesOf(minutes).some(({ from, to }) =>
            isOpen(hours, { date: formatDate(day), workday: true }, from, to),
          ),
        )
      this.#everOpen.set(key, open)
    }
    return open
  }
}

/** Places of a venue of which nobody wrote how many it has. */
const UNSTATED = 60
