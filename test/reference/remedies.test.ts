import { defineConfig, isAggregateRule, isRuleFunction } from '@xueshi/core'
import national from '@xueshi/national'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noPromises, tryRemedies } from '../../packages/core/test/explain/promises.ts'
import { county } from '../../packages/core/test/reference/county.ts'
import { runs } from '../runs.ts'

const everything = defineConfig(national.presets.organ, national.presets.organUnconfirmed, {
  name: 'all on',
  rules: Object.fromEntries(national.rules.map(({ id }) => [`national/${id}`, 'error'])),
})

/** Requirements of which a finding may be beyond any change that can be named exactly, with the reason. */
const MAY_BE_SILENT = [
  // Too early: the date would have to lie after the day of the check, or after the next milestone.
  'national/development/activist/duration',
  'national/probation/period/length',
]

test('what an explanation says would change a verdict of the national rules does change it', () => {
  const promises = noPromises()
  for (const [asOf, seed] of [
    ['2025-06-30', 1],
    ['2025-11-15', 2],
    ['2025-12-31', 3],
    ['2026-06-30', 4],
  ] as const)
    fc.assert(
      fc.property(county, ({ rows }) => {
        tryRemedies(rows, everything, asOf, 2, promises)
        expect(promises.broken).toEqual([])
      }),
      { numRuns: runs(8), seed, endOnFailure: true },
    )
  expect(promises.kept).toBeGreaterThan(500)
  expect(promises.overtaken).toBeLessThan(promises.kept / 20)
  expect([...promises.kinds].sort()).toEqual(['correct', 'do', 'record', 'wait'])
  const functions = national.rules.filter((rule) => isRuleFunction(rule) || isAggregateRule(rule))
  const mayBeSilent = new Set([...MAY_BE_SILENT, ...functions.map(({ id }) => `national/${id}`)])
  expect([...promises.silent].filter((rule) => !mayBeSilent.has(rule))).toEqual([])
})
