/**
 * The attendance of a county as one flat table, the form in which a user would aggregate it: as objects, and
 * as columns of numbers. Looking up sessions and members is done beforehand and costs nobody anything.
 */
import {
  type AttendanceRow,
  type DatasetRows,
  SESSION_KINDS,
  type SessionKindTerm,
  type SessionRow,
} from '@xueshi/core'

export interface FlatRow {
  readonly member: string
  readonly branch: string
  readonly session: string
  /** `2025-03-07` */
  readonly day: string
  readonly kindClass: string
  /** 1/100 hours */
  readonly hours: number
  readonly status: string
}

export const KIND_CLASSES = ['life and learning', 'life', 'central', 'learning', 'other'] as const
export const STATUSES = ['present', 'made-up', 'excused', 'absent'] as const

/** Dictionary-coded columns of equal length. */
export interface FlatColumns {
  readonly length: number
  readonly members: readonly string[]
  readonly branches: readonly string[]
  readonly sessions: readonly string[]
  readonly firstYear: number
  readonly years: number
  readonly member: Int32Array
  readonly branch: Int32Array
  readonly session: Int32Array
  /** Year minus `firstYear`. */
  readonly year: Uint8Array
  /** Months since January of `firstYear`. */
  readonly month: Uint8Array
  readonly kindClass: Uint8Array
  readonly hours: Uint16Array
  /** Position in STATUSES. */
  readonly status: Uint8Array
}

const TERMS = new Map<string, SessionKindTerm>(SESSION_KINDS.map((term) => [term.id, term]))

function classOf(session: SessionRow): (typeof KIND_CLASSES)[number] {
  const terms = session.kinds.map((kind) => TERMS.get(kind))
  const life = terms.some((term) => term?.organizationalLife === true)
  const learning = terms.some((term) => term?.learning === true)
  if (life) return learning ? 'life and learning' : 'life'
  if (terms.some((term) => term?.central === true)) return 'central'
  return learning ? 'learning' : 'other'
}

function hoursOf(row: AttendanceRow, session: SessionRow): number {
  const stated = row.hours ?? session.hours
  if (stated !== undefined) return Math.round(stated * 100)
  if (session.end === undefined || session.end.length === 10) return 0
  return Math.min(800, Math.round((Date.parse(session.end) - Date.parse(session.start)) / 36_000))
}

/** One object per attendance row. */
export function flatRows(rows: DatasetRows): FlatRow[] {
  const sessions = new Map(rows.sessions.map((session) => [session.id, session]))
  const classes = new Map(rows.sessions.map((session) => [session.id, classOf(session)]))
  const branches = new Map(rows.members.map((member) => [member.id!, member.organization]))
  return (rows.attendance ?? []).map((row) => {
    const session = sessions.get(row.session)!
    return {
      member: row.member,
      branch: branches.get(row.member)!,
      session: row.session,
      day: session.start.slice(0, 10),
      kindClass: classes.get(row.session)!,
      hours: hoursOf(row, session),
      status: row.status,
    }
  })
}

/** The same as columns. */
export function flatColumns(rows: readonly FlatRow[]): FlatColumns {
  const { length } = rows
  const members = new Dictionary()
  const branches = new Dictionary()
  const sessions = new Dictionary()
  let firstYear = 9999
  let lastYear = 0
  for (const row of rows) {
    firstYear = Math.min(firstYear, Number(row.day.slice(0, 4)))
    lastYear = Math.max(lastYear, Number(row.day.slice(0, 4)))
  }
  const columns = {
    member: new Int32Array(length),
    branch: new Int32Array(length),
    session: new Int32Array(length),
    year: new Uint8Array(length),
    month: new Uint8Array(length),
    kindClass: new Uint8Array(length),
    hours: new Uint16Array(length),
    status: new Uint8Array(length),
  }
  rows.forEach((row, i) => {
    const year = Number(row.day.slice(0, 4)) - firstYear
    columns.member[i] = members.code(row.member)
    columns.branch[i] = branches.code(row.branch)
    columns.session[i] = sessions.code(row.session)
    columns.year[i] = year
    columns.month[i] = year * 12 + Number(row.day.slice(5, 7)) - 1
    columns.kindClass[i] = KIND_CLASSES.indexOf(row.kindClass as (typeof KIND_CLASSES)[number])
    columns.hours[i] = row.hours
    columns.status[i] = STATUSES.indexOf(row.status as (typeof STATUSES)[number])
  })
  return {
    length,
    members: members.words,
    branches: branches.words,
    sessions: sessions.words,
    firstYear,
    years: lastYear - firstYear + 1,
    ...columns,
  }
}

class Dictionary {
  readonly words: string[] = []
  readonly #codes = new Map<string, number>()

  code(word: string): number {
    let code = this.#codes.get(word)
    if (code === undefined) {
      code = this.words.length
      this.#codes.set(word, code)
      this.words.push(word)
    }
    return code
  }
}
