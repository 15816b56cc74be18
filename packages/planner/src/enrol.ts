import type { Counting, EpochDay } from '@xueshi/core'
import type { Agenda } from './agenda.ts'
import { narrowed } from './agenda.ts'
import { type Draft, kindFor } from './draft.ts'
import type { Duty } from './duties.ts'
import type { FormerPlan } from './former.ts'
import type { Halls } from './halls.ts'
import type { Roster } from './roster.ts'

/** Organizations with a hall, that train the members of all below them. */
const UPPER: ReadonlySet<string> = new Set([
  'organ-committee',
  'party-committee',
  'working-committee',
  'county-committee',
])
/** Days of study from which on a course is better than single sessions. */
const COURSE_FROM = 2
const HOURS_A_DAY = 600

/** Why a duty of a person could not be given a session. */
export type Refusal = 'language' | 'nobody'

/**
 * Gives a person's duty to sessions: those he comes to anyway, those he may be added to, and new ones where
 * there are not enough. `batch` is the most persons of one session that only the asked come to.
 */
export class Enrolment {
  readonly #agenda: Agenda
  readonly #batch: number
  readonly #halls: Halls
  /** First day that may be planned. */
  readonly #first: EpochDay
  readonly #former: FormerPlan
  /** By counting, then branch, group and organization of the post: who may hold the session. */
  readonly #hosts = new WeakMap<Counting, Map<number, readonly number[]>>()
  /** By the persons of a session: how many places are kept for those who were to come before. */
  readonly #kept = new WeakMap<ReadonlySet<number>, number>()

  constructor(agenda: Agenda, batch: number, former: FormerPlan, halls: Halls, first: EpochDay) {
    this.#agenda = agenda
    this.#first = first
    this.#halls = halls
    this.#batch = batch
    this.#former = former
  }

  /** Whether one more person may be added; whoever was to come before has a place. */
  #hasRoom(draft: Draft, member: number): boolean {
    if (this.#former.attendees(draft.id).has(member)) return true
    return draft.asked.size + this.#keptFor(draft) < Math.min(this.#batch, this.#capacityFor(draft))
  }

  /** Asks members below the host to a training that nobody's own duty leads to. */
  fill(draft: Draft): void {
    if (draft.audience !== 'asked' || draft.asked.size > 0) return
    const { roster } = this.#agenda
    const most = Math.min(this.#batch, this.#capacityFor(draft))
    for (const member of roster.membersBelow(draft.host, Math.max(draft.from, this.#first)).slice(0, most))
      draft.asked.add(member)
  }

  /** Places of the largest venue that the host may book, where the session needs one. */
  #capacityFor(draft: Draft): number {
    if (!draft.needsVenue) return Number.POSITIVE_INFINITY
    // Where no venue of the register will do, the host has a room of its own.
    return (
      this.#halls.largestOf(this.#agenda.roster.path(draft.host), draft.minutes) || Number.POSITIVE_INFINITY
    )
  }

  #keptFor(draft: Draft): number {
    return this.#kept.get(draft.asked) ?? this.#former.attendees(draft.id).size
  }

  #add(draft: Draft, member: number): void {
    if (draft.asked.has(member)) return
    if (this.#former.attendees(draft.id).has(member)) this.#kept.set(draft.asked, this.#keptFor(draft) - 1)
    draft.asked.add(member)
  }

  /**
   * Enrols for what is missing; `null` where there are now enough sessions. `late`, when the year is full, new
   * sessions are short ones of the branch rather than courses.
   */
  enrol(duty: Duty, late = false): Refusal | null {
    const member = this.#agenda.roster.personOf(duty.subject)
    if (member < 0) return 'nobody'
    const agenda = this.#agenda
    const { roster } = agenda
    const last = Math.min(duty.window.to, roster.lastDayOf(member))
    const branch = roster.branchOn(member, last)
    const group = roster.groupOn(member, last)
    const post =
      duty.subject.kind === 'post' && duty.organization !== null ? roster.organization(duty.organization) : -1
    if (branch < 0 && post < 0) return 'nobody'
    const allowed = this.#allowed(duty, branch, group, post)
    const lectures = isLecture(duty)
    let left = duty.missing
    const fitting =
      allowed.length === 1
        ? agenda.fitting(duty, allowed[0]!)
        : allowed.flatMap((host) => agenda.fitting(duty, host))
    // Those the person comes to anyway.
    const coming: Draft[] = []
    let total = 0
    for (const draft of fitting) {
      if (
        lectures ? !draft.lecturers.includes(member) : !this.#comesAnyway(draft, member, branch, group, post)
      )
        continue
      coming.push(draft)
      total += agenda.contribution(draft, duty.measure)
    }
    for (const draft of coming) {
      // Where nothing can be spared, the person must be free for it.
      if (total - agenda.contribution(draft, duty.measure) < left) draft.needed.add(member)
      agenda.note(draft, duty)
    }
    left -= total
    for (const draft of fitting) {
      if (left <= 0) break
      if (draft.place !== null || coming.includes(draft) || draft.asked.has(member)) continue
      if (!this.#belongs(draft, member)) continue
      if (lectures ? draft.lecturers.length > 0 : draft.audience !== 'asked' || !this.#hasRoom(draft, member))
        continue
      left -= this.#give(draft, duty, member)
    }
    if (left <= 0) return null
    return this.#found(duty, member, left, allowed, { branch, group, late })
  }

  /** Adds a person whose duty a session is to serve, as a lecturer where that is the duty; returns what it adds. */
  #give(draft: Draft, duty: Duty, member: number): number {
    if (isLecture(duty)) draft.lecturers.push(member)
    else this.#add(draft, member)
    draft.needed.add(member)
    this.#agenda.note(draft, duty)
    return this.#agenda.contribution(draft, duty.measure)
  }

  /** The window of a duty while the person belongs to the branch or group that holds the session. */
  #windowAt(duty: Duty, member: number, host: number): { from: EpochDay; to: EpochDay } {
    const { roster } = this.#agenda
    const { from, to } = narrowed(duty)
    const window = { from, to: Math.max(from, Math.min(to, roster.lastDayOf(member))) }
    const kind = roster.kindOf(host)
    if (kind !== 'branch' && kind !== 'group') return window
    const stay = roster.stayAround(member, host, window.to) ?? roster.guestAround(member, host, window.to)
    return stay === null
      ? window
      : { from: Math.max(window.from, stay.from), to: Math.min(window.to, stay.to) }
  }

  /** Whether the person belongs to the branch or group that holds a session on every day it may lie on. */
  #belongs(draft: Draft, member: number): boolean {
    const { roster } = this.#agenda
    const kind = roster.kindOf(draft.host)
    if (kind !== 'branch' && kind !== 'group') return draft.to <= roster.lastDayOf(member)
    if (this.#isMemberOfHost(draft, member)) return true
    if (roster.stayAround(member, draft.host, draft.to) !== null) return false
    // Persons who are no members, such as candidates, are guests of their branch.
    const guest = roster.guestAround(member, draft.host, draft.to)
    return guest !== null && guest.from <= draft.from && draft.to <= guest.to
  }

  /** Whether the person is a member of the host, a branch or group, on every day the session may lie on. */
  #isMemberOfHost(draft: Draft, member: number): boolean {
    return this.#agenda.roster.belongsThroughout(member, draft.host, draft.from, draft.to)
  }

  /** Organizations on the way up that may hold the session, the nearest first. */
  #allowed(duty: Duty, branch: number, group: number, post: number): readonly number[] {
    let known = this.#hosts.get(duty.count)
    if (known === undefined) {
      known = new Map()
      this.#hosts.set(duty.count, known)
    }
    const { orgCount } = this.#agenda.roster.columns
    const key = ((branch + 1) * (orgCount + 1) + group + 1) * (orgCount + 1) + post + 1
    let allowed = known.get(key)
    if (allowed === undefined) {
      const { roster } = this.#agenda
      const hosts = new Set([...(group >= 0 ? [group] : []), ...roster.path(branch), ...roster.path(post)])
      allowed = [...hosts].filter((host) => mayHold(roster, duty, host, { branch, group, post }))
      known.set(key, allowed)
    }
    return allowed
  }

