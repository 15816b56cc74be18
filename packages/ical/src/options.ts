import { type CivilDate, type EpochDay, type Locale, parseDate, XueshiError } from '@xueshi/core'

/** What calendars hold and how they are written. */
export interface CalendarOptions {
  /**
   * Right half of every UID: a domain that belongs to the county, so that feeds of two counties never meet.
   * Default `xueshi.invalid`. Changing it later makes every client show every session twice.
   */
  readonly domain?: string
  /** Language of labels and terms; titles and names stay as written. Default `zh-CN`. */
  readonly locale?: Locale
  /** Leaves out sessions that end before this day. Default: no limit. */
  readonly from?: CivilDate
  /** Leaves out sessions that start after this day. Default: no limit. */
  readonly to?: CivilDate
  /**
   * Reminders, in whole minutes before the start (0 to 40320, four weeks). Default none. Cancelled sessions
   * and sessions shown as whole days have none.
   */
  readonly alarms?: readonly number[]
  /** How often a client should fetch a feed again, as an iCalendar duration. Default `PT12H`. */
  readonly refresh?: string
  /** Names the feed of a member after the person. Default false: every such feed has the same name. */
  readonly memberNames?: boolean
}

/** Options with every default filled in and every value checked. */
export interface CalendarSettings {
  readonly domain: string
  readonly locale: Locale
  readonly from: EpochDay
  readonly to: EpochDay
  readonly alarms: readonly number[]
  readonly refresh: string
  readonly memberNames: boolean
}

const DOMAIN = /^(?=.{1,200}$)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/
const DURATION = /^P(?:\d{1,4}W|(?=\d|T\d)(?:\d{1,4}D)?(?:T(?=\d)(?:\d{1,5}H)?(?:\d{1,5}M)?(?:\d{1,5}S)?)?)$/
const FOUR_WEEKS = 40_320

/**
 * Checks options and fills in defaults.
 *
 * @throws XueshiError `invalid-config`, `invalid-date`, `invalid-period`, `invalid-duration`.
 */
export function settingsOf(options: CalendarOptions): CalendarSettings {
  const domain = options.domain ?? 'xueshi.invalid'
  if (!DOMAIN.test(domain))
    throw invalid(
      'domain',
      `不是域名 / not a domain name: ${JSON.stringify(domain)}`,
      'calendar.county.example',
    )
  const locale = options.locale ?? 'zh-CN'
  if (locale !== 'zh-CN' && locale !== 'en')
    throw invalid('locale', `没有这种语言 / no such language: ${JSON.stringify(locale)}`, 'zh-CN, en')
  const alarms = [...new Set(options.alarms ?? [])].sort((a, b) => b - a)
  for (const minutes of alarms)
    if (!Number.isInteger(minutes) || minutes < 0 || minutes > FOUR_WEEKS)
      throw invalid(
        'alarms',
        `提醒须为 0 至 40320 的整分钟数 / not whole minutes from 0 to 40320: ${minutes}`,
        '[30]',
      )
  const refresh = options.refresh ?? 'PT12H'
  if (!DURATION.test(refresh))
    throw new XueshiError('invalid-duration', `不是有效时长 / not a duration: ${JSON.stringify(refresh)}`, {
      where: 'refresh',
      hint: 'PT12H, P1D',
    })
  const from = options.from === undefined ? Number.NEGATIVE_INFINITY : parseDate(options.from)
  const to = options.to === undefined ? Number.POSITIVE_INFINITY : parseDate(options.to)
  if (to < from)
    throw new XueshiError(
      'invalid-period',
      `止日早于起日 / the period ends before it begins: ${options.from}..${options.to}`,
      {
        where: 'from, to',
      },
    )
  return { domain, locale, from, to, alarms, refresh, memberNames: options.memberNames ?? false }
}

function invalid(where: string, message: string, hint: string): XueshiError {
  return new XueshiError('invalid-config', message, { where, hint })
}
