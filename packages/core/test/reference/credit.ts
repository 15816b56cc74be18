import { textOf } from './calendar.ts'
import type { Meeting } from './county-index.ts'

/** How hours follow from sessions; numbers in hours. */
export interface Credit {
  readonly minutesPerHour: number
  readonly dailyCap: number
  readonly countedKinds: readonly string[]
  readonly halfDayCap?: number | null
  readonly dayHours?: number | null
  readonly wholeDayMinutes?: number
  readonly online?: {
    readonly minimumMinutes?: number
    readonly recordCap?: number | null
    readonly yearlyCap?: number | null
  } | null
}

/** A session with what it earns one member, in 1/100 hours; `undefined` where that cannot be told. */
export interface Earned {
  readonly meeting: Meeting
  readonly credit: number | undefined
}

/** Hours stated by the row, else by the session, else by the day, else by length; then what online records may earn. */
export function creditOf(meeting: Meeting, rowHours: number | undefined, policy: Credit): number | undefined {
  const credit = rowHours ?? meeting.hours ?? byTheDay(meeting, policy) ?? byLength(meeting, policy)
  const { online } = policy
  if (credit === undefined || isNone(online) || !isOnline(meeting)) return credit
  if (credit < Math.round(((online.minimumMinutes ?? 0) * 100) / policy.minutesPerHour)) return 0
  return Math.min(credit, (online.recordCap ?? 1e6) * 100)
}

function isNone(value: unknown): value is null | undefined {
  return value === null || value === undefined
}

function isOnline(meeting: Meeting): boolean {
  return meeting.mode === 'online' || meeting.kinds.includes('online-study')
}

function byLength(meeting: Meeting, policy: Credit): number | undefined {
  if (meeting.end === undefined || meeting.timeless) return undefined
  const derived = Math.round(((meeting.end - meeting.start) * 100) / policy.minutesPerHour)
  return isNone(policy.halfDayCap) ? Math.min(derived, alone(meeting, policy)) : derived
}

/** Days are paid for where nothing but days is known, over several days, and for a long session over noon. */
function byTheDay(meeting: Meeting, policy: Credit): number | undefined {
  if (isNone(policy.dayHours)) return undefined
  if (meeting.lastDay === meeting.day && !isWholeDay(meeting, policy)) return undefined
  const credit = Math.round(policy.dayHours * 50 * halvesOf(meeting).length)
  return isNone(policy.halfDayCap) ? Math.min(credit, alone(meeting, policy)) : credit
}

function isWholeDay(meeting: Meeting, policy: Credit): boolean {
  if (meeting.timeless || meeting.end === undefined || halvesOf(meeting).length !== 2) return false
  return meeting.end - meeting.start >= (policy.wholeDayMinutes ?? 360)
}

/** The half-days of a session as `day` and `day + 0.5`; every one between the first and the last. */
function halvesOf(meeting: Meeting): number[] {
  const begins = meeting.timeless ? meeting.day : Math.floor(meeting.start / 720) / 2
  const open = meeting.timeless || meeting.end === undefined
  const ends = !open
    ? (Math.ceil(meeting.end! / 720) - 1) / 2
    : meeting.lastDay === meeting.day && !meeting.timeless
      ? begins
      : meeting.lastDay + 0.5
  const halves: number[] = []
  for (let half = begins; half <= Math.max(begins, ends); half += 0.5) halves.push(half)
  return halves
}

/** How a credit lies in half-days; `undefined` where it may lie in either half of the one day that is known. */
function spread(
  meeting: Meeting,
  credit: number,
  policy: Credit,
): [half: number, amount: number][] | undefined {
  if (meeting.timeless && meeting.lastDay === meeting.day) return undefined
  const halves = halvesOf(meeting)
  if (meeting.lastDay === meeting.day && halves.length === 2 && !isWholeDay(meeting, policy)) {
    const noon = meeting.day * 1440 + 720
    const before = Math.round((credit * (noon - meeting.start)) / (meeting.end! - meeting.start))
    return [
      [halves[0]!, before],
      [halves[1]!, credit - before],
    ]
  }
  const share = Math.floor(credit / halves.length)
  return halves.map((half, nth) => [half, share + (nth < credit - share * halves.length ? 1 : 0)])
}

function alone(meeting: Meeting, policy: Credit): number {
  return Math.round(policy.dailyCap * 100) * daysOf(meeting)
}

