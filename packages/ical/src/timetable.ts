import { type Dataset, dayOfMinute, parseDate, parseInstant, type Session } from '@xueshi/core'
import { firstDay, type Listing, listings } from './listing.ts'
import type { CalendarSettings } from './options.ts'

/** Position of a session in the order of every feed. */
export type Rank = number

/** The sessions that feeds may hold, in order of start and id; a {@link Rank} is a position in it. */
export interface Timetable {
  readonly listings: readonly Listing[]
  /** First day of a session, by rank; never falls. */
  readonly days: Int32Array
  /** Whether a session is for the holders of posts alone, by rank. */
  readonly closed: Uint8Array
  /** Whether a session is for the members whom records name alone, by rank. */
  readonly named: Uint8Array
  readonly rankOf: ReadonlyMap<string, Rank>
  /** Ranks of the sessions an organization hosts or co-hosts, in order, by organization id. */
  readonly hosted: ReadonlyMap<string, readonly Rank[]>
  /** Ranks of the sessions an organization sits in on, in order, by organization id. */
  readonly observed: ReadonlyMap<string, readonly Rank[]>
}

/** Kinds of session that the members of a committee or a leadership attend, not all members. */
const CLOSED_KINDS: readonly string[] = ['committee-meeting', 'democratic-life-meeting', 'center-group-study']

/** Puts the sessions of a dataset in order, within the limits of the settings. */
export function timetableOf(dataset: Dataset, settings: CalendarSettings): Timetable {
  const from = firstDay(dataset, settings)
  const entries: { listing: Listing; start: number }[] = []
  for (const listing of listings(dataset, settings)) {
    const start = parseInstant(listing.session.start)
    if (dayOfMinute(start) <= settings.to && parseDate(listing.session.lastDay) >= from)
      entries.push({ listing, start })
  }
  entries.sort((a, b) => a.start - b.start || (a.listing.session.id < b.listing.session.id ? -1 : 1))

  const hosted = new Map<string, Rank[]>()
  const observed = new Map<string, Rank[]>()
  const rankOf = new Map<string, Rank>()
  entries.forEach(({ listing: { session } }, rank) => {
    rankOf.set(session.id, rank)
    note(hosted, session.organization, rank)
    for (const organization of session.coHosts) note(hosted, organization, rank)
    for (const organization of session.observers) note(observed, organization, rank)
  })
  return {
    listings: entries.map(({ listing }) => listing),
    days: Int32Array.from(entries, ({ start }) => dayOfMinute(start)),
    closed: Uint8Array.from(entries, ({ listing }) => (isClosed(listing.session) ? 1 : 0)),
    named: Uint8Array.from(entries, ({ listing }) => (listing.members === undefined ? 0 : 1)),
    rankOf,
    hosted,
    observed,
  }
}

function isClosed(session: Session): boolean {
  return (
    session.unknownKinds.length === 0 &&
    session.kinds.length > 0 &&
    session.kinds.every((kind) => CLOSED_KINDS.includes(kind))
  )
}

/** Adds a rank to a list once; ranks come in order. */
export function note(ranks: Map<string, Rank[]>, key: string, rank: Rank): void {
  const known = ranks.get(key)
  if (known === undefined) ranks.set(key, [rank])
  else if (known.at(-1) !== rank) known.push(rank)
}
