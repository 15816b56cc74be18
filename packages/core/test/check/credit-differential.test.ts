import {
  buildDataset,
  type CreditPolicy,
  check,
  creditPresets,
  defineConfig,
  definePlugin,
  defineRequirement,
  type SessionKind,
} from '@xueshi/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../../../test/runs.ts'
import { BATTERY, rulesOf } from '../reference/battery.ts'
import { differences } from '../reference/compare.ts'
import { county } from '../reference/county.ts'
import { referenceCheck } from '../reference/reference.ts'

const all = BATTERY.map(defineRequirement)
const rules = rulesOf(all).filter(({ id }) =>
  JSON.stringify(all.find((rule) => id.endsWith(`/${rule.id}`))?.demand).includes('"measure":"hours"'),
)

const plugin = definePlugin({
  name: 'battery',
  version: '1.0.0',
  title: { 'zh-CN': '测试', en: 'test' },
  rules: all,
  presets: {},
})

const { eightHourDay, sixHourDay } = creditPresets
const countedKinds: SessionKind[] = ['self-study', 'online-study']
const online = { minimumMinutes: 30, recordCap: 6, yearlyCap: 10 }

const POLICIES: Readonly<Record<string, Partial<CreditPolicy>>> = {
  'eight hours a day': eightHourDay,
  'lessons, six a day': {
    ...sixHourDay,
    minutesPerHour: 45,
    countedKinds,
  },
  'half-days that are more than the day': { dailyCap: 6, halfDayCap: 5, countedKinds },
  'days without half-days': { dayHours: 6.5, wholeDayMinutes: 600 },
  'online rules': { countedKinds, online },
  'all of it': {
    dailyCap: 7,
    halfDayCap: 3.5,
    dayHours: 7.5,
    countedKinds,
    online: { ...online, yearlyCap: 4 },
  },
}

const cases = Object.entries(POLICIES).map(([name, credit], seed) => ({ name, credit, seed }))

test.each(cases)('under $name the engine counts what the reference counts', ({ credit, seed }) => {
  expect(rules.length).toBeGreaterThan(4)
  const everything = {
    name: 'everything',
    plugins: [plugin],
    rules: Object.fromEntries(rules.map((rule) => [rule.id, rule.level])),
    credit: credit,
  }
  fc.assert(
    fc.property(county, ({ rows, covers, exportedOn }) => {
      const report = check(buildDataset(rows), defineConfig(everything), {
        asOf: '2025-12-31',
        allVerdicts: true,
      })
      const options = {
        asOf: '2025-12-31',
        covers,
        credit,
        ...(exportedOn === undefined ? {} : { exportedOn }),
      }
      expect(differences(report.findings, referenceCheck(rows, rules, options))).toEqual([])
    }),
    { numRuns: runs(25), seed, endOnFailure: true },
  )
})
