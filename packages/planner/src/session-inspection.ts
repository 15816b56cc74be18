import {
  type CivilDate,
  type Dataset,
  dayOfMinute,
  formatDate,
  type LocalizedText,
  type Post,
  tryParseInstant,
  type Venue,
} from '@xueshi/core'
import type { Conflict, ConflictCode, ConflictOptions } from './conflict.ts'
import { conflictMessage, sessionName } from './conflict-words.ts'
import { isOpen, type OpeningHours, readOpeningHours, spansOn } from './opening-hours.ts'
import type { Plan, PlannedSession } from './plan.ts'
import { windowDays } from './window-days.ts'

/** Looks at one session of a plan after the other, and at no two of them together. */
export class SessionInspection {
  readonly #plan: Plan
  readonly #dataset: Dataset
  readonly #options: ConflictOptions
  readonly #lecturers: ReadonlyMap<string, string | null>
  readonly #venues: ReadonlyMap<string, Venue>
  readonly #posts: ReadonlyMap<string, readonly Post[]>
  readonly #hours = new Map<string, OpeningHours>()

  constructor(plan: Plan, dataset: Dataset, options: ConflictOptions) {
    this.#plan = plan
    this.#dataset = dataset
    this.#options = options
    this.#lecturers = new Map(dataset.lecturers.map(({ id, member }) => [id, member]))
    this.#venues = new Map(dataset.venues.map((venue) => [venue.id, venue]))
    const posts = new Map<string, Post[]>()
    for (const post of dataset.posts) {
      const own = posts.get(post.member)
      if (own === undefined) posts.set(post.member, [post])
      else own.push(post)
    }
    this.#posts = posts
  }

