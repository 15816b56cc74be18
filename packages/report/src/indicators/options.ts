import type { Coverage, Locale } from '@xueshi/core'

/** What the sheet was made from: a figure says little about days that the data does not cover. */
export interface SheetData {
  /** First and last day that the data covers. */
  readonly covers: Coverage
  readonly trustworthy: boolean
}

/** Options of {@link indicatorsToJson} and {@link indicatorRows}. */
export interface IndicatorTextOptions {
  /** Default `zh-CN`. */
  readonly locale?: Locale
}

/** Options of {@link indicatorsToJson}. */
export interface JsonIndicatorOptions extends IndicatorTextOptions {
  /** What the sheet was made from. */
  readonly data?: SheetData
}

/** Options of {@link formatIndicators}. */
export interface IndicatorTableOptions extends JsonIndicatorOptions {
  /** Columns of the terminal, 60 to 200; default 100. */
  readonly width?: number
  /** Colours by ANSI codes. Default false. */
  readonly color?: boolean
  /**
   * Most organizations: as many levels as do not have more are shown, but always the first; the rest is counted.
   * Default 20; `Infinity` shows all.
   */
  readonly limit?: number
}
