import {
  type CivilDate,
  type Dataset,
  dayOfMinute,
  formatInstant,
  type Instant,
  parseDate,
  parseInstant,
  type Session,
  XueshiError,
} from '@xueshi/core'
import { namedAttendees } from './attendees.ts'
import { cancelledOf, keptOf, type PublishedSession } from './published-session.ts'
import { digestOf, type EventStatus, eventStatus } from './shown.ts'
import { localUid, uidKeys } from './uid.ts'

/** What clients have been shown under one UID. */
export interface PublishedEvent {
  /** Digest of what clients show. */
  readonly hash: string
  /** 0 at first, one more with each change; never falls. */
  readonly sequence: number
  /** When it last changed. */
  readonly modified: Instant
  /** `dropped`: in no feed any more; its number is kept, for the session may come back. */
  readonly status: EventStatus | 'dropped'
  /** Day since which it is shown as cancelled. */
  readonly cancelledOn?: CivilDate
  /** Absent once it is dropped. */
  readonly session?: PublishedSession
  /** Members whom records name for it, where it is planned; else it is for those of its organizations. */
  readonly members?: readonly string[]
}

/**
 * What was last published: a value that the embedder keeps as JSON between two publications. It holds what the
 * dataset holds of these sessions, ids of members included, and belongs where the dataset is.
 */
export interface PublishedState {
  readonly version: 1
  /** When it was published. */
  readonly at: Instant
  /** By the left half of the UID, in order. */
  readonly events: Readonly<Record<string, PublishedEvent>>
}

/** What a publication depends on besides the data. */
export interface PublicationOptions {
  /** For how many days a cancelled session stays in the feeds, 0 to 3660. Default 60. */
  readonly keepCancelledDays?: number
  /** Which planned sessions are shown as tentative, such as those of a provisional plan. Default none. */
  readonly tentative?: (session: Session) => boolean
}

/**
 * The state after publishing a dataset, by difference with the last one: a session that changed in anything
 * that clients show has SEQUENCE one higher and is modified `at`; one that did not has the bytes it had.
 *
 * A session that is cancelled, or has gone from the data, stays as cancelled for some days and is then
 * dropped. One that has gone because the stated coverage now begins after it is dropped at once: nobody
 * cancelled it. One that comes back goes on with its number.
 *
 * @param previous The last state; `null` the first time.
 * @param at When it is published; never before the last time.
 * @throws XueshiError `invalid-instant`, `invalid-period` (before the last time), `invalid-config`.
 * @example
 * ```ts
 * import { buildDataset } from '@xueshi/core'
 * import { createCalendars, nextState } from '@xueshi/ical'
 *
 * const plan = (start: string) =>
 *   buildDataset({
 *     organizations: [{ id: 'b01', name: '财政局第一党支部', kind: '党支部' }],
 *     members: [],
 *     sessions: [{ id: 's001', organization: 'b01', kinds: ['主题党日'], start, status: '计划' }],
 *   })
 * const first = nextState(null, plan('2026-03-05T14:30+08:00'), '2026-01-10T09:00+08:00')
 * const moved = plan('2026-03-06T14:30+08:00')
 * const published = nextState(first, moved, '2026-02-20T09:00+08:00')
 * const { ics } = createCalendars(moved, { published }).organization('b01')
 * console.log(ics.includes('SEQUENCE:1'), ics.includes('LAST-MODIFIED:20260220T010000Z')) // true true
 * ```
 */
export function nextState(
  previous: PublishedState | null,
  dataset: Dataset,
  at: Instant,
  options: PublicationOptions = {},
): PublishedState {
  const minute = parseInstant(at)
  const keep = options.keepCancelledDays ?? 60
  if (!Number.isInteger(keep) || keep < 0 || keep > 3660)
    throw new XueshiError('invalid-config', `须为0至3660的整天数 / not whole days from 0 to 3660: ${keep}`, {
      where: 'keepCancelledDays',
    })
  if (previous !== null) {
    assertState(previous)
    if (minute < parseInstant(previous.at))
      throw new XueshiError(
        'invalid-period',
        `早于上次发布 / before the last publication: ${at} < ${previous.at}`,
        { where: 'at' },
      )
  }
  const today = dayOfMinute(minute)
  const now = formatInstant(minute)
  const digest = digestOf(dataset)
  const before = new Map(Object.entries(previous?.events ?? {}))
  const events = new Map<string, PublishedEvent>()

  const publish = (uid: string, session: Session, named: readonly string[] | undefined) => {
    const last = before.get(uid)
    const status = eventStatus(session, options.tentative)
    // Who was to come is told that it is off, also where the records went with it.
    const members = named ?? (status === 'cancelled' ? last?.members : undefined)
    // A session that is off and no longer shown is not shown again because a word of it changes.
    if (last?.status === 'dropped' && status === 'cancelled') {
      events.set(uid, last)
      return
    }
    const hash = digest(session, status)
    const same = last !== undefined && last.status !== 'dropped' && last.hash === hash
    const sequence = last === undefined ? 0 : same ? last.sequence : last.sequence + 1
    const modified = same ? last.modified : now
    const since = last?.status === 'cancelled' ? last.cancelledOn : undefined
    const cancelledOn = status === 'cancelled' ? (since ?? now.slice(0, 10)) : undefined
    if (cancelledOn !== undefined && parseDate(cancelledOn) + keep <= today)
      events.set(uid, { hash, sequence, modified, status: 'dropped' })
    else
      events.set(uid, {
        hash,
        sequence,
        modified,
        status,
        ...(cancelledOn === undefined ? {} : { cancelledOn }),
        session: keptOf(session),
        ...(members === undefined ? {} : { members }),
      })
  }

  const keys = uidKeys(dataset.sessions)
  const attendees = namedAttendees(dataset)
  for (const session of dataset.sessions) {
    const key = keys.get(session.id)
    if (key !== undefined) publish(localUid(key), session, attendees.get(session.id))
  }
  const first = statedFrom(dataset)
  for (const [uid, last] of before) {
    if (events.has(uid)) continue
    const { session, hash, sequence, modified } = last
    if (session === undefined) events.set(uid, last)
    else if (session.lastDay < first) events.set(uid, { hash, sequence, modified, status: 'dropped' })
    else publish(uid, cancelledOf(session), last.members)
  }
  const sorted = [...events].sort(([a], [b]) => (a < b ? -1 : 1))
  return { version: 1, at: now, events: Object.fromEntries(sorted) }
}

/**
 * Checks that a value read from where it was kept is a state this version can go on from.
 *
 * @throws XueshiError `invalid-config`.
 */
export function assertState(state: PublishedState): void {
  if (state.version !== 1 || typeof state.at !== 'string' || typeof state.events !== 'object')
    throw new XueshiError('invalid-config', '不是本版本的发布状态 / not a published state of this version', {
      where: 'published',
      hint: 'nextState(null, dataset, at)',
    })
}

/** First day the data is said to cover; where it is only assumed from the sessions, nobody can tell. */
function statedFrom(dataset: Dataset): CivilDate {
  const assumed = dataset.problems.some(({ code }) => code === 'coverage-assumed')
  return assumed ? '' : dataset.covers.from
}
