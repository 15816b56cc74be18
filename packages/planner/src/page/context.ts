import { type Dataset, type Locale, parseDate, resolveConfig, weekdayOf } from '@xueshi/core'
import type { FreeTime, Plan, PlannedSession } from '../plan.ts'
import type { PageOptions } from './options.ts'
import { inWords, plain, type Say, sayIn } from './text.ts'
import { organizationTree, type Tree } from './tree.ts'
import { type PageYear, pageYear } from './year.ts'

/** Everything the parts of a page are made from. What it gives is plain text, to be escaped where it is written. */
export interface PageContext {
  readonly plan: Plan
  readonly dataset: Dataset
  readonly options: PageOptions
  readonly locale: Locale
  readonly say: Say
  readonly year: PageYear
  readonly tree: Tree
  session(id: string): PlannedSession | undefined
  organization(id: string): string
  venue(id: string): string
  /** A lecturer of the register, or a member: by name where names are asked for, else by id. */
  person(id: string): string
  rule(id: string): string
  /** Day, weekday and times of a session or of a free time. */
  when(time: Pick<FreeTime, 'start' | 'end'>): string
}

export function pageContext(plan: Plan, dataset: Dataset, options: PageOptions): PageContext {
  const locale = options.locale ?? 'zh-CN'
  const say = sayIn(locale)
  const year = pageYear(plan.year, options.workdays, say)
  const sessions = new Map(plan.sessions.map((session) => [session.id, session]))
  const venues = new Map(dataset.venues.map(({ id, name }) => [id, name]))
  const lecturers = new Map(dataset.lecturers.map(({ id, name }) => [id, name]))
  const { config } = options
  const titles = new Map(
    config === undefined
      ? []
      : resolveConfig(config).rules.map(({ id, rule }) => [id, inWords(rule.title, say)]),
  )
  return {
    plan,
    dataset,
    options,
    locale,
    say,
    year,
    tree: organizationTree(plan, dataset, year),
    session: (id) => sessions.get(id),
    organization: (id) => dataset.organization(id)?.name ?? id,
    venue: (id) => venues.get(id) ?? id,
    person: (id) =>
      options.names === true ? plain(lecturers.get(id) ?? dataset.member(id)?.name ?? id) : id,
    rule: (id) => titles.get(id) ?? id,
    when: ({ start, end }) => whenOf(start, end, say),
  }
}

/** Weekdays from Monday, short. */
export function weekdays(say: Say): readonly string[] {
  return say('一二三四五六日', 'MTWTFSS').split('')
}

const ENGLISH_DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const ENGLISH_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A day as 3月5日（周四）, `Thu 5 Mar`. */
export function dayName(date: string, say: Say): string {
  const weekday = weekdayOf(parseDate(date)) - 1
  const [, month, day] = date.split('-').map(Number)
  return say(
    `${month}月${day}日（周${'一二三四五六日'[weekday]}）`,
    `${ENGLISH_DAYS[weekday]} ${day} ${ENGLISH_MONTHS[month! - 1]}`,
  )
}

/** A month as 3月, `Mar`. */
export function monthName(month: number, say: Say): string {
  return say(`${month}月`, ENGLISH_MONTHS[month - 1]!)
}

function whenOf(start: string, end: string, say: Say): string {
  const first = start.slice(0, 10)
  const last = end.slice(0, 10)
  const from = `${dayName(first, say)} ${start.slice(11, 16)}`
  return first === last
    ? `${from}–${end.slice(11, 16)}`
    : `${from} – ${dayName(last, say)} ${end.slice(11, 16)}`
}
