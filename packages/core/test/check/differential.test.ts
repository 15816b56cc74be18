import {
  buildDataset,
  type ConfigEntry,
  check,
  type DatasetRows,
  defineConfig,
  definePlugin,
  defineRequirement,
} from '@xueshi/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../../../test/runs.ts'
import { BATTERY, rulesOf } from '../reference/battery.ts'
import { ACT_BATTERY } from '../reference/battery-of-acts.ts'
import { differences } from '../reference/compare.ts'
import { county } from '../reference/county.ts'
import { referenceCheck } from '../reference/reference.ts'

const rules = [...BATTERY, ...ACT_BATTERY].map(defineRequirement)
const reference = rulesOf(rules)

const everything: ConfigEntry = {
  name: 'everything',
  plugins: [
    definePlugin({
      name: 'battery',
      version: '1.0.0',
      title: { 'zh-CN': '测试', en: 'test' },
      rules,
      presets: {},
    }),
  ],
  rules: Object.fromEntries(reference.map((rule) => [rule.id, rule.level])),
}

const credits: ReadonlyArray<NonNullable<ConfigEntry['credit']>> = [
  {},
  { minutesPerHour: 45, dailyCap: 6, countedKinds: ['self-study', 'online-study'] },
]

test.each([
  ['2025-06-30', 1],
  ['2025-11-15', 2],
  ['2025-12-31', 3],
  ['2026-02-15', 4],
  // A made-up session beside one without a time of day.
  ['2025-11-15', 20_251_115],
])('on random counties the engine says what the reference says, as of %s', (asOf, seed) => {
  fc.assert(
    fc.property(county, fc.constantFrom(...credits), ({ rows, covers, exportedOn }, credit) => {
      const report = check(buildDataset(rows), defineConfig({ ...everything, credit }), {
        asOf,
        allVerdicts: true,
      })
      const options = { asOf, covers, credit, ...(exportedOn === undefined ? {} : { exportedOn }) }
      expect(differences(report.findings, referenceCheck(rows, reference, options))).toEqual([])
    }),
    { numRuns: runs(40), seed, endOnFailure: true },
  )
})

/** The rows of every table in an order that a key decides. */
function reordered(rows: DatasetRows, key: number): DatasetRows {
  const rank = (row: object, i: number) => (JSON.stringify(row).length * 31 + i * 7919 + key * 104_729) % 1009
  return Object.fromEntries(
    Object.entries(rows as unknown as Record<string, readonly object[]>).map(([table, list]) => [
      table,
      list
        .map((row, i) => ({ row, rank: rank(row, i) }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ row }) => row),
    ]),
  ) as unknown as DatasetRows
}

test('the order of rows never changes a finding', () => {
  const said = (rows: DatasetRows) =>
    check(buildDataset(rows), defineConfig(everything), {
      asOf: '2025-12-31',
      allVerdicts: true,
    }).findings.map((finding) => [finding.fingerprint, finding.verdict, finding.message()])
  fc.assert(
    fc.property(county, fc.nat(1000), ({ rows }, key) => {
      expect(said(reordered(rows, key))).toEqual(said(rows))
    }),
    { numRuns: runs(20), seed: 20_251_231 },
  )
})
