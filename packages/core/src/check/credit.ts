import type { CreditPolicy } from '../config/config.ts'
import { type Columns, NONE, ROW, SESSION } from '../dataset/columns.ts'

/** Credit of a row that cannot be told: no hours anywhere and no end of the session. */
export const UNKNOWN_CREDIT = 0xffff

const cache = new WeakMap<Columns, Map<string, Uint16Array>>()

/**
 * Credit per row in 1/100 hours before overlap and daily cap between rows: hours of the row, else of the
 * session, else derived from start and end; at most the daily cap for each day the session spans (clause 12).
 * Rows that earn nothing (absent, excused, made up elsewhere) have 0.
 */
export function creditColumn(columns: Columns, policy: CreditPolicy): Uint16Array {
  const key = `${policy.minutesPerHour}:${policy.dailyCap}`
  let byPolicy = cache.get(columns)
  if (byPolicy === undefined) {
    byPolicy = new Map()
    cache.set(columns, byPolicy)
  }
  let credit = byPolicy.get(key)
  if (credit === undefined) {
    credit = new Uint16Array(columns.rowCount)
    fillCredit(credit, columns, sessionCredits(columns, policy), Math.round(policy.dailyCap * 100))
    byPolicy.set(key, credit)
  }
  return credit
}

/** Credit per session where the row states none. */
function sessionCredits(columns: Columns, policy: CreditPolicy): Uint16Array {
  const { sessionCount, sessionHours, sessionStart, sessionEnd, sessionTimeless, sessionDay, sessionEndDay } =
    columns
  const credits = new Uint16Array(sessionCount)
  const cap = Math.round(policy.dailyCap * 100)
  for (let s = 0; s < sessionCount; s++) {
    const most = cap * (sessionEndDay[s]! - sessionDay[s]! + 1)
    const stated = sessionHours[s]!
    if (stated !== NONE) credits[s] = Math.min(stated, most, UNKNOWN_CREDIT - 1)
    else if (sessionEnd[s] === NONE || sessionTimeless[s] === 1) credits[s] = UNKNOWN_CREDIT
    else {
      const minutes = sessionEnd[s]! - sessionStart[s]!
      credits[s] = Math.min(Math.round((minutes * 100) / policy.minutesPerHour), most, UNKNOWN_CREDIT - 1)
    }
  }
  return credits
}

/** Which flag bytes earn credit: present or hours-only rows; which capacities count is the counting's matter. */
const EARNS = new Uint8Array(256)
for (let flags = 0; flags < 256; flags++) {
  const status = flags & ROW.STATUS
  if (status === ROW.PRESENT && (flags & ROW.NAMED_LECTURER) === 0) EARNS[flags] = 1
}

/** Whether a row with these flags earns credit. */
export function earnsCredit(flags: number): boolean {
  return EARNS[flags] === 1
}

function fillCredit(credit: Uint16Array, columns: Columns, perSession: Uint16Array, cap: number): void {
  const { rowCount, rowFlags, rowHours, rowSession, sessionDay, sessionEndDay } = columns
  for (let i = 0; i < rowCount; i++) {
    if (EARNS[rowFlags[i]!] === 0) continue
    const session = rowSession[i]!
    const stated = rowHours[i]!
    if (stated === 0xffff) credit[i] = perSession[session]!
    else {
      const most = cap * (sessionEndDay[session]! - sessionDay[session]! + 1)
      credit[i] = stated < most ? stated : Math.min(most, UNKNOWN_CREDIT - 1)
    }
  }
}

/** By session class: 1 held whatever the export date, 2 held if not after the export date, 0 not held. */
export function heldClasses(columns: Columns): Uint8Array {
  return Uint8Array.from(columns.classes, (sessionClass) =>
    sessionClass.status === SESSION.HELD ? 1 : sessionClass.status === SESSION.BLANK ? 2 : 0,
  )
}
