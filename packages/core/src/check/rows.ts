import { type Columns, ROW } from '../dataset/columns.ts'
import type { CountingDemand } from '../requirement/parts.ts'
import type { Counting } from '../requirement/schema.ts'
import { ORGANIZATION_KINDS } from '../terms.ts'
import { earnsCredit } from './credit.ts'
import { type SettledRow, settle } from './crowded.ts'
import { ownersOf } from './hosted.ts'
import type { Plan } from './plan.ts'
import { capacityBits, countsLecturesOnly, organizationBits, selectClasses } from './selection.ts'
import { branchOn, groupOn } from './subject.ts'
import { quarterTable } from './windows.ts'

const GROUP = ORGANIZATION_KINDS.findIndex((kind) => kind.id === 'group')

/** Who must hold the sessions of a member's demand. */
export const ORGANIZER = { ANY: 0, OWN: 1, OWN_OR_GROUPS: 2, POST: 3, KINDS: 4 } as const

/** A counting over attendance, compiled. */
export interface RowSpec {
  readonly classes: Uint8Array
  readonly capacity: number
  readonly lecturesOnly: boolean
  readonly organizer: number
  readonly organizerKinds: number
  readonly quarter: number
  readonly hours: boolean
}

/** Compiles what a demand counts of a member's attendance. */
export function rowSpec(plan: Plan, demand: CountingDemand, count: Counting = demand.count): RowSpec {
  const { organizer } = count
  return {
    classes: selectClasses(plan.columns, count, demand.measure === 'hours', plan.credit),
    capacity: capacityBits(count),
    lecturesOnly: countsLecturesOnly(count),
    organizer:
      organizer === undefined
        ? ORGANIZER.ANY
        : organizer === 'own'
          ? ORGANIZER.OWN
          : organizer === 'own-or-groups'
            ? ORGANIZER.OWN_OR_GROUPS
            : organizer === 'post'
              ? ORGANIZER.POST
              : ORGANIZER.KINDS,
    organizerKinds: typeof organizer === 'object' ? organizationBits(organizer.kinds) : 0,
    quarter: count.quarter ?? 0,
    hours: demand.measure === 'hours',
  }
}

/** Why a row counts or does not; the order is that in which the reasons are tried. */
export type RowFate =
  | 'counted'
  | 'other-kind'
  | 'cancelled'
  | 'planned'
  | 'excused'
  | 'absent'
  | 'made-up-not-held'
  | 'made-up'
  | 'observer'
  | 'capacity'
  | 'organizer'
  | 'quarter'
  | 'hours-only'

/** Whether the session of a row, or any session, was held by the day of the check. */
export function isHeld(plan: Plan, session: number): boolean {
  const held = plan.held[plan.columns.sessionClass[session]!]!
  return held !== 0 && plan.columns.sessionDay[session]! <= (held === 1 ? plan.asOf : plan.blankUntil)
}

/** What becomes of one row of a member under a counting; windows are the caller's matter. */
export function fateOf(plan: Plan, spec: RowSpec, member: number, row: number, postOrg: number): RowFate {
  const { columns } = plan
  const session = columns.rowSession[row]!
  if (spec.classes[columns.rowClass[row]!] === 0) return 'other-kind'
  if (!isHeld(plan, session)) return plan.columns.sessionStatus[session] === 3 ? 'cancelled' : 'planned'
  const flags = columns.rowFlags[row]!
  const status = flags & ROW.STATUS
  if (status === ROW.EXCUSED) return 'excused'
  if (status === ROW.ABSENT) return 'absent'
  if (status === ROW.MADE_UP) {
    if (spec.hours) return 'made-up'
    if (!makeUpHeld(plan, row)) return 'made-up-not-held'
  }
  const capacity = (flags & ROW.CAPACITY) >> ROW.CAPACITY_SHIFT
  if (((spec.capacity >> capacity) & 1) === 0) return capacity === ROW.OBSERVER ? 'observer' : 'capacity'
  if ((flags & ROW.NAMED_LECTURER) !== 0 && !spec.lecturesOnly) return 'capacity'
  // A lecturer named by the session lectured, whatever else the row stands for.
  if (spec.hours ? !earnsCredit(flags) : (flags & ROW.HOURS_ONLY) !== 0 && !spec.lecturesOnly)
    return 'hours-only'
  if (spec.organizer !== ORGANIZER.ANY && !isOrganizedBy(plan, spec, member, session, postOrg))
    return 'organizer'
  if (
    spec.quarter !== 0 &&
    quarterTable(columns.sessionDay[session]!, columns.sessionDay[session]!)[0] !== spec.quarter
  )
    return 'quarter'
  return 'counted'
}

