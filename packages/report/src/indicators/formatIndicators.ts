import { type IndicatorSheet, type Locale, TABLES, termName } from '@xueshi/core'
import { painter } from '../text/paint.ts'
import { clampWidth, wrap } from '../text/width.ts'
import { type SheetStyle, sheetBlocks, shownRows } from './blocks.ts'
import type { IndicatorTableOptions } from './options.ts'
import { indicatorWords } from './words.ts'

/** Organizations of a sheet that a person still takes in. */
const LIMIT = 20

/**
 * A sheet of indicators as a page a secretary reads: indicators below each other, organizations side by side, each
 * holding its own figures and all below it; few indicators of many organizations stand the other way round. What
 * is not listed is counted. The text ends in a line feed.
 *
 * @example
 * ```ts
 * import { type Config, type Dataset, indicatorSheet } from '@xueshi/core'
 * import { formatIndicators } from '@xueshi/report'
 *
 * export function yearOf(dataset: Dataset, config: Config): string {
 *   const sheet = indicatorSheet(dataset, config, { from: '2025-01-01', to: '2025-12-31', levels: 1 })
 *   return formatIndicators(sheet, { width: 120, limit: Number.POSITIVE_INFINITY })
 * }
 * ```
 */
export function formatIndicators(sheet: IndicatorSheet, options: IndicatorTableOptions = {}): string {
  const locale = options.locale ?? 'zh-CN'
  const words = indicatorWords(locale)
  const style: SheetStyle = {
    locale,
    words,
    width: clampWidth(options.width),
    paint: painter(options.color ?? false),
  }
  const rows = shownRows(sheet, options.limit ?? LIMIT)
  const sections = [headLines(sheet, options, style)]
  if (sheet.indicators.length === 0) sections.push([words.noIndicators])
  else if (rows.length === 0) sections.push([words.noOrganizations])
  else sections.push(...sheetBlocks(sheet.indicators, rows, style))
  sections.push(footLines(sheet, rows.length, style))
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function headLines(
  sheet: IndicatorSheet,
  { data }: IndicatorTableOptions,
  { words, paint, width }: SheetStyle,
): string[] {
  const lines = [paint('strong', words.title), words.period(sheet.from, sheet.to)]
  if (data === undefined) return lines
  if (data.covers.from > sheet.from || data.covers.to < sheet.to)
    lines.push(
      ...wrap(words.covers(data.covers.from, data.covers.to), width).map((line) => paint('warn', line)),
    )
  if (!data.trustworthy) lines.push(...wrap(words.untrustworthy, width).map((line) => paint('bad', line)))
  return lines
}

function footLines(
  sheet: IndicatorSheet,
  shown: number,
  { locale, words, paint, width }: SheetStyle,
): string[] {
  const notes = [words.note]
  const without = sheet.indicators.filter(({ missing }) => missing.length > 0)
  if (without.length > 0) notes.push(words.missing(without.length, tablesOf(sheet, locale)))
  if (shown < sheet.rows.length) notes.push(words.hidden(sheet.rows.length - shown))
  return notes.flatMap((note) => wrap(note, width)).map((line) => paint('quiet', line))
}

/** Names of the tables that some indicator lacks, in order of the tables. */
function tablesOf(sheet: IndicatorSheet, locale: Locale): string[] {
  const missing = new Set(sheet.indicators.flatMap((indicator) => indicator.missing))
  return TABLES.filter(({ id }) => missing.has(id)).map(({ id }) => termName(TABLES, id, locale))
}