/**
 * The hours of the sessions `inside` a window, out of all that one demand counts: of sessions that overlap
 * only the largest credit, then at most the caps of days and half-days, the earlier session first, and last the cap
 * of the year. `certain` is false where a credit could not be told; the sum is then a lower bound.
 */
export function hoursOf(
  all: readonly Earned[],
  inside: (meeting: Meeting) => boolean,
  policy: Credit,
): { sum: number; certain: boolean } {
  const best: { meeting: Meeting; credit: number }[] = []
  let certain = true
  for (const cluster of clustersOf(all)) {
    if (cluster.some((earned) => earned.credit === undefined && inside(earned.meeting))) certain = false
    const known = cluster.flatMap(({ meeting, credit }) =>
      credit === undefined
        ? []
        : [
            {
              meeting,
              credit: isNone(policy.halfDayCap) ? Math.min(credit, alone(meeting, policy)) : credit,
            },
          ],
    )
    known.sort((a, b) => b.credit - a.credit || inOrder(a, b))
    if (known.length > 0) best.push(known[0]!)
  }
  best.sort((a, b) => Number(a.meeting.timeless) - Number(b.meeting.timeless) || inOrder(a, b))
  const yearly = policy.online?.yearlyCap
  // Credit belongs to the window of its start, and so does the cap on the days it spills over to.
  const left = new Map<string, number>()
  const take = (key: string, most: number, wanted: number): number => {
    const granted = Math.min(left.get(key) ?? Math.round(most * 100), wanted)
    left.set(key, (left.get(key) ?? Math.round(most * 100)) - granted)
    return granted
  }
  const counted = best
    .filter(({ meeting }) => !isNone(yearly) || inside(meeting))
    .map(({ meeting, credit }) => {
      const span = isNone(yearly) ? '' : `${textOf(meeting.day).slice(0, 4)} of `
      const takeDay = (day: number, wanted: number) => take(`${span}${day}`, policy.dailyCap, wanted)
      const takeHalf = (half: number, wanted: number) => {
        const fits = Math.min(wanted, left.get(`${span}half ${half}`) ?? Math.round(policy.halfDayCap! * 100))
        return take(`${span}half ${half}`, policy.halfDayCap!, takeDay(Math.floor(half), fits))
      }
      if (isNone(policy.halfDayCap)) {
        const share = Math.floor(credit / daysOf(meeting))
        const rest = credit - share * daysOf(meeting)
        let granted = 0
        for (let nth = 0; nth < daysOf(meeting); nth++)
          granted += takeDay(meeting.day + nth, share + (nth < rest ? 1 : 0))
        return { meeting, granted }
      }
      const parts = spread(meeting, credit, policy)
      if (parts !== undefined)
        return { meeting, granted: parts.reduce((sum, [half, amount]) => sum + takeHalf(half, amount), 0) }
      const morning = takeHalf(meeting.day, credit)
      return { meeting, granted: morning + takeHalf(meeting.day + 0.5, credit - morning) }
    })
  let sum = 0
  for (const { meeting, granted } of counted.sort((a, b) => inOrder(a, b))) {
    const kept =
      isNone(yearly) || !isOnline(meeting)
        ? granted
        : take(`online ${textOf(meeting.day).slice(0, 4)}`, yearly, granted)
    if (inside(meeting)) sum += kept
  }
  return { sum, certain }
}

function daysOf(meeting: Meeting): number {
  return meeting.lastDay - meeting.day + 1
}

function inOrder(a: { readonly meeting: Meeting }, b: { readonly meeting: Meeting }): number {
  return a.meeting.start - b.meeting.start || (a.meeting.id < b.meeting.id ? -1 : 1)
}

/**
 * The connected components of sessions that overlap in time. A session without end is the moment of its
 * start and overlaps only what covers that (so also one that begins at the same moment); one without a time of day overlaps nothing.
 */
function clustersOf(all: readonly Earned[]): Earned[][] {
  const clusters = all.filter((earned) => earned.meeting.timeless).map((earned) => [earned])
  const timed = all.filter((earned) => !earned.meeting.timeless)
  timed.sort((a, b) => a.meeting.start - b.meeting.start || (b.meeting.end ?? 0) - (a.meeting.end ?? 0))
  let open: Earned[] = []
  let until = -Infinity
  for (const earned of timed) {
    if (earned.meeting.start >= until) {
      open = []
      clusters.push(open)
    }
    open.push(earned)
    until = Math.max(until, earned.meeting.end ?? earned.meeting.start, earned.meeting.start + 1)
  }
  return clusters
}
