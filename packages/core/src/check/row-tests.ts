import { ROW } from '../dataset/columns.ts'
import type { MemberScan } from './member-scan.ts'
import { isOrganizedBy, ORGANIZER } from './rows.ts'

/** The capacity of a row as a bit. */
export function capacityBit(flags: number): number {
  return 1 << ((flags & ROW.CAPACITY) >> ROW.CAPACITY_SHIFT)
}

/** The slot of a day for a counter; the day must not lie before its first window. */
export function slotOf(scan: MemberScan, k: number, day: number): number {
  const { base, rule } = scan.counters[k]!
  return base + rule.calendar!.ofDay[day - scan.firstDay[k]!]!
}

/** Whether a row is no attendance by itself: hours of a make-up, or a lecturer whom only the session names. */
export function standsForPart(scan: MemberScan, k: number, flags: number): boolean {
  return (flags & (ROW.HOURS_ONLY | ROW.NAMED_LECTURER)) !== 0 && !scan.counters[k]!.spec.lecturesOnly
}

/** Tests that few counters ask for. */
export function passes(scan: MemberScan, k: number, member: number, row: number, day: number): boolean {
  const { spec } = scan.counters[k]!
  if (spec.quarter !== 0 && scan.quarters[day - scan.quarterBase] !== spec.quarter) return false
  return (
    spec.organizer === ORGANIZER.ANY ||
    isOrganizedBy(scan.plan, spec, member, scan.plan.columns.rowSession[row]!, -1)
  )
}
