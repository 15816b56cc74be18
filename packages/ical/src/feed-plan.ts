import { type Attendance, type Dataset, type ErrorCode, maskValue, XueshiError } from '@xueshi/core'
import { withAddendum } from './addendum.ts'
import { LABELS } from './labels.ts'
import { feedNames } from './names.ts'
import type { CalendarSettings } from './options.ts'
import { ownWords } from './own.ts'
import { memberReach, reachOfOrganization } from './reach.ts'
import { lecturerReach, venueReach } from './reach-of-places.ts'
import { registersOf } from './registers.ts'
import type { FeedScope } from './scope.ts'
import { feedLine } from './text.ts'
import type { Rank, Timetable } from './timetable.ts'

/** What a feed holds, before anything is written. */
export interface FeedPlan {
  readonly name: string
  readonly ranks: readonly Rank[]
  /** What the feed adds to the event that all feeds share, where it adds anything. */
  readonly dress?: (rank: Rank, event: string) => string
}

/**
 * Plans feeds. @throws XueshiError `unknown-organization`, `unknown-subject` where there is nobody of that id.
 */
export type FeedPlanner = (scope: FeedScope) => FeedPlan

/** A planner of the feeds of a dataset; what several feeds need is prepared once, when it is first asked for. */
export function feedPlanner(dataset: Dataset, settings: CalendarSettings, timetable: Timetable): FeedPlanner {
  const names = feedNames(settings.locale, settings.level)
  const registers = registersOf(dataset)
  const groupsOf = once(() => partyGroups(dataset))
  const reachOfMember = once(() => memberReach(timetable, dataset))
  const reachOfLecturer = once(() => lecturerReach(timetable, dataset))
  const reachOfVenue = once(() => venueReach(timetable, dataset))
  const positions = once(
    () => new Map(dataset['~columns'].memberId.map((memberId, position) => [memberId, position])),
  )
  const everything = once(() => timetable.listings.map((_, rank) => rank))
  const person = (name: string | undefined) => (settings.memberNames ? (name ?? null) : null)

  // Sessions may name a member who lectures by the entry of the register.
  const registered = new Set(dataset.lecturers.map(({ member }) => member))
  const withLectures = (ranks: readonly Rank[], id: string): readonly Rank[] => {
    const lectures = registered.has(id) ? (reachOfLecturer()(id) ?? []) : []
    if (lectures.length === 0) return ranks
    return [...new Set([...ranks, ...lectures])].sort((a, b) => a - b)
  }

  const ofMember = (id: string, name: string, leads: boolean): FeedPlan => {
    const position = positions().get(id)
    if (position === undefined) throw nobody('没有这名党员 / no such member', id)
    const ranks = withLectures(reachOfMember()(position), id)
    const own = settings.level === 'own' ? ownOf(dataset, id, settings, timetable) : undefined
    const host = leads ? hostOf(dataset, settings, timetable) : undefined
    if (own === undefined && host === undefined) return plain(name, ranks)
    return {
      name,
      ranks,
      dress: (rank, event) => {
        const hosted = host === undefined ? event : withAddendum(event, 'SUMMARY', host(rank))
        return own === undefined ? hosted : withAddendum(hosted, 'DESCRIPTION', own(rank))
      },
    }
  }

  return ({ kind, id }) => {
    switch (kind) {
      case 'organization': {
        const found = dataset.organization(id)
        if (found === undefined)
          throw nobody('没有这个党组织 / no such organization', id, 'unknown-organization')
        return plain(feedLine(found.name), reachOfOrganization(timetable, id, groupsOf().get(id) ?? []))
      }
      case 'member':
        return ofMember(id, names.member(person(dataset.member(id)?.name)), false)
      case 'leader':
        return ofMember(id, names.leader(person(dataset.member(id)?.name)), true)
      case 'lecturer': {
        const ranks = reachOfLecturer()(id)
        if (ranks === undefined) throw nobody('没有这名讲师 / no such lecturer', id)
        return plain(names.lecturer(person(registers.lecturerName(id))), ranks)
      }
      case 'venue': {
        const ranks = reachOfVenue()(id)
        if (ranks === undefined) throw nobody('没有这个场地 / no such venue', id)
        const name = settings.level === 'public' ? registers.publicPlace(id) : registers.venue(id)?.name
        return plain(names.venue(name ?? null), ranks)
      }
      case 'county':
        return plain(names.county, everything())
    }
  }
}

function plain(name: string, ranks: readonly Rank[]): FeedPlan {
  return { name, ranks }
}

/** What the sessions are to a member, by rank. */
function ownOf(dataset: Dataset, id: string, settings: CalendarSettings, { listings }: Timetable) {
  const records = new Map<string, Attendance>()
  for (const record of dataset.attendanceOf(id)) records.set(record.session, record)
  return (rank: Rank) => {
    const { session } = listings[rank]!
    return ownWords(session, records.get(session.id), settings.countsFor(session, id), settings.locale)
  }
}

/** The host behind a summary, by which a leader tells one life from the other. */
function hostOf(dataset: Dataset, { locale }: CalendarSettings, { listings }: Timetable) {
  const { open, close } = LABELS[locale]
  return (rank: Rank) => {
    const name = feedLine(dataset.organization(listings[rank]!.session.organization)?.name ?? '')
    return name === '' ? '' : open + name + close
  }
}

function partyGroups(dataset: Dataset): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const { id, kind, parent } of dataset.organizations)
    if (kind === 'group' && parent !== null) groups.set(parent, [...(groups.get(parent) ?? []), id])
  return groups
}

function nobody(what: string, id: string, code: ErrorCode = 'unknown-subject'): XueshiError {
  return new XueshiError(code, `${what}: ${maskValue(id)}`)
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
