import { formatDate, tryParseDate } from '../civil/date.ts'
import { dayOfMinute } from '../civil/instant.ts'
import { minuteOf } from '../model/minute.ts'
import { maskValue } from '../model/problem.ts'
import type { SessionRow } from '../model/rows.ts'
import { SESSION_KINDS, SESSION_MODES, SESSION_STATUSES } from '../terms.ts'
import { scrubText } from './citizen.ts'
import { NONE, SESSION } from './columns.ts'
import { dayOr } from './days.ts'
import type { Draft } from './duplicates.ts'
import { cleanText } from './free-text.ts'
import { EMPTY, sortedSet, topicReader } from './lists.ts'
import type { ProblemLog } from './problem-log.ts'
import { EFFECTS } from './problem-template.ts'
import { knownWords, wordPosition } from './words.ts'

/** A validated session before its organizations and persons are known. */
export interface SessionDraft extends Draft {
  readonly id: string
  readonly organization: string
  /** Bit per position in SESSION_KINDS. */
  readonly kinds: number
  readonly unknownKinds: readonly string[]
  readonly title: string | null
  readonly start: number
  readonly end: number
  readonly day: number
  readonly endDay: number
  readonly timeless: boolean
  readonly hours: number
  readonly status: number
  /** Position in SESSION_MODES, -1 where blank. */
  readonly mode: number
  readonly topics: readonly string[]
  readonly venue: string | null
  readonly program: string | null
  /** References as written; they may hold citizen numbers. */
  readonly lecturers: readonly string[]
  readonly coHosts: readonly string[]
  readonly observers: readonly string[]
  readonly plannedId: string | null
  readonly reportedOn: number
  readonly bulletinOn: number
  /** Entries of its lists of persons in the store of lists. */
  readonly listFrom: number
  readonly listTo: number
}

const KIND_WORDS = knownWords(SESSION_KINDS)
const MODE_WORDS = knownWords(SESSION_MODES)
const STATUS_WORDS = knownWords(SESSION_STATUSES)
const STATUS_CODES = SESSION_STATUSES.map(
  (status) => ({ planned: SESSION.PLANNED, held: SESSION.HELD, cancelled: SESSION.CANCELLED })[status.id],
)

/** The days a session may lie on; what is outside is a fault of writing. */
const FIRST_DAY = dayOr('1921-01-01')
const LAST_DAY = dayOr('2099-12-31')

/** Takes the persons listed by a session and returns the end of the store of lists. */
export type ListKeeper = (row: SessionRow, ordinal: number) => number

/** Reads session rows into drafts. */
export function sessionReader(log: ProblemLog, keepLists: ListKeeper) {
  const kindOf = wordPosition(SESSION_KINDS)
  const modeOf = wordPosition(SESSION_MODES)
  const statusOf = wordPosition(SESSION_STATUSES)
  const topicsOf = topicReader()
  let listEnd = 0
  return (row: SessionRow, ordinal: number): SessionDraft | undefined => {
    const times = readTimes(row, ordinal, log)
    if (times === undefined) return undefined
    let kinds = 0
    let unknownKinds = EMPTY
    for (const word of row.kinds) {
      const kind = kindOf(word)
      if (kind >= 0) {
        kinds |= 1 << kind
        continue
      }
      const value = maskValue(word)
      log.add(
        'unknownSessionKind',
        { table: 'sessions', ordinal, field: 'kinds', value },
        { right: KIND_WORDS },
      )
      unknownKinds = sortedSet([...unknownKinds, scrubText(word)])
    }
    const mode = row.mode === undefined ? -1 : modeOf(row.mode)
    if (row.mode !== undefined && mode < 0) {
      const subject = { table: 'sessions', ordinal, field: 'mode', value: maskValue(row.mode) } as const
      log.add('unknownWordBlank', subject, { right: MODE_WORDS })
    }
    const status = row.status === undefined ? -1 : statusOf(row.status)
    if (row.status !== undefined && status < 0) {
      const subject = { table: 'sessions', ordinal, field: 'status', value: maskValue(row.status) } as const
      log.add('unknownSessionStatus', subject, { right: STATUS_WORDS })
    }
    const free = (field: 'title' | 'venue' | 'program'): string | null => {
      const text = row[field]
      return text === undefined ? null : cleanText(text, { table: 'sessions', ordinal, field }, log)
    }
    const listFrom = listEnd
    listEnd = keepLists(row, ordinal)
    return {
      ordinal,
      id: row.id,
      organization: row.organization,
      kinds,
      unknownKinds,
      title: free('title'),
      start: times.start,
      end: times.end,
      day: times.day,
      endDay: times.endDay,
      timeless: times.timeless,
      hours: row.hours === undefined ? NONE : Math.round(row.hours * 100),
      status: status < 0 ? SESSION.BLANK : STATUS_CODES[status]!,
      mode,
      topics: topicsOf(row.topics),
      venue: free('venue'),
      program: free('program'),
      lecturers: row.lecturers === undefined ? EMPTY : row.lecturers,
      coHosts: row.coHosts ?? EMPTY,
      observers: row.observers ?? EMPTY,
      plannedId: row.plannedId ?? null,
      reportedOn: dayOr(row.reportedOn),
      bulletinOn: dayOr(row.bulletinOn),
      listFrom,
      listTo: listEnd,
    }
  }
}

type Times = Pick<SessionDraft, 'start' | 'end' | 'day' | 'endDay' | 'timeless'>

function readTimes(row: SessionRow, ordinal: number, log: ProblemLog): Times | undefined {
  const startDay = row.start.length === 10 ? tryParseDate(row.start) : undefined
  const start = startDay === undefined ? minuteOf(row.start)! : startDay * 1440
  const day = startDay ?? dayOfMinute(start)
  const timeless = startDay !== undefined
  if (day < FIRST_DAY || day > LAST_DAY) {
    const subject = { table: 'sessions', ordinal, field: 'start', value: formatDate(day) } as const
    log.add('implausibleDate', subject, { effect: EFFECTS.record })
    return undefined
  }
  const unended = { start, end: NONE, day, endDay: day, timeless }
  if (row.end === undefined) return unended
  const statedDay = tryParseDate(row.end)
  const end = statedDay === undefined ? minuteOf(row.end)! : NONE
  // A session that ends at midnight ends with the day before.
  const endDay = statedDay ?? (end > start ? dayOfMinute(end - 1) : dayOfMinute(end))
  if (endDay < day || (end !== NONE && end < start)) {
    const subject = { table: 'sessions', ordinal, field: 'end', value: maskValue(row.id) } as const
    log.add('endBeforeStart', subject)
    return unended
  }
  if (endDay > LAST_DAY) {
    const subject = { table: 'sessions', ordinal, field: 'end', value: formatDate(endDay) } as const
    log.add('implausibleDate', subject, { effect: EFFECTS.cell })
    return unended
  }
  return { start, end: timeless ? NONE : end, day, endDay, timeless }
}
