import { definePlugin, type Plugin, type Rule, XueshiError } from '@xueshi/core'
import type { CaseFile } from '../rule-tester/case-file.ts'
import { fits } from '../rule-tester/expectations.ts'
import { type CaseOptions, type CaseSetup, checkCase, setUpCase } from '../rule-tester/setup.ts'
import { mutantsOf } from './mutants-of.ts'

/** A mutant that no case can tell from the rule, because no data can. */
export interface EquivalentMutant {
  /** Its id, as `mutantsOf` and the script call it. */
  readonly mutant: string
  /** Why no data can tell it from the rule. */
  readonly reason: string
}

/** What the cases of one rule say of its mutants. */
export interface MutationResult {
  readonly rule: string
  readonly mutants: number
  /** Mutants under which every case still holds, those listed as equivalent apart. */
  readonly survivors: readonly string[]
  /** Listed as equivalent, but refused by a case or no mutant at all. */
  readonly needless: readonly string[]
}

/**
 * Runs the cases of a rule against each of its mutants: a mutant survives where every case holds as before.
 * A survivor is a number, a window, a population or a filter that the cases do not show.
 *
 * @throws XueshiError `unknown-rule`, and those of `check` where a case cannot be run at all.
 * @example
 * ```ts
 * import type { Plugin } from '@xueshi/core'
 * import { mutationCheck, readCaseFiles } from '@xueshi/testing'
 *
 * export function survivorsOf(plugin: Plugin, folder: URL): string[] {
 *   return readCaseFiles(folder).flatMap((file) => mutationCheck(plugin, file).survivors)
 * }
 * ```
 */
export function mutationCheck(
  plugin: Plugin,
  file: CaseFile,
  options: CaseOptions & { readonly equivalent?: readonly EquivalentMutant[] } = {},
): MutationResult {
  const rule = plugin.rules.find((candidate) => candidate.id === file.rule)
  if (rule === undefined)
    throw new XueshiError('unknown-rule', `没有这条规则 / unknown rule: ${file.rule}`, { where: file.rule })
  const setups = file.cases.map((example) => setUpCase(plugin, file, example, options))
  const mutants = mutantsOf(rule).flatMap(({ id, rule: changed }) => {
    const other = pluginWith(plugin, rule, changed)
    return other === null ? [] : [{ id, other }]
  })
  const alive = mutants
    .filter(({ other }) => setups.every((setup) => holds(setup, other)))
    .map(({ id }) => id)
  const listed = (options.equivalent ?? []).map(({ mutant }) => mutant)
  return {
    rule: file.rule,
    mutants: mutants.length,
    survivors: alive.filter((id) => !listed.includes(id)),
    needless: listed.filter((id) => !alive.includes(id)),
  }
}

/** The plugin with one rule in place of another; `null` where the two do not go together with the rest. */
function pluginWith(plugin: Plugin, rule: Rule, changed: Rule): Plugin | null {
  const rules = plugin.rules.map((candidate) => (candidate === rule ? changed : candidate))
  try {
    return definePlugin({ ...plugin, rules })
  } catch (error) {
    if (error instanceof XueshiError && error.code === 'invalid-plugin') return null
    throw error
  }
}

function holds(setup: CaseSetup, plugin: Plugin): boolean {
  const { example, rules } = setup
  const report = checkCase(setup, plugin)
  if (report.problems.some((problem) => problem.code === 'rule-crashed')) return false
  const expected = [example.expect, ...Object.values(example.others ?? {})]
  return rules.every((id, i) =>
    fits(
      report.findings.filter((finding) => finding.rule === id),
      expected[i]!,
    ),
  )
}
