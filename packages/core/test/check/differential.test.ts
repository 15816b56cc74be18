import { buildDataset, type ConfigEntry, check, defineConfig, definePlugin } from '@xueshi/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BATTERY, BATTERY_RULES } from '../reference/battery.ts'
import { differences } from '../reference/compare.ts'
import { county } from '../reference/county.ts'
import { referenceCheck } from '../reference/reference.ts'

const everything: ConfigEntry = {
  name: 'everything',
  plugins: [
    definePlugin({
      name: 'battery',
      version: '1.0.0',
      title: { 'zh-CN': '测试', en: 'test' },
      rules: BATTERY,
      presets: {},
    }),
  ],
  rules: Object.fromEntries(BATTERY_RULES.map((rule) => [rule.id, rule.level])),
}

const credits: ReadonlyArray<NonNullable<ConfigEntry['credit']>> = [
  {},
  { minutesPerHour: 45, dailyCap: 6, countedKinds: ['self-study', 'online-study'] },
]

test.each(['2025-06-30', '2025-11-15', '2025-12-31', '2026-02-15'])(
  'on random counties the engine says what the reference says, as of %s',
  (asOf) => {
    fc.assert(
      fc.property(county, fc.constantFrom(...credits), ({ rows, covers, exportedOn }, credit) => {
        const report = check(buildDataset(rows), defineConfig({ ...everything, credit }), {
          asOf,
          allVerdicts: true,
        })
        const options = { asOf, covers, credit, ...(exportedOn === undefined ? {} : { exportedOn }) }
        expect(differences(report.findings, referenceCheck(rows, BATTERY_RULES, options))).toEqual([])
      }),
      { numRuns: 150, seed: 20_251_231 },
    )
  },
)
