import { NONE, ROW } from '../dataset/columns.ts'
import type { Demand } from '../requirement/schema.ts'
import { creditColumn, UNKNOWN_CREDIT } from './credit.ts'
import { settle } from './crowded.ts'
import type { Plan, RulePlan } from './plan.ts'
import { isOrganizedBy, makeUpHeld, ORGANIZER, type RowSpec, rowSpec } from './rows.ts'
import { quarterTable } from './windows.ts'

const SESSIONS = 0
const HOURS = 1
const DAYS = 2
const LATEST = 3

/** A count over the attendance of each member that one or more demands share. */
export interface MemberCounter {
  readonly key: string
  readonly measure: number
  readonly spec: RowSpec
  readonly rule: RulePlan
  /** First slot in the amounts, and number of slots (windows; none where only the latest day is wanted). */
  readonly base: number
  readonly slots: number
}

/** Everything the scan of one member touches; kept in one object that lives as long as the check. */
export interface MemberScan {
  readonly plan: Plan
  readonly counters: readonly MemberCounter[]
  /** Amounts of the member just scanned, by slot: sessions, 1/100 hours or days. */
  readonly amounts: Int32Array
  /** Sessions without credit that can be told, by slot: position + 1, 0 for none. */
  readonly undecided: Int32Array
  readonly credit: Uint16Array
  readonly classStart: Uint32Array
  readonly classCounter: Uint16Array
  readonly measure: Uint8Array
  readonly base: Int32Array
  readonly capacity: Uint8Array
  /** 1 where a row must also pass organizer, quarter or lecture tests. */
  readonly picky: Uint8Array
  readonly ofDay: readonly Uint16Array[]
  readonly firstDay: Int32Array
  readonly quarters: Uint8Array
  readonly quarterBase: number
  readonly crowded: Int32Array
  readonly chosen: Int32Array
  /** By counter: the latest day counted so far, NONE for none. */
  readonly lastCounted: Int32Array
}

/** Compiles the counters of the given demands; equal counts are made once. */
export function memberScan(plan: Plan, demands: readonly { rule: RulePlan; demand: Demand }[]): MemberScan {
  const counters: MemberCounter[] = []
  let slots = 0
  for (const { rule, demand } of demands) {
    if (demand.measure === 'size') continue
    const key = counterKey(rule, demand)
    if (counters.some((counter) => counter.key === key)) continue
    const own = demand.measure === 'gap' ? 0 : rule.calendar!.windows.length
    counters.push({
      key,
      measure:
        demand.measure === 'hours'
          ? HOURS
          : demand.measure === 'days'
            ? DAYS
            : demand.measure === 'gap'
              ? LATEST
              : SESSIONS,
      spec: rowSpec(plan, demand),
      rule,
      base: slots,
      slots: own,
    })
    slots += own
  }
  const { columns } = plan
  const lists = columns.classes.map((_, c) =>
    counters.flatMap((counter, k) => (plan.held[c] !== 0 && counter.spec.classes[c] === 1 ? [k] : [])),
  )
  const classStart = new Uint32Array(lists.length + 1)
  lists.forEach((list, c) => {
    classStart[c + 1] = classStart[c]! + list.length
  })
  const quarterBase = Math.min(plan.coversFrom - 366, plan.asOf)
  const most = mostRows(columns.rowStart)
  return {
    plan,
    counters,
    amounts: new Int32Array(slots),
    undecided: new Int32Array(slots),
    credit: counters.some((counter) => counter.measure === HOURS)
      ? creditColumn(columns, plan.credit)
      : new Uint16Array(0),
    classStart,
    classCounter: Uint16Array.from(lists.flat()),
    measure: Uint8Array.from(counters, (counter) => counter.measure),
    base: Int32Array.from(counters, (counter) => counter.base),
    capacity: Uint8Array.from(counters, (counter) => counter.spec.capacity),
    picky: Uint8Array.from(counters, ({ spec }) =>
      spec.organizer !== ORGANIZER.ANY || spec.quarter !== 0 || spec.lecturesOnly ? 1 : 0,
    ),
    ofDay: counters.map((counter) => counter.rule.calendar?.ofDay ?? new Uint16Array(0)),
    firstDay: Int32Array.from(counters, (counter) => counter.rule.calendar?.firstDay ?? -0x8000_0000),
    quarters: counters.some((counter) => counter.spec.quarter !== 0)
      ? quarterTable(quarterBase, plan.asOf)
      : new Uint8Array(0),
    quarterBase,
    crowded: new Int32Array(most),
    chosen: new Int32Array(most),
    lastCounted: new Int32Array(counters.length),
  }
}

/** Identity of a count: what is measured of which sessions over which windows. */
export function counterKey(rule: RulePlan, demand: Exclude<Demand, { measure: 'size' }>): string {
  const unit = 'each' in rule.rule.window ? rule.rule.window.each : 'latest'
  return JSON.stringify([demand.measure, unit, canonical(demand.count)])
}

function canonical(count: object): unknown {
  return Object.entries(count).sort(([a], [b]) => (a < b ? -1 : 1))
}

function mostRows(rowStart: Uint32Array): number {
  let most = 0
  for (let m = 0; m + 1 < rowStart.length; m++) most = Math.max(most, rowStart[m + 1]! - rowStart[m]!)
  return most
}

