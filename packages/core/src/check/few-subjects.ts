import { formatDate } from '../civil/date.ts'
import { NONE, OPEN } from '../dataset/columns.ts'
import type { LocalizedText } from '../locale.ts'
import type { Demand, MilestoneEvent } from '../requirement/schema.ts'
import type { ParametersOnDay } from './amounts.ts'
import { boundsOf } from './bounds.ts'
import { creditColumn } from './credit.ts'
import { type DaySet, hasDay, intersect } from './intervals.ts'
import { type Conclusion, without } from './outcome.ts'
import { whyNotOwed } from './owed.ts'
import type { Plan, RulePlan } from './plan.ts'
import { type PostSubject, postSubjects } from './posts.ts'
import type { WindowOfFinding } from './record.ts'
import { countRows, type RowSpec, rowSpec } from './rows.ts'
import { type FindingSink, VERDICT } from './sink.ts'
import {
  answeredDays,
  answeredSince,
  branchOn,
  exemptAnswers,
  memberScope,
  memberScopeSince,
  postAnswers,
  scopeAnswers,
  variantAt,
} from './subject.ts'
import { Weighing } from './weighing.ts'

interface SpanOfWindow {
  readonly window: WindowOfFinding
  readonly until: number
  readonly open: boolean
}

/** Judges requirements on posts: few subjects, each counted over the rows of its member. */
export function judgePosts(plan: Plan, rules: readonly RulePlan[], sink: FindingSink): void {
  for (const rule of rules) {
    const judge = subjectJudge(plan, rule)
    const counts = sink.countsOf(rule)
    const { windows } = rule.calendar!
    const exemptBits = exemptAnswers(plan, rule)
    const answersFor = postAnswers(plan, rule)
    for (const post of postSubjects(plan, rule)) {
      if (plan.under !== null && plan.under[post.org] === 0) continue
      const variant = variantAt(rule, post.org)
      if (variant.level === 'off') continue
      const scope = intersect(
        post.days,
        memberScopeSince(plan, post.member, answersFor(post), plan.judgedFrom),
      )
      const exempt = answeredSince(plan, post.member, exemptBits, plan.judgedFrom)
      windows.forEach((window, w) => {
        const parameters = variant.byWindow[w]!
        const span = {
          window: { key: window.key, from: window.from, to: window.to },
          until: window.until,
          open: window.open,
        }
        const outcome = judge(post, scope, exempt, span, parameters)
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

/** Judges requirements on members whose window runs between two milestones. */
export function judgeEvents(plan: Plan, rules: readonly RulePlan[], sink: FindingSink): void {
  const { columns, asOf } = plan
  if (asOf < plan.coversFrom) return
  for (const rule of rules) {
    if (!('between' in rule.rule.window)) continue
    const [opening, closing] = rule.rule.window.between
    const opens = milestoneColumn(plan, opening)
    const closes = milestoneColumn(plan, closing)
    const judge = subjectJudge(plan, rule)
    const counts = sink.countsOf(rule)
    const scopeBits = scopeAnswers(plan, rule)
    const exemptBits = exemptAnswers(plan, rule)
    for (let member = 0; member < columns.memberCount; member++) {
      const from = opens[member]!
      const end = closes[member]! === NONE || closes[member]! > asOf ? OPEN : closes[member]!
      const unopened = from === NONE
      if (from > asOf || end < plan.coversFrom) continue
      const scope = memberScope(plan, member, scopeBits)
      const until = Math.min(end, asOf)
      if (unopened && !hasDay(scope, until)) continue
      const org = branchOn(plan, member, until)
      if (plan.under !== null && (org < 0 || plan.under[org] === 0)) continue
      const variant = variantAt(rule, org)
      if (variant.level === 'off') continue
      const window: WindowOfFinding = unopened
        ? { key: '..', from: plan.coversFrom, to: end === OPEN ? null : end }
        : { key: `${formatDate(from)}..`, from, to: end === OPEN ? null : end }
      const parameters = variant.parameters.on(window.from)
      const subject = columns.memberId[member]!
      const outcome: Conclusion = unopened
        ? without(rule, VERDICT.UNKNOWN, { code: 'missing-cell', cell: MILESTONE_LABEL[opening] })
        : end < from
          ? without(rule, VERDICT.UNKNOWN, { code: 'dates-out-of-order' })
          : judge(
              { member, org },
              scope,
              answeredDays(plan, member, exemptBits),
              { window, until, open: end === OPEN },
              parameters,
            )
      if (!sink.wants(outcome.verdict)) {
        sink.count(counts, outcome.verdict, subject)
        continue
      }
      sink.put(
        counts,
        outcome.verdict,
        {
          plan: rule,
          variant,
          subjectKind: 'member',
          subjectId: subject,
          organization: org < 0 ? null : columns.orgId[org]!,
          window,
          parameters,
          reason: outcome.reason,
          ...outcome.numbers,
        },
        until,
      )
    }
  }
}

/** Column headers of the milestones, as the input contract names them. */
const MILESTONE_LABEL: Readonly<Record<MilestoneEvent, LocalizedText>> = {
  applied: { 'zh-CN': '申请入党日期', en: 'the day of application' },
  activist: { 'zh-CN': '确定积极分子日期', en: 'the day of becoming an activist' },
  candidate: { 'zh-CN': '确定发展对象日期', en: 'the day of becoming a candidate' },
  admitted: { 'zh-CN': '入党日期', en: 'the day of admission' },
  'full-member': { 'zh-CN': '转正日期', en: 'the day of becoming a full member' },
}

function milestoneColumn(plan: Plan, event: MilestoneEvent): Int32Array {
  const { memberApplied, memberActivist, memberCandidate, memberAdmitted, memberFull } = plan.columns
  return {
    applied: memberApplied,
    activist: memberActivist,
    candidate: memberCandidate,
    admitted: memberAdmitted,
    'full-member': memberFull,
  }[event]
}

/** Whose attendance is counted, and the organization of the post where there is one. */
type CountedSubject = Pick<PostSubject, 'member' | 'org'>

type SubjectJudge = (
  subject: CountedSubject,
  scope: DaySet,
  exempt: DaySet,
  span: SpanOfWindow,
  parameters: ParametersOnDay | null,
) => Conclusion

type CountedDemand = Extract<Demand, { measure: 'sessions' | 'hours' | 'days' }>

function subjectJudge(plan: Plan, rule: RulePlan): SubjectJudge {
  const demands = rule.demands.filter(
    (demand): demand is CountedDemand => demand.measure !== 'size' && demand.measure !== 'gap',
  )
  const specs = demands.map((demand) => rowSpec(plan, demand))
  const credit = demands.some((demand) => demand.measure === 'hours')
    ? creditColumn(plan.columns, plan.credit)
    : new Uint16Array(0)
  return (subject, scope, exempt, span, parameters) => {
    const reason = whyNotOwed(rule, parameters, scope, exempt, span.window.from, span.until)
    if (reason !== null) return without(rule, VERDICT.NOT_APPLICABLE, reason)
    if (!plan.hasAttendance)
      return without(rule, VERDICT.UNKNOWN, { code: 'missing-table', table: 'attendance' })
    return weigh(plan, rule, demands, specs, credit, subject, scope, span, parameters!)
  }
}

function weigh(
  plan: Plan,
  rule: RulePlan,
  demands: readonly CountedDemand[],
  specs: readonly RowSpec[],
  credit: Uint16Array,
  subject: CountedSubject,
  scope: DaySet,
  span: SpanOfWindow,
  parameters: ParametersOnDay,
): Conclusion {
  const { from, to } = span.window
  const weighing = new Weighing(plan, { from, to, open: span.open }, scope)
  demands.forEach((demand, i) => {
    const spec = specs[i]!
    const { member, org } = subject
    const counted = countRows(plan, spec, demand.measure, credit, member, org, from, span.until)
    weighing.add(demand, spec.quarter, counted.amount, counted.undecided, boundsOf(demand, parameters))
  })
  return weighing.conclusion(rule)
}
