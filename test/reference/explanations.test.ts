import { buildDataset, check, defineConfig, type ExplanationNode, explain } from '@xueshi/core'
import county from '@xueshi/county'
import national from '@xueshi/national'
import { sampleCounty } from '@xueshi/testing'
import { expect, test } from 'vitest'

const config = defineConfig(
  national.presets.organ,
  national.presets.organUnconfirmed,
  county.presets.sourceCounty,
  {
    name: 'all on',
    rules: Object.fromEntries(national.rules.map(({ id }) => [`national/${id}`, 'warn'])),
  },
)
const dataset = buildDataset(sampleCounty({ members: 800, seed: 1 }).rows)
const IDS = new Set([
  ...dataset.organizations.map(({ id }) => id),
  ...dataset.members.map(({ id }) => id),
  ...dataset.sessions.map(({ id }) => id),
  ...dataset.acts.map(({ id }) => id),
  ...dataset.programs.map(({ id }) => id),
  // Name of the check digit of citizen numbers, GB 11643.
  'MOD',
])

function statements(node: ExplanationNode): ExplanationNode[] {
  return [node, ...node.children.flatMap(statements)]
}

/** Words of Latin letters that are neither ids of the data nor rules. */
function code(text: string): string[] {
  return (text.match(/[A-Za-z][\w@:/.-]*/g) ?? []).filter(
    (word) =>
      word.length > 2 && !word.includes('/') && ![...word.split(/[@:]/)].some((part) => IDS.has(part)),
  )
}

test('every rule explains each of its verdicts, in Chinese without words of code, and in English', () => {
  const explained = new Set<string>()
  const odd = new Set<string>()
  for (const asOf of ['2025-12-31', '2025-08-20', '2026-06-30']) {
    const report = check(dataset, config, { asOf, allVerdicts: true })
    const seen = new Set<string>()
    for (const finding of report.findings) {
      const key = `${finding.rule} ${finding.verdict}`
      if (seen.has(key)) continue
      seen.add(key)
      explained.add(finding.rule)
      const { root, remedies, advice } = explain(report, finding.fingerprint)
      const nodes = statements(root)
      for (const { kind, text } of nodes) {
        expect(text.en.trim()).not.toBe('')
        if (kind !== 'uncoded') for (const word of code(text['zh-CN'])) odd.add(`${finding.rule}: ${word}`)
      }
      const kinds = new Set(nodes.map(({ kind }) => kind))
      expect(kinds.has('window') && (kinds.has('applies') || kinds.has('not-applicable'))).toBe(true)
      const isOpen = finding.verdict === 'pending' || finding.verdict === 'breached'
      expect(remedies.length > 0 || advice !== null).toBe(isOpen)
    }
  }
  expect([...odd]).toEqual([])
  const silent = config.entries
    .flatMap(({ rules }) => Object.keys(rules ?? {}))
    .filter((id) => !explained.has(id))
  expect([...new Set(silent)].sort()).toEqual([])
})
