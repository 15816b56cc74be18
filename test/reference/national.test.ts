import { buildDataset, check, defineConfig, resolveConfig } from '@xueshi/core'
import national from '@xueshi/national'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differences } from '../../packages/core/test/reference/compare.ts'
import { county } from '../../packages/core/test/reference/county.ts'
import { orgForm } from '../../packages/core/test/reference/org-form.ts'
import { type ReferenceRule, referenceCheck } from '../../packages/core/test/reference/reference.ts'
import { runs } from '../runs.ts'

/** Rules written as functions, but for the one that the reference judges on its own: off. */
const functions = national.rules.filter((rule) => 'judge' in rule && rule.id !== 'committee/org-form')
const config = defineConfig(
  national.presets.organ,
  national.presets.organUnconfirmed,
  {
    name: 'small numbers, so that small counties meet them',
    rules: { 'national/branch/size': { level: 'warn', parameters: { members: 3 } } },
  },
  {
    name: 'requirements',
    rules: Object.fromEntries(functions.map(({ id }) => [`national/${id}`, 'off'])),
  },
)
const rules = resolveConfig(config).rules.map(({ id, rule, settings }): ReferenceRule => {
  const level = settings.findLast(({ setting }) => setting.level !== undefined)?.setting.level ?? 'off'
  return {
    id,
    rule,
    level,
    parameters: Object.assign({}, ...settings.map(({ setting }) => setting.parameters)),
  }
})

test.each(['2025-03-31', '2025-06-30', '2025-11-15', '2025-12-31', '2026-02-15'])(
  'on random counties the engine says of the national rules what the reference says, as of %s',
  (asOf) => {
    fc.assert(
      fc.property(county, ({ rows, covers, exportedOn }) => {
        const report = check(buildDataset(rows), config, { asOf, allVerdicts: true })
        const options = { asOf, covers, judge: orgForm, ...(exportedOn === undefined ? {} : { exportedOn }) }
        expect(differences(report.findings, referenceCheck(rows, rules, options))).toEqual([])
      }),
      { numRuns: runs(40), seed: Number(asOf.replaceAll('-', '')), endOnFailure: true },
    )
  },
)
