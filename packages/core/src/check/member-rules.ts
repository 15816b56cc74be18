import { countsSessions } from '../requirement/parts.ts'
import { countMemberActs, type MemberActs, memberActs } from './acts.ts'
import type { ParametersOnDay } from './amounts.ts'
import { judgeGap, unnoticedAfter } from './gap.ts'
import { ALWAYS, type DaySet, NEVER } from './intervals.ts'
import type { MemberRule } from './member-rule.ts'
import { counterKey, type MemberScan, memberScan } from './member-scan.ts'
import { isPlain, memberScopes } from './member-scopes.ts'
import type { Conclusion } from './outcome.ts'
import { without } from './outcome.ts'
import { whyNotOwed } from './owed.ts'
import { MISSING_BIRTH, owingIn } from './owing.ts'
import type { Plan, RulePlan, VariantPlan } from './plan.ts'
import type { Reason } from './record.ts'
import { scanMember } from './scan-member.ts'
import { type FindingSink, VERDICT } from './sink.ts'
import {
  answeredSince,
  branchOn,
  exemptAnswers,
  memberScopeSince,
  scopeAnswers,
  variantAt,
} from './subject.ts'
import { missingTable, tableMissingFor } from './tables.ts'
import { Weighing } from './weighing.ts'
import type { CalendarWindow } from './windows.ts'

/** Judges the requirements on members over calendar windows and rolling gaps, in one pass over the attendance. */
export function judgeMembers(plan: Plan, rulePlans: readonly RulePlan[], sink: FindingSink): void {
  if (rulePlans.length === 0) return
  const compiled = compileMembers(plan, rulePlans, sink)
  const { memberCount } = plan.columns
  for (let member = 0; member < memberCount; member++) judgeMember(compiled, member, sink)
}

/** The member rules of a plan with the scan that feeds them. */
export interface CompiledMembers {
  readonly plan: Plan
  readonly scan: MemberScan
  readonly rules: readonly MemberRule[]
  /** Counts of acts, with the rule that looks at each. */
  readonly acts: readonly { readonly rule: MemberRule; readonly counted: MemberActs }[]
  /** By counter: fact sets to whose members a rule that looks at it may speak; `null` where facts do not tell. */
  readonly spokenTo: readonly (Uint8Array | null)[]
}

/** Prepares the member rules; `sink` gives the counters. */
export function compileMembers(
  plan: Plan,
  rulePlans: readonly RulePlan[],
  sink: FindingSink,
): CompiledMembers {
  const ordered = supersedersFirst(rulePlans)
  const scan = memberScan(
    plan,
    ordered.flatMap((rule) => rule.demands.map((demand) => ({ rule, demand }))),
  )
  const rules = ordered.map((rule) => memberRule(plan, rule, ordered, scan, sink))
  const acts = rules.flatMap((rule) =>
    rule.acts.flatMap((counted) => (counted === null ? [] : [{ rule, counted }])),
  )
  return { plan, scan, rules, acts, spokenTo: scan.counters.map((_, k) => factsSpokenTo(rules, k)) }
}

function factsSpokenTo(rules: readonly MemberRule[], counter: number): Uint8Array | null {
  const looking = rules.filter((rule) => rule.counters.includes(counter))
  if (looking.some((rule) => rule.scopes !== null)) return null
  return looking
    .map((rule) => rule.scope)
    .reduce((some, more) => some.map((holds, set) => holds | more[set]!))
}

/** Judges one member by all of them. */
export function judgeMember(compiled: CompiledMembers, member: number, sink: FindingSink): void {
  const { plan, scan, rules } = compiled
  scanMember(scan, member, compiled.spokenTo)
  const facts = scan.steady[member]!
  for (const { rule, counted } of compiled.acts)
    if (rule.scopes !== null || facts < 0 || rule.scope[facts] === 1) countMemberActs(plan, counted, member)
  for (const rule of rules) {
    if (rule.plan.calendar === null) judgeGap(plan, rule, scan, member, sink)
    else judgeWindows(plan, rule, rules, scan, member, sink)
  }
}