/** Clause 13: a missed session counts as attended once its make-up is held. */
export function makeUpHeld(plan: Plan, row: number): boolean {
  const makeUp = plan.columns.makeUpOf.get(row)
  return makeUp === undefined || makeUp < 0 ? true : isHeld(plan, makeUp)
}

const owners: number[] = []

/** Whether host or a co-host is the organization the counting asks for. */
export function isOrganizedBy(
  plan: Plan,
  spec: RowSpec,
  member: number,
  session: number,
  postOrg: number,
): boolean {
  const { columns } = plan
  ownersOf(columns, session, false, owners)
  if (spec.organizer === ORGANIZER.POST) return owners.includes(postOrg)
  if (spec.organizer === ORGANIZER.KINDS)
    return owners.some((org) => ((spec.organizerKinds >> columns.orgKind[org]!) & 1) === 1)
  const day = columns.sessionDay[session]!
  const branch = branchOn(plan, member, day)
  if (branch >= 0 && owners.includes(branch)) return true
  const group = groupOn(plan, member, day)
  if (group >= 0 && owners.includes(group)) return true
  return spec.organizer === ORGANIZER.OWN_OR_GROUPS && owners.some((org) => isGroupOf(columns, org, branch))
}

function isGroupOf(columns: Columns, org: number, branch: number): boolean {
  return branch >= 0 && columns.orgKind[org] === GROUP && columns.orgParent[org] === branch
}

/** An amount counted row by row, for subjects that are too few for the fast path. */
export interface CountedRows {
  readonly amount: number
  /** A session whose credit cannot be told, -1 for none. */
  readonly undecided: number
}

/**
 * The rows of a member that earn hours under a counting and began within `[from, to]`, after overlap and daily
 * cap. All rows up to the day of the check take part in the overlaps, since a session may reach into a
 * window in which it did not begin.
 */
export function settledRows(
  plan: Plan,
  spec: RowSpec,
  credit: Uint16Array,
  member: number,
  postOrg: number,
  from: number,
  to: number,
): SettledRow[] {
  const { rowStart, rowSession, sessionDay } = plan.columns
  const isInside = (session: number) => sessionDay[session]! >= from && sessionDay[session]! <= to
  const counted: number[] = []
  for (let row = rowStart[member]!; row < rowStart[member + 1]!; row++)
    if (fateOf(plan, spec, member, row, postOrg) === 'counted') counted.push(row)
  return settle(counted, credit, plan.columns, plan.caps, (session) => (isInside(session) ? 1 : 0)).filter(
    (settled) => isInside(rowSession[settled.row]!),
  )
}

/** Counts a demand over the rows of a member whose sessions start within `[from, to]`. */
export function countRows(
  plan: Plan,
  spec: RowSpec,
  measure: 'sessions' | 'hours' | 'days',
  credit: Uint16Array,
  member: number,
  postOrg: number,
  from: number,
  to: number,
): CountedRows {
  return measure === 'hours'
    ? countHours(plan, spec, credit, member, postOrg, from, to)
    : { amount: countOccasions(plan, spec, measure, member, postOrg, from, to), undecided: -1 }
}

function countHours(
  plan: Plan,
  spec: RowSpec,
  credit: Uint16Array,
  member: number,
  postOrg: number,
  from: number,
  to: number,
): CountedRows {
  let amount = 0
  let undecided = -1
  for (const settled of settledRows(plan, spec, credit, member, postOrg, from, to)) {
    amount += settled.counted
    if (settled.undecided) undecided = plan.columns.rowSession[settled.row]!
  }
  return { amount, undecided }
}

/** First of the rows `[start, end)`, which are in order, on or after a day. */
function firstOn(rowDay: Uint16Array, start: number, end: number, day: number): number {
  let low = start
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if (rowDay[middle]! < day) low = middle + 1
    else high = middle
  }
  return low
}

/** Sessions, or the distinct days they span. */
function countOccasions(
  plan: Plan,
  spec: RowSpec,
  measure: 'sessions' | 'days',
  member: number,
  postOrg: number,
  from: number,
  to: number,
): number {
  const { rowStart, rowDay, rowClass, rowSession, dayBase, sessionDay, sessionEndDay } = plan.columns
  let amount = 0
  let lastDay = Number.NEGATIVE_INFINITY
  const end = rowStart[member + 1]!
  for (let row = firstOn(rowDay, rowStart[member]!, end, from - dayBase); row < end; row++) {
    if (rowDay[row]! + dayBase > to) break
    if (spec.classes[rowClass[row]!] === 0 || fateOf(plan, spec, member, row, postOrg) !== 'counted') continue
    if (measure === 'sessions') amount++
    else {
      const session = rowSession[row]!
      const end = sessionEndDay[session]!
      amount += Math.max(0, end - Math.max(sessionDay[session]!, lastDay + 1) + 1)
      lastDay = Math.max(lastDay, end)
    }
  }
  return amount
}
