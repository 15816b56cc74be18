import type { EpochDay } from '../civil/date.ts'
import { isRuleFunction, type RuleFunction, type RuleSubject } from '../plugin/plugin.ts'
import { eventsOf } from '../requirement/parts.ts'
import type { ParametersOnDay } from './amounts.ts'
import { type EventSpan, eventSpans } from './events.ts'
import { hasDay } from './intervals.ts'
import { FunctionRunner } from './judgement.ts'
import { isPlain } from './member-scopes.ts'
import { prepared } from './memory.ts'
import { type Conclusion, without } from './outcome.ts'
import { MISSING_BIRTH, owingIn } from './owing.ts'
import type { Plan, RulePlan } from './plan.ts'
import type { Reason, WindowOfFinding } from './record.ts'
import { type FindingSink, VERDICT } from './sink.ts'
import { scopeAnswers, steadyFacts, variantAt } from './subject.ts'
import { type SubjectOfRule, subjectsOf } from './subjects.ts'

/** A window in which a function judges one subject. */
type FunctionSpan = Pick<EventSpan, 'window' | 'until' | 'closing' | 'unopened' | 'unknown'>

/** Runs the rule functions: who, window, presence and exemption are judged as for requirements. */
export function judgeFunctions(plan: Plan, rules: readonly RulePlan[], sink: FindingSink): void {
  const runner = new FunctionRunner(plan)
  const steady = steadyFacts(plan)
  for (const rule of rules) {
    const { rule: definition } = rule
    if (!isRuleFunction(definition)) continue
    const counts = sink.countsOf(rule)
    const spansOf = functionSpans(plan, rule)
    const answers = sink.wants(VERDICT.NOT_APPLICABLE) ? null : answersForAll(plan, rule)
    for (const subject of subjectsOf(plan, rule)) {
      if (answers !== null && answers[steady[subject.member]!] === 0) {
        sink.count(counts, VERDICT.NOT_APPLICABLE, subject.id, spansOf(subject).length)
        continue
      }
      for (const span of spansOf(subject)) {
        const { window, until } = span
        if (span.unopened && !subject.scopesIn(window.from).some((scope) => hasDay(scope, until))) continue
        const org = subject.orgOn(until)
        if (plan.under !== null && (org < 0 || plan.under[org] === 0)) continue
        const variant = variantAt(rule, org)
        if (variant.level === 'off') continue
        const parameters = variant.parameters.on(window.from)
        const outcome = judgedBy(plan, rule, definition, subject, span, parameters, runner)
        if (!sink.wants(outcome.verdict)) {
          sink.count(counts, outcome.verdict, subject.id)
          continue
        }
        sink.put(
          counts,
          outcome.verdict,
          {
            plan: rule,
            variant,
            subjectKind: subject.kind,
            subjectId: subject.id,
            organization: org < 0 ? null : plan.columns.orgId[org]!,
            window,
            closing: span.closing,
            parameters,
            reason: outcome.reason,
            ...outcome.numbers,
          },
          until,
        )
      }
    }
  }
}

/** Fact sets to which a rule about members speaks where they alone say who owes nothing, in windows of the calendar. */
function answersForAll(plan: Plan, rule: RulePlan): Uint8Array | null {
  const { subject, window } = rule.rule
  return subject === 'member' && eventsOf(window).length === 0 && isPlain(plan, rule)
    ? scopeAnswers(plan, rule)
    : null
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
  return runner.judge(rule, () => definition.judge(ruleSubject(plan, subject), context))
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

/** Windows that are the same for all subjects: of the calendar, or the day of the check. */
export function standingWindows(
  plan: Plan,
  rule: RulePlan,
): readonly { readonly window: WindowOfFinding; readonly until: EpochDay }[] {
  if (rule.calendar !== null)
    return rule.calendar.windows.map((window) => ({
      window: { key: window.key, from: window.from, to: window.to },
      until: window.until,
    }))
  if (plan.asOf < plan.coversFrom) return []
  return [{ window: { key: 'standing', from: plan.asOf, to: plan.asOf }, until: plan.asOf }]
}