/** A rule that supersedes others is judged before them. */
function supersedersFirst(rules: readonly RulePlan[]): RulePlan[] {
  const ordered: RulePlan[] = []
  const visit = (rule: RulePlan) => {
    if (ordered.includes(rule)) return
    for (const stronger of rules)
      if (stronger !== rule && stronger.supersedes.includes(rule.id)) visit(stronger)
    ordered.push(rule)
  }
  rules.forEach(visit)
  return ordered
}

function memberRule(
  plan: Plan,
  rule: RulePlan,
  ordered: readonly RulePlan[],
  scan: MemberScan,
  sink: FindingSink,
): MemberRule {
  const windows = rule.calendar?.windows.length ?? 0
  return {
    plan: rule,
    scope: scopeAnswers(plan, rule),
    scopes: memberScopes(plan, rule),
    isPlain: isPlain(plan, rule),
    exempt: exemptAnswers(plan, rule),
    counters: rule.demands.map((demand) =>
      countsSessions(demand) || demand.measure === 'gap'
        ? scan.counters.findIndex((counter) => counter.key === counterKey(rule, demand))
        : -1,
    ),
    acts: rule.demands.map((demand) =>
      demand.measure === 'acts' && rule.calendar !== null && plan.hasActs
        ? memberActs(demand, rule.calendar)
        : null,
    ),
    missing: missingTable(plan, rule),
    counts: sink.countsOf(rule),
    supersededBy: ordered.flatMap((other, i) =>
      other.supersedes.includes(rule.id) && other.calendar === rule.calendar ? [i] : [],
    ),
    applied: new Uint8Array(windows),
    unnoticedAfter: unnoticedAfter(plan, rule),
  }
}

function judgeWindows(
  plan: Plan,
  rule: MemberRule,
  rules: readonly MemberRule[],
  scan: MemberScan,
  member: number,
  sink: FindingSink,
): void {
  const { columns } = plan
  const { windows } = rule.plan.calendar!
  const facts = scan.steady[member]!
  if (facts >= 0 && rule.isPlain && rule.scope[facts] === 0 && !sink.wants(VERDICT.NOT_APPLICABLE)) {
    rule.applied.fill(0)
    sink.count(rule.counts, VERDICT.NOT_APPLICABLE, columns.memberId[member]!, windows.length)
    return
  }
  const steadyScope =
    rule.scopes !== null
      ? NEVER
      : facts >= 0
        ? rule.scope[facts] === 1
          ? ALWAYS
          : NEVER
        : memberScopeSince(plan, member, rule.scope, plan.judgedFrom)
  const exempt =
    rule.plan.rule.exempt === undefined
      ? NEVER
      : facts >= 0
        ? rule.exempt[facts] === 1
          ? ALWAYS
          : NEVER
        : answeredSince(plan, member, rule.exempt, plan.judgedFrom)
  const subject = columns.memberId[member]!
  const untold = rule.missing !== null
  for (let w = 0; w < windows.length; w++) {
    const window = windows[w]!
    rule.applied[w] = 0
    const org =
      rule.plan.variantOfOrg === null && plan.under === null ? -1 : branchOn(plan, member, window.until)
    if (plan.under !== null && (org < 0 || plan.under[org] === 0)) continue
    const variant = variantAt(rule.plan, org)
    if (variant.level === 'off') continue
    const parameters = variant.byWindow[w]!
    const owing =
      rule.scopes === null
        ? null
        : owingIn(rule.plan, parameters, rule.scopes(member, window.from), exempt, window.from, window.until)
    const scope = owing === null ? steadyScope : owing.scope
    const isUnborn = owing?.isUnknown === true
    const reason = isUnborn
      ? superseded(rule, rules, w)
      : notOwed(rule, rules, w, window, parameters, scope, exempt)
    if (reason === null) rule.applied[w] = isUnborn || (rule.plan.needsPosts && !plan.hasPosts) ? 0 : 1
    const silent =
      reason !== null ? VERDICT.NOT_APPLICABLE : untold || isUnborn ? -1 : metAtOnce(rule, scan, variant, w)
    if (silent >= 0 && !sink.wants(silent)) {
      sink.count(rule.counts, silent, subject)
      continue
    }
    const judged =
      reason !== null
        ? without(rule.plan, VERDICT.NOT_APPLICABLE, reason)
        : isUnborn
          ? without(rule.plan, VERDICT.UNKNOWN, MISSING_BIRTH)
          : untold
            ? without(rule.plan, VERDICT.UNKNOWN, { code: 'missing-table', table: rule.missing! })
            : weigh(plan, rule, scan, w, window, scope, variant)
    const branch = branchOn(plan, member, window.until)
    sink.put(
      rule.counts,
      judged,
      {
        plan: rule.plan,
        variant,
        subjectKind: 'member',
        subjectId: subject,
        organization: branch < 0 ? null : columns.orgId[branch]!,
        window,
        parameters,
      },
      window.until,
    )
  }
}

