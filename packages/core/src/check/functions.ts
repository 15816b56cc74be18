import { isRuleFunction, type RuleFunction, type RuleSubject } from '../plugin/plugin.ts'
import { eventsOf } from '../requirement/parts.ts'
import type { ParametersOnDay } from './amounts.ts'
import { type EventSpan, eventSpans } from './events.ts'
import { hasDay } from './intervals.ts'
import { conclusionOf, FunctionRunner } from './judgement.ts'
import { prepared } from './memory.ts'
import { type Conclusion, without } from './outcome.ts'
import { MISSING_BIRTH, owingIn } from './owing.ts'
import type { Plan, RulePlan } from './plan.ts'
import type { Reason } from './record.ts'
import { type FindingSink, VERDICT } from './sink.ts'
import { standingWindows } from './standing-windows.ts'
import { judgeSteadyMembers } from './steady-members.ts'
import { steadyFacts, variantAt } from './subject.ts'
import { type SubjectOfRule, subjectsOf } from './subjects.ts'
import { judgeInvolved, uninvolved } from './uninvolved.ts'

/** A window in which a function judges one subject. */
type FunctionSpan = Pick<EventSpan, 'window' | 'until' | 'closing' | 'unopened' | 'unknown'>

/** Runs the rule functions: who, window, presence and exemption are judged as for requirements. */
export function judgeFunctions(plan: Plan, rules: readonly RulePlan[], sink: FindingSink): void {
  if (rules.length === 0) return
  const runner = new FunctionRunner(plan)
  const steady = steadyFacts(plan)
  for (const rule of rules) {
    const { rule: definition } = rule
    if (!isRuleFunction(definition)) continue
    const spansOf = functionSpans(plan, rule)
    const judge = (subject: SubjectOfRule) => {
      for (const span of spansOf(subject)) judgeSpan(plan, rule, definition, subject, span, runner, sink)
    }
    const windowsOf = uninvolved(plan, rule, sink)
    if (windowsOf !== null) judgeInvolved(plan, rule, windowsOf, sink, judge)
    else if (!judgeSteadyMembers(plan, rule, definition, steady, runner, sink, judge))
      for (const subject of subjectsOf(plan, rule)) judge(subject)
  }
}

function judgeSpan(
  plan: Plan,
  rule: RulePlan,
  definition: RuleFunction,
  subject: SubjectOfRule,
  span: FunctionSpan,
  runner: FunctionRunner,
  sink: FindingSink,
): void {
  const { window, until } = span
  if (span.unopened && !subject.scopesIn(window.from).some((scope) => hasDay(scope, until))) return
  const org = subject.orgOn(until)
  if (plan.under !== null && (org < 0 || plan.under[org] === 0)) return
  const variant = variantAt(rule, org)
  if (variant.level === 'off') return
  const parameters = variant.parameters.on(window.from)
  const outcome = judgedBy(plan, rule, definition, subject, span, parameters, runner)
  const counts = sink.countsOf(rule)
  if (!sink.wants(outcome.verdict)) {
    sink.count(counts, outcome.verdict, subject.id)
    return
  }
  sink.put(
    counts,
    outcome,
    {
      plan: rule,
      variant,
      subjectKind: subject.kind,
      subjectId: subject.id,
      organization: org < 0 ? null : plan.columns.orgId[org]!,
      window,
      closing: span.closing,
      parameters,
    },
    until,
  )
}

function judgedBy(
  plan: Plan,
  rule: RulePlan,
  definition: RuleFunction,
  subject: SubjectOfRule,
  span: FunctionSpan,
  parameters: ParametersOnDay | null,
  runner: FunctionRunner,
): Conclusion {
  const { window, until } = span
  const unknown = (reason: Reason) => without(rule, VERDICT.UNKNOWN, reason)
  if (span.unknown !== null && span.unknown.code !== 'missing-table') return unknown(span.unknown)
  if (span.unopened) return unknown(span.unknown!)
  const owing = owingIn(
    rule,
    parameters,
    subject.scopesIn(window.from),
    subject.exempt(window.from),
    window.from,
    until,
  )
  if (owing.isUnknown) return unknown(MISSING_BIRTH)
  if (owing.reason !== null) return without(rule, VERDICT.NOT_APPLICABLE, owing.reason)
  if (span.unknown !== null) return unknown(span.unknown)
  const unanswerable = runner.unanswerable(rule, definition.reads, window, until)
  if (unanswerable !== null) return unknown(unanswerable)
  const context = runner.context(definition.reads, parameters!, window, until)
  return conclusionOf(runner.ask(rule, definition, ruleSubject(plan, subject), context))
}

function ruleSubject(plan: Plan, { kind, id, member, org }: SubjectOfRule): RuleSubject {
  const { memberId, orgId } = plan.columns
  switch (kind) {
    case 'member':
      return { kind, id, member: id }
    case 'post':
      return { kind, id, member: memberId[member]!, organization: orgId[org]! }
    default:
      return { kind, id, organization: id }
  }
}

/** The windows of a function rule: of the calendar, of events, or the day of the check. */
function functionSpans(plan: Plan, rule: RulePlan): (subject: SubjectOfRule) => readonly FunctionSpan[] {
  return prepared(plan, rule, 'function spans', () => spansOfFunction(plan, rule))
}

function spansOfFunction(plan: Plan, rule: RulePlan): (subject: SubjectOfRule) => readonly FunctionSpan[] {
  const { window } = rule.rule
  if (eventsOf(window).length > 0) return eventSpans(plan, rule)
  const spans = standingWindows(plan, rule).map((span) => ({
    ...span,
    closing: null,
    unopened: false,
    unknown: null,
  }))
  return () => spans
}
