import type { EpochDay } from '../civil/date.ts'
import type { Columns } from '../dataset/columns.ts'
import {
  type AggregatePart,
  type AggregateRule,
  isAggregateRule,
  type RuleContext,
} from '../plugin/plugin.ts'
import { NEVER } from './intervals.ts'
import { FunctionRunner } from './judgement.ts'
import { without } from './outcome.ts'
import { whyNotOwed } from './owed.ts'
import type { Plan, RulePlan } from './plan.ts'
import type { Reason, WindowOfFinding } from './record.ts'
import { OrganizationScopes } from './scope.ts'
import { type FindingSink, VERDICT } from './sink.ts'
import { lastAt } from './sizes.ts'
import { standingWindows } from './standing-windows.ts'
import { branchOn, variantAt } from './subject.ts'

/**
 * Runs the rules that add up parts. Each part is collected once per rule and window, then the totals are merged
 * up the tree, so that an upper organization costs no more than a lower one.
 */
export function judgeAggregates(plan: Plan, rules: readonly RulePlan[], sink: FindingSink): void {
  if (rules.length === 0) return
  const runner = new FunctionRunner(plan)
  const scopes = new OrganizationScopes(plan.columns, !plan.hasPosts)
  for (const rule of rules) {
    const { rule: definition } = rule
    if (!isAggregateRule(definition)) continue
    const inScope = scopes.all(definition.who)
    for (const { window, until } of standingWindows(plan, rule)) {
      const owed = (org: number) => {
        const parameters = variantAt(rule, org).parameters.on(window.from)
        return whyNotOwed(rule, parameters, inScope[org]!, NEVER, window.from, until)
      }
      judgeWindow(plan, rule, definition, { window, until }, inScope, owed, runner, sink)
    }
  }
}

interface JudgedWindow {
  readonly window: WindowOfFinding
  readonly until: EpochDay
}

function judgeWindow(
  plan: Plan,
  rule: RulePlan,
  definition: AggregateRule,
  at: JudgedWindow,
  inScope: readonly (unknown | null)[],
  whyNot: (org: number) => Reason | null,
  runner: FunctionRunner,
  sink: FindingSink,
): void {
  const { window, until } = at
  const counts = sink.countsOf(rule)
  const { orgCount, orgId } = plan.columns
  const unanswerable = runner.unanswerable(rule, definition.reads, window, until)
  let totals: readonly Total[] | null = null
  for (let org = 0; org < orgCount; org++) {
    if (inScope[org] === null || (plan.under !== null && plan.under[org] === 0)) continue
    const variant = variantAt(rule, org)
    if (variant.level === 'off') continue
    const parameters = variant.parameters.on(window.from)
    const notOwed = whyNot(org)
    const id = orgId[org]!
    const judge = () => {
      totals ??= totalsOf(plan, rule, definition, at, runner)
      const total = totals[org]!
      if ('crash' in total) return without(rule, VERDICT.UNKNOWN, total.crash)
      const context = runner.context(definition.reads, parameters!, window, until)
      return runner.judge(rule, () =>
        definition.judge({ kind: 'organization', id, organization: id }, total.value, context),
      )
    }
    const outcome =
      notOwed !== null
        ? without(rule, VERDICT.NOT_APPLICABLE, notOwed)
        : unanswerable !== null
          ? without(rule, VERDICT.UNKNOWN, unanswerable)
          : judge()
    sink.put(
      counts,
      outcome,
      {
        plan: rule,
        variant,
        subjectKind: 'organization',
        subjectId: id,
        organization: id,
        window,
        parameters,
      },
      until,
    )
  }
}

/** What was collected under an organization, or the crash that spoilt it. */
type Total = { readonly value: unknown } | { readonly crash: Reason }

/** Totals of all organizations: own parts first, then those of the organizations below. */
function totalsOf(
  plan: Plan,
  rule: RulePlan,
  definition: AggregateRule,
  { window, until }: JudgedWindow,
  runner: FunctionRunner,
): Total[] {
  const totals: Total[] = Array.from({ length: plan.columns.orgCount }, () => ({ value: definition.empty }))
  const contexts = new Map<object, RuleContext>()
  const add = (org: number, more: Total) => {
    const before = totals[org]!
    if ('crash' in before) return
    totals[org] = 'crash' in more ? more : runner.call(rule, () => definition.merge(before.value, more.value))
  }
  eachPart(plan, definition, until, (org, part) => {
    if (plan.under !== null && plan.under[org] === 0) return
    const parameters = variantAt(rule, org).parameters.on(window.from)
    if (parameters === null) return
    let context = contexts.get(parameters)
    if (context === undefined) {
      context = runner.context(definition.reads, parameters, window, until)
      contexts.set(parameters, context)
    }
    add(org, runner.collect(rule, definition, part, context))
  })
  for (const org of lowestFirst(plan.columns)) {
    const parent = plan.columns.orgParent[org]!
    if (parent >= 0) add(parent, totals[org]!)
  }
  return totals
}

/** Visits the parts with the organization each belongs to on the last judged day: who is gone belongs to none. */
export function eachPart(
  plan: Plan,
  definition: AggregateRule,
  until: EpochDay,
  visit: (org: number, part: AggregatePart) => void,
): void {
  const { columns } = plan
  if (definition.over === 'organizations') {
    const { orgCount, orgId, orgFounded, orgDissolved } = columns
    for (let org = 0; org < orgCount; org++)
      if (orgFounded[org]! <= until && until <= orgDissolved[org]!)
        visit(org, { kind: 'organization', id: orgId[org]! })
    return
  }
  const { memberCount, memberId, factStart, factDay, factSet, factSets } = columns
  for (let member = 0; member < memberCount; member++) {
    const org = branchOn(plan, member, until)
    const facts = factSets[factSet[lastAt(factDay, factStart[member]!, factStart[member + 1]!, until)]!]!
    if (org >= 0 && !facts.gone) visit(org, { kind: 'member', id: memberId[member]! })
  }
}

/** Positions of the organizations, each before the one above it. */
function lowestFirst(columns: Columns): number[] {
  const { orgCount, orgParent } = columns
  const depth = (org: number) => {
    let steps = 0
    for (let above = orgParent[org]!; above >= 0; above = orgParent[above]!) steps++
    return steps
  }
  const depths = Array.from({ length: orgCount }, (_, org) => depth(org))
  return depths.map((_, org) => org).sort((a, b) => depths[b]! - depths[a]! || a - b)
}
