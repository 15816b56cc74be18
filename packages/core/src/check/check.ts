import { type CivilDate, formatDate, parseDate } from '../civil/date.ts'
import { requireAcceptance } from '../config/acceptance.ts'
import type { Config } from '../config/config.ts'
import { resolveConfig, resolveRuleId } from '../config/resolve.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { XueshiError } from '../errors.ts'
import type { Problem } from '../model/problem.ts'
import { isAggregateRule } from '../plugin/plugin.ts'
import { eventsOf } from '../requirement/parts.ts'
import { judgeAggregates } from './aggregates.ts'
import { blindRules } from './blind-rules.ts'
import { judgeEvents, judgePosts } from './few-subjects.ts'
import type { Report } from './finding.ts'
import { judgeFunctions } from './functions.ts'
import { judgeMembers } from './member-rules.ts'
import { judgeOrganizations } from './organizations.ts'
import { compilePlan, type Plan, type RulePlan } from './plan.ts'
import { receiptOf } from './receipt.ts'
import { judgeSessions } from './sessions.ts'
import { FindingSink } from './sink.ts'
import { judgeStates } from './standing.ts'
import { strayRefinements } from './stray-refinements.ts'

/** Options of a check. */
export interface CheckOptions {
  /** The day whose end is judged, in Asia/Shanghai. */
  readonly asOf: CivilDate
  /** Also keep `met` and `not-applicable` findings. */
  readonly allVerdicts?: boolean
  /** Only these rules, by full id or without the plugin where that is unique. */
  readonly rules?: readonly string[]
  /** Only subjects of this organization and of all below it; nothing of others is shown. */
  readonly under?: string
  /** Only this subject. */
  readonly subject?: string
  /**
   * Judges as if the data covered this period in place of its own, both days inclusive: what a coming year would
   * owe if nothing more happened than what is recorded.
   */
  readonly supposing?: { readonly covers: { readonly from: CivilDate; readonly to: CivilDate } }
}

/** A report with what `explain` needs of its run. */
export interface RunReport extends Report {
  /** @internal */
  readonly '~run': { readonly plan: Plan }
}

/**
 * Checks a dataset against the rules of a config as of the end of a day. Synchronous, without clock or I/O;
 * equal input gives an equal report in any order of rows, files, plugins and organizations.
 *
 * @throws XueshiError `invalid-date`, `unknown-rule`, `unknown-organization`, `uncoded-not-accepted`,
 * `ambiguous-parameter` and `invalid-parameter` where only the tree of organizations tells them, and those of
 * {@link resolveConfig}.
 * @example
 * ```ts
 * import { buildDataset, check, defineConfig } from '@xueshi/core'
 *
 * const dataset = buildDataset({
 *   organizations: [{ id: 'b-1', name: '第一党支部', kind: '党支部' }],
 *   members: [{ id: 'm-1', name: '张三', status: '正式党员', organization: 'b-1' }],
 *   sessions: [],
 *   export: [{ from: '2025-01-01', to: '2025-12-31' }],
 * })
 * const report = check(dataset, defineConfig(), { asOf: '2025-12-31' })
 * console.log(report.findings.length) // 0
 * ```
 */