/** Why the duty is not owed in a window, `null` where it is. */
function notOwed(
  rule: MemberRule,
  rules: readonly MemberRule[],
  w: number,
  window: CalendarWindow,
  parameters: ParametersOnDay | null,
  scope: DaySet,
  exempt: DaySet,
): Reason | null {
  const reason = whyNotOwed(rule.plan, parameters, scope, exempt, window.from, window.until)
  return reason ?? superseded(rule, rules, w)
}

/** That a stronger rule applied to the member just judged in a window (clause 10). */
function superseded(rule: MemberRule, rules: readonly MemberRule[], w: number): Reason | null {
  for (const stronger of rule.supersededBy)
    if (rules[stronger]!.applied[w] === 1) return { code: 'superseded', by: rules[stronger]!.plan.id }
  return null
}

/** MET where enough of the demands are reached that have no upper bound; -1 where more must be looked at. */
function metAtOnce(rule: MemberRule, scan: MemberScan, variant: VariantPlan, w: number): number {
  const { counters } = rule
  const any = rule.plan.mode === 'any'
  for (let i = 0; i < counters.length; i++) {
    const { atLeast, atMost } = variant.bounds[w]![i]!
    if ((atMost === Number.POSITIVE_INFINITY && amountOf(rule, scan, i, w) >= atLeast) === any)
      return any ? VERDICT.MET : -1
  }
  return any ? -1 : VERDICT.MET
}

/** What a member has of a demand in a window; nothing where its table is missing. */
function amountOf(rule: MemberRule, scan: MemberScan, demand: number, w: number): number {
  const counter = rule.counters[demand]!
  if (counter < 0) return rule.acts[demand]?.amounts[w] ?? Number.NaN
  return scan.plan.hasAttendance ? scan.amounts[scan.counters[counter]!.base + w]! : Number.NaN
}

function weigh(
  plan: Plan,
  rule: MemberRule,
  scan: MemberScan,
  w: number,
  window: CalendarWindow,
  scope: DaySet,
  variant: VariantPlan,
): Conclusion {
  const weighing = new Weighing(plan, window, scope)
  rule.counters.forEach((counter, i) => {
    const demand = rule.plan.demands[i]!
    const table = tableMissingFor(plan, rule.plan, demand)
    if (table !== null) {
      weighing.addUntold(demand, table, variant.bounds[w]![i]!)
      return
    }
    if (counter < 0) {
      weighing.add(demand, 0, rule.acts[i]!.amounts[w]!, -1, variant.bounds[w]![i]!)
      return
    }
    const { base, spec } = scan.counters[counter]!
    const undecided = scan.undecided[base + w]! - 1
    weighing.add(demand, spec.quarter, scan.amounts[base + w]!, undecided, variant.bounds[w]![i]!)
  })
  return weighing.conclusion(rule.plan)
}
