import { type EpochDay, formatDate } from '../civil/date.ts'
import { isRuleFunction, type RuleContext, type RuleFunction } from '../plugin/plugin.ts'
import type { ParametersOnDay } from './amounts.ts'
import { hasDay, NEVER } from './intervals.ts'
import { conclusionOf, FunctionRunner, verdictOf } from './judgement.ts'
import { type Conclusion, without } from './outcome.ts'
import type { Plan, RulePlan, VariantPlan } from './plan.ts'
import type { WindowOfFinding } from './record.ts'
import { OrganizationScopes } from './scope.ts'
import { sessionFilter } from './session-subjects.ts'
import { type FindingSink, VERDICT } from './sink.ts'
import { variantAt } from './subject.ts'

/**
 * Runs the rule functions about sessions: each session held from the first covered day to the day of the check
 * that the rule speaks of and whose host is in scope on its day. The finding belongs to the host, its window is the day.
 */
export function judgeSessions(plan: Plan, rules: readonly RulePlan[], sink: FindingSink): void {
  if (rules.length === 0) return
  const runner = new FunctionRunner(plan)
  const scopes = new OrganizationScopes(plan.columns, !plan.hasPosts)
  for (const rule of rules)
    if (isRuleFunction(rule.rule)) judgeSessionsBy(plan, rule, rule.rule, scopes, runner, sink)
}

function judgeSessionsBy(
  plan: Plan,
  rule: RulePlan,
  definition: RuleFunction,
  scopes: OrganizationScopes,
  runner: FunctionRunner,
  sink: FindingSink,
): void {
  const { sessionCount, sessionDay, sessionHost, sessionId, orgId } = plan.columns
  const counts = sink.countsOf(rule)
  const inScope = scopes.all(definition.who)
  const isSubject = sessionFilter(plan, definition)
  const judgedOn = judgedDays(rule, definition, runner)
  for (let session = 0; session < sessionCount; session++) {
    if (!isSubject(session)) continue
    const day = sessionDay[session]!
    const host = sessionHost[session]!
    if (host < 0 || day < plan.coversFrom) continue
    if (plan.under !== null && plan.under[host] === 0) continue
    if (!hasDay(inScope[host] ?? NEVER, day)) continue
    const variant = variantAt(rule, host)
    if (variant.level === 'off') continue
    const { window, parameters, context, untold } = judgedOn(variant, day)
    const id = sessionId[session]!
    const organization = orgId[host]!
    const judgement =
      context === null ? null : runner.ask(rule, definition, { kind: 'session', id, organization }, context)
    const verdict = judgement === null ? untold!.verdict : verdictOf(judgement)
    if (!sink.wants(verdict)) {
      sink.count(counts, verdict, id)
      continue
    }
    sink.put(
      counts,
      judgement === null ? untold! : conclusionOf(judgement),
      { plan: rule, variant, subjectKind: 'session', subjectId: id, organization, window, parameters },
      day,
    )
  }
}

/** A day as a rule sees it: what its function is shown, or why it is not asked. */
interface JudgedDay {
  readonly window: WindowOfFinding
  readonly parameters: ParametersOnDay | null
  readonly context: RuleContext | null
  /** `null` where the function is asked. */
  readonly untold: Conclusion | null
}

/** All sessions of a day share it. */
function judgedDays(
  rule: RulePlan,
  definition: RuleFunction,
  runner: FunctionRunner,
): (variant: VariantPlan, day: EpochDay) => JudgedDay {
  const daysOf = new Map<VariantPlan, Map<EpochDay, JudgedDay>>()
  return (variant, day) => {
    let days = daysOf.get(variant)
    if (days === undefined) {
      days = new Map()
      daysOf.set(variant, days)
    }
    let judged = days.get(day)
    if (judged === undefined) {
      judged = judgedDay(rule, definition, variant, day, runner)
      days.set(day, judged)
    }
    return judged
  }
}

function judgedDay(
  rule: RulePlan,
  { reads }: RuleFunction,
  variant: VariantPlan,
  day: EpochDay,
  runner: FunctionRunner,
): JudgedDay {
  const window: WindowOfFinding = { key: formatDate(day), from: day, to: day }
  const parameters = variant.parameters.on(day)
  const untold = (conclusion: Conclusion) => ({ window, parameters, context: null, untold: conclusion })
  if (parameters === null) return untold(without(rule, VERDICT.NOT_APPLICABLE, { code: 'not-in-force' }))
  const unanswerable = runner.unanswerable(rule, reads, window, day)
  if (unanswerable !== null) return untold(without(rule, VERDICT.UNKNOWN, unanswerable))
  return { window, parameters, context: runner.context(reads, parameters, window, day), untold: null }
}
