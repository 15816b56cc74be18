import { addDuration } from '../civil/duration.ts'
import { type EpochDay, formatDate } from '../civil/date.ts'
import { NONE, ROW } from '../dataset/columns.ts'
import type { Demand } from '../requirement/schema.ts'
import { type ParametersOnDay, valueOf } from './amounts.ts'
import { daysWithin, hasDay } from './intervals.ts'
import type { MemberRule } from './memberRule.ts'
import type { MemberScan } from './members.ts'
import type { Plan } from './plan.ts'
import type { Measurement, Reason } from './record.ts'
import { isHeld, isOrganizedBy, ORGANIZER, rowSpec, type RowSpec } from './rows.ts'
import { type FindingSink, VERDICT } from './sink.ts'
import { answeredDays, branchOn, groupOn, memberScope, scopeStart, variantAt } from './subject.ts'
import { monthsBetween } from './windows.ts'

type GapDemand = Extract<Demand, { measure: 'gap' }>

interface GapOutcome {
  readonly verdict: number
  readonly reason: Reason | null
  readonly since: EpochDay
  readonly due: EpochDay | null
}

/** Judges the time since the last counted session on the day of the check (member/absence-6-months). */
export function judgeGap(plan: Plan, rule: MemberRule, scan: MemberScan, member: number, sink: FindingSink): void {
  const { columns, asOf } = plan
  const org = branchOn(plan, member, asOf)
  if (plan.under !== null && (org < 0 || plan.under[org] === 0)) return
  const variant = variantAt(rule.plan, org)
  if (variant.level === 'off') return
  const demand = rule.plan.demands[0] as GapDemand
  const parameters = variant.parameters.on(asOf)
  const subject = columns.memberId[member]!
  const outcome = gapOutcome(plan, rule, demand, parameters, scan, member)
  if (!sink.wants(outcome.verdict)) {
    sink.count(rule.counts, outcome.verdict, subject)
    return
  }
  sink.put(
    rule.counts,
    outcome.verdict,
    {
      plan: rule.plan,
      variant,
      subjectKind: 'member',
      subjectId: subject,
      organization: org < 0 ? null : columns.orgId[org]!,
      window: { key: `since-${formatDate(outcome.since)}`, from: outcome.since, to: null },
      parameters,
      reason: outcome.reason,
      ...gapNumbers(plan, demand, parameters, outcome),
    },
    asOf,
  )
}

function gapOutcome(
  plan: Plan,
  rule: MemberRule,
  demand: GapDemand,
  parameters: ParametersOnDay | null,
  scan: MemberScan,
  member: number,
): GapOutcome {
  const { asOf } = plan
  const scope = memberScope(plan, member, rule.scope)
  const first = scopeStart(plan, scope)
  const last = scan.lastCounted[rule.counters[0]!]!
  const since = last === NONE ? first : Math.max(last, first)
  const with_ = (verdict: number, reason: Reason | null, due: EpochDay | null = null) => ({ verdict, reason, since, due })
  if (parameters === null) return with_(VERDICT.NOT_APPLICABLE, { code: 'not-in-force' })
  if (!hasDay(scope, asOf)) return with_(VERDICT.NOT_APPLICABLE, { code: 'out-of-scope' })
  if (
    rule.plan.rule.exempt !== undefined &&
    daysWithin(answeredDays(plan, member, rule.exempt), Math.min(since, asOf), asOf) > 0
  )
    return with_(VERDICT.NOT_APPLICABLE, { code: 'exempt' })
  if (!plan.hasAttendance) return with_(VERDICT.UNKNOWN, { code: 'missing-table', table: 'attendance' })
  const limit = addDuration(since, String(valueOf(demand.atMost, parameters)))
  const notice = addDuration(since, String(valueOf(demand.noticeFrom, parameters)))
  if (asOf < notice) return with_(VERDICT.MET, null)
  const known = Math.min(asOf, plan.coversTo)
  if (known <= limit && known < asOf)
    return with_(VERDICT.UNKNOWN, { code: 'uncovered', from: Math.max(since, plan.coversTo + 1), to: asOf })
  if (asOf <= limit) return with_(VERDICT.PENDING, null, limit)
  return accused(plan, demand, member, since, known, with_)
}

