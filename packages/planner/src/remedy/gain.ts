import { narrowed } from '../agenda.ts'
import { DayCaps } from '../day-caps.ts'
import { countsSession, type Draft } from '../draft.ts'
import type { Duty } from '../duties.ts'
import { countsFor, isOfOrganization } from '../plan-year.ts'
import type { Offer } from './coming.ts'
import type { Desk } from './desk.ts'

/** Sessions that add to a duty, one after another, until nothing is missing. */
export class Gain {
  readonly counted: Offer[] = []
  readonly #desk: Desk
  readonly #duty: Duty
  readonly #caps: DayCaps | null
  readonly #days = new Set<number>()
  #amount = 0

  constructor(desk: Desk, duty: Duty) {
    this.#desk = desk
    this.#duty = duty
    this.#caps = duty.measure === 'hours' && !isOfOrganization(duty) ? new DayCaps(desk.credit) : null
  }

  /** What is still missing: sessions, days, or 1/100 hours. */
  get left(): number {
    return Math.max(0, this.#duty.missing - this.#amount)
  }

  /** Counts a session, where something is missing and it adds to it; false where it does not. */
  add(offer: Offer): boolean {
    if (this.left === 0) return false
    const own = this.#worth(offer)
    if (own <= 0) return false
    this.#amount += own
    this.counted.push(offer)
    return true
  }

  #worth({ draft }: Offer): number {
    const days = draft.place!.days
    switch (this.#duty.measure) {
      case 'sessions':
        return 1
      case 'days': {
        // A day counts once.
        const fresh = days.filter((day) => !this.#days.has(day))
        for (const day of fresh) this.#days.add(day)
        return fresh.length
      }
      case 'hours': {
        const hours = this.#desk.hours(draft)
        return this.#caps === null ? hours : this.#caps.within(draft, hours)
      }
    }
  }
}

/** As what a person comes to a session. */
export function capacityAt({ lecturers }: Draft, member: number): 'lecturer' | 'member' {
  return lecturers.includes(member) ? 'lecturer' : 'member'
}

/** Whether a session counts for a duty by its kinds, topics, way, day and host, and by who comes as what. */
export function counts(desk: Desk, duty: Duty, offer: Offer, member: number): boolean {
  const { draft, coHosts } = offer
  const { from, to } = narrowed(duty)
  const [day] = draft.place!.days
  if (day! < from || day! > to) return false
  if (!countsSession(duty.count, draft, duty.measure === 'hours')) return false
  if (duty.count.modes !== undefined && !offer.knowsMode) return false
  if (!isOfOrganization(duty))
    return (
      duty.count.capacities?.includes(capacityAt(draft, member)) !== false &&
      countsFor(duty, draft, member, desk)
    )
  const org = desk.roster.organization(duty.subject.id)
  const groups = duty.count.organizer === 'own-or-groups'
  return [draft.host, ...coHosts].some(
    (host) =>
      host === org ||
      (groups && desk.roster.kindOf(host) === 'group' && desk.roster.columns.orgParent[host] === org),
  )
}
