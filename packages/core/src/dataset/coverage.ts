import { civilOf, daysInMonth, epochDay, formatDate, parseDate } from '../civil/date.ts'
import { XueshiError } from '../errors.ts'
import type { ExportRow } from '../model/rows.ts'
import { scrubText } from './citizen.ts'
import { NONE, OPEN, SESSION } from './columns.ts'
import type { Coverage } from './dataset.ts'
import { dayOr } from './days.ts'
import type { Draft } from './duplicates.ts'
import type { ProblemLog } from './problem-log.ts'
import type { SessionStore } from './session-store.ts'

/** A validated statement of an export. */
export interface ExportDraft extends Draft {
  readonly exportedOn: number
  readonly from: number
  readonly to: number
  readonly source: string | null
}

/** What the data covers and when it was exported, as days; `exportedOn` is NONE where not stated. */
export interface Statement {
  readonly from: number
  readonly to: number
  readonly exportedOn: number
  readonly source: string | null
}

/** Reads export rows into drafts. */
export function exportReader(log: ProblemLog) {
  return (row: ExportRow, ordinal: number): ExportDraft => {
    const exportedOn = dayOr(row.exportedOn)
    const source = row.source === undefined ? null : scrubText(row.source)
    const from = dayOr(row.from)
    const to = dayOr(row.to, OPEN)
    if (from === NONE || to >= from) return { ordinal, exportedOn, from, to, source }
    log.add('coverageOrder', { table: 'export', ordinal, field: 'to', value: `${row.from}..${row.to}` })
    return { ordinal, exportedOn, from: NONE, to: OPEN, source }
  }
}

/**
 * Settles what the data covers: the caller's word, else the export's, else the months of the sessions that
 * are not merely planned or cancelled.
 *
 * @throws XueshiError `invalid-date`, `invalid-period` where the caller's coverage is none.
 */
export function settleStatement(
  exports: readonly ExportDraft[],
  sessions: SessionStore,
  covers: Coverage | undefined,
  log: ProblemLog,
): Statement {
  const stated = joinExports(exports, log)
  if (covers !== undefined) {
    const from = parseDate(covers.from)
    const to = parseDate(covers.to)
    if (to < from)
      throw new XueshiError(
        'invalid-period',
        `起止颠倒 / ends before it begins: ${covers.from}..${covers.to}`,
        {
          where: 'covers',
        },
      )
    return { ...stated, from, to }
  }
  if (stated.from !== NONE && stated.to !== OPEN) return stated
  const isDone = (status: number) => status !== SESSION.PLANNED && status !== SESSION.CANCELLED
  const span = spanOf(sessions, isDone) ?? spanOf(sessions, () => true)
  if (span === undefined) {
    log.add('noCoverage', { table: 'export' })
    // A day no record lies on: everything is unknown.
    const never = epochDay(1, 1, 1)
    return { ...stated, from: never, to: never }
  }
  const from = stated.from === NONE ? Math.min(monthStart(span.first), stated.to) : stated.from
  const to = stated.to === OPEN ? Math.max(monthEnd(span.last), stated.from) : stated.to
  log.add('coverageAssumed', { table: 'export' }, { from: formatDate(from), to: formatDate(to) })
  return { ...stated, from, to }
}

/** First and last day on which sessions of some statuses begin, `undefined` where there are none. */
function spanOf(sessions: SessionStore, counts: (status: number) => boolean) {
  const { day, status } = sessions.numbers
  let first = Number.POSITIVE_INFINITY
  let last: number = NONE
  for (let i = 0; i < sessions.count; i++) {
    if (!counts(status[i]!)) continue
    if (day[i]! < first) first = day[i]!
    if (day[i]! > last) last = day[i]!
  }
  return last === NONE ? undefined : { first, last }
}

/** One statement out of several: the days that all of them cover. */
function joinExports(exports: readonly ExportDraft[], log: ProblemLog): Statement {
  let from: number = NONE
  let to: number = OPEN
  let exportedOn: number = NONE
  const sources = new Set<string>()
  const contents = new Set<string>()
  for (const statement of exports) {
    contents.add(`${statement.exportedOn}|${statement.from}|${statement.to}`)
    from = Math.max(from, statement.from)
    to = Math.min(to, statement.to)
    if (statement.exportedOn !== NONE)
      exportedOn = exportedOn === NONE ? statement.exportedOn : Math.min(exportedOn, statement.exportedOn)
    if (statement.source !== null) sources.add(statement.source)
  }
  if (contents.size > 1) log.add('exportConflict', { table: 'export' })
  if (to < from) {
    log.add('coverageOrder', { table: 'export', value: `${formatDate(from)}..${formatDate(to)}` })
    from = NONE
    to = OPEN
  }
  return { from, to, exportedOn, source: sources.size === 0 ? null : [...sources].sort().join('；') }
}

function monthStart(day: number): number {
  const { year, month } = civilOf(day)
  return epochDay(year, month, 1)
}

function monthEnd(day: number): number {
  const { year, month } = civilOf(day)
  return epochDay(year, month, daysInMonth(year, month))
}
