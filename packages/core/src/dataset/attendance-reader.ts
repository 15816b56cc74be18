import type { Accept } from '../model/accept.ts'
import { maskValue } from '../model/problem.ts'
import type { AttendanceRow } from '../model/rows.ts'
import { ATTENDANCE_STATUSES, CAPACITIES } from '../terms.ts'
import { type AttendanceStore, UNSTATED } from './attendance-store.ts'
import { ROW } from './columns.ts'
import type { ProblemLog } from './problem-log.ts'
import { EFFECTS } from './problem-template.ts'
import { knownWords, type WordPosition, wordPosition } from './words.ts'

const STATUS_WORDS = knownWords(ATTENDANCE_STATUSES)
const CAPACITY_WORDS = knownWords(CAPACITIES)

/** Spellings that are remembered as accepted. */
const REMEMBERED = 1000

type Raw = { readonly [K in keyof AttendanceRow]: unknown }
type FieldAccepts = { readonly [K in 'session' | 'member']: Accept }

/** Reads attendance rows into a store. */
export class AttendanceReader {
  readonly #store: AttendanceStore
  readonly #log: ProblemLog
  readonly #statusOf: WordPosition = wordPosition(ATTENDANCE_STATUSES)
  readonly #capacityOf: WordPosition = wordPosition(CAPACITIES)
  /** Statuses and capacities by the words that were read. */
  readonly #statuses = new Map<unknown, number>()
  readonly #capacities = new Map<unknown, number>()
  readonly #accepts: FieldAccepts
  /** Optional columns that had a value. */
  readonly seen = { capacity: false, hours: false, makeUpSession: false }

  /** `accepts` says yes to the values that the schema accepts in a field. */
  constructor(store: AttendanceStore, accepts: FieldAccepts, log: ProblemLog) {
    this.#store = store
    this.#accepts = accepts
    this.#log = log
  }

  /**
   * Stores rows from `from` on, as long as they need no other validation than that of words that are met
   * for the first time. Returns the index of the first row that is left.
   */
  readPlain(rows: readonly unknown[], from: number): number {
    const store = this.#store
    const { members } = store
    let lastSession: unknown
    let lastStatus: unknown
    let session = -1
    let status = 0
    for (let i = from; i < rows.length; i++) {
      const row = rows[i] as Raw | null | undefined
      if (typeof row !== 'object' || row === null) return i
      if (row.hours !== undefined || row.makeUpSession !== undefined) return i
      if (session < 0 || row.session !== lastSession) {
        lastSession = row.session
        session = this.#sessionCode(lastSession)
        if (session < 0) return i
      }
      if (lastStatus === undefined || row.status !== lastStatus) {
        lastStatus = row.status
        const known = this.#statuses.get(lastStatus)
        if (known === undefined) return i
        status = known
      }
      let flags = status
      if (row.capacity !== undefined) {
        const known = this.#capacities.get(row.capacity)
        if (known === undefined) return i
        flags |= known << ROW.CAPACITY_SHIFT
      }
      let member = members.known(row.member)
      if (member < 0) {
        if (!this.#accepts.member(row.member)) return i
        member = members.code(row.member as string)
      }
      store.push(session, member, flags, UNSTATED)
    }
    return rows.length
  }

  /** Code of a session, -1 where the value is none of a reference. */
  #sessionCode(value: unknown): number {
    const { sessions } = this.#store
    const known = sessions.known(value)
    if (known >= 0) return known
    return this.#accepts.session(value) ? sessions.code(value as string) : -1
  }

  /** Stores a validated row; false where its status is unknown. */
  read(row: AttendanceRow, ordinal: number): boolean {
    const store = this.#store
    const status = this.#statusOf(row.status)
    if (status < 0) {
      const subject = { table: 'attendance', ordinal, field: 'status', value: maskValue(row.status) } as const
      this.#log.add('unknownWord', subject, { effect: EFFECTS.record, right: STATUS_WORDS })
      return false
    }
    if (this.#statuses.size < REMEMBERED) this.#statuses.set(row.status, status)
    let capacity: number = ROW.MEMBER
    if (row.capacity !== undefined) {
      this.seen.capacity = true
      capacity = this.#capacity(row.capacity, ordinal)
    }
    let hours = UNSTATED
    if (row.hours !== undefined) {
      this.seen.hours = true
      hours = Math.round(row.hours * 100)
    }
    const session = store.sessions.code(row.session)
    const member = store.members.code(row.member)
    const index = store.push(session, member, status | (capacity << ROW.CAPACITY_SHIFT), hours)
    if (row.makeUpSession !== undefined) {
      this.seen.makeUpSession = true
      if (status === ROW.MADE_UP) store.makeUps.set(index, store.sessions.code(row.makeUpSession))
      else {
        const value = maskValue(row.makeUpSession)
        this.#log.add('makeUpIgnored', { table: 'attendance', ordinal, field: 'makeUpSession', value })
      }
    }
    return true
  }

  #capacity(word: string, ordinal: number): number {
    const capacity = this.#capacityOf(word)
    if (capacity >= 0) {
      if (this.#capacities.size < REMEMBERED) this.#capacities.set(word, capacity)
      return capacity
    }
    const subject = { table: 'attendance', ordinal, field: 'capacity', value: maskValue(word) } as const
    this.#log.add('unknownWordBlank', subject, { right: CAPACITY_WORDS })
    return ROW.MEMBER
  }
}
