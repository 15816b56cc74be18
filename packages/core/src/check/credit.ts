import type { CreditPolicy } from '../config/config.ts'
import { type Columns, NONE, ROW, SESSION } from '../dataset/columns.ts'
import { capsOf, UNKNOWN_CREDIT } from './caps.ts'
import { applyOnlineRules, withinHalfDays } from './credit-rules.ts'
import { WHOLE_DAY, wholeDays } from './half-days.ts'
import { remembered } from './memory.ts'

export { UNKNOWN_CREDIT }

const cache = new WeakMap<Columns, Map<string, Uint16Array>>()

/**
 * Credit per row in 1/100 hours before overlap and daily cap between rows: hours of the row, else of the
 * session, else derived from start and end; at most the daily cap for each day the session spans (clause 12). Where
 * half-days have a cap, that and the daily cap wait until rows are settled, or for {@link creditAlone}.
 * Rows that earn nothing (absent, excused, made up elsewhere) have 0.
 */
export function creditColumn(columns: Columns, policy: CreditPolicy): Uint16Array {
  const key = creditKey(policy)
  let byPolicy = cache.get(columns)
  if (byPolicy === undefined) {
    byPolicy = new Map()
    cache.set(columns, byPolicy)
  }
  let credit = byPolicy.get(key)
  if (credit === undefined) {
    credit = new Uint16Array(columns.rowCount)
    earnCredit(credit, columns, sessionCredits(columns, policy), policy)
    byPolicy.set(key, credit)
  }
  return credit
}

/**
 * Credit of rows that share their day with no other: the column of {@link creditColumn}, after the caps of
 * half-days where there are any.
 */
export function creditAlone(columns: Columns, policy: CreditPolicy): Uint16Array {
  const credit = creditColumn(columns, policy)
  return capsOf(policy).halfDay === null
    ? credit
    : remembered(columns, `alone ${creditKey(policy)}`, () => withinHalfDays(credit, columns, policy))
}

/** What tells apart policies that give rows another credit, or have them settled in another way. */
export function creditKey({ countedKinds: _, ...policy }: CreditPolicy): string {
  return JSON.stringify(policy)
}

/** Fills the credit of rows that is 0 before; `perSession` as of {@link sessionCredits}. */
export function earnCredit(
  credit: Uint16Array,
  columns: Columns,
  perSession: Uint16Array,
  policy: CreditPolicy,
): void {
  fillCredit(credit, columns, perSession, capAlone(policy))
  applyOnlineRules(credit, columns, policy)
}

/** What a session can earn on each of its days before rows are settled: half-days are looked at there only. */
function capAlone(policy: CreditPolicy): number {
  const { daily, halfDay } = capsOf(policy)
  return halfDay === null ? daily : UNKNOWN_CREDIT
}

/** Credit per session where the row states none. */
export function sessionCredits(columns: Columns, policy: CreditPolicy): Uint16Array {
  const { sessionCount, sessionHours, sessionStart, sessionEnd, sessionTimeless, sessionDay, sessionEndDay } =
    columns
  const credits = new Uint16Array(sessionCount)
  const cap = capAlone(policy)
  const { dayHours = null, wholeDayMinutes = WHOLE_DAY } = policy
  for (let s = 0; s < sessionCount; s++) {
    const most = cap * (sessionEndDay[s]! - sessionDay[s]! + 1)
    const stated = sessionHours[s]!
    const days = dayHours === null || stated !== NONE ? 0 : wholeDays(columns, s, wholeDayMinutes)
    if (stated !== NONE) credits[s] = Math.min(stated, most, UNKNOWN_CREDIT - 1)
    else if (days > 0) credits[s] = Math.min(Math.round(days * dayHours! * 100), most, UNKNOWN_CREDIT - 1)
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
