import { LEVELS, type Report, type Summary, termName, VERDICTS, type Verdict } from '@xueshi/core'
import { alignRows, type Cell, type Column } from '../text/align.ts'
import type { Tone } from '../text/paint.ts'
import type { TableStyle } from './options.ts'

const ALWAYS: readonly Verdict[] = ['met', 'pending', 'breached', 'unknown']
const WHERE_ANY: readonly Verdict[] = ['waived', 'not-applicable']

/** Per rule its level and how many subjects and windows have each verdict; one line per rule and a total. */
export function ruleLines(report: Report, style: TableStyle): string[] {
  const { words, paint, locale } = style
  const rules = report.rules.filter((rule) => rule.level !== 'off')
  if (rules.length === 0) return [words.noRules]
  const verdicts = [
    ...ALWAYS,
    ...WHERE_ANY.filter((verdict) => rules.some((rule) => countOf(rule.summary, verdict) > 0)),
  ]
  const head = [
    words.rule,
    words.level,
    ...verdicts.map((verdict) => termName(VERDICTS, verdict, locale)),
    words.ruleId,
  ]
  const rows: Cell[][] = [head.map((text) => ({ text, tone: 'quiet' }))]
  for (const { rule, level, summary } of rules) {
    rows.push([
      { text: style.titleOf(rule) },
      { text: termName(LEVELS, level, locale), tone: 'quiet' },
      ...verdicts.map((verdict) => countCell(countOf(summary, verdict), toneOf(verdict, level === 'error'))),
      { text: rule, tone: 'quiet' },
    ])
  }
  const total = verdicts.map((verdict) =>
    countCell(countOf(report.summary, verdict), toneOf(verdict, report.summary.errors > 0)),
  )
  rows.push([{ text: words.total, tone: 'strong' }, { text: '' }, ...total, { text: '' }])
  const counts = verdicts.map(
    (verdict): Column => (ALWAYS.includes(verdict) ? { align: 'right' } : { align: 'right', optional: true }),
  )
  return alignRows(rows, [{ least: 40 }, {}, ...counts, { optional: true }], style.width, paint)
}

function countCell(count: number, tone: Tone | undefined): Cell {
  return count === 0 ? { text: '–', tone: 'quiet' } : { text: String(count), tone }
}

function toneOf(verdict: Verdict, error: boolean): Tone | undefined {
  if (verdict === 'breached') return error ? 'bad' : 'warn'
  if (verdict === 'unknown') return 'warn'
  return verdict === 'met' ? 'good' : undefined
}

function countOf(summary: Summary, verdict: Verdict): number {
  return verdict === 'not-applicable' ? summary.notApplicable : summary[verdict]
}
