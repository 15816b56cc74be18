import type { IndicatorRow, IndicatorSheet, Locale } from '@xueshi/core'
import { alignRows, type Cell, type Column } from '../text/align.ts'
import type { Paint } from '../text/paint.ts'
import { plain } from '../text/plain.ts'
import { displayWidth, wrap } from '../text/width.ts'
import { rounded, type SheetIndicator } from './figure.ts'
import type { IndicatorWords } from './words.ts'

/** How a sheet is drawn. */
export interface SheetStyle {
  readonly locale: Locale
  readonly words: IndicatorWords
  readonly width: number
  readonly paint: Paint
}

/** Columns of the terminal that a column of figures takes at most: six Chinese characters a line of its head. */
const FIGURES = 12
const GAP = 2
/** What is kept free for the first column. */
const LEAST_TITLE = 24

/**
 * The figures: indicators below each other and organizations side by side, in as many blocks as the width asks
 * for; where few indicators meet many organizations the other way round.
 */
export function sheetBlocks(
  indicators: readonly SheetIndicator[],
  rows: readonly IndicatorRow[],
  style: SheetStyle,
): string[][] {
  const titles = indicators.map(({ title }) => displayWidth(plain(title[style.locale])))
  const units = indicators.map(({ unit }) => displayWidth(plain(unit[style.locale])))
  const fits = columnsBeside(Math.max(...titles) + GAP + Math.max(...units), style.width)
  const organizations = rows.map((row) => displayWidth(organizationText(row, style.locale)))
  const fitsTurned = columnsBeside(Math.max(...organizations), style.width)
  if (rows.length > fits && indicators.length <= fitsTurned) return [turnedBlock(indicators, rows, style)]
  const blocks: string[][] = []
  for (let at = 0; at < rows.length; at += fits)
    blocks.push(block(indicators, rows.slice(at, at + fits), style))
  return blocks
}

/** Columns of figures that fit beside a first column; at least one. */
function columnsBeside(first: number, width: number): number {
  const kept = Math.max(LEAST_TITLE, Math.min(first, Math.floor(width / 2)))
  return Math.max(1, Math.floor((width - kept) / (FIGURES + GAP)))
}

/** Indicators below each other, a blank line between those of different groups. */
function block(
  indicators: readonly SheetIndicator[],
  rows: readonly IndicatorRow[],
  { locale, words, width, paint }: SheetStyle,
): string[] {
  const head = headRows(
    [[words.indicator], [words.unit], ...rows.map((row) => organizationHead(row)), ['ID']],
    'strong',
  )
  const body = indicators.map((indicator): Cell[] => [
    { text: plain(indicator.title[locale]) },
    { text: plain(indicator.unit[locale]), tone: 'quiet' },
    ...rows.map((row) => figureCell(row, indicator)),
    { text: indicator.id, tone: 'quiet' },
  ])
  const columns: Column[] = [
    { least: LEAST_TITLE },
    {},
    ...rows.map((): Column => ({ align: 'right' })),
    { optional: true },
  ]
  const lines = alignRows([...head, ...body], columns, width, paint)
  return lines.flatMap((line, i) => {
    const at = i - head.length
    return at > 0 && parted(indicators[at - 1]!, indicators[at]!, indicators) ? ['', line] : [line]
  })
}

/** Whether two indicators belong to different groups, one of which has several. */
function parted(a: SheetIndicator, b: SheetIndicator, all: readonly SheetIndicator[]): boolean {
  const [before, after] = [groupOf(a), groupOf(b)]
  if (before === after) return false
  return [before, after].some((group) => all.filter((one) => groupOf(one) === group).length > 1)
}

/** Plugin and first word: `county/members` of `county/members/age/to-35`. */
function groupOf({ id }: SheetIndicator): string {
  return id.split('/', 2).join('/')
}

/** Organizations below each other, those of lower levels indented. */
function turnedBlock(
  indicators: readonly SheetIndicator[],
  rows: readonly IndicatorRow[],
  { locale, words, width, paint }: SheetStyle,
): string[] {
  const heads = indicators.map(({ title, unit }) => [
    ...wrap(plain(title[locale]), FIGURES),
    ...wrap(plain(unit[locale]), FIGURES),
  ])
  const body = rows.map((row): Cell[] => [
    { text: organizationText(row, locale) },
    ...indicators.map((indicator) => figureCell(row, indicator)),
  ])
  const columns: Column[] = [{ least: LEAST_TITLE }, ...indicators.map((): Column => ({ align: 'right' }))]
  return alignRows([...headRows([[words.organization], ...heads], 'strong'), ...body], columns, width, paint)
}

/** Name and id of an organization as the head of a column. */
function organizationHead({ name, organization }: IndicatorRow): string[] {
  const lines = wrap(plain(name), FIGURES)
  return name === organization ? lines : [...lines, ...wrap(plain(organization), FIGURES)]
}

function organizationText({ name, organization, depth }: IndicatorRow, locale: Locale): string {
  const id = plain(organization)
  const label = locale === 'en' ? `${plain(name)} (${id})` : `${plain(name)}（${id}）`
  return '  '.repeat(depth) + (name === organization ? id : label)
}

/** Heads of several lines, standing on one ground. */
function headRows(heads: readonly (readonly string[])[], tone: 'strong'): Cell[][] {
  const height = Math.max(...heads.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    heads.map((lines) => {
      const text = lines[line - (height - lines.length)] ?? ''
      return text === '' ? { text } : { text, tone }
    }),
  )
}

function figureCell(row: IndicatorRow, { id, digits }: SheetIndicator): Cell {
  const value = row.values[id] ?? null
  return value === null ? { text: '–', tone: 'quiet' } : { text: rounded(value, digits) }
}

/** The levels of a sheet whose organizations are few enough, at least the first. */
export function shownRows(sheet: IndicatorSheet, limit: number): readonly IndicatorRow[] {
  const deepest = sheet.rows.reduce((most, { depth }) => Math.max(most, depth), 0)
  for (let levels = deepest; levels > 0; levels--) {
    const rows = sheet.rows.filter(({ depth }) => depth <= levels)
    if (rows.length <= limit) return rows
  }
  return sheet.rows.filter(({ depth }) => depth === 0)
}
