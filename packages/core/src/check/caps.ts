import type { CreditPolicy } from '../config/config.ts'
import type { Columns } from '../dataset/columns.ts'
import { SESSION_KINDS } from '../terms.ts'
import { WHOLE_DAY } from './half-days.ts'
import { remembered } from './memory.ts'

/** Credit of a row that cannot be told: no hours anywhere and no end of the session. */
export const UNKNOWN_CREDIT = 0xffff

/** What limits the credit of several rows together, in 1/100 hours. */
export interface Caps {
  readonly daily: number
  /** `null` where half-days have no cap of their own. */
  readonly halfDay: number | null
  readonly wholeDayMinutes: number
  /** Most online credit of a calendar year, `null` for no cap. */
  readonly onlineYear: number | null
}

/** The caps of a credit policy. */
export function capsOf({ dailyCap, halfDayCap, wholeDayMinutes, online }: CreditPolicy): Caps {
  const yearly = online?.yearlyCap ?? null
  return {
    daily: Math.round(dailyCap * 100),
    halfDay: halfDayCap === undefined || halfDayCap === null ? null : Math.round(halfDayCap * 100),
    wholeDayMinutes: wholeDayMinutes ?? WHOLE_DAY,
    onlineYear: yearly === null ? null : Math.round(yearly * 100),
  }
}

/** Whether the cap of the day is the only one. */
export function isDailyOnly({ halfDay, onlineYear }: Caps): boolean {
  return halfDay === null && onlineYear === null
}

const ONLINE_STUDY = 1 << SESSION_KINDS.findIndex(({ id }) => id === 'online-study')

/** For each session class whether its records are online learning, by kind or by mode. */
export function onlineClasses(columns: Columns): Uint8Array {
  return remembered(columns, 'classes online', () =>
    Uint8Array.from(columns.classes, ({ kinds, mode }) =>
      (kinds & ONLINE_STUDY) !== 0 || mode === 'online' ? 1 : 0,
    ),
  )
}

/** Classes whose rows must be settled together over a year; `null` where a policy has no such cap. */
export function yearlyClasses(columns: Columns, policy: CreditPolicy): Uint8Array | null {
  return capsOf(policy).onlineYear === null ? null : onlineClasses(columns)
}
