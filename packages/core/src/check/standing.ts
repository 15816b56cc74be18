import type { Condition, Size } from '../requirement/schema.ts'
import { numberOf, type ParametersOnDay } from './amounts.ts'
import { boundsOf } from './bounds.ts'
import { type DaySet, hasDay } from './intervals.ts'
import { STANDING } from './judge.ts'
import { type Conclusion, concluded, type DemandOutcome, outcomeOf, without } from './outcome.ts'
import type { Plan, RulePlan } from './plan.ts'
import type { Reason, WindowOfFinding } from './record.ts'
import { OrganizationScopes } from './scope.ts'
import { type FindingSink, VERDICT } from './sink.ts'
import { OrganizationSizes } from './sizes.ts'

/** Judges what organizations are on the day of the check. */
export function judgeStates(plan: Plan, rules: readonly RulePlan[], sink: FindingSink): void {
  if (rules.length === 0 || plan.asOf < plan.coversFrom) return
  const sizes = new OrganizationSizes(plan.columns, plan.asOf)
  const scopes = new OrganizationScopes(plan.columns, !plan.hasPosts)
  const window: WindowOfFinding = { key: 'standing', from: plan.asOf, to: plan.asOf }
  const { orgCount, orgId } = plan.columns
  for (const rule of rules) {
    const inScope = scopes.all(rule.rule.who)
    const counts = sink.countsOf(rule)
    for (let org = 0; org < orgCount; org++) {
      const scope = inScope[org]!
      if (scope === null) continue
      if (plan.under !== null && plan.under[org] === 0) continue
      const variant = rule.variants[rule.variantOfOrg === null ? 0 : rule.variantOfOrg[org]!]!
      if (variant.level === 'off') continue
      const parameters = variant.parameters.on(plan.asOf)
      const outcome = outcomeFor(plan, rule, parameters, org, scope, sizes)
      if (!sink.wants(outcome.verdict)) {
        sink.count(counts, outcome.verdict, orgId[org]!)
        continue
      }
      sink.put(
        counts,
        outcome,
        {
          plan: rule,
          variant,
          subjectKind: 'organization',
          subjectId: orgId[org]!,
          organization: orgId[org]!,
          window,
          parameters,
        },
        plan.asOf,
      )
    }
  }
}

function outcomeFor(
  plan: Plan,
  rule: RulePlan,
  parameters: ParametersOnDay | null,
  org: number,
  scope: DaySet,
  sizes: OrganizationSizes,
): Conclusion {
  if (parameters === null) return without(rule, VERDICT.NOT_APPLICABLE, { code: 'not-in-force' })
  if (!hasDay(scope, plan.asOf)) return without(rule, VERDICT.NOT_APPLICABLE, { code: 'out-of-scope' })
  if (rule.needsPosts && !plan.hasPosts)
    return without(rule, VERDICT.UNKNOWN, { code: 'missing-table', table: 'posts' })
  if (!speaksOf(plan, plan.asOf))
    return without(rule, VERDICT.UNKNOWN, { code: 'uncovered', from: plan.asOf, to: plan.asOf })
  return judgedBySize(plan, rule, parameters, org, sizes)
}

function judgedBySize(
  plan: Plan,
  rule: RulePlan,
  parameters: ParametersOnDay,
  org: number,
  sizes: OrganizationSizes,
): Conclusion {
  const outcomes: DemandOutcome[] = []
  let reason: Reason | null = null
  for (const demand of rule.demands) {
    if (demand.measure !== 'size') continue
    if (demand.when !== undefined && !holds(demand.when, parameters, org, sizes)) continue
    const bounds = boundsOf(demand, parameters)
    if (readsPosts(demand.of) && !plan.hasPosts) {
      outcomes.push(outcomeOf(demand, STANDING.UNKNOWN, 0, bounds))
      reason = { code: 'missing-table', table: 'posts' }
      continue
    }
    const amount = readsPosts(demand.of) ? sizes.own(org, demand.of) : sizes.subtree(org, demand.of)
    const met = bounds.atLeast <= amount && amount <= bounds.atMost
    outcomes.push(outcomeOf(demand, met ? STANDING.MET : STANDING.BREACHED, amount, bounds))
  }
  return concluded(rule, outcomes, reason, null)
}

function holds(
  condition: Condition,
  parameters: ParametersOnDay,
  org: number,
  sizes: OrganizationSizes,
): boolean {
  const size = readsPosts(condition.size)
    ? sizes.own(org, condition.size)
    : sizes.subtree(org, condition.size)
  return (
    size >= numberOf(condition.atLeast, parameters, Number.NEGATIVE_INFINITY) &&
    size <= numberOf(condition.atMost, parameters, Number.POSITIVE_INFINITY)
  )
}

function readsPosts(of: Size): boolean {
  return of === 'committee' || of === 'committee-besides-secretary'
}

/** Whether the data tells a state on a day. */
export function speaksOf(plan: Plan, day: number): boolean {
  return plan.coversFrom <= day && day <= plan.coversTo
}
