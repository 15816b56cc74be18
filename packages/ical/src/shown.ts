import { createHash } from 'node:crypto'
import type { Dataset, Session } from '@xueshi/core'
import { registersOf } from './registers.ts'
import { descriptionOf, isDays, kindNames, locationOf, summaryOf, type Wording } from './wording.ts'

/** How an event stands in a feed. */
export type EventStatus = 'confirmed' | 'tentative' | 'cancelled'

/** Says which planned sessions may still move, so that clients show them as tentative. */
export type Tentative = (session: Session) => boolean

/** The status of a session's event: only what is to come can be tentative. */
export function eventStatus(session: Session, tentative: Tentative | undefined): EventStatus {
  if (session.status === 'cancelled') return 'cancelled'
  return session.status !== 'held' && tentative?.(session) === true ? 'tentative' : 'confirmed'
}

/**
 * A digest of everything that clients show of a session, in whichever language and at whichever level: 16 hex
 * digits. What a single member has of it (capacity, attendance) is not part of it.
 */
export function digestOf(dataset: Dataset): (session: Session, status: EventStatus) => string {
  const wording: Wording = {
    dataset,
    registers: registersOf(dataset),
    locale: 'zh-CN',
    level: 'organization',
  }
  return (session, status) => {
    const days = isDays(session)
    const shown = [
      status,
      days ? session.start.slice(0, 10) : session.start,
      days ? session.lastDay : session.end,
      summaryOf(session, wording),
      locationOf(session, wording),
      descriptionOf(session, wording),
      kindNames(session, wording),
    ]
    return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 16)
  }
}
