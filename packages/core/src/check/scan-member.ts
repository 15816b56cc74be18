import { NONE, ROW } from '../dataset/columns.ts'
import { earnsCredit, UNKNOWN_CREDIT } from './credit.ts'
import { COUNT, type MemberScan } from './member-scan.ts'
import { saysSomething } from './ordinary.ts'
import { addPlain } from './plain.ts'
import { capacityBit, passes, slotOf, standsForPart } from './row-tests.ts'
import { makeUpHeld } from './rows.ts'
import { settleCrowded } from './settle-crowded.ts'

/**
 * Counts the attendance of one member into `amounts`: ordinary rows by addition, the others one by one. What is
 * dear to count is counted for those only to whom a rule speaks: `spokenTo` says by counter for which fact sets
 * one may, `null` for all.
 */
export function scanMember(scan: MemberScan, member: number, spokenTo: readonly (Uint8Array | null)[]): void {
  const { rowStart } = scan.plan.columns
  // A handful of slots: a loop is cheaper than a call of fill.
  for (let slot = 0; slot < scan.amounts.length; slot++) {
    scan.amounts[slot] = 0
    scan.undecided[slot] = 0
  }
  for (let k = 0; k < scan.lastCounted.length; k++) scan.lastCounted[k] = NONE
  scan.crowdedCount = 0
  const from = rowStart[member]!
  const to = rowStart[member + 1]!
  const facts = scan.steady[member]!
  for (const plain of scan.plain)
    if (isSpokenTo(spokenTo[plain.counter]!, facts))
      addPlain(scan.plan.columns, plain, scan.amounts, from, to)
  lookAtOrdinary(scan, member)
  countUnusual(scan, member)
  for (const k of scan.latest) scan.lastCounted[k] = latestDay(scan, k, member)
  for (const k of scan.days) if (isSpokenTo(spokenTo[k]!, facts)) countDays(scan, k, member)
  if (scan.crowdedCount > 0)
    for (let k = 0; k < scan.measure.length; k++)
      if (scan.measure[k] === COUNT.HOURS && isSpokenTo(spokenTo[k]!, facts))
        settleCrowded(scan, k, member, scan.crowdedCount)
}

function isSpokenTo(sets: Uint8Array | null, facts: number): boolean {
  return sets === null || facts < 0 || sets[facts] === 1
}

/** Ordinary rows of the few sessions that a counter must look at. */
function lookAtOrdinary(scan: MemberScan, member: number): void {
  const { start, rows } = scan.looked
  const { lookedStart, lookedCounter, limit } = scan
  const { rowClass, rowDay, rowFlags, dayBase } = scan.plan.columns
  for (let at = start[member]!; at < start[member + 1]!; at++) {
    const row = rows[at]!
    const sessionClass = rowClass[row]!
    const day = rowDay[row]! + dayBase
    if (day > limit[sessionClass]!) continue
    for (let c = lookedStart[sessionClass]!; c < lookedStart[sessionClass + 1]!; c++)
      countFor(scan, lookedCounter[c]!, member, row, day, rowFlags[row]!)
  }
}

/** Rows that are made up, share their day with another, or stand for part of an attendance only. */
function countUnusual(scan: MemberScan, member: number): void {
  const { unusualStart, unusualRow } = scan.ordinary
  const { counterStart, classCounter, limit, plan } = scan
  const { rowClass, rowDay, rowFlags, dayBase } = plan.columns
  for (let u = unusualStart[member]!; u < unusualStart[member + 1]!; u++) {
    const row = unusualRow[u]!
    const sessionClass = rowClass[row]!
    const day = rowDay[row]! + dayBase
    if (day > limit[sessionClass]!) continue
    const flags = rowFlags[row]!
    if ((flags & ROW.STATUS) === ROW.MADE_UP && !makeUpHeld(plan, row)) continue
    let deferred = false
    for (let at = counterStart[sessionClass]!; at < counterStart[sessionClass + 1]!; at++)
      if (countFor(scan, classCounter[at]!, member, row, day, flags)) deferred = true
    if (deferred) scan.crowded[scan.crowdedCount++] = row
  }
}

