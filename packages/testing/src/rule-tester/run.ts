import {
  type Finding,
  type LocalizedText,
  type Plugin,
  type Rule,
  VERDICTS,
  type Verdict,
  XueshiError,
} from '@xueshi/core'
import type { CaseFile, Expectations, RuleCase } from './case-file.ts'
import { differences } from './expectations.ts'
import { type CaseFault, fault } from './fault.ts'
import { canonical } from './freeze.ts'
import { invarianceFaults } from './invariance.ts'
import { type CaseOptions, type CaseSetup, checkCase, setUpCase } from './setup.ts'
import { messageFaults, ruleTextFaults } from './texts.ts'
import { type JudgedWindow, versionFaults } from './versions.ts'

/** What one case gave. */
export interface CaseResult {
  readonly title: string
  readonly asOf: string
  /** Findings of the rule, `met` and `not-applicable` too. */
  readonly findings: readonly Finding[]
  /** Empty where the case holds. */
  readonly faults: readonly CaseFault[]
}

/** What the cases of one rule gave. */
export interface RuleResult {
  /** Id of the rule without its plugin. */
  readonly rule: string
  readonly ok: boolean
  readonly cases: readonly CaseResult[]
  /** What is wrong with the rule, or missing among its cases. */
  readonly faults: readonly CaseFault[]
}

/** Verdicts of which every rule has a case, unless its file says why there can be none. */
const WANTED: readonly Verdict[] = ['met', 'breached', 'unknown']

/**
 * Runs the cases of one rule and judges the cases themselves. Nothing is thrown for a rule or a case that
 * fails: faults are values. Asked of the cases together: one met, one breached and one unknown; the first
 * and the last window of each version of each parameter; no case twice. Asked of each: every verdict as
 * expected, no problem in its data, messages in both languages without a placeholder left, rows and config
 * untouched, and the same findings in another run, in any order of rows, for any subtree of organizations,
 * and in any order of merging.
 *
 * @example
 * ```ts
 * import { definePlugin, defineRequirement } from '@xueshi/core'
 * import { runCases } from '@xueshi/testing'
 *
 * const source = { instrument: '本县工作安排', articleConfirmed: false, assurance: 'secondary' as const }
 * const rule = defineRequirement({
 *   id: 'branch/lecture',
 *   title: { 'zh-CN': '每季度党课', en: 'A lecture each quarter' },
 *   subject: 'organization',
 *   who: { kind: ['branch'] },
 *   window: { each: 'quarter' },
 *   demand: { measure: 'sessions', count: { kinds: ['party-lecture'] }, atLeast: 1 },
 *   strength: 'local',
 *   assurance: 'secondary',
 *   parameters: {},
 *   citations: [source],
 *   uncoded: [],
 *   summary: { 'zh-CN': '党支部每季度上一次党课', en: 'A branch has a lecture each quarter' },
 * })
 * const plugin = definePlugin({
 *   name: 'our-county',
 *   version: '1.0.0',
 *   title: { 'zh-CN': '本县', en: 'Our county' },
 *   rules: [rule],
 *   presets: {},
 * })
 * const result = runCases(plugin, {
 *   rule: 'branch/lecture',
 *   cases: [
 *     {
 *       title: '一季度上了一次党课',
 *       asOf: '2025-03-31',
 *       rows: {
 *         organizations: [{ id: 'b1', name: '第一党支部', kind: '党支部' }],
 *         members: [],
 *         sessions: [{ id: 's1', organization: 'b1', kinds: ['党课'], start: '2025-03-31' }],
 *         export: [{ from: '2025-01-01', to: '2025-03-31' }],
 *       },
 *       expect: { b1: { '2025-Q1': 'met' } },
 *     },
 *   ],
 * })
 * console.log(result.cases[0]?.faults.length) // 0
 * console.log(result.faults.map((fault) => fault.code).join(' ')) // missing-verdict missing-verdict
 * ```
 */
export function runCases(plugin: Plugin, file: CaseFile, options: CaseOptions = {}): RuleResult {
  const rule = plugin.rules.find((candidate) => candidate.id === file.rule)
  if (rule === undefined) {
    const unknown = fault('unknown-rule', `没有规则 ${file.rule}`, `there is no rule ${file.rule}`)
    return { rule: file.rule, ok: false, cases: [], faults: [unknown] }
  }
  const runs = file.cases.map((example) => runCase(plugin, rule, file, example, options))
  const faults = [
    ...ruleTextFaults(rule),
    ...duplicateFaults(file),
    ...verdictFaults(file),
    ...versionFaults(
      rule,
      file,
      runs.flatMap((run) => run.judged),
    ),
  ]
  const cases = runs.map((run) => run.result)
  return {
    rule: file.rule,
    ok: faults.length === 0 && cases.every((result) => result.faults.length === 0),
    cases,
    faults,
  }
}

