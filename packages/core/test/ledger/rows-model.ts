/** The same events applied to rows, so that a dataset built of them is what a ledger must come to. */
import {
  type AffiliationRow,
  type AttendanceRow,
  createDatasetBuilder,
  type Dataset,
  type DatasetRows,
  type InputTable,
  type PostRow,
  type SessionRow,
} from '@xueshi/core'
import { dayOf, textOf } from '../reference/calendar.ts'
import { parentOf } from '../reference/county-tree.ts'

interface Stay {
  readonly organization: string
  readonly from: string
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Rows that change with events. Members must have affiliations before they can be transferred. */
export class RowsModel {
  readonly #rows: Mutable<DatasetRows>
  readonly #sessionColumns = new Set<string>()

  constructor(rows: DatasetRows) {
    this.#rows = { ...rows }
    for (const row of rows.sessions) for (const column of Object.keys(row)) this.#sessionColumns.add(column)
  }

  /** The dataset of the rows; columns of sessions that once had a value are still known to be there. */
  dataset(): Dataset {
    const builder = createDatasetBuilder()
    for (const [table, rows] of Object.entries(this.#rows) as [InputTable, readonly unknown[]][]) {
      builder.declare(table, table === 'sessions' ? [...this.#sessionColumns] : [])
      builder.add(table, rows)
    }
    return builder.build()
  }

  get rows(): DatasetRows {
    return this.#rows
  }

  has(session: string, member: string): boolean {
    return (this.#rows.attendance ?? []).some((row) => row.session === session && row.member === member)
  }

  /** Puts a row in place of those of the member at the session. */
  setAttendance(row: AttendanceRow): void {
    this.#rows.attendance = [...this.#without(row.session, row.member), row]
  }

  addAttendance(row: AttendanceRow): void {
    this.#rows.attendance = [...(this.#rows.attendance ?? []), row]
  }

  withdraw(session: string, member: string): void {
    if (this.#rows.attendance !== undefined) this.#rows.attendance = this.#without(session, member)
  }

  hold(row: SessionRow): void {
    for (const column of Object.keys(row)) this.#sessionColumns.add(column)
    this.#rows.sessions = [...this.#rows.sessions.filter((other) => other.id !== row.id), row]
  }

  staysOf(member: string): Stay[] {
    return (this.#rows.affiliations ?? [])
      .filter((row) => row.member === member)
      .map(({ organization, from }) => ({ organization, from }))
  }

  /** The stays of a member one after the other; each ends the day before the next. */
  transfer(member: string, organization: string, from: string): void {
    const kept = withoutRepetition(this.staysOf(member)).filter((stay) => stay.from !== from)
    const stays = [...kept, { organization, from }].sort((a, b) => (a.from < b.from ? -1 : 1))
    const starts = [...new Set(stays.map((stay) => stay.from))]
    const rows = stays.map((stay): AffiliationRow => {
      const next = starts[starts.indexOf(stay.from) + 1]
      return { member, ...stay, ...(next === undefined ? {} : { to: dayBefore(next) }) }
    })
    const others = (this.#rows.affiliations ?? []).filter((row) => row.member !== member)
    this.#rows.affiliations = [...others, ...rows]
    const last = stays.at(-1)!.organization
    this.#rows.members = this.#rows.members.map((row) => {
      if (row.id !== member) return row
      const { group: _, ...rest } = row
      return { ...rest, organization: last.startsWith('gr') ? parentOf(last)! : last }
    })
  }

  appoint(row: PostRow): void {
    this.#rows.posts = [...(this.#rows.posts ?? []), row]
  }

  posts(): readonly PostRow[] {
    return this.#rows.posts ?? []
  }

  /** Ends a post. */
  dismiss(post: PostRow, to: string): void {
    this.#rows.posts = (this.#rows.posts ?? []).map((row) => (row === post ? { ...row, to } : row))
  }

  #without(session: string, member: string): AttendanceRow[] {
    return (this.#rows.attendance ?? []).filter((row) => row.session !== session || row.member !== member)
  }
}

/** Stays without those that begin where the member was already: to a ledger they are no change. */
function withoutRepetition(stays: readonly Stay[]): Stay[] {
  const starts = [...new Set(stays.map((stay) => stay.from))].sort()
  const at = (from: string | undefined) => stays.filter((stay) => stay.from === from)
  const place = (from: string | undefined) =>
    at(from)
      .map((stay) => stay.organization)
      .sort()
      .join()
  return starts.filter((from, i) => place(from) !== place(starts[i - 1])).flatMap(at)
}

function dayBefore(date: string): string {
  return textOf(dayOf(date) - 1)
}
