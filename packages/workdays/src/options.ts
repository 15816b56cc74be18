import { XueshiError } from '@xueshi/core'
import type { HolidayNotice } from './notice/schema.ts'

/** Options of {@link workdayCalendar}. */
export interface WorkdayCalendarOptions {
  /**
   * Whether weekend days that a notice has worked in exchange 调休补班日 are working days of this unit; default
   * `worked`. With `off` they keep their kind `make-up` and are not worked.
   */
  readonly makeUpDays?: 'worked' | 'off'
  /** Notices that the data of this package does not have yet, and amendments; see {@link parseHolidayNotices}. */
  readonly notices?: readonly HolidayNotice[]
  /**
   * Whether days of a year without notice are answered from the statute where that is sure; default `true`. With
   * `false` every day of such a year is `undefined`.
   */
  readonly allowProvisional?: boolean
}

/** The options with their defaults. */
export function settle(options: WorkdayCalendarOptions): Required<WorkdayCalendarOptions> {
  const { makeUpDays = 'worked', notices = [], allowProvisional = true } = options
  if (makeUpDays !== 'worked' && makeUpDays !== 'off')
    throw new XueshiError(
      'invalid-config',
      `makeUpDays: 应为 worked 或 off / must be worked or off: ${JSON.stringify(makeUpDays)}`,
    )
  return { makeUpDays, notices, allowProvisional }
}

/** The name of a calendar: equal names stand for equal answers. */
export function nameOf(data: string, options: Required<WorkdayCalendarOptions>): string {
  const { makeUpDays, notices, allowProvisional } = options
  const years = notices.map(({ year, amends }) => `+${year}${amends === true ? ' amended' : ''}`)
  return [
    data,
    ...(notices.length === 0 ? [] : [`${[...new Set(years)].join(' ')} #${digest(notices)}`]),
    ...(makeUpDays === 'off' ? ['make-up days off'] : []),
    ...(allowProvisional ? [] : ['published years only']),
  ].join(', ')
}

/** FNV-1a over what notices say: tells two calendars apart, protects nothing. */
function digest(notices: readonly HolidayNotice[]): string {
  const text = JSON.stringify(
    notices.map(({ year, amends, holidays, makeUpDays }) => [year, amends === true, holidays, makeUpDays]),
  )
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
