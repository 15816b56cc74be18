import { type EpochDay, formatDate } from '../civil/date.ts'
import { addDuration, parseDuration } from '../civil/duration.ts'
import { NONE, ROW } from '../dataset/columns.ts'
import type { Demand } from '../requirement/schema.ts'
import { amountOf, type ParametersOnDay } from './amounts.ts'
import { sessionsByOwner } from './hosted-by.ts'
import { ALWAYS, daysWithin, hasDay, NEVER } from './intervals.ts'
import type { MemberRule } from './member-rule.ts'
import type { MemberScan } from './member-scan.ts'
import type { Plan, RulePlan } from './plan.ts'
import type { Measurement, Reason, WindowOfFinding } from './record.ts'
import { isHeld, isOrganizedBy, ORGANIZER, type RowSpec, rowSpec } from './rows.ts'
import { type FindingSink, VERDICT } from './sink.ts'
import {
  answeredDays,
  answeredSince,
  branchOn,
  memberScope,
  memberScopeSince,
  scopeStart,
  variantAt,
} from './subject.ts'
import { monthsBetween } from './windows.ts'

type GapDemand = Extract<Demand, { measure: 'gap' }>

interface GapOutcome {
  readonly verdict: number
  readonly reason: Reason | null
  readonly since: EpochDay
  readonly due: EpochDay | null
}

/** The last day an attendance on which would be noticed on the day of the check; every later one is recent. */
export function unnoticedAfter(plan: Plan, rule: RulePlan): EpochDay {
  const [demand] = rule.demands
  const parameters = rule.variants.length === 1 ? rule.variants[0]!.parameters.on(plan.asOf) : null
  if (demand?.measure !== 'gap' || parameters === null || !plan.hasAttendance) return plan.asOf
  const notice = String(amountOf(demand.noticeFrom, parameters))
  let day = plan.asOf
  while (addDuration(day, notice) > plan.asOf) day--
  return day
}

/** Whether a member attended lately and nothing else is to be said: in scope all the time, never exempt. */
function attendedLately(plan: Plan, rule: MemberRule, scan: MemberScan, member: number): boolean {
  const last = scan.lastCounted[rule.counters[0]!]!
  if (last <= rule.unnoticedAfter || last < plan.judgedFrom || rule.scopes !== null) return false
  const facts = scan.steady[member]!
  if (facts >= 0) return rule.scope[facts] === 1 && rule.exempt[facts] === 0
  return (
    memberScopeSince(plan, member, rule.scope, last) === ALWAYS &&
    (rule.plan.rule.exempt === undefined || answeredSince(plan, member, rule.exempt, last) === NEVER)
  )
}

