import type { Dataset, OrganizationKind } from '@xueshi/core'
import { FEED_END, feedHead } from './envelope.ts'
import { eventWriter } from './event.ts'
import { feedPlanner } from './feed-plan.ts'
import { type CalendarOptions, settingsOf } from './options.ts'
import { leadersOf } from './reach-of-places.ts'
import { assertScope, type FeedScope } from './scope.ts'
import { type Rank, timetableOf } from './timetable.ts'

/** One calendar, complete: what a file `.ics` holds or a subscription answers. */
export interface Feed {
  /** Id of the organization or member it is for. */
  readonly id: string
  /** Name of the calendar as clients show it. */
  readonly name: string
  /** Number of sessions in it. */
  readonly events: number
  /** The iCalendar text, to be written as UTF-8: lines end in CRLF and have at most 75 octets. */
  readonly ics: string
}

/**
 * The calendars of a dataset. Equal datasets and options give equal bytes, in any process, at any time.
 *
 * Every feed throws XueshiError `usage` where the published state is not of this dataset.
 */
export interface Calendars {
  /**
   * The feed of an organization: every session that it or one of its Party groups hosts, co-hosts or sits in
   * on, past, planned and cancelled ones.
   *
   * @throws XueshiError `unknown-organization`.
   */
  organization(id: string): Feed
  /**
   * The feed of a member: sessions of the branch and group the member belongs to on the day and of the
   * organizations above, of every organization in which the member holds a post on the day (both lives of a
   * leader), and every session the member has a record of or lectures at. Meetings of committees and
   * leaderships reach their members only; a planned session for which records name members reaches those only.
   *
   * @throws XueshiError `unknown-subject`.
   */
  member(id: string): Feed
  /**
   * The feed of a leader: that of the member, both lives in one, and every event says behind its summary which
   * organization holds it.
   *
   * @throws XueshiError `unknown-subject`.
   */
  leader(id: string): Feed
  /**
   * The feed of a lecturer, by id of the register or of a member: every session that names the lecturer, by id
   * or by a name that is unique in the register, or at which a record has the lecturer as such.
   *
   * @throws XueshiError `unknown-subject`.
   */
  lecturer(id: string): Feed
  /**
   * The feed of a venue of the register: every session that names it, by id or by a name that is unique there.
   *
   * @throws XueshiError `unknown-subject`.
   */
  venue(id: string): Feed
  /** The feed of the county: every session of the dataset. */
  county(): Feed
  /**
   * The feed that a scope names.
   *
   * @throws XueshiError `invalid-config`, `unknown-organization`, `unknown-subject`.
   */
  feed(scope: FeedScope): Feed
  /** The feeds of all organizations, or of those of some kinds, in order of id; each is made when asked for. */
  organizations(kinds?: readonly OrganizationKind[]): IterableIterator<Feed>
  /** The feeds of all persons in order of the dataset; each is made when asked for. */
  members(): IterableIterator<Feed>
  /** The feeds of those who hold posts in a leadership, a committee above branches or a study centre group. */
  leaders(): IterableIterator<Feed>
  /** The feeds of all lecturers of the register, in order of id. */
  lecturers(): IterableIterator<Feed>
  /** The feeds of all venues of the register, in order of id. */
  venues(): IterableIterator<Feed>
}

/**
 * Calendars of a dataset. A session is rendered once, when the first feed needs it, and feeds are joined
 * from the rendered events. Nothing is written anywhere and no clock is read.
 *
 * Feeds carry no METHOD and no ATTENDEE. Of persons they name the lecturers alone, and numbers that name a
 * person are taken out of titles, places and names. How much they say is the option `level`.
 *
 * @throws XueshiError `invalid-config`, `invalid-date`, `invalid-period`, `invalid-duration` where an option is
 * wrong, `usage` where the published state is not of this dataset.
 * @example
 * ```ts
 * import { buildDataset } from '@xueshi/core'
 * import { createCalendars } from '@xueshi/ical'
 *
 * const dataset = buildDataset({
 *   organizations: [{ id: 'b01', name: '财政局第一党支部', kind: '党支部' }],
 *   members: [],
 *   sessions: [
 *     {
 *       id: 's001',
 *       organization: 'b01',
 *       kinds: ['主题党日'],
 *       title: '重温入党誓词',
 *       start: '2025-03-05T14:30+08:00',
 *       end: '2025-03-05T16:30+08:00',
 *     },
 *   ],
 * })
 * const feed = createCalendars(dataset, { domain: 'calendar.county.example' }).organization('b01')
 * console.log(feed.name, feed.events) // 财政局第一党支部 1
 * console.log(feed.ics.includes('DTSTART;TZID=Asia/Shanghai:20250305T143000')) // true
 * ```
 */
export function createCalendars(dataset: Dataset, options: CalendarOptions = {}): Calendars {
  const settings = settingsOf(options)
  const timetable = timetableOf(dataset, settings)
  const plan = feedPlanner(dataset, settings, timetable)
  const write = eventWriter(dataset, settings)
  const events = new Array<string | undefined>(timetable.listings.length)
  const eventAt = (rank: Rank) => {
    events[rank] ??= write(timetable.listings[rank]!)
    return events[rank]
  }
  const feed = (scope: FeedScope): Feed => {
    const { name, ranks, dress } = plan(scope)
    const each = dress === undefined ? eventAt : (rank: Rank) => dress(rank, eventAt(rank))
    const body = ranks.map(each).join('')
    return {
      id: scope.id,
      name,
      events: ranks.length,
      ics: feedHead(name, settings.refresh) + body + FEED_END,
    }
  }
  const organization = (id: string) => feed({ kind: 'organization', id })
  const member = (id: string) => feed({ kind: 'member', id })
  const leader = (id: string) => feed({ kind: 'leader', id })
  const lecturer = (id: string) => feed({ kind: 'lecturer', id })
  const venue = (id: string) => feed({ kind: 'venue', id })

  return {
    organization,
    member,
    leader,
    lecturer,
    venue,
    county: () => feed({ kind: 'county', id: 'county' }),
    feed(scope) {
      assertScope(scope, 'organization')
      return feed(scope)
    },
    *organizations(kinds) {
      for (const { id, kind } of dataset.organizations)
        if (kinds === undefined || kinds.includes(kind)) yield organization(id)
    },
    *members() {
      for (const { id } of dataset.members) yield member(id)
    },
    *leaders() {
      for (const id of leadersOf(dataset)) yield leader(id)
    },
    *lecturers() {
      for (const { id } of dataset.lecturers) yield lecturer(id)
    },
    *venues() {
      for (const { id } of dataset.venues) yield venue(id)
    },
  }
}
