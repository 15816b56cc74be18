import type { RunReport } from '../check/check.ts'
import type { Report } from '../check/finding.ts'
import { FindingRecord } from '../check/record.ts'
import { XueshiError } from '../errors.ts'
import { appliesNode } from './applies.ts'
import { adviceOf, changeNodes } from './change.ts'
import type { Explanation, ExplanationNode } from './explanation.ts'
import { judgedNodes } from './judged.ts'
import { node } from './node.ts'
import { parameterNodes } from './parameters.ts'
import { reasonNodes } from './reasons.ts'
import { recordNodes } from './records.ts'
import { remediesOf } from './remedy/remedies.ts'
import { sessionNodes } from './session-judged.ts'
import { compareNode, coverageNode, uncodedNode, windowNode } from './statements.ts'

/**
 * Why a finding of a report has its verdict: a tree with who it applies to, the parameters in force and their
 * words, the window, each session counted or left out and why, the comparison, and what would change it.
 * Evidence is worked out here, when somebody asks; the check stores none.
 *
 * @param report - A report of {@link check} of this process; findings that are met are there with `allVerdicts`.
 * @throws XueshiError `unknown-finding`.
 * @example
 * ```ts
 * import { buildDataset, check, defineConfig, definePlugin, defineRequirement, explain } from '@xueshi/core'
 *
 * const source = { instrument: '本县工作安排', articleConfirmed: false, assurance: 'secondary' } as const
 * const lecture = defineRequirement({
 *   id: 'branch/yearly-lecture',
 *   title: { 'zh-CN': '每年一次党课', en: 'A lecture each year' },
 *   subject: 'organization',
 *   who: { kind: ['branch'] },
 *   window: { each: 'year' },
 *   demand: { measure: 'sessions', count: { kinds: ['party-lecture'] }, atLeast: 1 },
 *   strength: 'local',
 *   assurance: 'secondary',
 *   parameters: {},
 *   citations: [source],
 *   uncoded: [],
 *   summary: { 'zh-CN': '党支部每年至少一次党课', en: 'At least one lecture a year' },
 * })
 * const county = definePlugin({
 *   name: 'our-county',
 *   version: '1.0.0',
 *   title: { 'zh-CN': '本县', en: 'our county' },
 *   rules: [lecture],
 *   presets: {},
 * })
 * const dataset = buildDataset({
 *   organizations: [{ id: 'b-1', name: '第一党支部', kind: '党支部' }],
 *   members: [{ id: 'm-1', name: '张三', status: '正式党员', organization: 'b-1' }],
 *   sessions: [],
 *   export: [{ from: '2025-01-01', to: '2025-12-31' }],
 * })
 * const config = defineConfig({ name: 'local', plugins: [county], rules: { 'branch/yearly-lecture': 'warn' } })
 * const report = check(dataset, config, { asOf: '2025-12-31' })
 * console.log(explain(report, report.findings[0]!.fingerprint).root.text.en)
 * // A lecture each year (2025): not met, 0 sessions of 1 session
 * ```
 */
export function explain(report: Report, fingerprint: string): Explanation {
  const run = (report as Partial<RunReport>)['~run']
  const finding = report.findings.find((candidate) => candidate.fingerprint === fingerprint)
  if (run === undefined || !(finding instanceof FindingRecord))
    throw new XueshiError(
      'unknown-finding',
      `报告里没有这个结论 / no such finding in the report: ${fingerprint}`,
      {
        hint: 'check(…, { allVerdicts: true })',
      },
    )
  const parts = finding['~parts']
  const remedies = remediesOf(run.plan, parts)
  const children: ExplanationNode[] = [
    appliesNode(run.plan, parts),
    windowNode(run.plan, parts),
    ...parameterNodes(parts),
    ...coverageNode(run.plan, parts),
    ...reasonNodes(run.plan, parts),
    ...sessionNodes(run.plan, parts),
    ...recordNodes(run.plan, parts),
    ...judgedNodes(run.plan, parts),
    ...compareNode(parts),
    ...changeNodes(run.plan, parts, remedies),
    ...uncodedNode(parts),
  ]
  return {
    finding,
    root: node('verdict', { 'zh-CN': finding.message('zh-CN'), en: finding.message('en') }, children),
    remedies: remedies.ways,
    advice: adviceOf(parts),
  }
}
