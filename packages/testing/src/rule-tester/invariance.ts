import { buildDataset, type DatasetRows, type Finding, isAggregateRule, type Plugin } from '@xueshi/core'
import { Random } from '../random.ts'
import { regrouped } from './aggregate.ts'
import { type CaseFault, fault } from './fault.ts'
import { type CaseSetup, checkCase } from './setup.ts'

/** At most so many subtrees are tried per case. */
const SUBTREES = 8

/** What must not change a finding: another run, the order of rows, a look at a part of the tree, the order of merging. */
export function invarianceFaults(
  setup: CaseSetup,
  plugin: Plugin,
  findings: readonly Finding[],
  seed: number,
): CaseFault[] {
  const random = new Random(seed, setup.example.title)
  const faults: CaseFault[] = []
  const plainly = textOf(findings)
  if (textOf(checkCase(setup, plugin).findings) !== plainly)
    faults.push(
      fault(
        'not-repeatable',
        '同样的数据核对两次，结果不同',
        'two checks of the same data give different findings',
      ),
    )
  const shuffled = checkCase(setup, plugin, buildDataset(shuffledRows(setup.rows, random)))
  if (textOf(shuffled.findings) !== plainly)
    faults.push(
      fault('order-matters', '各表的行换了顺序，结果不同', 'the order of rows changes the findings'),
    )
  faults.push(...splitFaults(setup, plugin, findings, random))
  if (
    plugin.rules.some((rule) => isAggregateRule(rule) && setup.rules.includes(`${plugin.name}/${rule.id}`))
  ) {
    const other: Plugin = {
      ...plugin,
      rules: plugin.rules.map((rule) => (isAggregateRule(rule) ? regrouped(rule, random) : rule)),
    }
    const merged = checkCase(setup, other)
    if (textOf(merged.findings) !== plainly)
      faults.push(
        fault(
          'merge-matters',
          `分部分汇总、换顺序合并，结果不同${crashes(merged.problems, 'zh-CN')}`,
          `other orders and groups of merging change the findings${crashes(merged.problems, 'en')}`,
        ),
      )
  }
  return faults
}

/** A check of a subtree shows exactly the findings of the whole that lie in it. */
function splitFaults(
  setup: CaseSetup,
  plugin: Plugin,
  findings: readonly Finding[],
  random: Random,
): CaseFault[] {
  const organizations = random.shuffled(setup.dataset.organizations.map(({ id }) => id)).slice(0, SUBTREES)
  return organizations.sort().flatMap((id) => {
    const below = new Set(setup.dataset.subtree(id))
    const expected = findings.filter(({ organization }) => organization !== null && below.has(organization))
    const found = checkCase(setup, plugin, setup.dataset, id).findings
    return textOf(found) === textOf(expected)
      ? []
      : [
          {
            ...fault(
              'split-matters',
              `只核对 ${id} 及其下级时，结果与核对全县不同`,
              `a check of the subtree of ${id} differs from its part of the whole`,
            ),
            expected: expected.map(rowOf),
            found: found.map(rowOf),
          },
        ]
  })
}

function crashes(
  problems: readonly { code: string; message: { 'zh-CN': string; en: string } }[],
  locale: 'zh-CN' | 'en',
) {
  const found = problems.filter((problem) => problem.code === 'rule-crashed')
  return found.map((problem) => `: ${problem.message[locale]}`).join('')
}

function shuffledRows(rows: DatasetRows, random: Random): DatasetRows {
  return Object.fromEntries(
    Object.entries(rows).map(([table, list]) => [table, random.shuffled(list as readonly unknown[])]),
  ) as unknown as DatasetRows
}

function textOf(findings: readonly Finding[]): string {
  return JSON.stringify(findings.map(rowOf))
}

function rowOf(finding: Finding): unknown[] {
  const { fingerprint, organization, window, verdict, level, measured, required, unit, alternatives, due } =
    finding
  return [
    fingerprint,
    finding.subject.id,
    organization,
    window.key,
    verdict,
    level,
    measured,
    required,
    unit,
    alternatives,
    due,
    finding.message('zh-CN'),
    finding.message('en'),
  ]
}
