import { type Dataset, maskValue, type OrganizationKind, XueshiError } from '@xueshi/core'
import { FEED_END, feedHead } from './envelope.ts'
import { eventWriter } from './event.ts'
import { type CalendarOptions, settingsOf } from './options.ts'
import { type MemberReach, memberReach, reachOfOrganization } from './reach.ts'
import { feedLine } from './text.ts'
import { type Rank, timetableOf } from './timetable.ts'
import { memberFeedName } from './wording.ts'

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

/** The calendars of a dataset. Equal datasets and options give equal bytes, in any process, at any time. */
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
   * leaderships reach their members only.
   *
   * @throws XueshiError `unknown-subject`.
   */
  member(id: string): Feed
  /** The feeds of all organizations, or of those of some kinds, in order of id; each is made when asked for. */
  organizations(kinds?: readonly OrganizationKind[]): IterableIterator<Feed>
  /** The feeds of all persons in order of the dataset; each is made when asked for. */
  members(): IterableIterator<Feed>
}

/**
 * Calendars of a dataset. A session is rendered once, when the first feed needs it, and feeds are joined
 * from the rendered events. Nothing is written anywhere and no clock is read.
 *
 * Feeds carry no METHOD and no ATTENDEE. Of persons they name the lecturers alone, and numbers that name a
 * person are taken out of titles, places and names.
 *
 * @throws XueshiError `invalid-config`, `invalid-date`, `invalid-period`, `invalid-duration` where an option is wrong.
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
  const write = eventWriter(dataset, settings)
  const events = new Array<string | undefined>(timetable.sessions.length)
  const eventAt = (rank: Rank) => {
    events[rank] ??= write(timetable.sessions[rank]!, timetable.uidKeys[rank]!)
    return events[rank]
  }
  const feed = (id: string, name: string, ranks: readonly Rank[]): Feed => ({
    id,
    name,
    events: ranks.length,
    ics: feedHead(name, settings.refresh) + ranks.map(eventAt).join('') + FEED_END,
  })

  const groups = new Map<string, string[]>()
  for (const { id, kind, parent } of dataset.organizations)
    if (kind === 'group' && parent !== null) groups.set(parent, [...(groups.get(parent) ?? []), id])
  const organization = (id: string): Feed => {
    const found = dataset.organization(id)
    if (found === undefined)
      throw new XueshiError('unknown-organization', `没有这个党组织 / no such organization: ${maskValue(id)}`)
    return feed(id, feedLine(found.name), reachOfOrganization(timetable, id, groups.get(id) ?? []))
  }

  let reach: MemberReach | undefined
  let positions: ReadonlyMap<string, number> | undefined
  const member = (id: string): Feed => {
    positions ??= new Map(dataset['~columns'].memberId.map((memberId, position) => [memberId, position]))
    reach ??= memberReach(timetable, dataset)
    const position = positions.get(id)
    if (position === undefined)
      throw new XueshiError('unknown-subject', `没有这名党员 / no such member: ${maskValue(id)}`)
    const person = settings.memberNames ? (dataset.member(id)?.name ?? null) : null
    return feed(id, memberFeedName(settings.locale, person), reach(position))
  }

  return {
    organization,
    member,
    *organizations(kinds) {
      for (const { id, kind } of dataset.organizations)
        if (kinds === undefined || kinds.includes(kind)) yield organization(id)
    },
    *members() {
      for (const { id } of dataset.members) yield member(id)
    },
  }
}
