import type { Plugin, Rule } from '@xueshi/core'
import type { CaseFile } from './case-file.ts'
import type { CaseFault } from './fault.ts'
import { type RuleResult, runCases } from './run.ts'
import type { CaseOptions } from './setup.ts'

/** `describe` and `it` of a test runner: those of vitest and of `node:test` fit. */
export interface TestRunner {
  readonly describe: (name: string, body: () => void) => unknown
  readonly it: (name: string, body: () => void) => unknown
}

/**
 * One suite per rule of a plugin, one test per case, and one for what the cases must show together. A rule
 * without a case file fails.
 *
 * @example
 * ```ts
 * import type { Plugin } from '@xueshi/core'
 * import { readCaseFiles, type TestRunner, testRules } from '@xueshi/testing'
 *
 * // In a test file: suite(plugin, { describe, it }), with those of vitest or of node:test.
 * export function suite(plugin: Plugin, runner: TestRunner): void {
 *   testRules(plugin, readCaseFiles(new URL('../src/rules/', import.meta.url)), runner)
 * }
 * ```
 */
export function testRules(
  plugin: Plugin,
  files: readonly CaseFile[],
  options: TestRunner & CaseOptions,
): void {
  const { describe, it } = options
  for (const file of files) suite(plugin, file, options)
  describe(`${plugin.name}: cases.json`, () => {
    it('each rule has one file of cases, and each file a rule', () => {
      const ids = plugin.rules.map((rule) => rule.id).sort()
      const found = files.map((file) => file.rule).sort()
      if (ids.join() === found.join()) return
      const without = ids.filter((id) => !found.includes(id))
      const needless = found.filter((id, i) => !ids.includes(id) || found[i - 1] === id)
      throw new CaseFailure(
        [
          `没有用例的规则 / rules without cases: ${without.join(', ')}`,
          `多余的用例 / needless: ${needless.join(', ')}`,
        ],
        found,
        ids,
      )
    })
  })
}

/** The suite of one rule: {@link testRules} for a rule that is tested on its own or beside its plugin. */
export function testRule(
  rule: Rule,
  file: CaseFile,
  options: TestRunner & CaseOptions & { readonly plugin?: Plugin },
): void {
  const alone: Plugin = {
    name: 'rule',
    version: '0',
    title: { 'zh-CN': '单条规则', en: 'one rule' },
    rules: [rule],
    presets: {},
  }
  suite(options.plugin ?? alone, file, options)
}

function suite(plugin: Plugin, file: CaseFile, options: TestRunner & CaseOptions): void {
  let known: RuleResult | undefined
  const result = () => {
    known ??= runCases(plugin, file, options)
    return known
  }
  options.describe(file.rule, () => {
    file.cases.forEach(({ title, asOf }, i) => {
      options.it(`${title} (${asOf})`, () => refuse(result().cases[i]?.faults ?? []))
    })
    options.it('cases: every verdict, every version, no case twice', () => refuse(result().faults))
  })
}

/** Why a test of cases failed, in both languages; runners show `expected` and `actual` side by side. */
class CaseFailure extends Error {
  override readonly name = 'CaseFailure'
  readonly actual: unknown
  readonly expected: unknown

  constructor(lines: readonly string[], actual: unknown, expected: unknown) {
    super(lines.join('\n'))
    this.actual = actual
    this.expected = expected
  }
}

function refuse(faults: readonly CaseFault[]): void {
  if (faults.length === 0) return
  const shown = faults.find((found) => found.expected !== undefined)
  throw new CaseFailure(
    faults.flatMap(({ message }) => [message['zh-CN'], message.en]),
    shown?.found,
    shown?.expected,
  )
}
