import { type EventSpan, eventSpans } from './events.ts'
import { hasDay } from './intervals.ts'
import { type Conclusion, without } from './outcome.ts'
import type { Plan, RulePlan } from './plan.ts'
import { type PostSubject, postSubjects } from './posts.ts'
import { type FindingSink, VERDICT } from './sink.ts'
import { answeredSince, exemptAnswers, postScopes, variantAt } from './subject.ts'
import { subjectJudge } from './subject-judge.ts'
import { type SubjectOfRule, subjectsOf } from './subjects.ts'
import { judgeInvolved, uninvolved } from './uninvolved.ts'

/** Judges requirements on posts: few subjects, each counted over the rows of its member. */
export function judgePosts(plan: Plan, rules: readonly RulePlan[], sink: FindingSink): void {
  for (const rule of rules) {
    const judge = postJudge(plan, rule, sink)
    for (const post of postSubjects(plan, rule)) judge(post)
  }
}

/** The same for one requirement, as a function of the post. */
export function postJudge(plan: Plan, rule: RulePlan, sink: FindingSink): (post: PostSubject) => void {
  const judge = subjectJudge(plan, rule)
  const counts = sink.countsOf(rule)
  const { windows } = rule.calendar!
  const exemptBits = exemptAnswers(plan, rule)
  const scopeOf = postScopes(plan, rule, plan.judgedFrom)
  const spans = windows.map((window) => ({
    window,
    until: window.until,
    open: window.open,
    closing: null,
  }))
  return (post) => {
    if (plan.under !== null && plan.under[post.org] === 0) return
    const variant = variantAt(rule, post.org)
    if (variant.level === 'off') return
    const scopes = [scopeOf(post)]
    const exempt = answeredSince(plan, post.member, exemptBits, plan.judgedFrom)
    const subject = eventSubjectOf(post)
    for (let w = 0; w < spans.length; w++) {
      const { window, until } = spans[w]!
      const parameters = variant.byWindow[w]!
      const outcome = judge(subject, scopes, exempt, spans[w]!, parameters)
      if (!sink.wants(outcome.verdict)) {
        sink.count(counts, outcome.verdict, post.id)
        continue
      }
      sink.put(
        counts,
        outcome,
        {
          plan: rule,
          variant,
          subjectKind: 'post',
          subjectId: post.id,
          organization: plan.columns.orgId[post.org]!,
          window,
          parameters,
        },
        until,
      )
    }
  }
}

function eventSubjectOf({ member, org, days }: PostSubject) {
  return { kind: 'post' as const, member, org, days }
}

/** Judges requirements whose windows are opened, or opened and closed, by events of each subject. */
export function judgeEvents(plan: Plan, rules: readonly RulePlan[], sink: FindingSink): void {
  for (const rule of rules) {
    const judge = eventJudge(plan, rule, sink)
    const windowsOf = uninvolved(plan, rule, sink)
    if (windowsOf !== null) judgeInvolved(plan, rule, windowsOf, sink, judge)
    else for (const subject of subjectsOf(plan, rule)) judge(subject)
  }
}

/** The same for one requirement, as a function of the subject. */
export function eventJudge(plan: Plan, rule: RulePlan, sink: FindingSink): (subject: SubjectOfRule) => void {
  const judge = subjectJudge(plan, rule)
  const spansOf = eventSpans(plan, rule)
  const counts = sink.countsOf(rule)
  const judgeSpan = (subject: SubjectOfRule, span: EventSpan) => {
    const { window, until } = span
    const scopes = subject.scopesIn(window.from)
    if (span.unopened && !scopes.some((scope) => hasDay(scope, until))) return
    const org = subject.orgOn(until)
    if (plan.under !== null && (org < 0 || plan.under[org] === 0)) return
    const variant = variantAt(rule, org)
    if (variant.level === 'off') return
    const parameters = variant.parameters.on(window.from)
    const outcome = concludedFor(rule, span, () =>
      judge(subject, scopes, subject.exempt(window.from), span, parameters),
    )
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
  return (subject) => {
    for (const span of spansOf(subject)) judgeSpan(subject, span)
  }
}

/** A window that cannot be told makes its duty unknown; one that only lacks its end may still be owed by nobody. */
function concludedFor(rule: RulePlan, span: EventSpan, judge: () => Conclusion): Conclusion {
  if (span.unknown === null) return judge()
  if (span.unopened || span.unknown.code !== 'missing-table')
    return without(rule, VERDICT.UNKNOWN, span.unknown)
  const told = judge()
  return told.verdict === VERDICT.NOT_APPLICABLE ? told : without(rule, VERDICT.UNKNOWN, span.unknown)
}
