import { type EventSpan, eventSpans } from './events.ts'
import { hasDay } from './intervals.ts'
import { type Conclusion, without } from './outcome.ts'
import type { Plan, RulePlan } from './plan.ts'
import { type PostSubject, postSubjects } from './posts.ts'
import { type FindingSink, VERDICT } from './sink.ts'
import { answeredSince, exemptAnswers, postScopes, variantAt } from './subject.ts'
import { subjectJudge } from './subject-judge.ts'
import { subjectsOf } from './subjects.ts'

/** Judges requirements on posts: few subjects, each counted over the rows of its member. */
export function judgePosts(plan: Plan, rules: readonly RulePlan[], sink: FindingSink): void {
  for (const rule of rules) {
    const judge = subjectJudge(plan, rule)
    const counts = sink.countsOf(rule)
    const { windows } = rule.calendar!
    const exemptBits = exemptAnswers(plan, rule)
    const scopeOf = postScopes(plan, rule, plan.judgedFrom)
    for (const post of postSubjects(plan, rule)) {
      if (plan.under !== null && plan.under[post.org] === 0) continue
      const variant = variantAt(rule, post.org)
      if (variant.level === 'off') continue
      const scopes = [scopeOf(post)]
      const exempt = answeredSince(plan, post.member, exemptBits, plan.judgedFrom)
      const subject = eventSubjectOf(post)
      windows.forEach((window, w) => {
        const parameters = variant.byWindow[w]!
        const span = {
          window: { key: window.key, from: window.from, to: window.to },
          until: window.until,
          open: window.open,
          closing: null,
        }
        const outcome = judge(subject, scopes, exempt, span, parameters)
        if (!sink.wants(outcome.verdict)) {
          sink.count(counts, outcome.verdict, post.id)
          return
        }
        sink.put(
          counts,
          outcome.verdict,
          {
            plan: rule,
            variant,
            subjectKind: 'post',
            subjectId: post.id,
            organization: plan.columns.orgId[post.org]!,
            window: span.window,
            parameters,
            reason: outcome.reason,
            ...outcome.numbers,
          },
          window.until,
        )
      })
    }
  }
}

function eventSubjectOf({ member, org, days }: PostSubject) {
  return { kind: 'post' as const, member, org, days }
}

/** Judges requirements whose windows are opened, or opened and closed, by events of each subject. */
export function judgeEvents(plan: Plan, rules: readonly RulePlan[], sink: FindingSink): void {
  const { columns } = plan
  for (const rule of rules) {
    const judge = subjectJudge(plan, rule)
    const spansOf = eventSpans(plan, rule)
    const counts = sink.countsOf(rule)
    for (const subject of subjectsOf(plan, rule)) {
      for (const span of spansOf(subject)) {
        const { window, until } = span
        const scopes = subject.scopesIn(window.from)
        if (span.unopened && !scopes.some((scope) => hasDay(scope, until))) continue
        const org = subject.orgOn(until)
        if (plan.under !== null && (org < 0 || plan.under[org] === 0)) continue
        const variant = variantAt(rule, org)
        if (variant.level === 'off') continue
        const parameters = variant.parameters.on(window.from)
        const outcome = concludedFor(rule, span, () =>
          judge(subject, scopes, subject.exempt(window.from), span, parameters),
        )
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
            organization: org < 0 ? null : columns.orgId[org]!,
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

/** A window that cannot be told makes its duty unknown; one that only lacks its end may still be owed by nobody. */
function concludedFor(rule: RulePlan, span: EventSpan, judge: () => Conclusion): Conclusion {
  if (span.unknown === null) return judge()
  if (span.unopened || span.unknown.code !== 'missing-table')
    return without(rule, VERDICT.UNKNOWN, span.unknown)
  const told = judge()
  return told.verdict === VERDICT.NOT_APPLICABLE ? told : without(rule, VERDICT.UNKNOWN, span.unknown)
}
