import { earnsCredit, UNKNOWN_CREDIT } from './credit.ts'
import { settle } from './crowded.ts'
import type { MemberScan } from './member-scan.ts'
import { capacityBit, passes, slotOf } from './row-tests.ts'

/** Adds the crowded rows of a counter after overlap and daily cap. */
export function settleCrowded(scan: MemberScan, k: number, member: number, crowdedCount: number): void {
  const { plan, crowded, chosen, credit } = scan
  const { columns, dailyCap } = plan
  const {
    rowSession,
    rowClass,
    rowFlags,
    rowDay,
    dayBase,
    sessionDay,
    sessionEndDay,
    sessionStart,
    sessionEnd,
  } = columns
  const { spec } = scan.counters[k]!
  const { classes } = spec
  let count = 0
  let simple = true
  for (let i = 0; i < crowdedCount; i++) {
    const row = crowded[i]!
    const flags = rowFlags[row]!
    if (classes[rowClass[row]!] === 0) continue
    if ((spec.capacity & capacityBit(flags)) === 0 || !earnsCredit(flags)) continue
    const day = rowDay[row]! + dayBase
    if (scan.picky[k] === 1 && !passes(scan, k, member, row, day)) continue
    const session = rowSession[row]!
    if (
      day < scan.firstDay[k]! ||
      sessionEndDay[session] !== sessionDay[session] ||
      sessionEnd[session]! <= sessionStart[session]! ||
      columns.sessionTimeless[session] === 1 ||
      credit[row] === UNKNOWN_CREDIT
    )
      simple = false
    chosen[count++] = row
  }
  if (count === 0) return
  if (!simple) {
    settleAtLeisure(scan, k, count)
    return
  }
  let day = -1
  let room = 0
  let i = 0
  while (i < count) {
    let session = rowSession[chosen[i]!]!
    let best = i
    let bestCredit = credit[chosen[i]!]!
    let end = sessionEnd[session]!
    let next = i + 1
    while (next < count) {
      session = rowSession[chosen[next]!]!
      if (sessionStart[session]! >= end) break
      if (sessionEnd[session]! > end) end = sessionEnd[session]!
      const earned = credit[chosen[next]!]!
      // Rows come in order of start, so an equal credit never replaces an earlier one.
      if (earned > bestCredit) {
        best = next
        bestCredit = earned
      }
      next++
    }
    const winnerDay = sessionDay[rowSession[chosen[best]!]!]!
    if (winnerDay !== day) {
      day = winnerDay
      room = dailyCap
    }
    const counted = Math.min(bestCredit, room)
    room -= counted
    scan.amounts[slotOf(scan, k, day)]! += counted
    i = next
  }
}

/** The general case: sessions of several days, without end, or without time of day. */
function settleAtLeisure(scan: MemberScan, k: number, count: number): void {
  const { columns, dailyCap } = scan.plan
  const slotOfSession = (session: number) => {
    const day = columns.sessionDay[session]!
    return day < scan.firstDay[k]! ? -1 : slotOf(scan, k, day)
  }
  const chosen = Array.from(scan.chosen.subarray(0, count))
  for (const settled of settle(chosen, scan.credit, columns, dailyCap, slotOfSession)) {
    const session = columns.rowSession[settled.row]!
    const slot = slotOfSession(session)
    if (slot < 0) continue
    scan.amounts[slot]! += settled.counted
    if (settled.undecided) scan.undecided[slot] = session + 1
  }
}
