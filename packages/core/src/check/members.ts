import { NONE, ROW } from '../dataset/columns.ts'
import type { Demand } from '../requirement/schema.ts'
import { creditColumn, earnsCredit, UNKNOWN_CREDIT } from './credit.ts'
import { settle } from './crowded.ts'
import {
  type OrdinaryRows,
  ordinaryRows,
  ordinaryRowsOf,
  type RowsOfMembers,
  saysSomething,
} from './ordinary.ts'
import { addPlain, type PlainCount, plainCount } from './plain.ts'
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
  /** First slot in the amounts: one for each window, none where only the latest day is wanted. */
  readonly base: number
}

/** Everything the scan of one member touches; kept in one object that lives as long as the check. */
export interface MemberScan {
  readonly plan: Plan
  readonly counters: readonly MemberCounter[]
  readonly ordinary: OrdinaryRows
  /** Amounts of the member just scanned, by slot: sessions, 1/100 hours or days. */
  readonly amounts: Int32Array
  /** Sessions without credit that can be told, by slot: position + 1, 0 for none. */
  readonly undecided: Int32Array
  /** By counter: the latest day counted so far, NONE for none. */
  readonly lastCounted: Int32Array
  readonly credit: Uint16Array
  /** By session class: the last day on which a row counts for anything, NONE where nothing asks for the class. */
  readonly limit: Int32Array
  /** Counts that need no look at ordinary rows: their value is added to the slot of class and day. */
  readonly plain: readonly PlainCount[]
  /** Counters of a class: [counterStart[c], counterStart[c + 1]); and those of them that are not plain. */
  readonly counterStart: Uint32Array
  readonly classCounter: Uint16Array
  readonly lookedStart: Uint32Array
  readonly lookedCounter: Uint16Array
  /** Ordinary rows of the classes that some counter must look at, by member. */
  readonly looked: RowsOfMembers
  /** Counters whose latest day is wanted; they are looked for from the end. */
  readonly latest: readonly number[]
  /** Counters of distinct days; they need the rows in order. */
  readonly days: readonly number[]
  readonly measure: Uint8Array
  readonly capacity: Uint8Array
  /** 1 where a row must also pass organizer or quarter. */
  readonly picky: Uint8Array
  readonly firstDay: Int32Array
  readonly quarters: Uint8Array
  readonly quarterBase: number
  /** Rows put aside for overlap and daily cap. */
  readonly crowded: Int32Array
  crowdedCount: number
  readonly chosen: Int32Array
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
    })
    slots += own
  }
  const { columns } = plan
  const ordinary = ordinaryRows(columns, plan.credit)
  const plain = counters.map((counter) => isPlain(counter, ordinary, columns.rowCount))
  const byClass = columns.classes.map((_, c) =>
    counters.flatMap((counter, k) =>
      plan.held[c] !== 0 && counter.spec.classes[c] === 1 && counter.measure < DAYS ? [k] : [],
    ),
  )
  const all = listsOf(byClass)
  const looked = listsOf(byClass.map((list) => list.filter((k) => !plain[k])))
  const most = mostRows(columns.rowStart)
  const quarterBase = Math.min(plan.coversFrom - 366, plan.asOf)
  return {
    plan,
    counters,
    ordinary,
    amounts: new Int32Array(slots),
    undecided: new Int32Array(slots),
    lastCounted: new Int32Array(counters.length),
    credit: creditColumn(columns, plan.credit),
    limit: Int32Array.from(byClass, (list, c) =>
      list.length === 0 ? NONE : plan.held[c] === 1 ? plan.asOf : plan.blankUntil,
    ),
    plain: counters.flatMap(({ rule, base, spec, measure }, k) =>
      plain[k]
        ? [
            plainCount(
              plan,
              rule.calendar!.windows,
              base,
              spec.classes,
              measure === HOURS ? ordinary.credit : ordinary.present,
            ),
          ]
        : [],
    ),
    counterStart: all.start,
    classCounter: all.items,
    lookedStart: looked.start,
    lookedCounter: looked.items,
    looked: ordinaryRowsOf(columns, plan.credit, classesOf(looked.start)),
    latest: counters.flatMap((counter, k) => (counter.measure === LATEST ? [k] : [])),
    days: counters.flatMap((counter, k) => (counter.measure === DAYS ? [k] : [])),
    measure: Uint8Array.from(counters, (counter) => counter.measure),
    capacity: Uint8Array.from(counters, (counter) => counter.spec.capacity),
    picky: Uint8Array.from(counters, ({ spec }) =>
      spec.organizer !== ORGANIZER.ANY || spec.quarter !== 0 ? 1 : 0,
    ),
    firstDay: Int32Array.from(counters, (counter) => counter.rule.calendar?.firstDay ?? NONE),
    quarters: counters.some((counter) => counter.spec.quarter !== 0)
      ? quarterTable(quarterBase, plan.asOf)
      : new Uint8Array(0),
    quarterBase,
    crowded: new Int32Array(most),
    crowdedCount: 0,
    chosen: new Int32Array(most),
  }
}