  /** New sessions for what is left. */
  #found(
    duty: Duty,
    member: number,
    missing: number,
    allowed: readonly number[],
    { branch, group, late }: { readonly branch: number; readonly group: number; readonly late: boolean },
  ): Refusal | null {
    const agenda = this.#agenda
    const hours = duty.measure === 'hours'
    const days = hours ? Math.ceil(missing / HOURS_A_DAY) : missing
    const kind =
      !late &&
      hours &&
      days >= COURSE_FROM &&
      duty.count.kinds === undefined &&
      duty.count.kindClass === 'learning'
        ? 'central-training'
        : kindFor(duty.count, hours)
    if (kind === null) return 'language'
    const habit = agenda.habit(kind)
    const host =
      habit.heldBy === 'branch' && allowed.includes(branch)
        ? branch
        : (allowed.find((org) => UPPER.has(agenda.roster.kindOf(org))) ?? allowed.at(-1))
    if (host === undefined) return 'nobody'
    const window = this.#windowAt(duty, member, host)
    if (duty.measure === 'days' || (hours && habit.heldBy === 'upper'))
      for (const block of agenda.createCourse(host, kind, duty, window, days)) this.#give(block, duty, member)
    else {
      // An organization above calls only those whose duty it is.
      const audience =
        host === branch || host === group || habit.audience === 'posts' ? habit.audience : 'asked'
      for (let left = missing; left > 0; ) {
        let draft = isLecture(duty) ? agenda.beside(duty, host, kind, window) : null
        if (draft !== null && draft.lecturers.length === 0) agenda.join(draft, duty, kind)
        else draft = agenda.create(host, kind, duty, window, { audience })
        left -= this.#give(draft, duty, member)
      }
    }
    return null
  }

  /** Whether the person belongs to those who are asked to come to a session of the host. */
  #comesAnyway(draft: Draft, member: number, branch: number, group: number, post: number): boolean {
    const { roster } = this.#agenda
    if (draft.place !== null) return draft.attendees.includes(member)
    switch (draft.audience) {
      case 'asked':
        return draft.asked.has(member)
      case 'committee':
        return roster.committeeOn(draft.host, draft.from).includes(member)
      case 'posts':
        return draft.host === post || roster.postsOn(draft.host, draft.from).includes(member)
      case 'members':
        return (
          draft.asked.has(member) ||
          ((draft.host === branch || draft.host === group) && this.#isMemberOfHost(draft, member)) ||
          (roster.kindOf(draft.host) !== 'branch' && roster.path(branch).includes(draft.host))
        )
    }
  }
}

/** Whether the duty is to lecture. */
export function isLecture({ count }: Duty): boolean {
  return count.capacities?.every((capacity) => capacity === 'lecturer') === true
}

/** Whether the requirement lets an organization hold the session of a person with this branch, group and post. */
export function mayHold(
  roster: Roster,
  { count: { organizer } }: Duty,
  host: number,
  own: { readonly branch: number; readonly group: number; readonly post: number },
): boolean {
  if (organizer === undefined) return true
  if (organizer === 'post') return host === own.post
  if (typeof organizer === 'object') return organizer.kinds.some((kind) => kind === roster.kindOf(host))
  return host === own.branch || host === own.group
}
