import { type CivilDate, type Dataset, formatDate, parseDate } from '@xueshi/core'
import type { Speech } from './speech.ts'

/**
 * The day a check speaks of: as named, else the last day the data covers, but not after its export (an
 * export knows nothing of days after it), else the export date, else today in Asia/Shanghai. A default is
 * named on stderr, with where it comes from.
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
  const { exportedOn } = dataset
  const covers = dataset.problems.some(({ code }) => code === 'no-coverage') ? null : dataset.covers.to
  if (covers !== null && (exportedOn === null || covers <= exportedOn)) {
    speech.note(`核查截止日：${covers}（数据范围的最后一天）`, `as of ${covers} (last day the data covers)`)
    return covers
  }
  if (exportedOn !== null) {
    speech.note(`核查截止日：${exportedOn}（导出日期）`, `as of ${exportedOn} (day of the export)`)
    return exportedOn
  }
  const day = today()
  speech.note(`核查截止日：${day}（数据没有日期，取今天）`, `as of ${day} (the data has no dates: today)`)
  return day
}
