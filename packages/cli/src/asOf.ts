import { type CivilDate, type Coverage, type Dataset, formatDate, parseDate } from '@xueshi/core'
import type { Speech } from './speech.ts'

/**
 * The day a check speaks of: as named, else {@link lastKnownDay}. A default is named on stderr, with where it
 * comes from.
 *
 * @throws XueshiError `invalid-date`.
 */
export function chooseAsOf(
  named: string | undefined,
  dataset: Dataset,
  today: () => CivilDate,
  speech: Speech,
): CivilDate {
  if (named !== undefined) return formatDate(parseDate(named))
  const { day, source } = lastKnownDay(dataset, today)
  speech.note(`核查截止日：${day}（${SOURCES[source].zh}）`, `as of ${day} (${SOURCES[source].en})`)
  return day
}

/** Where a default day comes from. */
export const SOURCES = {
  covers: { zh: '数据范围的最后一天', en: 'last day the data covers' },
  export: { zh: '导出日期', en: 'day of the export' },
  today: { zh: '数据没有日期，取今天', en: 'the data has no dates: today' },
} as const

/**
 * The last day that data speaks of: the last one covered, but not after the export (an export knows nothing of
 * days after it), else the export date, else today in Asia/Shanghai.
 */
export function lastKnownDay(
  dataset: Dataset,
  today: () => CivilDate,
): { readonly day: CivilDate; readonly source: keyof typeof SOURCES } {
  const { exportedOn } = dataset
  const covers = coversOf(dataset)?.to ?? null
  if (covers !== null && (exportedOn === null || covers <= exportedOn))
    return { day: covers, source: 'covers' }
  if (exportedOn !== null) return { day: exportedOn, source: 'export' }
  return { day: today(), source: 'today' }
}

/** What the data covers, where it says or shows that. */
export function coversOf(dataset: Dataset): Coverage | undefined {
  return dataset.problems.some(({ code }) => code === 'no-coverage') ? undefined : dataset.covers
}
