import { uncoveredIn } from './coverage.ts'
import { countHosted, type HostedCount } from './hosted.ts'
import type { DaySet } from './intervals.ts'
import { STANDING, standingOf } from './judge.ts'
import { missingColumn } from './missing-column.ts'
import { concluded, type DemandOutcome, outcomeOf, without } from './outcome.ts'
import type { Plan, RulePlan } from './plan.ts'
import { PRESENCE, presenceIn } from './presence.ts'
import type { Reason } from './record.ts'
import { OrganizationScopes } from './scope.ts'
import { type FindingSink, VERDICT } from './sink.ts'
import { type CalendarWindow, quarterEnd } from './windows.ts'

/** Judges the requirements on what organizations hold per calendar window. */
export function judgeOrganizations(plan: Plan, rules: readonly RulePlan[], sink: FindingSink): void {
  const owed = rules.flatMap((rule) => rule.demands.map((demand) => ({ rule, demand })))
  if (owed.length === 0) return
  const counters = countHosted(plan, owed)
  const scopes = new OrganizationScopes(plan.columns, !plan.hasPosts)
  let next = 0
  for (const rule of rules) {
    const own = counters.slice(next, next + rule.demands.length)
    next += rule.demands.length
    judgeRule(plan, rule, own, scopes, sink)
  }
}

function judgeRule(
  plan: Plan,
  rule: RulePlan,
  counters: readonly HostedCount[],
  scopes: OrganizationScopes,
  sink: FindingSink,
): void {
  const { orgCount, orgId } = plan.columns
  const inScope = scopes.all(rule.rule.who)
  const counts = sink.countsOf(rule)
  const { windows } = rule.calendar!
  const untold = rule.needsPosts && !plan.hasPosts
  for (let org = 0; org < orgCount; org++) {
    const scope = inScope[org]!
    if (scope === null) continue
    if (plan.under !== null && plan.under[org] === 0) continue
    const position = rule.variantOfOrg === null ? 0 : rule.variantOfOrg[org]!
    const variant = rule.variants[position]!
    if (variant.level === 'off') continue
    for (let w = 0; w < windows.length; w++) {
      const window = windows[w]!
      const parameters = variant.byWindow[w]!
      const silent =
        parameters !== null && !untold ? decided(plan, rule, counters, org, w, window, scope, position) : -1
      if (silent >= 0 && !sink.wants(silent)) {
        sink.count(counts, silent, orgId[org]!)
        continue
      }
      const { verdict, reason, numbers } = judged(
        plan,
        rule,
        counters,
        org,
        w,
        window,
        scope,
        position,
        untold,
      )
      sink.put(
        counts,
        verdict,
        {
          plan: rule,
          variant,
          subjectKind: 'organization',
          subjectId: orgId[org]!,
          organization: orgId[org]!,
          window: { key: window.key, from: window.from, to: window.to },
          parameters,
          reason,
          ...numbers,
        },
        window.until,
      )
    }
  }
}

/** The verdict of the common cases, without making anything: met, or not applicable; -1 for all others. */
function decided(
  plan: Plan,
  rule: RulePlan,
  counters: readonly HostedCount[],
  org: number,
  w: number,
  window: CalendarWindow,
  scope: DaySet,
  variant: number,
): number {
  if (presenceIn(scope, rule.rule.presence, window.from, window.until) !== PRESENCE.OWES)
    return VERDICT.NOT_APPLICABLE
  if (counters.length !== 1) return -1
  const bounds = rule.variants[variant]!.bounds[w]![0]!
  const amount = counters[0]!.counts[org * rule.calendar!.windows.length + w]!
  return bounds.atMost === Number.POSITIVE_INFINITY && amount >= bounds.atLeast && plan.asOf >= window.from
    ? VERDICT.MET
    : -1
}

function judged(
  plan: Plan,
  rule: RulePlan,
  counters: readonly HostedCount[],
  org: number,
  w: number,
  window: CalendarWindow,
  scope: DaySet,
  variant: number,
  untold: boolean,
) {
  const parameters = rule.variants[variant]!.byWindow[w]!
  if (parameters === null) return without(rule, VERDICT.NOT_APPLICABLE, { code: 'not-in-force' })
  const presence = presenceIn(scope, rule.rule.presence, window.from, window.until)
  if (presence === PRESENCE.NEVER) return without(rule, VERDICT.NOT_APPLICABLE, { code: 'out-of-scope' })
  if (presence === PRESENCE.PARTLY) return without(rule, VERDICT.NOT_APPLICABLE, { code: 'partly-in-scope' })
  if (untold) return without(rule, VERDICT.UNKNOWN, { code: 'missing-table', table: 'posts' })
  const outcomes: DemandOutcome[] = []
  let due = window.from
  let reason: Reason | null = null
  counters.forEach((counter, i) => {
    const demand = rule.demands[i]!
    const bounds = rule.variants[variant]!.bounds[w]![i]!
    const amount = counter.counts[org * rule.calendar!.windows.length + w]!
    const part = countedPart(window, counter.quarter)
    const missing = missingColumn(plan, demand)
    const uncovered = window.open
      ? null
      : uncoveredIn(plan.coversFrom, plan.coversTo, scope, part.from, part.to)
    const standing = standingOf({
      amount,
      undecided: false,
      ...bounds,
      open: window.open,
      uncovered: uncovered !== null,
      blind: missing !== null,
      reachable: part.to > plan.asOf ? Number.POSITIVE_INFINITY : 0,
    })
    if (standing === STANDING.UNKNOWN)
      reason ??=
        missing !== null ? { code: 'missing-cell', cell: missing } : { code: 'uncovered', ...uncovered! }
    due = Math.max(due, part.to)
    outcomes.push(outcomeOf(demand, standing, amount, bounds))
  })
  return concluded(rule, outcomes, reason, due)
}

function countedPart(window: CalendarWindow, quarter: number): { from: number; to: number } {
  if (quarter === 0) return window
  const to = quarterEnd(window.from, quarter)
  return { from: quarter === 1 ? window.from : quarterEnd(window.from, quarter - 1) + 1, to }
}
