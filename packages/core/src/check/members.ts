import { NONE, ROW } from '../dataset/columns.ts'
import type { Demand } from '../requirement/schema.ts'
import { creditColumn, earnsCredit, UNKNOWN_CREDIT } from './credit.ts'
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
  /** First slot in the amounts: one for each window, none where only the latest day is wanted. */
  readonly base: number
}

/** Everything the scan of one member touches; kept in one object that lives as long as the check. */
export interface MemberScan {
  readonly plan: Plan
  readonly counters: readonly MemberCounter[]
  /** Amounts of the member just scanned, by slot: sessions, 1/100 hours or days. */
  readonly amounts: Int32Array
  /** Sessions without credit that can be told, by slot: position + 1, 0 for none. */
  readonly undecided: Int32Array
  /** By counter: the latest day counted so far, NONE for none. */
  readonly lastCounted: Int32Array
  readonly credit: Uint16Array
  /** By session class: the last day on which a row counts for anything, NONE where nothing asks for the class. */
  readonly limit: Int32Array
  /** By session class: the counter of hours that asks nothing but kind and capacity, -1 for none. */
  readonly plainHours: Int16Array
  /** Counters of a class besides plain hours: [otherStart[c], otherStart[c + 1]). */
  readonly otherStart: Uint32Array
  readonly otherCounter: Uint16Array
  /** Counters whose latest day is wanted; they are looked for from the end. */
  readonly latest: readonly number[]
  readonly measure: Uint8Array
  readonly capacity: Uint8Array
  /** 1 where a row must also pass organizer or quarter. */
  readonly picky: Uint8Array
  /** Slot by day: slotOfDay[slotBase[k] + day], for days from firstDay[k] on. */
  readonly slotOfDay: Int32Array
  readonly slotBase: Int32Array
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
  const byClass = columns.classes.map((_, c) =>
    counters.flatMap((counter, k) =>
      plan.held[c] !== 0 && counter.spec.classes[c] === 1 && counter.measure !== LATEST ? [k] : [],
    ),
  )
  const plainHours = Int16Array.from(byClass, (list) => list.find((k) => isPlainHours(counters[k]!)) ?? -1)
  const others = byClass.map((list, c) => list.filter((k) => k !== plainHours[c]))
  const otherStart = new Uint32Array(others.length + 1)
  others.forEach((list, c) => {
    otherStart[c + 1] = otherStart[c]! + list.length
  })
  const most = mostRows(columns.rowStart)
  const quarterBase = Math.min(plan.coversFrom - 366, plan.asOf)
  return {
    plan,
    counters,
    amounts: new Int32Array(slots),
    undecided: new Int32Array(slots),
    lastCounted: new Int32Array(counters.length),
    credit: counters.some((counter) => counter.measure === HOURS)
      ? creditColumn(columns, plan.credit)
      : new Uint16Array(0),
    limit: Int32Array.from(byClass, (list, c) =>
      list.length === 0 ? NONE : plan.held[c] === 1 ? plan.asOf : plan.blankUntil,
    ),
    plainHours,
    otherStart,
    otherCounter: Uint16Array.from(others.flat()),
    latest: counters.flatMap((counter, k) => (counter.measure === LATEST ? [k] : [])),
    measure: Uint8Array.from(counters, (counter) => counter.measure),
    capacity: Uint8Array.from(counters, (counter) => counter.spec.capacity),
    picky: Uint8Array.from(counters, ({ spec }) =>
      spec.organizer !== ORGANIZER.ANY || spec.quarter !== 0 ? 1 : 0,
    ),
    ...slotTables(counters),
    quarters: counters.some((counter) => counter.spec.quarter !== 0)
      ? quarterTable(quarterBase, plan.asOf)
      : new Uint8Array(0),
    quarterBase,
    crowded: new Int32Array(most),
    crowdedCount: 0,
    chosen: new Int32Array(most),
  }
}

function isPlainHours({ measure, spec }: MemberCounter): boolean {
  return measure === HOURS && spec.organizer === ORGANIZER.ANY && spec.quarter === 0
}

