import { ROW } from '../dataset/columns.ts'
import { isDailyOnly } from './caps.ts'
import { earnsCredit, UNKNOWN_CREDIT } from './credit.ts'
import { endOf, settle } from './crowded.ts'
import { DayRoom } from './day-room.ts'
import type { MemberScan } from './member-scan.ts'
import { capacityBit, passes, slotOf } from './row-tests.ts'

/** Adds the crowded rows of a counter after overlap and daily cap. */
export function settleCrowded(scan: MemberScan, k: number, member: number, crowdedCount: number): void {
  const { plan, crowded, chosen, credit } = scan
  const { columns } = plan
  const { rowSession, rowClass, rowFlags, rowDay, dayBase, sessionEndDay, sessionTimeless } = columns
  const { spec } = scan.counters[k]!
  const { classes } = spec
  let count = 0
  let simple = isDailyOnly(plan.caps)
  // Whether rows take room of days in another order than that of the days.
  let isMixed = false
  let isTimeless = false
  for (let i = 0; i < crowdedCount; i++) {
    const row = crowded[i]!
    const flags = rowFlags[row]!
    if (classes[rowClass[row]!] === 0) continue
    if ((spec.capacity & capacityBit(flags)) === 0 || !earnsCredit(flags)) continue
    const day = rowDay[row]! + dayBase
    if (scan.picky[k] === 1 && !passes(scan, k, member, row, day)) continue
    const session = rowSession[row]!
    const endDay = sessionEndDay[session]!
    const timeless = sessionTimeless[session] === 1
    // It overlaps nothing, and takes no room.
    if (timeless && credit[row] === 0) continue
    if (timeless) isTimeless = true
    if (endDay !== day || timeless) isMixed = true
    if (
      day < scan.firstDay[k]! ||
      endDay < day ||
      (endDay > day && endDay > lastDayWith(scan, k, day)) ||
      credit[row] === UNKNOWN_CREDIT
    )
      simple = false
    chosen[count++] = row
  }
  if (count === 0) return
  const besides = isTimeless ? rowsBeside(scan, k, member, count) : NONE_BESIDE
  if (!simple) settleAtLeisure(scan, k, count, besides)
  else if (isMixed) settleMixed(scan, k, count, besides)
  else settleDayByDay(scan, k, count)
}

/** Sessions of one day with a time: their days follow one another. */
function settleDayByDay(scan: MemberScan, k: number, count: number): void {
  const { credit, plan } = scan
  const { rowSession, sessionDay } = plan.columns
  let day = -1
  let room = 0
  for (let i = 0; i < count; ) {
    const next = endOfCluster(scan, i, count)
    const winner = winnerOf(scan, i, next)
    const winnerDay = sessionDay[rowSession[winner]!]!
    if (winnerDay !== day) {
      day = winnerDay
      room = plan.dailyCap
    }
    const counted = Math.min(credit[winner]!, room)
    room -= counted
    scan.amounts[slotOf(scan, k, day)]! += counted
    i = next
  }
}

/** Sessions of several days of one window, or without a time of day: these overlap nothing and come last. */
function settleMixed(scan: MemberScan, k: number, count: number, besides: readonly number[]): void {
  const { chosen, plan } = scan
  const { rowSession, sessionTimeless } = plan.columns
  const { room, timeless } = scratchOf(scan)
  room.clear()
  timeless.length = 0
  let timed = 0
  for (let i = 0; i < count; i++) {
    const row = chosen[i]!
    if (sessionTimeless[rowSession[row]!] === 1) timeless.push(row)
    else chosen[timed++] = row
  }
  for (let i = 0; i < timed; ) {
    const next = endOfCluster(scan, i, timed)
    addWithin(scan, k, winnerOf(scan, i, next), room)
    i = next
  }
  for (const row of besides) takeRoom(scan, k, row, room)
  for (const row of timeless) addWithin(scan, k, row, room)
}

/** Adds what the days of a row have room for. */
function addWithin(scan: MemberScan, k: number, row: number, room: DayRoom): void {
  const counted = takeRoom(scan, k, row, room)
  if (counted > 0)
    scan.amounts[slotOf(scan, k, scan.plan.columns.sessionDay[scan.plan.columns.rowSession[row]!]!)]! +=
      counted
}

function takeRoom(scan: MemberScan, k: number, row: number, room: DayRoom): number {
  const { rowSession, sessionDay, sessionEndDay } = scan.plan.columns
  const session = rowSession[row]!
  const credit = scan.credit[row]!
  if (credit === 0) return 0
  const day = sessionDay[session]!
  const days = sessionEndDay[session]! - day + 1
  return room.take(day - scan.firstDay[k]!, days, credit, scan.plan.dailyCap)
}

const NONE_BESIDE: readonly number[] = []

