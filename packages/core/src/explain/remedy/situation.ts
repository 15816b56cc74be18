import type { Plan } from '../../check/plan.ts'
import type { FindingParts } from '../../check/record.ts'
import { memberOfFinding, postOfFinding } from '../../check/scope-of-finding.ts'
import { branchOn } from '../../check/subject.ts'
import { quarterTable } from '../../check/windows.ts'
import type { EpochDay } from '../../civil/date.ts'
import type { Counting } from '../../requirement/schema.ts'
import { ORGANIZATION_KINDS } from '../../terms.ts'

/** How many days ahead an open window without end is looked at. */
const HORIZON = 3660

/** A finding that something might change: its subject as positions (-1 for none), and the days that are left. */
export interface Situation {
  readonly plan: Plan
  readonly parts: FindingParts
  readonly member: number
  /** The organization itself, or that of a post. */
  readonly org: number
}

/** The situation of a finding. */
export function situationOf(plan: Plan, parts: FindingParts): Situation {
  const org =
    parts.subjectKind === 'organization'
      ? plan.columns.orgId.indexOf(parts.subjectId)
      : (postOfFinding(plan, parts)?.org ?? -1)
  return { plan, parts, member: memberOfFinding(plan, parts), org }
}

/** Whether it is too late to do anything, so that only a record can be missing. */
export function isTooLate({ parts }: Situation): boolean {
  return parts.verdict === 'breached'
}

/**
 * Days of the window on which a change may lie: for a finding that can still be met from the day of the check
 * on, else backwards from the last judged day.
 */
export function* daysFor({ plan, parts }: Situation, quarter = 0): Generator<EpochDay> {
  const { from, to } = parts.window
  const isDay = (day: EpochDay) => quarter === 0 || quarterTable(day, day)[0] === quarter
  if (parts.verdict === 'pending') {
    const last = to ?? plan.asOf + HORIZON
    for (let day = Math.max(plan.asOf, from); day <= last; day++) if (isDay(day)) yield day
  } else for (let day = Math.min(to ?? plan.asOf, plan.asOf); day >= from; day--) if (isDay(day)) yield day
}

/** An organization whose sessions of a day the counting takes for the subject's, -1 where there is none. */
export function hostFor({ plan, parts, member, org }: Situation, count: Counting, day: EpochDay): number {
  if (parts.subjectKind === 'organization') return org
  const { organizer } = count
  if (organizer === 'post') return org
  const branch = branchOn(plan, member, day)
  if (typeof organizer !== 'object') return branch >= 0 || organizer !== undefined ? branch : org
  return nearestOf(plan, branch >= 0 ? branch : org, organizer.kinds)
}

/** The nearest organization of one of some kinds at or above another, else the first there is. */
function nearestOf({ columns }: Plan, org: number, kinds: readonly string[]): number {
  const isOne = (at: number) => kinds.includes(ORGANIZATION_KINDS[columns.orgKind[at]!]!.id)
  for (let at = org; at >= 0; at = columns.orgParent[at]!) if (isOne(at)) return at
  return Array.from({ length: columns.orgCount }, (_, at) => at).find(isOne) ?? -1
}

/** Days on which a person has no record at all are free: hours added there are limited by the caps of the day alone. */
export function busyDays({ plan, member }: Situation): ReadonlySet<EpochDay> {
  const { rowStart, rowSession, sessionDay, sessionEndDay } = plan.columns
  const busy = new Set<EpochDay>()
  for (let row = rowStart[member]!; row < rowStart[member + 1]!; row++) {
    const session = rowSession[row]!
    for (let day = sessionDay[session]!; day <= sessionEndDay[session]!; day++) busy.add(day)
  }
  return busy
}
