import type { Finding } from '@xueshi/core'
import type { Expectations, Expected } from './case-file.ts'
import type { CaseFault } from './fault.ts'

type Shown = Record<string, Record<string, unknown>>

/**
 * The findings in the form of the expectations: of each only the fields that are expected, and nothing of
 * what nobody expects and does not apply.
 */
export function shownLike(findings: readonly Finding[], expected: Expectations): Shown {
  const shown: Shown = {}
  for (const finding of findings) {
    const windows = expected[finding.subject.id]
    const key = windows !== undefined && Object.hasOwn(windows, '*') ? '*' : finding.window.key
    const wanted = windows?.[key]
    if (wanted === undefined && finding.verdict === 'not-applicable') continue
    const ofSubject = shown[finding.subject.id] ?? {}
    // Two findings under one `*` would hide each other: the second keeps its own key and is unexpected.
    ofSubject[Object.hasOwn(ofSubject, key) ? finding.window.key : key] = like(finding, wanted)
    shown[finding.subject.id] = ofSubject
  }
  return shown
}

function like(finding: Finding, wanted: Expected | undefined): unknown {
  if (typeof wanted !== 'object') return finding.verdict
  const fields = finding as unknown as Record<string, unknown>
  return Object.fromEntries(Object.keys(wanted).map((name) => [name, fields[name] ?? null]))
}

/** Where findings and expectations differ, one fault for all of a rule. */
export function differences(
  rule: string,
  findings: readonly Finding[],
  expected: Expectations,
): CaseFault | null {
  const shown = shownLike(findings, expected)
  const lines: { zh: string; en: string }[] = []
  const subjects = new Set([...Object.keys(expected), ...Object.keys(shown)])
  for (const subject of [...subjects].sort())
    for (const key of new Set([
      ...Object.keys(expected[subject] ?? {}),
      ...Object.keys(shown[subject] ?? {}),
    ])) {
      const wanted = plain(expected[subject]?.[key])
      const found = plain(shown[subject]?.[key])
      if (wanted !== found)
        lines.push({
          zh: `${subject} ${key}：应为 ${wanted}，实为 ${found}`,
          en: `${subject} ${key}: expected ${wanted}, found ${found}`,
        })
    }
  if (lines.length === 0) return null
  return {
    code: 'unexpected-verdict',
    message: {
      'zh-CN': `${rule}：${lines.map((line) => line.zh).join('；')}`,
      en: `${rule}: ${lines.map((line) => line.en).join('; ')}`,
    },
    expected,
    found: shown,
  }
}

/** Whether the findings are as expected; the short way for mutants. */
export function fits(findings: readonly Finding[], expected: Expectations): boolean {
  return differences('', findings, expected) === null
}

function plain(value: unknown): string {
  if (value === undefined) return '—'
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => (name === 'verdict' ? String(part) : `${name} ${String(part)}`))
    .join(' ')
}
