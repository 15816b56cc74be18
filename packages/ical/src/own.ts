import {
  ATTENDANCE_STATUSES,
  type Attendance,
  CAPACITIES,
  type Locale,
  type Session,
  termName,
} from '@xueshi/core'
import { LABELS } from './labels.ts'
import { feedLine } from './text.ts'

/** What a session is to one member, a line each: capacity, record, hours, and what it counts for. */
export function ownWords(
  session: Session,
  record: Attendance | undefined,
  countsFor: readonly string[],
  locale: Locale,
): string {
  const labels = LABELS[locale]
  const lines: string[] = []
  const held = session.status === 'held' || session.status === null
  if (record !== undefined) {
    lines.push(labels.ownCapacity + labels.colon + termName(CAPACITIES, record.capacity, locale))
    if (held)
      lines.push(labels.ownRecord + labels.colon + termName(ATTENDANCE_STATUSES, record.status, locale))
    const hours = record.hours ?? session.hours
    const earned = record.status === 'present' || record.status === 'made-up'
    if (hours !== null && earned && session.status !== 'cancelled')
      lines.push(`${labels.ownHours}${labels.colon}${hours}`)
  }
  const words = countsFor.map(feedLine).filter((word) => word !== '')
  if (words.length > 0 && session.status !== 'cancelled')
    lines.push(labels.countsFor + labels.colon + words.join(labels.list))
  return lines.join('\n')
}
