import { maskValue } from '../model/problem.ts'
import { isRuleFunction, type Judgement, type RuleFunction, type RuleSubject } from '../plugin/plugin.ts'
import type { ParametersOnDay } from './amounts.ts'
import { ruleContext } from './context.ts'
import { type DaySet, intersect } from './intervals.ts'
import { type Conclusion, without } from './outcome.ts'
import { whyNotOwed } from './owed.ts'
import type { Plan, RulePlan } from './plan.ts'
import { postSubjects } from './posts.ts'
import type { WindowOfFinding } from './record.ts'
import { kindsNamed, OrganizationScopes } from './scope.ts'
import { type FindingSink, VERDICT } from './sink.ts'
import { OrganizationSizes } from './sizes.ts'
import { speaksOf } from './standing.ts'
import {
  answeredDays,
  branchOn,
  exemptAnswers,
  memberScope,
  postAnswers,
  scopeAnswers,
  variantAt,
} from './subject.ts'

const VERDICT_NUMBER = {
  met: VERDICT.MET,
  pending: VERDICT.PENDING,
  breached: VERDICT.BREACHED,
  'not-applicable': VERDICT.NOT_APPLICABLE,
  unknown: VERDICT.UNKNOWN,
} as const

interface FunctionSubject {
  readonly subject: RuleSubject
  readonly org: (day: number) => number
  readonly scope: DaySet
  readonly exempt: DaySet
}

/** Runs the rule functions: who, window, presence and exemption are judged as for requirements. */
export function judgeFunctions(plan: Plan, rules: readonly RulePlan[], sink: FindingSink): void {
  const sizes = new Map<number, OrganizationSizes>()
  for (const rule of rules) {
    const { rule: definition } = rule
    if (!isRuleFunction(definition)) continue
    const counts = sink.countsOf(rule)
    const windows = windowsOf(plan, rule)
    for (const found of subjectsOf(plan, rule)) {
      for (const { window, until } of windows) {
        const org = found.org(until)
        if (plan.under !== null && (org < 0 || plan.under[org] === 0)) continue
        const variant = variantAt(rule, org)
        if (variant.level === 'off') continue
        const parameters = variant.parameters.on(window.from)
        let size = sizes.get(until)
        if (size === undefined) {
          size = new OrganizationSizes(plan.columns, until)
          sizes.set(until, size)
        }
        const judgement = judgedBy(plan, rule, definition, found, window, until, parameters, size)
        sink.put(
          counts,
          judgement.verdict,
          {
            plan: rule,
            variant,
            subjectKind: found.subject.kind,
            subjectId: found.subject.id,
            organization: org < 0 ? null : plan.columns.orgId[org]!,
            window,
            parameters,
            reason: judgement.reason,
            ...judgement.numbers,
          },
          until,
        )
      }
    }
  }
}

function judgedBy(
  plan: Plan,
  rule: RulePlan,
  definition: RuleFunction,
  found: FunctionSubject,
  window: WindowOfFinding,
  until: number,
  parameters: ParametersOnDay | null,
  sizes: OrganizationSizes,
): Conclusion {
  const notOwed = whyNotOwed(rule, parameters, found.scope, found.exempt, window.from, until)
  if (notOwed !== null) return without(rule, VERDICT.NOT_APPLICABLE, notOwed)
  const reads = rule.needsPosts ? [...definition.reads, 'posts' as const] : definition.reads
  const missing = reads.find((table) => plan.dataset.counts[table] === undefined)
  if (missing !== undefined) return without(rule, VERDICT.UNKNOWN, { code: 'missing-table', table: missing })
  if (window.key === 'standing' && !speaksOf(plan, until))
    return without(rule, VERDICT.UNKNOWN, { code: 'uncovered', from: until, to: until })
  let judgement: Judgement
  try {
    judgement = definition.judge(
      found.subject,
      ruleContext(plan, definition.reads, parameters!, window, sizes),
    )
  } catch (error) {
    const message = crash(plan, rule, error)
    return without(rule, VERDICT.UNKNOWN, { code: 'function', message })
  }
  return {
    verdict: VERDICT_NUMBER[judgement.verdict],
    reason: judgement.message === undefined ? null : { code: 'function', message: judgement.message },
    numbers: {
      measured: judgement.measured ?? null,
      required: judgement.required ?? null,
      unit: judgement.unit ?? 'session',
      cap: false,
      alternatives: null,
      due: null,
    },
  }
}

/** One crash is an event, not the end of the run: it is reported once per rule and message. */
function crash(plan: Plan, rule: RulePlan, error: unknown) {
  const what = maskValue(error instanceof Error ? error.message : String(error))
  const message = {
    'zh-CN': `规则 ${rule.id} 运行出错：${what}`,
    en: `rule ${rule.id} crashed: ${what}`,
  }
  if (!plan.crashes.some((problem) => problem.message.en === message.en))
    plan.crashes.push({ code: 'rule-crashed', severity: 'fatal', message })
  return message
}

function windowsOf(plan: Plan, rule: RulePlan): { window: WindowOfFinding; until: number }[] {
  if (rule.calendar !== null)
    return rule.calendar.windows.map((window) => ({
      window: { key: window.key, from: window.from, to: window.to },
      until: window.until,
    }))
  if (plan.asOf < plan.coversFrom) return []
  return [{ window: { key: 'standing', from: plan.asOf, to: plan.asOf }, until: plan.asOf }]
}

function* subjectsOf(plan: Plan, rule: RulePlan): Generator<FunctionSubject> {
  const { columns } = plan
  if (rule.rule.subject === 'organization') {
    const scopes = new OrganizationScopes(columns, !plan.hasPosts)
    const kinds = kindsNamed(rule.rule.who)
    for (let org = 0; org < columns.orgCount; org++) {
      if (((kinds >> columns.orgKind[org]!) & 1) === 0) continue
      const id = columns.orgId[org]!
      const scope = scopes.of(org, rule.rule.who)
      yield { subject: { kind: 'organization', id, organization: id }, org: () => org, scope, exempt: [] }
    }
    return
  }
  const exempt = exemptAnswers(plan, rule)
  if (rule.rule.subject === 'post') {
    const answersFor = postAnswers(plan, rule)
    for (const post of postSubjects(plan, rule)) {
      const member = columns.memberId[post.member]!
      yield {
        subject: { kind: 'post', id: post.id, member, organization: columns.orgId[post.org]! },
        org: () => post.org,
        scope: intersect(post.days, memberScope(plan, post.member, answersFor(post))),
        exempt: answeredDays(plan, post.member, exempt),
      }
    }
    return
  }
  const answers = scopeAnswers(plan, rule)
  for (let m = 0; m < columns.memberCount; m++) {
    const id = columns.memberId[m]!
    yield {
      subject: { kind: 'member', id, member: id },
      org: (day) => branchOn(plan, m, day),
      scope: memberScope(plan, m, answers),
      exempt: answeredDays(plan, m, exempt),
    }
  }
}
