import { type Dataset, formatDate, type Locale, parseDate, weekdayOf } from '@xueshi/core'
import type { Plan, PlannedSession } from './plan.ts'

/** What became of a session between two plans. */
export interface SessionChange {
  readonly change: 'added' | 'moved' | 'changed' | 'cancelled'
  readonly id: string
  readonly before: PlannedSession | null
  readonly after: PlannedSession | null
}

/** The difference of two plans; `changed` sessions keep their time and place. */
export interface PlanChanges {
  readonly added: readonly SessionChange[]
  readonly moved: readonly SessionChange[]
  readonly changed: readonly SessionChange[]
  readonly cancelled: readonly SessionChange[]
  /** Number of sessions that stay as they were. */
  readonly unchanged: number
}

/** What a later plan changes in an earlier one, in order of id. Sessions that were held since are no change. */
export function planChanges(before: Plan, after: Plan): PlanChanges {
  const former = new Map(coming(before).map((session) => [session.id, session]))
  const held = new Set(after.sessions.flatMap(({ id, status }) => (status === 'held' ? [id] : [])))
  const changes: SessionChange[] = []
  let unchanged = 0
  for (const session of coming(after)) {
    const old = former.get(session.id) ?? null
    former.delete(session.id)
    const change = kindOfChange(old, session)
    if (change === null) unchanged++
    else changes.push({ change, id: session.id, before: old, after: session })
  }
  for (const old of former.values())
    if (!held.has(old.id)) changes.push({ change: 'cancelled', id: old.id, before: old, after: null })
  changes.sort((a, b) => (a.id < b.id ? -1 : 1))
  const of = (change: SessionChange['change']) => changes.filter((one) => one.change === change)
  return {
    added: of('added'),
    moved: of('moved'),
    changed: of('changed'),
    cancelled: of('cancelled'),
    unchanged,
  }
}

function coming(plan: Plan): PlannedSession[] {
  return plan.sessions.filter(({ status }) => status === 'planned')
}

function kindOfChange(before: PlannedSession | null, after: PlannedSession): SessionChange['change'] | null {
  if (before === null) return 'added'
  if (before.start !== after.start || before.end !== after.end || before.venue !== after.venue) return 'moved'
  return saysTheSame(before, after) ? null : 'changed'
}

function saysTheSame(a: PlannedSession, b: PlannedSession): boolean {
  return (
    a.mode === b.mode &&
    a.hours === b.hours &&
    same(a.kinds, b.kinds) &&
    same(a.topics, b.topics) &&
    same(a.lecturers, b.lecturers) &&
    same(a.observers, b.observers) &&
    same(a.attendees, b.attendees)
  )
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((word, i) => word === b[i]))
}

/**
 * The changes as a text to paste into a chat group: added, moved and cancelled sessions of an organization and all
 * below it, by date; nobody is named.
 */
export function changeText(
  changes: PlanChanges,
  dataset: Dataset,
  options: { readonly under?: string; readonly locale?: Locale } = {},
): string {
  const { under, locale = 'zh-CN' } = options
  const shown = under === undefined ? null : new Set(dataset.subtree(under))
  const en = locale === 'en'
  const all = [...changes.moved, ...changes.cancelled, ...changes.added]
    .filter(({ before, after }) => shown === null || shown.has((after ?? before)!.organization))
    .sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : a.id < b.id ? -1 : 1))
  if (all.length === 0) return en ? 'The plan is unchanged.\n' : '计划没有变化。\n'
  const venue = (id: string | null) =>
    id === null ? '' : (dataset.venues.find((one) => one.id === id)?.name ?? id)
  const when = (session: PlannedSession) =>
    `${day(session, en)} ${session.start.slice(11, 16)} ${venue(session.venue)}`.trim()
  const lines = all.map(({ change, before, after }) => {
    const session = (after ?? before)!
    const host = dataset.organization(session.organization)?.name ?? session.organization
    const what = en ? `${host}: ${session.title}` : `${host}${session.title}`
    if (change === 'added') return en ? `[new] ${when(session)} ${what}` : `【新增】${when(session)} ${what}`
    if (change === 'cancelled')
      return en ? `[off] ${what} (${when(session)})` : `【取消】${what}（原定${when(session)}）`
    return en
      ? `[moved] ${what}: ${when(before!)} → ${when(session)}`
      : `【调整】${what}：${when(before!)} → ${when(session)}`
  })
  const head = en
    ? `${changes.moved.length} moved, ${changes.cancelled.length} cancelled, ${changes.added.length} new, ${changes.unchanged} unchanged`
    : `调整${changes.moved.length}场，取消${changes.cancelled.length}场，新增${changes.added.length}场，其余${changes.unchanged}场不变`
  return `${shown === null ? `${head}\n` : ''}${lines.join('\n')}\n`
}

function timeOf({ before, after }: SessionChange): string {
  return (after ?? before)!.start
}

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

function day({ date }: PlannedSession, en: boolean): string {
  if (en) return date
  const [, month, number] = formatDate(parseDate(date)).split('-')
  return `${Number(month)}月${Number(number)}日（${WEEKDAYS[weekdayOf(parseDate(date)) - 1]}）`
}
