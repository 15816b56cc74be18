import { type Columns, NONE } from '../dataset/columns.ts'

const NOON = 720
const DAY = 1440

/** From how many minutes a session over noon is a whole day where a policy says nothing. */
export const WHOLE_DAY = 360

/** A part of a credit and the half-day it is earned in: twice the day, one more in the afternoon. */
export interface HalfDayPart {
  readonly half: number
  readonly amount: number
}

/** The first and the last half-day a session touches. Of which only the days are known takes them whole. */
function halvesOf(columns: Columns, session: number): readonly [first: number, last: number] {
  const { sessionStart, sessionEnd, sessionDay, sessionEndDay, sessionTimeless } = columns
  const day = sessionDay[session]!
  const endDay = sessionEndDay[session]!
  const timeless = sessionTimeless[session] === 1
  const end = sessionEnd[session]!
  const first = day * 2 + (!timeless && sessionStart[session]! - day * DAY >= NOON ? 1 : 0)
  const unended = end === NONE
  if (unended && endDay === day) return [first, timeless ? first + 1 : first]
  const last = endDay * 2 + (unended || end - endDay * DAY > NOON ? 1 : 0)
  return [first, Math.max(first, last)]
}

/** How many days, in halves, a session lasts that is paid by the day; 0 where its length of time decides. */
export function wholeDays(columns: Columns, session: number, wholeDayMinutes: number): number {
  const { sessionStart, sessionEnd, sessionDay, sessionEndDay, sessionTimeless } = columns
  const [first, last] = halvesOf(columns, session)
  if (sessionEndDay[session]! > sessionDay[session]!) return (last - first + 1) / 2
  if (sessionTimeless[session] === 1 || sessionEnd[session] === NONE || first === last) return 0
  return sessionEnd[session]! - sessionStart[session]! >= wholeDayMinutes ? 1 : 0
}

/**
 * A credit spread over the half-days of its session: evenly over those of several days and of a whole day, by
 * time where a shorter session goes over noon. `null` where the day is known and no more: it may be earned in
 * either half.
 */
export function spreadOver(
  columns: Columns,
  session: number,
  credit: number,
  wholeDayMinutes: number,
): readonly HalfDayPart[] | null {
  const { sessionStart, sessionEnd, sessionDay, sessionEndDay, sessionTimeless } = columns
  const [first, last] = halvesOf(columns, session)
  const oneDay = sessionEndDay[session] === sessionDay[session]
  if (oneDay && sessionTimeless[session] === 1) return null
  if (first === last) return [{ half: first, amount: credit }]
  if (oneDay && wholeDays(columns, session, wholeDayMinutes) === 0) {
    const noon = sessionDay[session]! * DAY + NOON
    const minutes = sessionEnd[session]! - sessionStart[session]!
    const morning = Math.round((credit * (noon - sessionStart[session]!)) / minutes)
    return [
      { half: first, amount: morning },
      { half: last, amount: credit - morning },
    ]
  }
  const count = last - first + 1
  const share = Math.floor(credit / count)
  const extra = credit - share * count
  return Array.from({ length: count }, (_, i) => ({ half: first + i, amount: share + (i < extra ? 1 : 0) }))
}
