import type { Dataset, RuleContext, Session } from '@xueshi/core'
import { dayOf, isHeld } from '../../held.ts'

/** Hours of online study of a member in a window. */
export interface OnlineStudy {
  /** In 1/100 hours. */
  readonly hundredths: number
  /** The first session whose hours nobody states, by id. */
  readonly untold: string | null
}

/** Attendance of a session of online study; hours of the record, else of the session. */
interface Attended {
  readonly session: Session
  readonly hours: number | null
}

/** What a member attended in the window and up to the day of the check. */
export function onlineStudyOf(member: string, context: RuleContext): OnlineStudy {
  const { from, to } = context.window
  let hundredths = 0
  let untold: string | null = null
  for (const { session, hours } of attendedIn(context.dataset).get(member) ?? []) {
    const day = dayOf(session)
    if (day < from || (to !== null && day > to) || !isHeld(session, context)) continue
    if (hours === null) untold ??= session.id
    else hundredths += Math.round(hours * 100)
  }
  return { hundredths, untold }
}

// All members of a dataset are asked for: the sessions are gone through once.
const known = new WeakMap<Dataset, ReadonlyMap<string, readonly Attended[]>>()

function attendedIn(dataset: Dataset): ReadonlyMap<string, readonly Attended[]> {
  let attended = known.get(dataset)
  if (attended === undefined) {
    attended = readAttended(dataset)
    known.set(dataset, attended)
  }
  return attended
}

function readAttended(dataset: Dataset): Map<string, Attended[]> {
  const byMember = new Map<string, Attended[]>()
  for (const session of dataset.sessions) {
    if (!session.kinds.includes('online-study')) continue
    for (const { member, status, capacity, hours } of dataset.attendanceAt(session.id)) {
      if (status !== 'present' || capacity === 'observer') continue
      const own = byMember.get(member) ?? []
      own.push({ session, hours: hours ?? session.hours })
      byMember.set(member, own)
    }
  }
  return byMember
}
