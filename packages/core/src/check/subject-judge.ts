import { countsSessions } from '../requirement/parts.ts'
import type { Demand } from '../requirement/schema.ts'
import { actSpec, countActs } from './acts.ts'
import type { ParametersOnDay } from './amounts.ts'
import { boundsOf } from './bounds.ts'
import { creditColumn } from './credit.ts'
import type { EventSubject } from './event-subject.ts'
import type { EventSpan } from './events.ts'
import { countHostedBy } from './hosted-by.ts'
import type { DaySet } from './intervals.ts'
import { lagOutcome } from './lag.ts'
import { prepared } from './memory.ts'
import { type Conclusion, without } from './outcome.ts'
import { MISSING_BIRTH, owingIn } from './owing.ts'
import type { Plan, RulePlan } from './plan.ts'
import { countRows, rowSpec } from './rows.ts'
import { VERDICT } from './sink.ts'
import { missingTable, tableMissingFor } from './tables.ts'
import { Weighing } from './weighing.ts'

/** A window of one subject with what closed it. */
export type JudgedSpan = Pick<EventSpan, 'window' | 'until' | 'open' | 'closing'>

/** Judges a rule on one subject in one window; `scopes` are the days in scope, of which one set is true. */
export type SubjectJudge = (
  subject: EventSubject,
  scopes: readonly DaySet[],
  exempt: DaySet,
  span: JudgedSpan,
  parameters: ParametersOnDay | null,
) => Conclusion

/** Puts one demand on the scales. */
type Weigher = (
  weighing: Weighing,
  subject: EventSubject,
  span: JudgedSpan,
  scope: DaySet,
  parameters: ParametersOnDay,
) => void

/** Prepares a requirement for subjects that are too few for the fast path: each demand is counted on its own. */
export function subjectJudge(plan: Plan, rule: RulePlan): SubjectJudge {
  return prepared(plan, rule, 'judge', () => judgeOf(plan, rule))
}

function judgeOf(plan: Plan, rule: RulePlan): SubjectJudge {
  const weighers = rule.demands.map((demand) => weigherOf(plan, rule, demand))
  const missing = missingTable(plan, rule)
  return (subject, scopes, exempt, span, parameters) => {
    const owing = owingIn(rule, parameters, scopes, exempt, span.window.from, span.until)
    if (owing.isUnknown) return without(rule, VERDICT.UNKNOWN, MISSING_BIRTH)
    if (owing.reason !== null) return without(rule, VERDICT.NOT_APPLICABLE, owing.reason)
    if (missing !== null) return without(rule, VERDICT.UNKNOWN, { code: 'missing-table', table: missing })
    const { from, to } = span.window
    const weighing = new Weighing(plan, { from, to, open: span.open }, owing.scope)
    for (const weigh of weighers) weigh(weighing, subject, span, owing.scope, parameters!)
    return weighing.conclusion(rule)
  }
}

function weigherOf(plan: Plan, rule: RulePlan, demand: Demand): Weigher {
  const table = tableMissingFor(plan, rule, demand)
  if (table !== null)
    return (weighing, _, _span, _scope, parameters) =>
      weighing.addUntold(demand, table, boundsOf(demand, parameters))
  if (demand.measure === 'lag')
    return (weighing, _, span, scope, parameters) =>
      weighing.addLag(lagOutcome(plan, rule, demand, span, scope, parameters))
  if (demand.measure === 'acts') {
    const spec = actSpec(demand)
    return (weighing, subject, span, _, parameters) => {
      const amount = countActs(plan, spec, subject, span.window.from, span.until)
      weighing.add(demand, 0, amount, -1, boundsOf(demand, parameters))
    }
  }
  if (!countsSessions(demand)) return () => undefined
  if (rule.rule.subject === 'organization')
    return (weighing, { org }, span, _, parameters) => {
      const amount = countHostedBy(plan, demand.count, org, span.window.from, span.until)
      weighing.add(demand, demand.count.quarter ?? 0, amount, -1, boundsOf(demand, parameters))
    }
  const spec = rowSpec(plan, demand)
  const credit = demand.measure === 'hours' ? creditColumn(plan.columns, plan.credit) : new Uint16Array(0)
  return (weighing, { member, org }, span, _, parameters) => {
    const { from } = span.window
    const counted = countRows(plan, spec, demand.measure, credit, member, org, from, span.until)
    weighing.add(demand, spec.quarter, counted.amount, counted.undecided, boundsOf(demand, parameters))
  }
}