interface CaseRun {
  readonly result: CaseResult
  readonly judged: readonly JudgedWindow[]
}

function runCase(
  plugin: Plugin,
  rule: Rule,
  file: CaseFile,
  example: RuleCase,
  options: CaseOptions,
): CaseRun {
  const { title, asOf } = example
  const faults: CaseFault[] = []
  let findings: readonly Finding[] = []
  let own: readonly Finding[] = []
  try {
    const setup = setUpCase(plugin, file, example, options)
    const report = checkCase(setup, plugin)
    findings = report.findings
    own = findings.filter((finding) => finding.rule === setup.rules[0])
    for (const { severity, code, message } of report.problems)
      if (severity === 'fatal' || severity === 'error')
        faults.push(fault('problem', `${code}：${message['zh-CN']}`, `${code}: ${message.en}`))
    faults.push(...expectationFaults(setup, findings), ...messageFaults(findings))
    faults.push(...invarianceFaults(setup, plugin, findings, options.seed ?? 1))
  } catch (error) {
    faults.push(crash(error))
  }
  return { result: { title, asOf, findings: own, faults }, judged: judgedWindows(rule, example, own) }
}

function crash(error: unknown): CaseFault {
  const code = error instanceof XueshiError ? `${error.code}: ` : ''
  const what = code + (error instanceof Error ? error.message : String(error))
  return fault('crashed', `运行出错：${what}`, `crashed: ${what}`)
}

function expectationFaults({ example, rules }: CaseSetup, findings: readonly Finding[]): CaseFault[] {
  const expected: Expectations[] = [example.expect, ...Object.values(example.others ?? {})]
  return rules.flatMap((id, i) => {
    const found = findings.filter((finding) => finding.rule === id)
    return differences(id, found, expected[i]!) ?? []
  })
}

/** Windows that the case expects something of, and in which the duty was owed. */
function judgedWindows(rule: Rule, example: RuleCase, findings: readonly Finding[]): JudgedWindow[] {
  const overridden = new Set(Object.keys(example.parameters ?? {}))
  const onTheDay = 'anyDay' in rule.window || 'rolling' in rule.window
  return findings
    .filter(({ subject, window, verdict }) => {
      const windows = example.expect[subject.id] ?? {}
      const owed = verdict === 'met' || verdict === 'pending' || verdict === 'breached'
      return owed && (Object.hasOwn(windows, window.key) || Object.hasOwn(windows, '*'))
    })
    .map((finding) => ({ from: onTheDay ? example.asOf : finding.window.from, overridden }))
}

function duplicateFaults(file: CaseFile): CaseFault[] {
  const seen = new Map<string, string>()
  const titles = new Set<string>()
  const faults: CaseFault[] = []
  for (const { title, asOf, rows, parameters = {}, config = [], workdays = null } of file.cases) {
    const input = canonical({ asOf, rows, parameters, config, workdays })
    const first = seen.get(input)
    if (first !== undefined)
      faults.push(
        fault(
          'duplicate-case',
          `用例重复：“${title}”与“${first}”`,
          `the same case twice: “${title}”, “${first}”`,
        ),
      )
    else if (titles.has(title))
      faults.push(fault('duplicate-case', `标题重复：“${title}”`, `the same title twice: “${title}”`))
    seen.set(input, title)
    titles.add(title)
  }
  return faults
}

function verdictFaults(file: CaseFile): CaseFault[] {
  const shown = new Set(
    file.cases.flatMap(({ expect }) =>
      Object.values(expect)
        .flatMap((windows) => Object.values(windows))
        .map((expected) => (typeof expected === 'string' ? expected : expected.verdict)),
    ),
  )
  const never = file.never ?? {}
  const nameOf = (verdict: Verdict): LocalizedText => {
    const term = VERDICTS.find(({ id }) => id === verdict)!
    return { 'zh-CN': term.zh, en: term.en }
  }
  return [
    ...WANTED.filter((verdict) => !shown.has(verdict) && never[verdict] === undefined).map((verdict) =>
      fault(
        'missing-verdict',
        `${file.rule}：没有“${nameOf(verdict)['zh-CN']}”的用例；确实不会出现的，请在 never 中说明理由`,
        `${file.rule}: no case that is ${nameOf(verdict).en}; if there can be none, say why in “never”`,
      ),
    ),
    ...[...shown]
      .filter((verdict) => never[verdict] !== undefined)
      .map((verdict) =>
        fault(
          'impossible-verdict',
          `${file.rule}：never 说不会“${nameOf(verdict)['zh-CN']}”，用例却有`,
          `${file.rule}: “never” rules out ${verdict}, yet a case expects it`,
        ),
      ),
  ]
}