/** Over the limit: accuses only where there was an opportunity that was recorded and no leave was taken. */
function accused(
  plan: Plan,
  demand: GapDemand,
  member: number,
  since: EpochDay,
  known: EpochDay,
  with_: (verdict: number, reason: Reason | null) => GapOutcome,
): GapOutcome {
  const spec = rowSpec(plan, demand, demand.opportunity)
  const { held, recorded } = opportunities(plan, spec, member, since, known)
  if (!held) return with_(VERDICT.NOT_APPLICABLE, { code: 'nothing-held' })
  if (!recorded) return with_(VERDICT.UNKNOWN, { code: 'not-recorded' })
  if (tookLeave(plan, spec, member, since, known)) return with_(VERDICT.NOT_APPLICABLE, { code: 'on-leave' })
  return with_(VERDICT.BREACHED, null)
}

/** Whether the member's branch or group held such a session after `since`, and whether one has attendance rows. */
function opportunities(plan: Plan, spec: RowSpec, member: number, since: EpochDay, until: EpochDay) {
  const { columns } = plan
  let held = false
  for (const session of sessionsOfPlaces(plan, member, since, until)) {
    const day = columns.sessionDay[session]!
    if (day <= since || day > until || spec.classes[columns.sessionClass[session]!] === 0 || !isHeld(plan, session)) continue
    if (spec.organizer !== ORGANIZER.ANY && !isOrganizedBy(plan, spec, member, session, -1)) continue
    held = true
    if (columns.sessionRows[session]! > 0) return { held, recorded: true }
  }
  return { held, recorded: false }
}

function tookLeave(plan: Plan, spec: RowSpec, member: number, since: EpochDay, until: EpochDay): boolean {
  const { columns } = plan
  for (let row = columns.rowStart[member]!; row < columns.rowStart[member + 1]!; row++) {
    const session = columns.rowSession[row]!
    const day = columns.sessionDay[session]!
    if (day <= since || day > until) continue
    if ((columns.rowFlags[row]! & ROW.STATUS) !== ROW.EXCUSED) continue
    if (spec.classes[columns.rowClass[row]!] === 0 || !isHeld(plan, session)) continue
    if (spec.organizer === ORGANIZER.ANY || isOrganizedBy(plan, spec, member, session, -1)) return true
  }
  return false
}

const hostedBy = new WeakMap<Plan, Map<number, number[]>>()

/** Sessions hosted or co-hosted by any branch or group the member belonged to in the time. */
function* sessionsOfPlaces(plan: Plan, member: number, since: EpochDay, until: EpochDay): Generator<number> {
  let index = hostedBy.get(plan)
  if (index === undefined) {
    index = hostIndex(plan)
    hostedBy.set(plan, index)
  }
  const { orgChildStart, orgChild } = plan.columns
  const orgs = new Set<number>()
  for (let day = since; day <= until; day++) {
    const branch = branchOn(plan, member, day)
    if (branch >= 0 && !orgs.has(branch)) {
      orgs.add(branch)
      for (let i = orgChildStart[branch]!; i < orgChildStart[branch + 1]!; i++) orgs.add(orgChild[i]!)
    }
    const group = groupOn(plan, member, day)
    if (group >= 0) orgs.add(group)
  }
  for (const org of orgs) yield* index.get(org) ?? []
}

function hostIndex(plan: Plan): Map<number, number[]> {
  const { sessionCount, sessionHost, coHostStart, coHost } = plan.columns
  const index = new Map<number, number[]>()
  const add = (org: number, session: number) => {
    const list = index.get(org)
    if (list === undefined) index.set(org, [session])
    else if (list.at(-1) !== session) list.push(session)
  }
  for (let session = 0; session < sessionCount; session++) {
    if (sessionHost[session]! >= 0) add(sessionHost[session]!, session)
    for (let i = coHostStart[session]!; i < coHostStart[session + 1]!; i++) add(coHost[i]!, session)
  }
  return index
}

function gapNumbers(plan: Plan, demand: GapDemand, parameters: ParametersOnDay | null, outcome: GapOutcome): Measurement {
  return {
    measured: monthsBetween(outcome.since, plan.asOf),
    required: parameters === null ? null : monthsIn(String(valueOf(demand.atMost, parameters))),
    unit: 'month',
    alternatives: null,
    due: outcome.due,
  }
}

/** A duration as a number of months, where it is one. */
function monthsIn(duration: string): number | null {
  const match = /^P(\d+)([MY])$/.exec(duration)
  return match === null ? null : Number(match[1]) * (match[2] === 'Y' ? 12 : 1)
}
