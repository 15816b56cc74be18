import { formatDate } from '../civil/date.ts'
import { NONE, OPEN } from '../dataset/columns.ts'
import type { LocalizedText } from '../locale.ts'
import type { Demand, MilestoneEvent } from '../requirement/schema.ts'
import type { ParametersOnDay } from './amounts.ts'
import { boundsOf } from './bounds.ts'
import { uncoveredIn } from './coverage.ts'
import { creditColumn } from './credit.ts'
import { type DaySet, daysWithin, hasDay, intersect } from './intervals.ts'
import { reachable, STANDING, standingOf } from './judge.ts'
import { missingColumn } from './missing-column.ts'
import { type Conclusion, concluded, type DemandOutcome, outcomeOf, without } from './outcome.ts'
import type { Plan, RulePlan } from './plan.ts'
import { type PostSubject, postSubjects } from './posts.ts'
import { PRESENCE, presenceIn } from './presence.ts'
import type { Reason, WindowOfFinding } from './record.ts'
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
import { quarterEnd } from './windows.ts'

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
    if (parameters === null) return without(rule, VERDICT.NOT_APPLICABLE, { code: 'not-in-force' })
    const presence = presenceIn(scope, rule.rule.presence, span.window.from, span.until)
    if (presence === PRESENCE.NEVER) return without(rule, VERDICT.NOT_APPLICABLE, { code: 'out-of-scope' })
    if (daysWithin(exempt, span.window.from, span.until) > 0)
      return without(rule, VERDICT.NOT_APPLICABLE, { code: 'exempt' })
    if (presence === PRESENCE.PARTLY)
      return without(rule, VERDICT.NOT_APPLICABLE, { code: 'partly-in-scope' })
    if (!plan.hasAttendance)
      return without(rule, VERDICT.UNKNOWN, { code: 'missing-table', table: 'attendance' })
    return weigh(plan, rule, demands, specs, credit, subject, scope, span, parameters)
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
  const outcomes: DemandOutcome[] = []
  let reason: Reason | null = null
  let due: number | null = null
  demands.forEach((demand, i) => {
    const spec = specs[i]!
    const bounds = boundsOf(demand, parameters)
    const { from } = span.window
    const lastDay =
      span.window.to === null ? OPEN : spec.quarter === 0 ? span.window.to : quarterEnd(from, spec.quarter)
    const firstDay = spec.quarter < 2 ? from : quarterEnd(from, spec.quarter - 1) + 1
    const { amount, undecided } = countRows(
      plan,
      spec,
      demand.measure,
      credit,
      subject.member,
      subject.org,
      from,
      span.until,
    )
    const uncovered = span.open
      ? null
      : uncoveredIn(plan.coversFrom, plan.coversTo, scope, firstDay, Math.min(lastDay, span.until))
    const missing = missingColumn(plan, demand)
    const standing = standingOf({
      amount,
      undecided: undecided >= 0,
      ...bounds,
      open: span.open,
      uncovered: uncovered !== null,
      blind: missing !== null,
      reachable:
        lastDay === OPEN ? Number.POSITIVE_INFINITY : reachable(demand, lastDay - plan.asOf, plan.dailyCap),
    })
    if (standing === STANDING.UNKNOWN)
      reason ??=
        missing !== null
          ? { code: 'missing-cell', cell: missing }
          : uncovered !== null
            ? { code: 'uncovered', ...uncovered }
            : { code: 'undecided-credit', session: plan.columns.sessionId[undecided]! }
    if (lastDay !== OPEN) due = Math.max(due ?? from, lastDay)
    outcomes.push(outcomeOf(demand, standing, amount, bounds))
  })
  return concluded(rule, outcomes, reason, due)
}