  /** What is wrong with a session by itself. */
  conflictsOf(session: PlannedSession): readonly Conflict[] {
    const found = new Findings(session, this.#dataset)
    this.#references(session, found)
    const from = tryParseInstant(session.start)
    const to = tryParseInstant(session.end)
    if (from === undefined) found.add('invalid-time', session.start)
    if (to === undefined) found.add('invalid-time', session.end)
    if (from === undefined || to === undefined) return found.conflicts
    if (to <= from) {
      found.add('end-before-start', `${session.start}—${session.end}`)
      return found.conflicts
    }
    const days = daysOf(from, to)
    const first = days[0]!
    const last = days.at(-1)!
    if (session.date !== first || session.lastDay !== last)
      found.add('dates-disagree', `${session.date}..${session.lastDay}`)
    const { year } = this.#plan
    if (yearOf(first) !== year || yearOf(last) !== year) found.add('outside-year', String(year))
    for (const { rule, window } of session.serves) {
      const span = windowDays(window)
      if (span !== null && (first < span.from || first > span.to))
        found.add('outside-window', `${rule} ${window}`)
    }
    const { workdays } = this.#options
    for (const day of days) if (workdays?.isWorkday(day) === false) found.add('not-a-workday', day)
    this.#belonging(session, first, found)
    this.#opening(session, days, from, to, found)
    return found.conflicts
  }

  #references(session: PlannedSession, found: Findings): void {
    const dataset = this.#dataset
    for (const id of [session.organization, ...session.coHosts, ...session.observers])
      if (dataset.organization(id) === undefined) found.add('unknown-organization', id)
    for (const id of session.lecturers)
      if (!this.#lecturers.has(id) && dataset.member(id) === undefined)
        found.add('unknown-lecturer', id, { person: id })
    const seen = new Set<string>()
    const twice = new Set<string>()
    for (const id of session.attendees) {
      if (dataset.member(id) === undefined && !seen.has(id)) found.add('unknown-member', id, { person: id })
      if (seen.has(id) && !twice.has(id)) {
        twice.add(id)
        found.add('duplicate-attendee', id, { person: id })
      }
      seen.add(id)
    }
    if (session.venue !== null && !this.#venues.has(session.venue))
      found.add('unknown-venue', session.venue, { venue: session.venue })
  }

  /** Whether hosts exist on the day, and whether those invited are there and belong to them. */
  #belonging(session: PlannedSession, day: CivilDate, found: Findings): void {
    const dataset = this.#dataset
    const hosts = new Set([session.organization, ...session.coHosts])
    let isOfMembers = true
    for (const id of hosts) {
      const host = dataset.organization(id)
      if (host === undefined) continue
      if ((host.founded !== null && day < host.founded) || (host.dissolved !== null && day > host.dissolved))
        found.add('organization-not-there', host.name)
      if (host.kind !== 'branch' && host.kind !== 'group') isOfMembers = false
    }
    const lecturing = new Set(session.lecturers.map((id) => this.#lecturers.get(id) ?? id))
    for (const id of new Set([...session.attendees, ...lecturing])) {
      if (dataset.member(id) === undefined) continue
      if (dataset.factsOn(id, day).status === null) found.add('not-on-roll', id, { person: id })
      if (!isOfMembers || lecturing.has(id)) continue
      const { branch, group } = dataset.placeOn(id, day)
      const isOfHost = (branch !== null && hosts.has(branch)) || (group !== null && hosts.has(group))
      if (!isOfHost && !this.#holdsPost(id, hosts, day)) found.add('not-of-host', id, { person: id })
    }
  }

  /** A secretary who has moved to another branch still comes to the meetings of the one he or she runs. */
  #holdsPost(member: string, hosts: ReadonlySet<string>, day: CivilDate): boolean {
    return (this.#posts.get(member) ?? []).some(
      ({ organization, from, to }) => hosts.has(organization) && from <= day && (to === null || day <= to),
    )
  }

  #opening(
    { venue: id }: PlannedSession,
    days: readonly CivilDate[],
    from: number,
    to: number,
    found: Findings,
  ): void {
    const venue = id === null ? undefined : this.#venues.get(id)
    if (venue === undefined) return
    const ranges = this.#options.blackouts?.[venue.id] ?? []
    for (const day of days)
      if (ranges.some((range) => range.from <= day && day <= range.to))
        found.add(
          'venue-blacked-out',
          {
            'zh-CN': `阵地“${venue.name}”${day}停用`,
            en: `The venue “${venue.name}” cannot be used on ${day}`,
          },
          { venue: venue.id },
        )
    if (venue.open === null) return
    const hours = this.#hoursOf(venue.open)
    for (const day of days)
      if (!this.#isOpenFor(hours, day, days, from % 1440, ((to - 1) % 1440) + 1))
        found.add(
          'venue-shut',
          {
            'zh-CN': `阵地“${venue.name}”${day}这一时段不开放（开放时间：${venue.open}）`,
            en: `The venue “${venue.name}” is shut at that time of ${day} (opening hours: ${venue.open})`,
          },
          { venue: venue.id },
        )
  }

  /**
   * A session of several days is held each day between the times of its start and its end. Where it ends earlier
   * in the day than it began, only its begin and its end are times that must be open, and any time of a day between.
   */
  #isOpenFor(
    hours: OpeningHours,
    day: CivilDate,
    days: readonly CivilDate[],
    begin: number,
    end: number,
  ): boolean {
    const facts = { date: day, workday: this.#options.workdays?.isWorkday(day) }
    if (days.length === 1 || begin < end) return isOpen(hours, facts, begin, end)
    if (day === days[0]) return isOpen(hours, facts, begin, begin + 1)
    if (day === days.at(-1)) return isOpen(hours, facts, end - 1, end)
    return spansOn(hours, facts).length > 0
  }

  #hoursOf(text: string): OpeningHours {
    let hours = this.#hours.get(text)
    if (hours === undefined) {
      hours = readOpeningHours(text)
      this.#hours.set(text, hours)
    }
    return hours
  }
}

/** The conflicts of one session; its name is made when there is the first. */
class Findings {
  readonly conflicts: Conflict[] = []
  readonly #session: PlannedSession
  readonly #dataset: Dataset
  #name: LocalizedText | undefined

  constructor(session: PlannedSession, dataset: Dataset) {
    this.#session = session
    this.#dataset = dataset
  }

  add(
    code: ConflictCode,
    what: string | LocalizedText,
    about: { readonly person?: string; readonly venue?: string } = {},
  ): void {
    this.#name ??= sessionName(this.#session, this.#dataset)
    const message = conflictMessage(code, what, this.#name)
    const { person = null, venue = null } = about
    this.conflicts.push({ code, sessions: [this.#session.id], person, venue, message })
  }
}

/** The days a time touches; one that ends at midnight ends on the day before. */
function daysOf(from: number, to: number): readonly CivilDate[] {
  const first = dayOfMinute(from)
  const last = dayOfMinute(to - 1)
  return Array.from({ length: last - first + 1 }, (_, i) => formatDate(first + i))
}

function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4))
}
