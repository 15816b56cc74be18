import type { EpochDay, SessionKind } from '@xueshi/core'
import type { Draft } from '../draft.ts'
import type { Duty } from '../duties.ts'
import { isLecture } from '../enrol.ts'
import { attend, type Offer } from './coming.ts'
import type { Desk } from './desk.ts'
import { counts, Gain } from './gain.ts'

/** The sessions that gaps may be closed with, by who holds them and by who comes. */
export class Offers {
  readonly #desk: Desk
  readonly #byHost = new Map<number, Offer[]>()
  readonly #of = new Map<Draft, Offer>()
  /** Who was added to a session that is planned. */
  readonly #added = new Map<Draft, Set<number>>()

  constructor(desk: Desk, offers: readonly Offer[]) {
    this.#desk = desk
    for (const offer of offers) this.add(offer)
  }

  add(offer: Offer): void {
    this.#of.set(offer.draft, offer)
    for (const host of new Set([offer.draft.host, ...offer.coHosts])) {
      const own = this.#byHost.get(host)
      if (own === undefined) this.#byHost.set(host, [offer])
      else own.push(offer)
    }
  }

  /** What the sessions of an organization, and where they count those of its groups, add to a duty of its own. */
  heldFor(duty: Duty): Gain {
    const { roster } = this.#desk
    const { orgChild, orgChildStart } = roster.columns
    const org = roster.organization(duty.subject.id)
    const hosts = [org, ...orgChild.subarray(orgChildStart[org]!, orgChildStart[org + 1]!)]
    const found = new Set(hosts.flatMap((host) => this.#byHost.get(host) ?? []))
    const gain = new Gain(this.#desk, duty)
    for (const offer of inOrder(found)) if (counts(this.#desk, duty, offer, -1)) gain.add(offer)
    return gain
  }

  /** What the sessions to which a person comes add to a duty, planned ones first. */
  attendedFor(duty: Duty, member: number): Gain {
    const gain = new Gain(this.#desk, duty)
    const own = (this.#desk.board.sessionsOf[member] ?? []).flatMap((draft) => this.#of.get(draft) ?? [])
    for (const offer of inOrder(new Set(own))) if (counts(this.#desk, duty, offer, member)) gain.add(offer)
    return gain
  }

  /**
   * Adds a person to planned sessions until nothing is missing of a duty; returns what they and those the person
   * comes to anyway add. Sessions with a topic that is owed are preferred, then those of the own branch.
   */
  join(duty: Duty, member: number, owed: ReadonlySet<string>): Gain {
    const gain = this.attendedFor(duty, member)
    if (gain.left === 0) return gain
    const { roster } = this.#desk
    const branch = roster.branchOn(member, duty.window.from)
    const rank = ({ draft }: Offer) =>
      (draft.topics.some((topic) => owed.has(topic)) ? 0 : 2) + (draft.host === branch ? 0 : 1)
    const open = [...this.#within(duty, member)].filter((offer) => this.#mayJoin(duty, offer, member))
    for (const offer of inOrder(open).sort((a, b) => rank(a) - rank(b))) {
      if (gain.left === 0) break
      const { draft } = offer
      // Of two sessions at one time the first was taken.
      if (offer.places < 1 || !this.#isFree(draft, member) || !gain.add(offer)) continue
      attend(this.#desk, draft, member)
      offer.places--
      draft.attendees = [...draft.attendees, member].sort((a, b) => a - b)
      if (isLecture(duty)) draft.lecturers.push(member)
      const added = this.#added.get(draft)
      if (added === undefined) this.#added.set(draft, new Set([member]))
      else added.add(member)
    }
    return gain
  }

  /** Whether a person was asked to a session before anything was missing. */
  isInvited({ draft }: Offer, member: number): boolean {
    return this.#added.get(draft)?.has(member) !== true
  }

  /** Sessions of the own group and branch, of the organization of the post, and of all above them. */
  #within(duty: Duty, member: number): Set<Offer> {
    const { from, to } = duty.window
    // Who is transferred goes to sessions of the one branch before and of the other after.
    const hosts = [...this.#hostsOn(duty, member, from), ...this.#hostsOn(duty, member, to)]
    const found = new Set(hosts.flatMap((host) => this.#byHost.get(host) ?? []))
    for (const offer of found) {
      const then = this.#hostsOn(duty, member, offer.draft.place!.days[0]!)
      if (![offer.draft.host, ...offer.coHosts].some((host) => then.includes(host))) found.delete(offer)
    }
    return found
  }

  #hostsOn({ subject, organization }: Duty, member: number, day: EpochDay): readonly number[] {
    const { roster } = this.#desk
    const post = subject.kind === 'post' && organization !== null ? roster.organization(organization) : -1
    return [
      roster.groupOn(member, day),
      ...roster.path(roster.branchOn(member, day)),
      ...roster.path(post),
    ].filter((host) => host >= 0)
  }

  #mayJoin(duty: Duty, offer: Offer, member: number): boolean {
    const { draft } = offer
    const [day] = draft.place!.days
    const { roster } = this.#desk
    if (draft.attendees.includes(member) || day! > roster.lastDayOf(member)) return false
    if (draft.kinds.every((kind) => FOR_SOME.has(kind) && duty.count.kinds?.includes(kind) !== true))
      return false
    const lectures = isLecture(duty)
    if (lectures && draft.lecturers.length > 0) return false
    const as = lectures ? { ...offer, draft: { ...draft, lecturers: [member] } } : offer
    if (!counts(this.#desk, duty, as, member)) return false
    if (offer.places < 1) return false
    return (lectures || this.#isFor(draft, member, day!)) && this.#isFree(draft, member)
  }

  /** Whether such a session is one for the person: not everybody sits in committees. */
  #isFor({ audience, host }: Draft, member: number, day: number): boolean {
    const { roster } = this.#desk
    switch (audience) {
      case 'asked':
        return true
      case 'committee':
        return roster.committeeOn(host, day).includes(member)
      case 'posts':
        return roster.postsOn(host, day).includes(member)
      case 'members': {
        if (roster.kindOf(host) === 'group') return roster.membersOn(host, day).includes(member)
        const branch = roster.branchOn(member, day)
        return (
          branch >= 0 && roster.path(branch).includes(host) && roster.membersOn(branch, day).includes(member)
        )
      }
    }
  }

  #isFree({ place }: Draft, member: number): boolean {
    const { persons } = this.#desk.board
    return place!.days.every((day) => (persons.on(member, day) & place!.stretch.bits) === 0)
  }
}

/** Trainings for new heads and for candidates: others come only where their own rule names them. */
const FOR_SOME: ReadonlySet<SessionKind> = new Set(['induction-training', 'target-training'])

/** Planned sessions before new ones, then by day and id. */
function inOrder(offers: Iterable<Offer>): Offer[] {
  return [...offers].sort(
    (a, b) =>
      Number(a.isNew) - Number(b.isNew) ||
      a.draft.place!.days[0]! - b.draft.place!.days[0]! ||
      a.draft.place!.stretch.from - b.draft.place!.stretch.from ||
      (a.draft.id < b.draft.id ? -1 : 1),
  )
}
