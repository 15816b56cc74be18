import type { CivilDate, Coverage, IndicatorSheet, TableName } from '@xueshi/core'
import type { JsonIndicatorOptions } from './options.ts'

/** The value of `xueshi indicators --format json`; its schema is `@xueshi/report/schema/indicators-1.schema.json`. */
export interface JsonIndicators {
  readonly version: 1
  /** First and last day that count. */
  readonly from: CivilDate
  readonly to: CivilDate
  /** What the sheet was made from; `null` where that was not said. */
  readonly data: { readonly covers: Coverage; readonly trustworthy: boolean } | null
  readonly indicators: readonly {
    readonly id: string
    readonly title: string
    readonly summary: string
    readonly unit: string
    /** Digits behind the point with which the figure is shown; the values here are not rounded. */
    readonly digits: number
    readonly missing: readonly TableName[]
  }[]
  readonly rows: readonly {
    readonly organization: string
    readonly name: string
    readonly kind: string
    readonly parent: string | null
    readonly depth: number
    readonly values: Readonly<Record<string, number | null>>
  }[]
}

/**
 * A sheet of indicators as a plain value with a version. It names organizations, never persons, and equal sheets
 * give equal values in any process.
 *
 * @example
 * ```ts
 * import type { IndicatorSheet } from '@xueshi/core'
 * import { indicatorsToJson } from '@xueshi/report'
 *
 * export function textOf(sheet: IndicatorSheet): string {
 *   return JSON.stringify(indicatorsToJson(sheet, { locale: 'en' }), null, 2)
 * }
 * ```
 */
export function indicatorsToJson(sheet: IndicatorSheet, options: JsonIndicatorOptions = {}): JsonIndicators {
  const { locale = 'zh-CN', data } = options
  return {
    version: 1,
    from: sheet.from,
    to: sheet.to,
    data:
      data === undefined
        ? null
        : { covers: { from: data.covers.from, to: data.covers.to }, trustworthy: data.trustworthy },
    indicators: sheet.indicators.map(({ id, title, summary, unit, digits, missing }) => ({
      id,
      title: title[locale],
      summary: summary[locale],
      unit: unit[locale],
      digits,
      missing: [...missing],
    })),
    rows: sheet.rows.map(({ organization, name, kind, parent, depth, values }) => ({
      organization,
      name,
      kind,
      parent,
      depth,
      values: { ...values },
    })),
  }
}
