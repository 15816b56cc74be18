import { createHash } from 'node:crypto'
import type { Session } from '@xueshi/core'

/**
 * What the UID of each session is made from, by session id. It is the planned id where the session names
 * one, else the session's own id, so that a session keeps its UID when it moves from plan to record.
 *
 * Where several sessions name one planned id, the first of them that is not cancelled (by id) keeps it and
 * the others stand on their own id. A planned session that another session has carried out is left out: it
 * is that other session.
 */
export function uidKeys(sessions: readonly Session[]): Map<string, string> {
  const keeper = new Map<string, Session>()
  for (const session of sessions) {
    const key = session.plannedId ?? session.id
    const other = keeper.get(key)
    if (other === undefined || precedes(session, other)) keeper.set(key, session)
  }
  const keys = new Map<string, string>()
  for (const session of sessions) {
    const key = session.plannedId ?? session.id
    if (keeper.get(key) === session) keys.set(session.id, key)
    else if (session.plannedId !== null || !isPlan(session)) keys.set(session.id, `session\n${session.id}`)
  }
  return keys
}

/**
 * The left half of the UID of a key, before the `@` of the domain: 32 hex digits of its SHA-256. It says nothing
 * of date, title or place.
 */
export function localUid(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32)
}

/** Whether `a` rather than `b` keeps the UID that both ask for. */
function precedes(a: Session, b: Session): boolean {
  if ((a.plannedId === null) !== (b.plannedId === null)) return a.plannedId !== null
  const cancelled = Number(a.status === 'cancelled') - Number(b.status === 'cancelled')
  return cancelled === 0 ? a.id < b.id : cancelled < 0
}

function isPlan(session: Session): boolean {
  return session.status === 'planned' || session.status === null
}
