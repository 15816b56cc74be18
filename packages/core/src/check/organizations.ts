import { countsSessions } from '../requirement/parts.ts'
import { countOrganizationActs } from './acts.ts'
import { countHosted } from './hosted.ts'
import { type DaySet, NEVER } from './intervals.ts'
import { prepared } from './memory.ts'
import type { Conclusion } from './outcome.ts'
import { without } from './outcome.ts'
import { whyNotOwed } from './owed.ts'
import type { Plan, RulePlan } from './plan.ts'
import { PRESENCE, presenceIn } from './presence.ts'
import { OrganizationScopes } from './scope.ts'
import { type FindingSink, VERDICT } from './sink.ts'
import { missingTable } from './tables.ts'
import { Weighing } from './weighing.ts'
import type { CalendarWindow } from './windows.ts'

/** Judges the requirements on what organizations hold per calendar window. */
export function judgeOrganizations(plan: Plan, rules: readonly RulePlan[], sink: FindingSink): void {
  if (rules.length === 0) return
  const hosted = countHosted(
    plan,
    rules.flatMap((rule) =>
      rule.demands.flatMap((demand) => (countsSessions(demand) ? [{ rule, demand }] : [])),
    ),
  )
  const scopes = new OrganizationScopes(plan.columns, !plan.hasPosts)
  let next = 0
  for (const rule of rules) {
    const counters = rule.demands.map((demand): OrganizationCount | null => {
      if (countsSessions(demand)) return hosted[next++]!
      return demand.measure === 'acts' && plan.hasActs
        ? {
            quarter: 0,
            counts: prepared(plan, rule, `acts ${JSON.stringify(demand)}`, () =>
              countOrganizationActs(plan, demand, rule.calendar!),
            ),
          }
        : null
    })
    judgeRule(plan, rule, counters, scopes, sink)
  }
}

/** What organizations did, [organization × window]; `null` stands for a demand whose table is missing. */
interface OrganizationCount {
  readonly quarter: number
  readonly counts: Uint16Array
}

function judgeRule(
  plan: Plan,
  rule: RulePlan,
  counters: readonly (OrganizationCount | null)[],
  scopes: OrganizationScopes,
  sink: FindingSink,
): void {
  const { orgCount, orgId } = plan.columns
  const inScope = scopes.all(rule.rule.who)
  const counts = sink.countsOf(rule)
  const { windows } = rule.calendar!
  const missing = missingTable(plan, rule)
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
        parameters !== null && missing === null
          ? decided(plan, rule, counters, org, w, window, scope, position)
          : -1
      if (silent >= 0 && !sink.wants(silent)) {
        sink.count(counts, silent, orgId[org]!)
        continue
      }
      const outcome = judged(plan, rule, counters, org, w, window, scope, position, missing)
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
        window.until,
      )
    }
  }
}

/** The verdict of the common cases, without making anything: met, or not applicable; -1 for all others. */
function decided(
  plan: Plan,
  rule: RulePlan,
  counters: readonly (OrganizationCount | null)[],
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
  counters: readonly (OrganizationCount | null)[],
  org: number,
  w: number,
  window: CalendarWindow,
  scope: DaySet,
  variant: number,
  missing: ReturnType<typeof missingTable>,
): Conclusion {
  const { byWindow, bounds } = rule.variants[variant]!
  const reason = whyNotOwed(rule, byWindow[w]!, scope, NEVER, window.from, window.until)
  if (reason !== null) return without(rule, VERDICT.NOT_APPLICABLE, reason)
  if (missing !== null) return without(rule, VERDICT.UNKNOWN, { code: 'missing-table', table: missing })
  const weighing = new Weighing(plan, window, scope)
  counters.forEach((counter, i) => {
    if (counter === null) {
      weighing.addUntold(rule.demands[i]!, 'acts', bounds[w]![i]!)
      return
    }
    const amount = counter.counts[org * rule.calendar!.windows.length + w]!
    weighing.add(rule.demands[i]!, counter.quarter, amount, -1, bounds[w]![i]!)
  })
  return weighing.conclusion(rule)
}
