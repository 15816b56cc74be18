import { defineConfig, definePlugin, defineRequirement } from '@xueshi/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../../../test/runs.ts'
import { BATTERY, rulesOf } from '../reference/battery.ts'
import { ACT_BATTERY } from '../reference/battery-of-acts.ts'
import { county } from '../reference/county.ts'
import { noPromises, tryRemedies } from './promises.ts'

const rules = [...BATTERY, ...ACT_BATTERY].map(defineRequirement)
const battery = defineConfig({
  name: 'battery',
  plugins: [
    definePlugin({
      name: 'battery',
      version: '1.0.0',
      title: { 'zh-CN': '测试', en: 'test' },
      rules,
      presets: {},
    }),
  ],
  rules: Object.fromEntries(rulesOf(rules).map((rule) => [rule.id, rule.level])),
})

test('on random counties, making the change that an explanation names gives the verdict it promises', () => {
  const promises = noPromises()
  for (const [asOf, seed] of [
    ['2025-06-30', 20_250_630],
    ['2025-11-15', 20_251_115],
    ['2025-12-31', 20_251_231],
  ] as const)
    fc.assert(
      fc.property(county, ({ rows }) => {
        tryRemedies(rows, battery, asOf, 2, promises)
        expect(promises.broken).toEqual([])
      }),
      { numRuns: runs(15), seed, endOnFailure: true },
    )
  expect(promises.kept).toBeGreaterThan(500)
  expect(promises.overtaken).toBeLessThan(promises.kept / 20)
  expect([...promises.kinds].sort()).toEqual(['correct', 'do', 'record'])
  expect([...promises.steps].sort()).toEqual([
    'add-acts',
    'add-members',
    'add-posts',
    'add-sessions',
    'cancel-sessions',
    'redate-act',
    'remove-members',
    'set-milestone',
  ])
})
