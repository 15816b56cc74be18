import { type IndicatorSheet, type Locale, ORGANIZATION_KINDS, termName } from '@xueshi/core'
import { rounded, type SheetIndicator } from './figure.ts'
import type { IndicatorTextOptions } from './options.ts'

const HEAD: Readonly<Record<Locale, readonly string[]>> = {
  'zh-CN': ['起', '止', '组织编码', '组织名称', '组织类型', '上级组织编码', '层级'],
  en: ['from', 'to', 'organization', 'name', 'kind', 'parent', 'depth'],
}

/** A sheet of indicators as a plain table. */
export interface IndicatorTable {
  readonly header: readonly string[]
  /** One organization each; `null` where there is nothing to measure. */
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/**
 * A sheet of indicators for a spreadsheet: a row for each organization, a column for each indicator (title and
 * unit), numbers with the digits that are shown. Period, id and level stand in each row, so that sheets of
 * several periods can be put below each other. Texts are as in the data: whoever writes a file sees to it that
 * none becomes a formula.
 *
 * @example
 * ```ts
 * import type { IndicatorSheet } from '@xueshi/core'
 * import { indicatorRows } from '@xueshi/report'
 * import { writeCsv } from '@xueshi/tabular'
 *
 * export async function save(sheet: IndicatorSheet, path: string): Promise<void> {
 *   const { header, rows } = indicatorRows(sheet)
 *   await writeCsv(path, header, rows)
 * }
 * ```
 */
export function indicatorRows(sheet: IndicatorSheet, options: IndicatorTextOptions = {}): IndicatorTable {
  const locale = options.locale ?? 'zh-CN'
  return {
    header: [...HEAD[locale], ...columnTitles(sheet.indicators, locale)],
    rows: sheet.rows.map(({ organization, name, kind, parent, depth, values }) => [
      sheet.from,
      sheet.to,
      organization,
      name,
      termName(ORGANIZATION_KINDS, kind, locale),
      parent,
      depth,
      ...sheet.indicators.map(({ id, digits }) => {
        const value = values[id] ?? null
        return value === null ? null : Number(rounded(value, digits))
      }),
    ]),
  }
}

/** Title and unit; the id too where two indicators would have one title. */
function columnTitles(indicators: readonly SheetIndicator[], locale: Locale): string[] {
  const titles = indicators.map(({ title, unit }) =>
    locale === 'en' ? `${title.en} (${unit.en})` : `${title['zh-CN']}（${unit['zh-CN']}）`,
  )
  return titles.map((title, i) =>
    titles.indexOf(title) === titles.lastIndexOf(title) ? title : `${title} ${indicators[i]!.id}`,
  )
}