/** Counts one row for one counter; true where overlap and daily cap must decide first. */
function countFor(
  scan: MemberScan,
  k: number,
  member: number,
  row: number,
  day: number,
  flags: number,
): boolean {
  const isHours = scan.measure[k] === COUNT.HOURS
  const isCrowded =
    (flags & ROW.CROWDED) !== 0 || (isHours && scan.yearly?.[scan.plan.columns.rowClass[row]!] === 1)
  if ((scan.capacity[k]! & capacityBit(flags)) === 0) return false
  // Before the first window only what may overlap into it matters.
  if (day < scan.firstDay[k]! && !(isHours && isCrowded)) return false
  if (isHours ? !earnsCredit(flags) : standsForPart(scan, k, flags)) return false
  if (scan.picky[k] === 1 && !passes(scan, k, member, row, day)) return false
  if (isHours && isCrowded) return true
  const slot = slotOf(scan, k, day)
  if (isHours) {
    const earned = scan.alone[row]!
    if (earned === UNKNOWN_CREDIT) scan.undecided[slot] = scan.plan.columns.rowSession[row]! + 1
    else scan.amounts[slot]! += earned
  } else scan.amounts[slot]!++
  return false
}

/** The day of the last row that counts, NONE where there is none. Rows come in order of time. */
function latestDay(scan: MemberScan, k: number, member: number): number {
  const { rowStart, rowDay, dayBase } = scan.plan.columns
  for (let row = rowStart[member + 1]! - 1; row >= rowStart[member]!; row--)
    if (isOccasion(scan, k, member, row)) return rowDay[row]! + dayBase
  return NONE
}

/** Whether a row counts as attendance for a counter, whatever its window. */
function isOccasion(scan: MemberScan, k: number, member: number, row: number): boolean {
  const { plan } = scan
  const { rowDay, rowClass, rowFlags, dayBase } = plan.columns
  const sessionClass = rowClass[row]!
  const held = plan.held[sessionClass]!
  if (held === 0 || scan.counters[k]!.spec.classes[sessionClass] === 0) return false
  const day = rowDay[row]! + dayBase
  if (day > (held === 1 ? plan.asOf : plan.blankUntil)) return false
  const flags = rowFlags[row]!
  if (!saysSomething(flags) || (scan.capacity[k]! & capacityBit(flags)) === 0) return false
  if ((flags & ROW.STATUS) === ROW.MADE_UP && !makeUpHeld(plan, row)) return false
  return !standsForPart(scan, k, flags) && (scan.picky[k] === 0 || passes(scan, k, member, row, day))
}

/** Distinct days of the sessions counted in each window; a session of several days counts each of them. */
function countDays(scan: MemberScan, k: number, member: number): void {
  const { columns } = scan.plan
  const { classes } = scan.counters[k]!.spec
  const firstDay = scan.firstDay[k]!
  for (let row = columns.rowStart[member]!; row < columns.rowStart[member + 1]!; row++) {
    // Few rows are of the kinds that count: the others are not looked at any further.
    if (classes[columns.rowClass[row]!] === 0) continue
    const day = columns.rowDay[row]! + columns.dayBase
    if (day < firstDay || !isOccasion(scan, k, member, row)) continue
    const slot = slotOf(scan, k, day)
    const counted = scan.amounts[slot] === 0 ? NONE : scan.lastCounted[k]!
    const end = columns.sessionEndDay[columns.rowSession[row]!]!
    const fresh = end - Math.max(day, counted + 1) + 1
    if (fresh <= 0) continue
    scan.amounts[slot]! += fresh
    scan.lastCounted[k] = end
  }
}
