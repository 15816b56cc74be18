import { buildDataset, check, defineConfig, type Finding } from '@xueshi/core'
import { describe, expect, it } from 'vitest'
import national from '../src/index.ts'
import { type Case, caseFiles, type Expectations, rowsOf } from './case-files.ts'

/** The findings of every rule that the case speaks of, by rule id. */
function findingsOf(rule: string, example: Case): Map<string, Finding[]> {
  const ids = [rule, ...Object.keys(example.others ?? {})].map((id) => `national/${id}`)
  const config = defineConfig(national.presets.organ, national.presets.organUnconfirmed, {
    name: 'case',
    rules:
      example.parameters === undefined ? {} : { [`national/${rule}`]: { parameters: example.parameters } },
  })
  const report = check(buildDataset(rowsOf(example)), config, {
    asOf: example.asOf,
    allVerdicts: true,
    rules: ids,
  })
  expect(
    report.problems.filter((problem) => problem.severity === 'fatal' || problem.severity === 'error'),
  ).toEqual([])
  return new Map(ids.map((id) => [id, report.findings.filter((finding) => finding.rule === id)]))
}

/** Findings in the form of the expectations; what nobody expects and does not apply is left out. */
function shown(findings: readonly Finding[], expected: Expectations): Expectations {
  const result: Record<string, Record<string, object | string>> = {}
  for (const finding of findings) {
    const windows = expected[finding.subject.id]
    const key = windows !== undefined && Object.hasOwn(windows, '*') ? '*' : finding.window.key
    const wanted = windows?.[key]
    if (wanted === undefined && finding.verdict === 'not-applicable') continue
    const found =
      typeof wanted === 'object'
        ? Object.fromEntries(
            Object.keys(wanted).map((name) => [name, finding[name as 'verdict' | 'measured']]),
          )
        : finding.verdict
    result[finding.subject.id] = { ...result[finding.subject.id], [key]: found }
  }
  return result as Expectations
}

describe.each(caseFiles)('$rule', ({ rule, cases }) => {
  it.each(cases)('$title ($asOf)', (example) => {
    const found = findingsOf(rule, example)
    expect(shown(found.get(`national/${rule}`)!, example.expect)).toEqual(example.expect)
    for (const [other, expected] of Object.entries(example.others ?? {}))
      expect(shown(found.get(`national/${other}`)!, expected)).toEqual(expected)
  })
})

describe('the case files', () => {
  it('are one per rule, and show a met, a breached, and an unknown or not applicable case of each', () => {
    expect(caseFiles.map((file) => file.rule)).toEqual(national.rules.map((rule) => rule.id).sort())
    for (const { rule, cases } of caseFiles) {
      const verdicts = new Set(
        cases.flatMap((example) =>
          Object.values(example.expect)
            .flatMap((windows) => Object.values(windows))
            .map((expected) => (typeof expected === 'string' ? expected : expected.verdict)),
        ),
      )
      expect(verdicts, rule).toContain('met')
      expect(verdicts, rule).toContain('breached')
      expect(verdicts.has('unknown') && verdicts.has('not-applicable'), `${rule}: ${[...verdicts]}`).toBe(
        true,
      )
      const { window } = national.rules.find((candidate) => candidate.id === rule)!
      if (!('anyDay' in window)) expect(verdicts, rule).toContain('pending')
    }
  })

  it('give messages in both languages that begin with the title of the rule', () => {
    for (const { rule, cases } of caseFiles) {
      const { title } = national.rules.find((candidate) => candidate.id === rule)!
      for (const example of cases)
        for (const finding of findingsOf(rule, example).get(`national/${rule}`)!)
          for (const locale of ['zh-CN', 'en'] as const) {
            expect(finding.message(locale).startsWith(title[locale])).toBe(true)
            expect(finding.message(locale)).not.toMatch(/\{[a-zA-Z]+\}|undefined|NaN/)
          }
    }
  })
})