/** Judges the time since the last counted session on the day of the check (member/absence-6-months). */
export function judgeGap(
  plan: Plan,
  rule: MemberRule,
  scan: MemberScan,
  member: number,
  sink: FindingSink,
): void {
  const { columns, asOf } = plan
  if (asOf < plan.coversFrom) return
  if (plan.under === null && !sink.wants(VERDICT.MET) && attendedLately(plan, rule, scan, member)) {
    sink.count(rule.counts, VERDICT.MET, columns.memberId[member]!)
    return
  }
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
    {
      verdict: outcome.verdict,
      reason: outcome.reason,
      numbers: gapNumbers(demand, parameters, outcome, asOf),
    },
    {
      plan: rule.plan,
      variant,
      subjectKind: 'member',
      subjectId: subject,
      organization: org < 0 ? null : columns.orgId[org]!,
      window: new GapWindow(outcome.since),
      parameters,
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
  const { asOf, coversFrom, coversTo } = plan
  const scope = rule.scopes === null ? memberScope(plan, member, rule.scope) : rule.scopes(member, asOf)[0]!
  const begin = hasDay(scope, asOf) ? scopeStart(scope, asOf) : asOf
  const last = scan.lastCounted[rule.counters[0]!]!
  const acted = last !== NONE && last >= begin
  const since = acted ? last : begin === NONE ? coversFrom : begin
  const outcome: OutcomeOf = (verdict, reason, due = null) => ({ verdict, reason, since, due })
  if (parameters === null) return outcome(VERDICT.NOT_APPLICABLE, { code: 'not-in-force' })
  if (!hasDay(scope, asOf)) return outcome(VERDICT.NOT_APPLICABLE, { code: 'out-of-scope' })
  if (
    rule.plan.rule.exempt !== undefined &&
    daysWithin(answeredDays(plan, member, rule.exempt), since, asOf) > 0
  )
    return outcome(VERDICT.NOT_APPLICABLE, { code: 'exempt' })
  if (!plan.hasAttendance) return outcome(VERDICT.UNKNOWN, { code: 'missing-table', table: 'attendance' })
  if (asOf < addDuration(since, String(amountOf(demand.noticeFrom, parameters))))
    return outcome(VERDICT.MET, null)
  if (asOf > coversTo)
    return outcome(VERDICT.UNKNOWN, { code: 'uncovered', from: Math.max(since, coversTo + 1), to: asOf })
  const longest = String(amountOf(demand.atMost, parameters))
  const limit = addDuration(since, longest)
  // Before the data begins the member may have attended: only the covered part of the gap is sure.
  const sureLimit = addDuration(Math.max(since, coversFrom), longest)
  if (asOf > sureLimit) return accused(plan, demand, member, since, acted, outcome)
  if (sureLimit > limit && !acted)
    return outcome(VERDICT.UNKNOWN, { code: 'uncovered', from: since, to: coversFrom - 1 })
  return outcome(VERDICT.PENDING, null, limit)
}

type OutcomeOf = (verdict: number, reason: Reason | null, due?: EpochDay | null) => GapOutcome

/** Over the limit: accuses only where there was an opportunity that was recorded and no leave was taken. */
function accused(
  plan: Plan,
  demand: GapDemand,
  member: number,
  since: EpochDay,
  acted: boolean,
  outcome: OutcomeOf,
): GapOutcome {
  const spec = rowSpec(plan, demand, demand.opportunity)
  const after = acted ? since : since - 1
  const { held, recorded } = opportunities(plan, spec, member, after)
  if (!held) return outcome(VERDICT.NOT_APPLICABLE, { code: 'nothing-held' })
  if (tookLeave(plan, spec, member, after)) return outcome(VERDICT.NOT_APPLICABLE, { code: 'on-leave' })
  return recorded ? outcome(VERDICT.BREACHED, null) : outcome(VERDICT.UNKNOWN, { code: 'not-recorded' })
}

/** Whether the member's branch or group held such a session after a day, and whether one has attendance rows. */
function opportunities(plan: Plan, spec: RowSpec, member: number, after: EpochDay) {
  const { columns } = plan
  let held = false
  for (const session of sessionsOfPlaces(plan, member, after)) {
    if (columns.sessionDay[session]! <= after || spec.classes[columns.sessionClass[session]!] === 0) continue
    if (!isHeld(plan, session)) continue
    if (spec.organizer !== ORGANIZER.ANY && !isOrganizedBy(plan, spec, member, session, -1)) continue
    held = true
    if (columns.sessionRows[session]! > 0) return { held, recorded: true }
  }
  return { held, recorded: false }
}

function tookLeave(plan: Plan, spec: RowSpec, member: number, after: EpochDay): boolean {
  const { columns } = plan
  for (let row = columns.rowStart[member]!; row < columns.rowStart[member + 1]!; row++) {
    const session = columns.rowSession[row]!
    if (columns.sessionDay[session]! <= after) continue
    if ((columns.rowFlags[row]! & ROW.STATUS) !== ROW.EXCUSED) continue
    if (spec.classes[columns.rowClass[row]!] === 0 || !isHeld(plan, session)) continue
    if (spec.organizer === ORGANIZER.ANY || isOrganizedBy(plan, spec, member, session, -1)) return true
  }
  return false
}

/** Sessions hosted or co-hosted by any branch or group the member belonged to after a day. */
function* sessionsOfPlaces(plan: Plan, member: number, after: EpochDay): Generator<number> {
  const index = sessionsByOwner(plan)
  const { placeStart, placeDay, placeBranch, placeGroup, orgChildStart, orgChild } = plan.columns
  const orgs = new Set<number>()
  for (let i = placeStart[member]!; i < placeStart[member + 1]!; i++) {
    const ended = i + 1 < placeStart[member + 1]! && placeDay[i + 1]! <= after
    if (ended || placeDay[i]! > plan.asOf) continue
    if (placeGroup[i]! >= 0) orgs.add(placeGroup[i]!)
    const branch = placeBranch[i]!
    if (branch < 0) continue
    orgs.add(branch)
    for (let c = orgChildStart[branch]!; c < orgChildStart[branch + 1]!; c++) orgs.add(orgChild[c]!)
  }
  const sessions = new Set<number>()
  for (const org of orgs) for (const session of index.get(org) ?? []) sessions.add(session)
  yield* sessions
}

/** The time since an attendance; most are never shown, so that the key is made when asked for. */
class GapWindow implements WindowOfFinding {
  readonly from: EpochDay
  readonly to = null

  constructor(since: EpochDay) {
    this.from = since
  }

  get key(): string {
    return `since-${formatDate(this.from)}`
  }
}

function gapNumbers(
  demand: GapDemand,
  parameters: ParametersOnDay | null,
  outcome: GapOutcome,
  asOf: EpochDay,
): Measurement {
  return {
    measured: monthsBetween(outcome.since, asOf),
    required: parameters === null ? null : monthsIn(String(amountOf(demand.atMost, parameters))),
    unit: 'month',
    cap: true,
    alternatives: null,
    due: outcome.due,
    demand: undefined,
  }
}

/** A duration as a number of months, where it is one. */
function monthsIn(duration: string): number | null {
  const { amount, unit } = parseDuration(duration)
  return unit === 'D' ? null : amount * (unit === 'Y' ? 12 : 1)
}
