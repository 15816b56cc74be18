import { addDuration } from '../civil/duration.ts'
import type { Presence } from '../requirement/schema.ts'
import { type DaySet, daysWithin, hasDay } from './intervals.ts'

/** Why a subject does not owe the duty, or OWES. */
export const PRESENCE = { OWES: 0, NEVER: 1, PARTLY: 2 } as const

/** Judges presence over `[from, until]`: the window up to the day of the check. */
export function presenceIn(
  scope: DaySet,
  presence: Presence | undefined,
  from: number,
  until: number,
): number {
  const days = daysWithin(scope, from, until)
  if (days === 0) return PRESENCE.NEVER
  switch (presence ?? 'whole') {
    case 'whole':
      return days === until - from + 1 ? PRESENCE.OWES : PRESENCE.PARTLY
    case 'any':
      return PRESENCE.OWES
    case 'end':
      return hasDay(scope, until) ? PRESENCE.OWES : PRESENCE.PARTLY
    default:
      // A window younger than the minimum is owed by those in scope ever since it began.
      return days >= Math.min(addDuration(from, presence!) - from, until - from + 1)
        ? PRESENCE.OWES
        : PRESENCE.PARTLY
  }
}
