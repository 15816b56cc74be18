import {
  type CivilDate,
  type EpochDay,
  type Locale,
  parseDate,
  type Session,
  XueshiError,
} from '@xueshi/core'
import { assertState, type PublishedState } from './published.ts'
import { REDACTION_LEVELS, type RedactionLevel } from './scope.ts'

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
  /**
   * Leaves out sessions that ended more than this many days before the last publication (without a published
   * state: before the export). Default: no limit.
   */
  readonly pastDays?: number
  /** Leaves out sessions that start after this day. Default: no limit. */
  readonly to?: CivilDate
  /**
   * Reminders, in whole minutes before the start (0 to 40320, four weeks). Default none. Cancelled sessions
   * and sessions shown as whole days have none.
   */
  readonly alarms?: readonly number[]
  /** How often a client should fetch a feed again, as an iCalendar duration. Default `PT12H`. */
  readonly refresh?: string
  /** Names the feed of a person after the person. Default false: every such feed has the same name. */
  readonly memberNames?: boolean
  /** How much feeds say. Default `organization`. */
  readonly level?: RedactionLevel
  /**
   * What was published last, made by `nextState` of the same dataset: gives every event its SEQUENCE, its stamp
   * and its status, and keeps what was cancelled. Default: SEQUENCE 0 and the day of the export.
   */
  readonly published?: PublishedState
  /** Which planned sessions are shown as tentative. A published state decides it itself. Default none. */
  readonly tentative?: (session: Session) => boolean
  /**
   * What a session counts for, in words for the person (每月主题党日, 年度32学时), at level `own`. `member` is the
   * id of the member. Default nothing.
   */
  readonly countsFor?: (session: Session, member: string) => readonly string[]
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
  readonly pastDays: number | null
  readonly level: RedactionLevel
  readonly published: PublishedState | null
  readonly tentative: ((session: Session) => boolean) | undefined
  readonly countsFor: (session: Session, member: string) => readonly string[]
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
  const level = options.level ?? 'organization'
  if (!REDACTION_LEVELS.includes(level))
    throw invalid(
      'level',
      `没有这个公开级别 / no such level of redaction: ${JSON.stringify(level)}`,
      REDACTION_LEVELS.join(', '),
    )
  const pastDays = options.pastDays ?? null
  if (pastDays !== null && (!Number.isInteger(pastDays) || pastDays < 0))
    throw invalid('pastDays', `须为不小于0的整天数 / not a number of whole days: ${pastDays}`, '90')
  const published = options.published ?? null
  if (published !== null) assertState(published)
  return {
    domain,
    locale,
    from,
    to,
    pastDays,
    alarms,
    refresh,
    memberNames: options.memberNames ?? false,
    level,
    published,
    tentative: options.tentative,
    countsFor: options.countsFor ?? (() => []),
  }
}

function invalid(where: string, message: string, hint: string): XueshiError {
  return new XueshiError('invalid-config', message, { where, hint })
}
