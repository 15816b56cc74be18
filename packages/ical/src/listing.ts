import {
  type Dataset,
  type EpochDay,
  parseDate,
  parseInstant,
  type Session,
  type ShanghaiMinute,
  XueshiError,
} from '@xueshi/core'
import { namedAttendees } from './attendees.ts'
import type { CalendarSettings } from './options.ts'
import { cancelledOf } from './published-session.ts'
import { type EventStatus, eventStatus } from './shown.ts'
import { localUid, uidKeys } from './uid.ts'

/** A session as feeds show it. */
export interface Listing {
  readonly session: Session
  /** Left half of the UID. */
  readonly uid: string
  readonly status: EventStatus
  readonly sequence: number
  /** DTSTAMP and LAST-MODIFIED. */
  readonly stamp: ShanghaiMinute
  /** Digest of what was published, `null` where nothing was. */
  readonly hash: string | null
  /** Whom records name for it while it is to come; `undefined`: whom it reaches by its organizations. */
  readonly members: readonly string[] | undefined
}

/**
 * The sessions that feeds show, in the order of the dataset, then those that have gone from it. Without a
 * published state every session stands as the export has it, stamped with the first minute in Asia/Shanghai of
 * the day the export was made (else of the last day it covers), so that equal exports give equal bytes.
 */
export function* listings(dataset: Dataset, settings: CalendarSettings): Generator<Listing> {
  const keys = uidKeys(dataset.sessions)
  const attendees = namedAttendees(dataset)
  const { published } = settings
  if (published === null) {
    const stamp = exportDay(dataset) * 1440
    for (const session of dataset.sessions) {
      const key = keys.get(session.id)
      if (key === undefined) continue
      const status = eventStatus(session, settings.tentative)
      const members = attendees.get(session.id)
      yield { session, uid: localUid(key), status, sequence: 0, stamp, hash: null, members }
    }
    return
  }
  const seen = new Set<string>()
  for (const session of dataset.sessions) {
    const key = keys.get(session.id)
    if (key === undefined) continue
    const uid = localUid(key)
    seen.add(uid)
    const event = Object.hasOwn(published.events, uid) ? published.events[uid]! : undefined
    if (event === undefined) throw stale()
    const { status, sequence, modified, hash } = event
    if (status === 'dropped') continue
    yield {
      session,
      uid,
      status,
      sequence,
      stamp: parseInstant(modified),
      hash,
      members: attendees.get(session.id) ?? (status === 'cancelled' ? event.members : undefined),
    }
  }
  for (const [uid, { session, status, sequence, modified, hash, members }] of Object.entries(
    published.events,
  )) {
    if (seen.has(uid) || session === undefined || status === 'dropped') continue
    if (status !== 'cancelled') throw stale()
    yield {
      session: cancelledOf(session),
      uid,
      status,
      sequence,
      stamp: parseInstant(modified),
      hash,
      members,
    }
  }
}

/** First day of the window of the feeds. */
export function firstDay(dataset: Dataset, { from, pastDays, published }: CalendarSettings): EpochDay {
  if (pastDays === null) return from
  const today = published === null ? exportDay(dataset) : Math.floor(parseInstant(published.at) / 1440)
  return Math.max(from, today - pastDays)
}

/** A dataset that is not the one the state was made of: its changes would have no number. */
export function stale(): XueshiError {
  return new XueshiError(
    'usage',
    '发布状态不是由这份数据得出的 / the published state is not of this dataset',
    {
      where: 'published',
      hint: 'nextState(previous, dataset, at)',
    },
  )
}

function exportDay(dataset: Dataset): EpochDay {
  return parseDate(dataset.exportedOn ?? dataset.covers.to)
}