/** One table from day to slot for all counters, so that the hot loop reads a single array. */
function slotTables(counters: readonly MemberCounter[]) {
  const tables = counters.map(({ rule, base }) =>
    Array.from(rule.calendar?.ofDay ?? [], (window) => base + window),
  )
  const firstDay = Int32Array.from(counters, (counter) => counter.rule.calendar?.firstDay ?? NONE)
  let offset = 0
  const slotBase = Int32Array.from(tables, (table, k) => {
    const at = offset
    offset += table.length
    return at - firstDay[k]!
  })
  return { slotOfDay: Int32Array.from(tables.flat()), slotBase, firstDay }
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

/** By flags of a row: 0 says nothing, UNUSUAL needs a closer look, else the bit of its capacity. */
const ATTENDED = new Uint8Array(256)
const UNUSUAL = 0b1000_0000
for (let flags = 0; flags < 256; flags++) {
  const status = flags & ROW.STATUS
  if (status === ROW.EXCUSED || status === ROW.ABSENT) continue
  const marks = flags & (ROW.CROWDED | ROW.HOURS_ONLY | ROW.NAMED_LECTURER)
  ATTENDED[flags] = status === ROW.MADE_UP || marks !== 0 ? UNUSUAL : capacityBit(flags)
}

function capacityBit(flags: number): number {
  return 1 << ((flags & ROW.CAPACITY) >> ROW.CAPACITY_SHIFT)
}

/** Counts the attendance of one member into `amounts`. The hot loop of the engine. */
export function scanMember(scan: MemberScan, member: number): void {
  const { amounts, credit, limit, plainHours, otherStart, capacity, slotOfDay, slotBase, firstDay } = scan
  const { rowStart, rowDay, rowClass, rowFlags, dayBase } = scan.plan.columns
  amounts.fill(0)
  scan.undecided.fill(0)
  scan.lastCounted.fill(NONE)
  scan.crowdedCount = 0
  const end = rowStart[member + 1]!
  for (let row = rowStart[member]!; row < end; row++) {
    const sessionClass = rowClass[row]!
    const day = rowDay[row]! + dayBase
    if (day > limit[sessionClass]!) continue
    const attended = ATTENDED[rowFlags[row]!]!
    if (attended === 0) continue
    if (attended === UNUSUAL) {
      countUnusual(scan, member, row, sessionClass, day)
      continue
    }
    const k = plainHours[sessionClass]!
    if (k >= 0 && (capacity[k]! & attended) !== 0 && day >= firstDay[k]!) {
      const slot = slotOfDay[slotBase[k]! + day]!
      const earned = credit[row]!
      if (earned === UNKNOWN_CREDIT) scan.undecided[slot] = scan.plan.columns.rowSession[row]! + 1
      else amounts[slot]! += earned
    }
    if (otherStart[sessionClass] !== otherStart[sessionClass + 1])
      countOthers(scan, member, row, sessionClass, day)
  }
  for (const k of scan.latest) scan.lastCounted[k] = latestDay(scan, k, member)
  if (scan.crowdedCount > 0)
    for (let k = 0; k < scan.measure.length; k++)
      if (scan.measure[k] === HOURS) settleCrowded(scan, k, member, scan.crowdedCount)
}

/** A row that is made up, shares its day with another, or stands for part of an attendance only. */
function countUnusual(
  scan: MemberScan,
  member: number,
  row: number,
  sessionClass: number,
  day: number,
): void {
  const flags = scan.plan.columns.rowFlags[row]!
  if ((flags & ROW.STATUS) === ROW.MADE_UP && !makeUpHeld(scan.plan, row)) return
  const k = scan.plainHours[sessionClass]!
  const deferred = k >= 0 && countFor(scan, k, member, row, day, flags)
  const deferredByOthers = countOthers(scan, member, row, sessionClass, day)
  if (deferred || deferredByOthers) scan.crowded[scan.crowdedCount++] = row
}

/** Counts a row for the counters besides plain hours; tells whether one of them puts it aside. */
function countOthers(
  scan: MemberScan,
  member: number,
  row: number,
  sessionClass: number,
  day: number,
): boolean {
  const { otherStart, otherCounter } = scan
  const flags = scan.plan.columns.rowFlags[row]!
  let deferred = false
  for (let at = otherStart[sessionClass]!; at < otherStart[sessionClass + 1]!; at++)
    if (countFor(scan, otherCounter[at]!, member, row, day, flags)) deferred = true
  return deferred
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
  const slot = scan.slotOfDay[scan.slotBase[k]! + day]!
  if (isHours) {
    const earned = scan.credit[row]!
    if (earned === UNKNOWN_CREDIT) scan.undecided[slot] = scan.plan.columns.rowSession[row]! + 1
    else scan.amounts[slot]! += earned
  } else if (scan.measure[k] === SESSIONS) scan.amounts[slot]!++
  else addDays(scan, k, row, day, slot)
  return false
}

/** Whether a row is no attendance by itself: hours of a make-up, or a lecturer whom only the session names. */
function standsForPart(scan: MemberScan, k: number, flags: number): boolean {
  return (flags & (ROW.HOURS_ONLY | ROW.NAMED_LECTURER)) !== 0 && !scan.counters[k]!.spec.lecturesOnly
}

/** The day of the last row that counts, NONE where there is none. Rows come in order of time. */
function latestDay(scan: MemberScan, k: number, member: number): number {
  const { plan } = scan
  const { rowStart, rowDay, rowClass, rowFlags, dayBase } = plan.columns
  const { classes } = scan.counters[k]!.spec
  for (let row = rowStart[member + 1]! - 1; row >= rowStart[member]!; row--) {
    const sessionClass = rowClass[row]!
    const held = plan.held[sessionClass]!
    if (held === 0 || classes[sessionClass] === 0) continue
    const day = rowDay[row]! + dayBase
    if (day > (held === 1 ? plan.asOf : plan.blankUntil)) continue
    const flags = rowFlags[row]!
    if (ATTENDED[flags] === 0 || (scan.capacity[k]! & capacityBit(flags)) === 0) continue
    if ((flags & ROW.STATUS) === ROW.MADE_UP && !makeUpHeld(plan, row)) continue
    if (standsForPart(scan, k, flags)) continue
    if (scan.picky[k] === 1 && !passes(scan, k, member, row, day)) continue
    return day
  }
  return NONE
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

/** Distinct days of the sessions counted in the window; a session of several days counts each of them. */
function addDays(scan: MemberScan, k: number, row: number, day: number, slot: number): void {
  const { columns } = scan.plan
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
    scan.amounts[scan.slotOfDay[scan.slotBase[k]! + day]!]! += counted
    i = next
  }
}

/** The general case: sessions of several days, without end, or without time of day. */
function settleAtLeisure(scan: MemberScan, k: number, count: number): void {
  const { columns, dailyCap } = scan.plan
  const slotOf = (session: number) => {
    const day = columns.sessionDay[session]!
    return day < scan.firstDay[k]! ? -1 : scan.slotOfDay[scan.slotBase[k]! + day]!
  }
  const chosen = Array.from(scan.chosen.subarray(0, count))
  for (const settled of settle(chosen, scan.credit, columns, dailyCap, slotOf)) {
    const session = columns.rowSession[settled.row]!
    const slot = slotOf(session)
    if (slot < 0) continue
    scan.amounts[slot]! += settled.counted
    if (settled.undecided) scan.undecided[slot] = session + 1
  }
}