/** Whether a row is among the chosen ones itself, or gives hours that cannot be told. */
function isSettled(scan: MemberScan, row: number): boolean {
  const { rowFlags, rowClass } = scan.plan.columns
  return (
    (rowFlags[row]! & ROW.CROWDED) !== 0 ||
    scan.yearly?.[rowClass[row]!] === 1 ||
    scan.credit[row] === UNKNOWN_CREDIT
  )
}

/**
 * Rows on the days of chosen ones without a time of day: they are added without a look at the others, yet take the
 * room of their days first.
 */
function rowsBeside(scan: MemberScan, k: number, member: number, count: number): number[] {
  const { plan, chosen } = scan
  const {
    rowStart,
    rowSession,
    rowClass,
    rowFlags,
    rowDay,
    dayBase,
    sessionDay,
    sessionEndDay,
    sessionTimeless,
  } = plan.columns
  const { spec } = scan.counters[k]!
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY
  for (let i = 0; i < count; i++) {
    const session = rowSession[chosen[i]!]!
    if (sessionTimeless[session] === 0) continue
    from = Math.min(from, sessionDay[session]!)
    to = Math.max(to, sessionEndDay[session]!)
  }
  const beside: number[] = []
  for (let row = rowStart[member]!; row < rowStart[member + 1]!; row++) {
    const day = rowDay[row]! + dayBase
    if (day > to) break
    const flags = rowFlags[row]!
    if (sessionEndDay[rowSession[row]!]! < from || !earnsCredit(flags) || isSettled(scan, row)) continue
    if (spec.classes[rowClass[row]!] === 0 || day > scan.limit[rowClass[row]!]!) continue
    if ((spec.capacity & capacityBit(flags)) === 0) continue
    if (scan.picky[k] === 1 && !passes(scan, k, member, row, day)) continue
    beside.push(row)
  }
  return beside
}

/** The first of the chosen rows after one that begins when all from that one on are over. */
function endOfCluster({ chosen, plan }: MemberScan, first: number, count: number): number {
  const { columns } = plan
  let end = endOf(columns, chosen[first]!)
  let next = first + 1
  for (; next < count; next++) {
    const row = chosen[next]!
    if (columns.sessionStart[columns.rowSession[row]!]! >= end) break
    end = Math.max(end, endOf(columns, row))
  }
  return next
}

/** The row of a cluster with the largest credit (ties: earlier start, then id). */
function winnerOf({ chosen, credit, plan }: MemberScan, from: number, to: number): number {
  const { rowSession, sessionStart, sessionId } = plan.columns
  let best = chosen[from]!
  for (let i = from + 1; i < to; i++) {
    const row = chosen[i]!
    if (credit[row]! < credit[best]!) continue
    if (credit[row]! > credit[best]!) {
      best = row
      continue
    }
    // Rows come in order of start.
    const session = rowSession[row]!
    const other = rowSession[best]!
    if (sessionStart[session] === sessionStart[other] && sessionId[session]! < sessionId[other]!) best = row
  }
  return best
}

/** What settling the rows of a member needs, made once for all members. */
interface Scratch {
  readonly room: DayRoom
  readonly timeless: number[]
}

const scratches = new WeakMap<MemberScan, Scratch>()

function scratchOf(scan: MemberScan): Scratch {
  let scratch = scratches.get(scan)
  if (scratch === undefined) {
    scratch = { room: new DayRoom(), timeless: [] }
    scratches.set(scan, scratch)
  }
  return scratch
}

/** Last day of the window of a day: a session that goes on after it takes room of days that are not its own. */
function lastDayWith(scan: MemberScan, k: number, day: number): number {
  const { windows, ofDay } = scan.counters[k]!.rule.calendar!
  return windows[ofDay[day - scan.firstDay[k]!]!]!.to
}

/** The general case: other caps, credit that cannot be told, sessions that go on into the next window. */
function settleAtLeisure(scan: MemberScan, k: number, count: number, besides: readonly number[]): void {
  const { columns, caps } = scan.plan
  const slotOfSession = (session: number) => {
    const day = columns.sessionDay[session]!
    return day < scan.firstDay[k]! ? -1 : slotOf(scan, k, day)
  }
  const chosen = Array.from(scan.chosen.subarray(0, count))
  if (besides.length > 0) {
    chosen.push(...besides)
    chosen.sort((a, b) => a - b)
  }
  const added = new Set(besides)
  for (const settled of settle(chosen, scan.credit, columns, caps, slotOfSession)) {
    if (added.has(settled.row)) continue
    const session = columns.rowSession[settled.row]!
    const slot = slotOfSession(session)
    if (slot < 0) continue
    scan.amounts[slot]! += settled.counted
    if (settled.undecided) scan.undecided[slot] = session + 1
  }
}
