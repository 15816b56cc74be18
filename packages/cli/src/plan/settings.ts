import { join } from 'node:path'
import {
  type Config,
  type Dataset,
  daysInMonth,
  defineConfig,
  formatDate,
  nearestWord,
  parseDate,
  resolveConfig,
  type WorkdayCalendar,
  XueshiError,
} from '@xueshi/core'
import type { DayRange, PageCalendar, PlanningCalendar, PlanOptions } from '@xueshi/planner'
import { calendarOf } from '../config/workdays.ts'
import { organizationId } from '../lookup.ts'
import { didYouMean } from '../options/parse.ts'
import type { Arguments } from '../options/spec.ts'

/** A config and its working days, as planning needs them. */
export interface PlanningConfig {
  readonly config: Config
  readonly workdays: PlanningCalendar & PageCalendar
}

/**
 * The config with the notices of `--notices` in place of its own calendar, where there are any.
 *
 * @throws XueshiError `invalid-config`, `invalid-notice`.
 */
export function planningConfig(config: Config, args: Arguments, cwd: string): PlanningConfig {
  const notices = args.values('notices')
  if (notices.length === 0) return { config, workdays: withStatus(resolveConfig(config).workdays) }
  const workdays = calendarOf({ notices }, join(cwd, 'notices'), '--notices')
  return {
    config: defineConfig(...config.entries, { name: '--notices', workdays }),
    workdays: withStatus(workdays),
  }
}

/** A calendar that says how sure a year is: one that does not is sure of the years of which it knows every day. */
function withStatus(calendar: WorkdayCalendar | null): PlanningConfig['workdays'] {
  if (calendar === null)
    throw new XueshiError('invalid-config', '配置没有工作日历 / the config has no calendar of working days', {
      hint: 'workdays',
    })
  if (knowsStatus(calendar)) return calendar
  return {
    name: calendar.name,
    isWorkday: (date) => calendar.isWorkday(date),
    yearStatus: (year) => ({
      status: daysOf(year).every((day) => calendar.isWorkday(day) !== undefined) ? 'published' : 'unknown',
    }),
  }
}

function knowsStatus(calendar: WorkdayCalendar): calendar is PlanningConfig['workdays'] {
  return 'yearStatus' in calendar && typeof calendar.yearStatus === 'function'
}

function daysOf(year: number): string[] {
  const months = Array.from({ length: 12 }, (_, i) => i + 1)
  return months.flatMap((month) =>
    Array.from(
      { length: daysInMonth(year, month) },
      (_, i) => `${year}-${String(month).padStart(2, '0')}-${String(i + 1).padStart(2, '0')}`,
    ),
  )
}

/** The year of `--year`. @throws XueshiError `usage`. */
export function yearOf(args: Arguments): number {
  const word = args.value('year')
  if (word === undefined)
    throw new XueshiError('usage', '缺少 --year / --year is missing', { hint: '--year 2027' })
  if (!/^\d{4}$/.test(word) || Number(word) < 1990)
    throw new XueshiError('usage', `--year 应为年份 / --year must be a year: ${word}`, {
      hint: '--year 2027',
    })
  return Number(word)
}

/** What the arguments ask of the planner. @throws XueshiError `usage`, `unknown-organization`, `unknown-subject`. */
export function planOptions(
  args: Arguments,
  dataset: Dataset,
  year: number,
  workdays: PlanningCalendar,
): PlanOptions {
  const seed = args.value('seed')
  if (seed !== undefined && !/^-?\d{1,10}$/.test(seed))
    throw new XueshiError('usage', `--seed 应为整数 / --seed must be a whole number: ${seed}`)
  const under = args.value('under')
  const blackouts = blackoutsOf(args.values('blackout'), dataset)
  return {
    year,
    workdays,
    ...(seed === undefined ? {} : { seed: Number(seed) }),
    ...(under === undefined ? {} : { under: organizationId(dataset, under) }),
    ...(args.has('allow-unknown') ? { allowUnknown: true } : {}),
    ...(Object.keys(blackouts).length === 0 ? {} : { blackouts }),
  }
}

/** Days on which venues cannot be used, from words `VENUE=FROM..TO` or `VENUE=DAY`. */
function blackoutsOf(words: readonly string[], dataset: Dataset): Record<string, DayRange[]> {
  const blackouts = new Map<string, DayRange[]>()
  for (const word of words) {
    const equals = word.lastIndexOf('=')
    const [from, to = from, more] = word.slice(equals + 1).split('..')
    if (equals < 1 || from === undefined || to === undefined || more !== undefined)
      throw new XueshiError(
        'usage',
        `--blackout 应为 场所=起..止 / --blackout must be VENUE=FROM..TO: ${word}`,
        {
          hint: '--blackout ZD-001=2027-07-01..2027-08-31',
        },
      )
    if (parseDate(to) < parseDate(from))
      throw new XueshiError('invalid-period', `止日早于起日 / the period ends before it begins: ${word}`)
    const venue = venueId(dataset, word.slice(0, equals))
    const range = { from: formatDate(parseDate(from)), to: formatDate(parseDate(to)) }
    blackouts.set(venue, [...(blackouts.get(venue) ?? []), range])
  }
  return Object.fromEntries(blackouts)
}

/** The id of a venue that is named by id or by unique name. @throws XueshiError `unknown-subject`. */
function venueId(dataset: Dataset, word: string): string {
  if (dataset.venues.some(({ id }) => id === word)) return word
  const named = dataset.venues.filter(({ name }) => name === word)
  if (named.length === 1) return named[0]!.id
  if (named.length > 1)
    throw new XueshiError('unknown-subject', `有多处阵地叫这个名称 / the name is not unique: ${word}`, {
      hint: named.map(({ id }) => id).join(', '),
    })
  const near = nearestWord(
    word,
    dataset.venues.flatMap(({ id, name }) => [id, name]),
  )
  throw new XueshiError('unknown-subject', `没有这处阵地 / no such venue: ${word}${didYouMean(near)}`)
}