export function check(dataset: Dataset, config: Config, options: CheckOptions): Report {
  const resolved = resolveConfig(config)
  const asOf = parseDate(options.asOf)
  if (options.under !== undefined && dataset.organization(options.under) === undefined)
    throw new XueshiError('unknown-organization', `没有这个党组织 / unknown organization: ${options.under}`)
  const only =
    options.rules === undefined ? null : new Set(options.rules.map((rule) => resolveRuleId(config, rule)))
  const plan = compilePlan(dataset, resolved, {
    asOf,
    only: only === null ? null : withSuperseders(resolved.rules, only),
    under: options.under ?? null,
    ...(options.supposing === undefined ? {} : { covers: options.supposing.covers }),
  })
  requireAcceptance(resolved, plan.rules)
  const sink = new FindingSink(
    { allVerdicts: options.allVerdicts ?? false, subject: options.subject ?? null },
    dataset.waivers,
  )
  judgeAll(plan, sink)
  const shown = plan.rules.filter((rule) => only === null || only.has(rule.id))
  const findings = sink.sorted()
  const report: RunReport = {
    asOf: formatDate(asOf),
    receipt: receiptOf(plan, resolved),
    summary: sink.summaryOf(shown.map((rule) => rule.id)),
    rules: shown.map((rule) => ({
      rule: rule.id,
      level: FindingSink.levelOf(rule),
      summary: sink.summaryOf([rule.id]),
    })),
    findings: only === null ? findings : findings.filter((finding) => only.has(finding.rule)),
    problems: [
      ...(options.under === undefined ? dataset.problems : withoutDetails(dataset.problems)),
      ...plan.crashes,
      ...blindRules(plan),
      ...sink.waivers.problems(
        plan,
        resolved,
        (rule, subject) =>
          (only === null || only.has(rule)) && (options.subject === undefined || options.subject === subject),
      ),
      ...strayRefinements(plan, resolved),
    ],
    trustworthy: dataset.trustworthy,
    '~run': { plan },
  }
  Object.defineProperty(report, '~run', { enumerable: false })
  return report
}

/** Judges every subject of a plan by each of its rules. */
export function judgeAll(plan: Plan, sink: FindingSink): void {
  const kinds = sortRules(plan.rules)
  judgeOrganizations(plan, kinds.organizations, sink)
  judgeStates(plan, kinds.states, sink)
  judgeMembers(plan, kinds.members, sink)
  judgePosts(plan, kinds.posts, sink)
  judgeEvents(plan, kinds.events, sink)
  judgeFunctions(plan, kinds.functions, sink)
  judgeSessions(plan, kinds.sessions, sink)
  judgeAggregates(plan, kinds.aggregates, sink)
}

/** A rule that is looked at alone is still superseded by the stronger ones. */
function withSuperseders(
  rules: ReturnType<typeof resolveConfig>['rules'],
  only: ReadonlySet<string>,
): Set<string> {
  const wanted = new Set(only)
  for (const { id, rule, plugin } of rules)
    if (rule.supersedes?.some((weaker) => only.has(`${plugin.name}/${weaker}`))) wanted.add(id)
  return wanted
}

function sortRules(rules: readonly RulePlan[]) {
  const kinds = {
    organizations: [] as RulePlan[],
    states: [] as RulePlan[],
    members: [] as RulePlan[],
    posts: [] as RulePlan[],
    events: [] as RulePlan[],
    functions: [] as RulePlan[],
    sessions: [] as RulePlan[],
    aggregates: [] as RulePlan[],
  }
  for (const plan of rules) {
    const { subject, window } = plan.rule
    if (isAggregateRule(plan.rule)) kinds.aggregates.push(plan)
    else if (plan.mode === 'function') (subject === 'session' ? kinds.sessions : kinds.functions).push(plan)
    else if (eventsOf(window).length > 0) kinds.events.push(plan)
    else if (subject === 'post') kinds.posts.push(plan)
    else if (subject === 'member') kinds.members.push(plan)
    else ('anyDay' in window ? kinds.states : kinds.organizations).push(plan)
  }
  return kinds
}

/** Problems of other subtrees must not show through a scope: only how many there are of each code. */
function withoutDetails(problems: readonly Problem[]): Problem[] {
  const byCode = new Map<string, { problem: Problem; count: number }>()
  for (const problem of problems) {
    const known = byCode.get(problem.code)
    if (known === undefined) byCode.set(problem.code, { problem, count: 1 })
    else known.count++
  }
  return [...byCode.values()].map(({ problem: { code, severity }, count }) => ({
    code,
    severity,
    message: {
      'zh-CN': `全部数据中有 ${count} 个此类问题，明细见不限范围的检查`,
      en: `${count} problems of this kind in the whole data; see a check without a scope`,
    },
  }))
}
