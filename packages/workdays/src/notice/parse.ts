import { XueshiError } from '@xueshi/core'
import { faultsOfContent } from './content.ts'
import { faultsOfForm } from './faults.ts'
import { type HolidayNotice, holidayNoticeSchema, holidayNoticesSchema } from './schema.ts'

/**
 * Notices out of a parsed JSON value: `{ "notices": […] }`, whose JSON Schema is
 * `@xueshi/workdays/schema/holiday-notices-1.schema.json`. Besides the form it is checked that days lie in the year,
 * are named once, that make-up days are weekend days, and that no statutory holiday is missing.
 *
 * @param value - What `JSON.parse` gave.
 * @param file - Name of the file, for messages.
 * @throws XueshiError `invalid-notice` that lists all faults, each with its path.
 * @example
 * ```ts
 * import { parseHolidayNotices, workdayCalendar } from '@xueshi/workdays'
 *
 * const notices = parseHolidayNotices({
 *   notices: [
 *     {
 *       year: 2026,
 *       amends: true,
 *       source: { title: '关于台风期间停止办公的通知', issuer: '示例县人民政府办公室', date: '2026-07-20' },
 *       holidays: [{ name: '防台风', from: '2026-07-21' }],
 *       makeUpDays: [],
 *     },
 *   ],
 * })
 * console.log(workdayCalendar({ notices }).isWorkday('2026-07-21')) // false
 * ```
 */
export function parseHolidayNotices(value: unknown, file?: string): readonly HolidayNotice[] {
  const parsed = holidayNoticesSchema.safeParse(value)
  if (!parsed.success) throw invalid(faultsOfForm(parsed.error, value), file)
  const notices = parsed.data.notices.map((notice, i) => ({
    ...notice,
    place: `${file === undefined ? '' : `${file} `}notices[${i}]`,
  }))
  const faults = notices.flatMap((notice, i) =>
    faultsOfContent(notice).map((fault) => `notices[${i}].${fault}`),
  )
  if (faults.length > 0) throw invalid(faults, file)
  return Object.freeze(notices.map((notice) => Object.freeze(notice)))
}

/** A notice given in code, checked like one of a file. */
export function checkedNotice(value: HolidayNotice, at: string): HolidayNotice {
  const { place, ...rest } = value
  const parsed = holidayNoticeSchema.safeParse(rest)
  if (!parsed.success) throw invalid(faultsOfForm(parsed.error, rest), place ?? at)
  const faults = faultsOfContent(value)
  if (faults.length > 0) throw invalid(faults, place ?? at)
  return value
}

/** An error of notices that lists the faults. */
export function invalid(faults: readonly string[], where: string | undefined): XueshiError {
  const head = where === undefined ? '' : `${where}: `
  return new XueshiError(
    'invalid-notice',
    `${head}${faults.length} 处有误 / ${faults.length} faults\n${faults.map((fault) => `  · ${fault}`).join('\n')}`,
    {
      ...(where === undefined ? {} : { where }),
      hint: '@xueshi/workdays/schema/holiday-notices-1.schema.json',
    },
  )
}
