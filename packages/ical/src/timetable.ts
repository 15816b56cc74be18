import { type Dataset, dayOfMinute, type EpochDay, parseDate, parseInstant, type Session } from '@xueshi/core'
import type { CalendarSettings } from './options.ts'
import { uidKeys } from './uid.ts'

/** Position of a session in the order of every feed. */
export type Rank = number

/** The sessions that feeds may hold, in order of start and id; a {@link Rank} is a position in it. */
export interface Timetable {
  readonly sessions: readonly Session[]
  /** What the UID of a session is made from, by rank. */
  readonly uidKeys: readonly string[]
  /** First day of a session, by rank; never falls. */
  readonly days: Int32Array
  /** Whether a session is for the holders of posts alone, by rank. */
  readonly closed: Uint8Array
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
  const keys = uidKeys(dataset.sessions)
  const entries: { session: Session; start: number; day: EpochDay }[] = []
  for (const session of dataset.sessions) {
    if (!keys.has(session.id)) continue
    const start = parseInstant(session.start)
    const day = dayOfMinute(start)
    if (day <= settings.to && parseDate(session.lastDay) >= settings.from)
      entries.push({ session, start, day })
  }
  entries.sort((a, b) => a.start - b.start || (a.session.id < b.session.id ? -1 : 1))

  const hosted = new Map<string, Rank[]>()
  const observed = new Map<string, Rank[]>()
  const rankOf = new Map<string, Rank>()
  entries.forEach(({ session }, rank) => {
    rankOf.set(session.id, rank)
    for (const organization of new Set([session.organization, ...session.coHosts]))
      note(hosted, organization, rank)
    for (const organization of new Set(session.observers)) note(observed, organization, rank)
  })
  return {
    sessions: entries.map(({ session }) => session),
    uidKeys: entries.map(({ session }) => keys.get(session.id)!),
    days: Int32Array.from(entries, ({ day }) => day),
    closed: Uint8Array.from(entries, ({ session }) => (isClosed(session) ? 1 : 0)),
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

function note(ranks: Map<string, Rank[]>, organization: string, rank: Rank): void {
  const known = ranks.get(organization)
  if (known === undefined) ranks.set(organization, [rank])
  else known.push(rank)
}
