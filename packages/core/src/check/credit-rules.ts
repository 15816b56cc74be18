import type { CreditPolicy } from '../config/config.ts'
import type { Columns } from '../dataset/columns.ts'
import { capsOf, onlineClasses, UNKNOWN_CREDIT } from './caps.ts'
import { Room } from './room.ts'

/** What each row earns alone under the caps of half-days. */
export function withinHalfDays(credit: Uint16Array, columns: Columns, policy: CreditPolicy): Uint16Array {
  const caps = capsOf(policy)
  // Most rows have the credit of their session, so few pairs of the two are different.
  const known = new Map<number, number>()
  return credit.map((earned, row) => {
    if (earned === 0 || earned === UNKNOWN_CREDIT) return earned
    const session = columns.rowSession[row]!
    const key = session * 0x10000 + earned
    let fits = known.get(key)
    if (fits === undefined) {
      fits = new Room(columns, caps, () => 0).take(session, earned)
      known.set(key, fits)
    }
    return fits
  })
}

/** Lowers the credit of online records to what a policy leaves each of them. */
export function applyOnlineRules(credit: Uint16Array, columns: Columns, policy: CreditPolicy): void {
  const { online, minutesPerHour } = policy
  if (online === undefined || online === null) return
  const { minimumMinutes = 0, recordCap = null } = online
  const least = Math.round((minimumMinutes * 100) / minutesPerHour)
  const most = recordCap === null ? UNKNOWN_CREDIT - 1 : Math.round(recordCap * 100)
  const isOnline = onlineClasses(columns)
  for (let row = 0; row < credit.length; row++) {
    const earned = credit[row]!
    if (isOnline[columns.rowClass[row]!] === 0 || earned === UNKNOWN_CREDIT) continue
    credit[row] = earned < least ? 0 : Math.min(earned, most)
  }
}