/** Counts the attendance of one member into `amounts`. The hot loop of the engine. */
export function scanMember(scan: MemberScan, member: number): void {
  const {
    amounts,
    undecided,
    credit,
    classStart,
    classCounter,
    measure,
    base,
    capacity,
    picky,
    ofDay,
    firstDay,
  } = scan
  const { plan } = scan
  const { rowStart, rowDay, rowClass, rowFlags, dayBase } = plan.columns
  const { held, asOf, blankUntil } = plan
  amounts.fill(0)
  undecided.fill(0)
  scan.lastCounted.fill(NONE)
  let crowdedCount = 0
  const end = rowStart[member + 1]!
  for (let row = rowStart[member]!; row < end; row++) {
    const sessionClass = rowClass[row]!
    let at = classStart[sessionClass]!
    const stop = classStart[sessionClass + 1]!
    if (at === stop) continue
    const day = rowDay[row]! + dayBase
    if (day > asOf) break
    if (held[sessionClass] === 2 && day > blankUntil) continue
    const flags = rowFlags[row]!
    const status = flags & ROW.STATUS
    if (status === ROW.EXCUSED || status === ROW.ABSENT) continue
    if (status === ROW.MADE_UP && !makeUpHeld(plan, row)) continue
    const bit = 1 << ((flags & ROW.CAPACITY) >> ROW.CAPACITY_SHIFT)
    let deferred = false
    for (; at < stop; at++) {
      const k = classCounter[at]!
      if ((capacity[k]! & bit) === 0) continue
      // Before the first window only what may overlap into it matters.
      if (day < firstDay[k]! && (measure[k] !== HOURS || (flags & ROW.CROWDED) === 0)) continue
      if (measure[k] === HOURS) {
        if (status === ROW.MADE_UP || (flags & ROW.NAMED_LECTURER) !== 0) continue
        if (picky[k] === 1 && !passes(scan, k, member, row, day, flags)) continue
        if ((flags & ROW.CROWDED) !== 0) {
          deferred = true
          continue
        }
        const slot = base[k]! + ofDay[k]![day - firstDay[k]!]!
        const earned = credit[row]!
        if (earned === UNKNOWN_CREDIT) undecided[slot] = plan.columns.rowSession[row]! + 1
        else amounts[slot]! += earned
        continue
      }
      if ((flags & (ROW.HOURS_ONLY | ROW.NAMED_LECTURER)) !== 0 && !scan.counters[k]!.spec.lecturesOnly)
        continue
      if (picky[k] === 1 && !passes(scan, k, member, row, day, flags)) continue
      if (measure[k] === LATEST) scan.lastCounted[k] = day
      else if (measure[k] === SESSIONS) amounts[base[k]! + ofDay[k]![day - firstDay[k]!]!]!++
      else addDays(scan, k, row, day)
    }
    if (deferred) scan.crowded[crowdedCount++] = row
  }
  if (crowdedCount > 0)
    for (let k = 0; k < measure.length; k++)
      if (measure[k] === HOURS) settleCrowded(scan, k, member, crowdedCount)
}

/** Tests that few counters ask for. */
function passes(
  scan: MemberScan,
  k: number,
  member: number,
  row: number,
  day: number,
  flags: number,
): boolean {
  const { spec } = scan.counters[k]!
  if (spec.quarter !== 0 && scan.quarters[day - scan.quarterBase] !== spec.quarter) return false
  if ((flags & ROW.NAMED_LECTURER) !== 0 && !spec.lecturesOnly) return false
  return (
    spec.organizer === ORGANIZER.ANY ||
    isOrganizedBy(scan.plan, spec, member, scan.plan.columns.rowSession[row]!, -1)
  )
}

/** Distinct days of the sessions counted in the window; a session of several days counts each of them. */
function addDays(scan: MemberScan, k: number, row: number, day: number): void {
  const { columns } = scan.plan
  const slot = scan.base[k]! + scan.ofDay[k]![day - scan.firstDay[k]!]!
  const counted = scan.amounts[slot] === 0 ? NONE : scan.lastCounted[k]!
  const end = columns.sessionEndDay[columns.rowSession[row]!]!
  const fresh = end - Math.max(day, counted + 1) + 1
  if (fresh > 0) {
    scan.amounts[slot]! += fresh
    scan.lastCounted[k] = end
  }
}

/** Adds the crowded rows of a counter after overlap and daily cap. */
function settleCrowded(scan: MemberScan, k: number, member: number, crowdedCount: number): void {
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
    if ((spec.capacity & (1 << ((flags & ROW.CAPACITY) >> ROW.CAPACITY_SHIFT))) === 0) continue
    if ((flags & ROW.STATUS) === ROW.MADE_UP || (flags & ROW.NAMED_LECTURER) !== 0) continue
    const day = rowDay[row]! + dayBase
    if (scan.picky[k] === 1 && !passes(scan, k, member, row, day, flags)) continue
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
    scan.amounts[scan.base[k]! + scan.ofDay[k]![day - scan.firstDay[k]!]!]! += counted
    i = next
  }
}

/** The general case: sessions of several days, without end, or without time of day. */
function settleAtLeisure(scan: MemberScan, k: number, count: number): void {
  const { columns, dailyCap } = scan.plan
  const windowOf = (session: number) => {
    const day = columns.sessionDay[session]! - scan.firstDay[k]!
    return day < 0 ? -1 : scan.ofDay[k]![day]!
  }
  const chosen = Array.from(scan.chosen.subarray(0, count))
  for (const settled of settle(chosen, scan.credit, columns, dailyCap, windowOf)) {
    const session = columns.rowSession[settled.row]!
    const window = windowOf(session)
    if (window < 0) continue
    scan.amounts[scan.base[k]! + window]! += settled.counted
    if (settled.undecided) scan.undecided[scan.base[k]! + window] = session + 1
  }
}