const ALL_BUT_OBSERVERS = 0b0111
/** A count of sessions is worth a pass of its own where it selects at least this part of all rows. */
const DENSE = 0.2

/** Whether a counter asks of ordinary rows nothing but class and day. */
function isPlain({ measure, spec }: MemberCounter, ordinary: OrdinaryRows, rowCount: number): boolean {
  if (measure !== HOURS && measure !== SESSIONS) return false
  if (spec.organizer !== ORGANIZER.ANY || spec.quarter !== 0) return false
  if ((spec.capacity & ALL_BUT_OBSERVERS) !== ALL_BUT_OBSERVERS) return false
  if (measure === HOURS) return true
  let selected = 0
  spec.classes.forEach((is, c) => {
    selected += is * ordinary.rowsOfClass[c]!
  })
  return selected >= DENSE * rowCount
}

/** Classes that have a list. */
function classesOf(start: Uint32Array): Uint8Array {
  return Uint8Array.from({ length: start.length - 1 }, (_, c) => (start[c] === start[c + 1] ? 0 : 1))
}

/** Lists by class, one after the other. */
function listsOf(lists: readonly (readonly number[])[]) {
  const start = new Uint32Array(lists.length + 1)
  lists.forEach((list, c) => {
    start[c + 1] = start[c]! + list.length
  })
  return { start, items: Uint16Array.from(lists.flat()) }
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

/** Counts the attendance of one member into `amounts`: ordinary rows by addition, the others one by one. */
export function scanMember(scan: MemberScan, member: number): void {
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
  for (const plain of scan.plain) addPlain(scan.plan.columns, plain, scan.amounts, from, to)
  lookAtOrdinary(scan, member)
  countUnusual(scan, member)
  for (const k of scan.latest) scan.lastCounted[k] = latestDay(scan, k, member)
  for (const k of scan.days) countDays(scan, k, member)
  if (scan.crowdedCount > 0)
    for (let k = 0; k < scan.measure.length; k++)
      if (scan.measure[k] === HOURS) settleCrowded(scan, k, member, scan.crowdedCount)
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

function capacityBit(flags: number): number {
  return 1 << ((flags & ROW.CAPACITY) >> ROW.CAPACITY_SHIFT)
}

/** The slot of a day for a counter; the day must not lie before its first window. */
function slotOf(scan: MemberScan, k: number, day: number): number {
  const { base, rule } = scan.counters[k]!
  return base + rule.calendar!.ofDay[day - scan.firstDay[k]!]!
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
  const isHours = scan.measure[k] === HOURS
  const isCrowded = (flags & ROW.CROWDED) !== 0
  if ((scan.capacity[k]! & capacityBit(flags)) === 0) return false
  // Before the first window only what may overlap into it matters.
  if (day < scan.firstDay[k]! && !(isHours && isCrowded)) return false
  if (isHours ? !earnsCredit(flags) : standsForPart(scan, k, flags)) return false
  if (scan.picky[k] === 1 && !passes(scan, k, member, row, day)) return false
  if (isHours && isCrowded) return true
  const slot = slotOf(scan, k, day)
  if (isHours) {
    const earned = scan.credit[row]!
    if (earned === UNKNOWN_CREDIT) scan.undecided[slot] = scan.plan.columns.rowSession[row]! + 1
    else scan.amounts[slot]! += earned
  } else scan.amounts[slot]!++
  return false
}

/** Whether a row is no attendance by itself: hours of a make-up, or a lecturer whom only the session names. */
function standsForPart(scan: MemberScan, k: number, flags: number): boolean {
  return (flags & (ROW.HOURS_ONLY | ROW.NAMED_LECTURER)) !== 0 && !scan.counters[k]!.spec.lecturesOnly
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
  for (let row = columns.rowStart[member]!; row < columns.rowStart[member + 1]!; row++) {
    const day = columns.rowDay[row]! + columns.dayBase
    if (day < scan.firstDay[k]! || !isOccasion(scan, k, member, row)) continue
    const slot = slotOf(scan, k, day)
    const counted = scan.amounts[slot] === 0 ? NONE : scan.lastCounted[k]!
    const end = columns.sessionEndDay[columns.rowSession[row]!]!
    const fresh = end - Math.max(day, counted + 1) + 1
    if (fresh <= 0) continue
    scan.amounts[slot]! += fresh
    scan.lastCounted[k] = end
  }
}

/** Tests that few counters ask for. */
function passes(scan: MemberScan, k: number, member: number, row: number, day: number): boolean {
  const { spec } = scan.counters[k]!
  if (spec.quarter !== 0 && scan.quarters[day - scan.quarterBase] !== spec.quarter) return false
  return (
    spec.organizer === ORGANIZER.ANY ||
    isOrganizedBy(scan.plan, spec, member, scan.plan.columns.rowSession[row]!, -1)
  )
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
