import type { Meeting } from './county-index.ts'

/** How hours follow from sessions; numbers in hours. */
export interface Credit {
  readonly minutesPerHour: number
  readonly dailyCap: number
  readonly countedKinds: readonly string[]
}

/** A session with what it earns one member, in 1/100 hours; `undefined` where that cannot be told. */
export interface Earned {
  readonly meeting: Meeting
  readonly credit: number | undefined
}

/** Hours stated by the row, else by the session, else derived from its length. */
export function creditOf(meeting: Meeting, rowHours: number | undefined, policy: Credit): number | undefined {
  if (rowHours !== undefined) return rowHours
  if (meeting.hours !== undefined) return meeting.hours
  if (meeting.end === undefined || meeting.timeless) return undefined
  const derived = Math.round(((meeting.end - meeting.start) * 100) / policy.minutesPerHour)
  const most = Math.round(policy.dailyCap * 100) * (meeting.lastDay - meeting.day + 1)
  return Math.min(derived, most)
}

/**
 * The hours of the sessions `inside` a window, out of all that one demand counts: of sessions that overlap
 * only the largest credit, then at most the daily cap, the earlier session first. `certain` is false where a
 * credit could not be told; the sum is then a lower bound.
 */
export function hoursOf(
  all: readonly Earned[],
  inside: (meeting: Meeting) => boolean,
  policy: Credit,
): { sum: number; certain: boolean } {
  const cap = Math.round(policy.dailyCap * 100)
  const best: { meeting: Meeting; credit: number }[] = []
  let certain = true
  for (const cluster of clustersOf(all)) {
    if (cluster.some((earned) => earned.credit === undefined && inside(earned.meeting))) certain = false
    const known = cluster.flatMap(({ meeting, credit }) =>
      credit === undefined ? [] : [{ meeting, credit: Math.min(credit, cap * daysOf(meeting)) }],
    )
    known.sort((a, b) => b.credit - a.credit || inOrder(a, b))
    if (known.length > 0) best.push(known[0]!)
  }
  best.sort(inOrder)
  // Credit belongs to the window of its start, and so does the cap on the days it spills over to.
  const left = new Map<number, number>()
  let sum = 0
  for (const { meeting, credit } of best) {
    if (!inside(meeting)) continue
    const days = daysOf(meeting)
    const share = Math.floor(credit / days)
    const remainder = credit - share * days
    for (let nth = 0; nth < days; nth++) {
      const room = left.get(meeting.day + nth) ?? cap
      const granted = Math.min(room, share + (nth < remainder ? 1 : 0))
      left.set(meeting.day + nth, room - granted)
      sum += granted
    }
  }
  return { sum, certain }
}

function daysOf(meeting: Meeting): number {
  return meeting.lastDay - meeting.day + 1
}

function inOrder(a: Earned, b: Earned): number {
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
