import type { Report } from '@xueshi/core'
import { organizationsInNeed } from '../need.ts'
import { wrap } from '../text/width.ts'
import { findingLines } from './findingList.ts'
import { headLines, receiptLines } from './head.ts'
import { needLines } from './needTable.ts'
import { type TableOptions, type TableStyle, tableStyle } from './options.ts'
import { problemLines } from './problemTable.ts'
import { ruleLines } from './ruleTable.ts'

/**
 * A report as a page a clerk reads: day and coverage, each requirement with its numbers, the ten
 * organizations that need help most, what is open by organization, problems of the data, the result and
 * the receipt. Names of persons appear only with `names`. The text ends in a line feed.
 *
 * @example
 * ```ts
 * import type { Dataset, Report } from '@xueshi/core'
 * import { formatTable } from '@xueshi/report'
 *
 * export function show(report: Report, dataset: Dataset): string {
 *   return formatTable(report, { locale: 'zh-CN', dataset, width: 120 })
 * }
 * ```
 */
export function formatTable(report: Report, options: TableOptions = {}): string {
  const style = tableStyle(options)
  const { words } = style
  const needs = organizationsInNeed(report, options.dataset)
  const summary = report.summary
  const result = words.result(summary.errors, summary.warnings, summary.pending, summary.unknown)
  const sections: readonly (readonly string[])[] = [
    headLines(report, style),
    section(words.rules, ruleLines(report, style), style),
    section(words.need, needLines(needs, style), style, words.needNote),
    section(words.findings, findingLines(needs, style), style),
    section(words.problems(report.problems.length), problemLines(report.problems, style), style),
    [
      ...wrap(result, style.width).map((line) =>
        style.paint(summary.errors > 0 ? 'bad' : summary.warnings > 0 ? 'warn' : 'strong', line),
      ),
      ...receiptLines(report, style),
    ],
  ]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function section(title: string, lines: readonly string[], style: TableStyle, note?: string): string[] {
  if (lines.length === 0) return []
  const head = wrap(`■ ${title}`, style.width).map((line) => style.paint('strong', line))
  const notes = note === undefined ? [] : wrap(note, style.width).map((line) => style.paint('quiet', line))
  return [...head, ...notes, ...lines]
}
