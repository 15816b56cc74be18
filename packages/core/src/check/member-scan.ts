import { NONE } from '../dataset/columns.ts'
import { type CountingDemand, countsSessions } from '../requirement/parts.ts'
import type { Demand } from '../requirement/schema.ts'
import { yearlyClasses } from './caps.ts'
import { creditAlone, creditColumn } from './credit.ts'
import { type OrdinaryRows, ordinaryRows, ordinaryRowsOf, type RowsOfMembers } from './ordinary.ts'
import { type PlainCount, plainCount } from './plain.ts'
import type { Plan, RulePlan } from './plan.ts'
import { ORGANIZER, type RowSpec, rowSpec } from './rows.ts'
import { steadyFacts } from './subject.ts'
import { quarterTable } from './windows.ts'

/** What a counter measures; those below DAYS need no order of rows. */
export const COUNT = { SESSIONS: 0, HOURS: 1, DAYS: 2, LATEST: 3 } as const

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
  /** Facts of members about whom nothing changes in the judged time, by member; -1 for the others. */
  readonly steady: Int32Array
  readonly ordinary: OrdinaryRows
  /** Amounts of the member just scanned, by slot: sessions, 1/100 hours or days. */
  readonly amounts: Int32Array
  /** Sessions without credit that can be told, by slot: position + 1, 0 for none. */
  readonly undecided: Int32Array
  /** By counter: the latest day counted so far, NONE for none. */
  readonly lastCounted: Int32Array
  /** Credit of rows before they are settled, and of rows that need no settling. */
  readonly credit: Uint16Array
  readonly alone: Uint16Array
  /** Session classes whose hours a cap of the year decides; `null` where there is none. */
  readonly yearly: Uint8Array | null
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
    if (!countsSessions(demand) && demand.measure !== 'gap') continue
    const key = counterKey(rule, demand)
    if (counters.some((counter) => counter.key === key)) continue
    const own = demand.measure === 'gap' ? 0 : rule.calendar!.windows.length
    counters.push({
      key,
      measure:
        demand.measure === 'hours'
          ? COUNT.HOURS
          : demand.measure === 'days'
            ? COUNT.DAYS
            : demand.measure === 'gap'
              ? COUNT.LATEST
              : COUNT.SESSIONS,
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
      plan.held[c] !== 0 && counter.spec.classes[c] === 1 && counter.measure < COUNT.DAYS ? [k] : [],
    ),
  )
  const all = listsOf(byClass)
  const looked = listsOf(byClass.map((list) => list.filter((k) => !plain[k])))
  const most = mostRows(columns.rowStart)
  const quarterBase = Math.min(plan.coversFrom - 366, plan.asOf)
  return {
    plan,
    counters,
    steady: steadyFacts(plan),
    ordinary,
    amounts: new Int32Array(slots),
    undecided: new Int32Array(slots),
    lastCounted: new Int32Array(counters.length),
    credit: creditColumn(columns, plan.credit),
    alone: creditAlone(columns, plan.credit),
    yearly: yearlyClasses(columns, plan.credit),
    limit: Int32Array.from(byClass, (list, c) =>
      list.length === 0 ? NONE : plan.held[c] === 1 ? plan.asOf : plan.blankUntil,
    ),
    plain: counters.flatMap(({ rule, base, spec, measure }, k) =>
      plain[k]
        ? [
            plainCount(
              plan,
              k,
              rule.calendar!.windows,
              base,
              spec.classes,
              measure === COUNT.HOURS ? ordinary.credit : ordinary.present,
            ),
          ]
        : [],
    ),
    counterStart: all.start,
    classCounter: all.items,
    lookedStart: looked.start,
    lookedCounter: looked.items,
    looked: ordinaryRowsOf(columns, plan.credit, classesOf(looked.start)),
    latest: counters.flatMap((counter, k) => (counter.measure === COUNT.LATEST ? [k] : [])),
    days: counters.flatMap((counter, k) => (counter.measure === COUNT.DAYS ? [k] : [])),
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
  if (measure !== COUNT.HOURS && measure !== COUNT.SESSIONS) return false
  if (spec.organizer !== ORGANIZER.ANY || spec.quarter !== 0) return false
  if ((spec.capacity & ALL_BUT_OBSERVERS) !== ALL_BUT_OBSERVERS) return false
  if (measure === COUNT.HOURS) return true
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
export function counterKey(rule: RulePlan, demand: CountingDemand): string {
  const unit = rule.calendar === null ? 'latest' : rule.calendar.unit
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
