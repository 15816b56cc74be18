import type { Dataset, Locale } from '@xueshi/core'
import { type LabelSource, type TitledRule, titleFinder } from '../labels.ts'
import { type Paint, painter } from '../text/paint.ts'
import { clampWidth } from '../text/width.ts'
import { type TableWords, tableWords } from './words.ts'

/** Options of {@link formatTable}. */
export interface TableOptions {
  /** Default `zh-CN`. */
  readonly locale?: Locale
  /** Adds coverage, numbers of records and names of organizations. */
  readonly dataset?: Dataset
  /** The report was made under this organization: only what lies there is counted in the head. */
  readonly under?: string
  /** Rules with their titles, as `rulesInForce` returns them; without them rules are called by their ids. */
  readonly rules?: readonly TitledRule[]
  /** Shows names of persons beside their ids; needs `dataset`. Default false. */
  readonly names?: boolean
  /** Columns of the terminal, 60 to 200; default 100. */
  readonly width?: number
  /** Colours by ANSI codes. Default false. */
  readonly color?: boolean
  /** Most lines of findings, one for each rule and subject; the rest is counted. Default 40. */
  readonly limit?: number
}

/** Options with defaults, and what follows from them. */
export interface TableStyle extends LabelSource {
  readonly words: TableWords
  readonly width: number
  readonly limit: number
  readonly under: string | undefined
  readonly paint: Paint
  titleOf(rule: string): string
}

/** Fills in the defaults. */
export function tableStyle(options: TableOptions): TableStyle {
  const locale = options.locale ?? 'zh-CN'
  return {
    locale,
    dataset: options.dataset,
    names: options.names ?? false,
    words: tableWords(locale),
    width: clampWidth(options.width),
    limit: options.limit ?? 40,
    under: options.under,
    paint: painter(options.color ?? false),
    titleOf: titleFinder(options.rules, locale),
  }
}
