import { buildDataset, check, type Dataset, defineConfig, type Finding } from '@xueshi/core'
import national from '@xueshi/national'
import { type Answer, type SampleOptions, sampleCounty } from '@xueshi/testing'
import { describe, expect, test } from 'vitest'

const config = defineConfig(national.presets.organ, national.presets.organUnconfirmed)

function key(rule: string, subject: { kind: string; id: string }, window: string): string {
  return `${rule} | ${subject.kind} ${subject.id} | ${window}`
}

function planted(answers: readonly Answer[]): string[] {
  return answers.map(({ rule, subject, window }) => key(rule, subject, window)).sort()
}

function breached(findings: readonly Finding[]): string[] {
  return findings
    .filter((finding) => finding.verdict === 'breached')
    .map(({ rule, subject, window }) => key(rule, subject, window.key))
    .sort()
}

function county(options: SampleOptions): { dataset: Dataset; answers: readonly Answer[] } {
  const { rows, answers } = sampleCounty(options)
  return { dataset: buildDataset(rows), answers }
}

const CASES: readonly SampleOptions[] = [
  ...[1, 2, 3].map((seed) => ({ seed, members: 600 })),
  { seed: 1, members: 10_000 },
  { seed: 4, members: 100 },
  { seed: 5, members: 250 },
  { seed: 6, members: 2_000, year: 2024 },
  { seed: 7, members: 600, years: 3 },
  { seed: 8, members: 600, attendanceRows: 60_000 },
]

describe('as of the last day check finds exactly what was planted', () => {
  test.each(CASES)('%o', (options) => {
    const { dataset, answers } = county(options)
    const asOf = `${options.year ?? 2025}-12-31`
    const { findings } = check(dataset, config, { asOf })
    expect(breached(findings)).toEqual(planted(answers))
    expect(findings.filter((finding) => finding.verdict === 'unknown')).toEqual([])
    expect(dataset.problems).toEqual([])
  })
})

/** Last day of a window by its key, as a text that compares like a date; states and look-backs have none. */
function lastDay(window: string): string {
  if (window === 'standing') return ''
  const quarter = /^(\d{4})-Q([1-4])$/.exec(window)
  if (quarter !== null) return `${quarter[1]}-${String(Number(quarter[2]) * 3).padStart(2, '0')}-31`
  return /^\d{4}-\d{2}$/.test(window) ? `${window}-31` : '9999'
}

test.each([1, 2, 3])('as of 30 June only what is closed or a state is breached (seed %i)', (seed) => {
  const { dataset, answers } = county({ seed, members: 600 })
  const { findings } = check(dataset, config, { asOf: '2025-06-30' })
  // The window of a candidate closes with the admission, which the key does not tell.
  const event = (line: string) => line.includes('development/target-training')
  const closed = planted(answers.filter(({ window }) => lastDay(window) <= '2025-06-31'))
  expect(breached(findings).filter((line) => !event(line))).toEqual(closed)
  for (const line of breached(findings).filter(event)) expect(planted(answers)).toContain(line)
})

test('a county without faults has none', () => {
  for (const members of [100, 600, 2_500]) {
    const { dataset, answers } = county({ seed: 9, members, faults: false })
    const { findings } = check(dataset, config, { asOf: '2025-12-31' })
    expect(answers).toEqual([])
    expect(findings.filter(({ verdict }) => verdict === 'breached' || verdict === 'unknown')).toEqual([])
  }
})

test('from 600 members on every rule of the national plugin is breached somewhere', () => {
  const { answers } = sampleCounty({ seed: 2, members: 600 })
  const rules = new Set(answers.map((answer) => answer.rule))
  expect(rules).toEqual(new Set(national.rules.map((rule) => `national/${rule.id}`)))
})
