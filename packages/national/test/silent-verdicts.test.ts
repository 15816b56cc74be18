import { buildDataset, check, type DatasetRows, defineConfig } from '@xueshi/core'
import { sampleCounty } from '@xueshi/testing'
import { describe, expect, test } from 'vitest'
import national from '../src/index.ts'

const config = defineConfig({
  name: 'every rule',
  plugins: [national],
  rules: Object.fromEntries(
    national.rules.map(({ id }) => [`national/${id}`, { level: 'warn', reason: 'test' } as const]),
  ),
})
const { rows } = sampleCounty({ members: 250, attendanceRows: 5000 })
const { acts: _acts, ...withoutActs } = rows
const { posts: _posts, ...withoutPosts } = rows
const variants: Readonly<Record<string, DatasetRows>> = { whole: rows, withoutActs, withoutPosts }

/** Verdicts that nobody reads are counted on short ways, without windows or findings; the counts must not differ. */
describe('verdicts that are only counted', () => {
  for (const [name, data] of Object.entries(variants))
    test.each(['2025-03-31', '2025-06-30', '2025-12-31', '2026-02-01'])(`${name}, as of %s`, (asOf) => {
      const dataset = buildDataset(data)
      const counted = check(dataset, config, { asOf })
      const kept = check(dataset, config, { asOf, allVerdicts: true })
      expect(counted.rules).toEqual(kept.rules)
      const findings = kept.findings.filter(
        ({ verdict }) => verdict !== 'met' && verdict !== 'not-applicable',
      )
      expect(counted.findings.map((finding) => [finding.fingerprint, finding.message()])).toEqual(
        findings.map((finding) => [finding.fingerprint, finding.message()]),
      )
    })
})
