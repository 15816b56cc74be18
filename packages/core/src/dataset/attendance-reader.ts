import type { Accept } from '../model/accept.ts'
import { maskValue } from '../model/problem.ts'
import type { AttendanceRow } from '../model/rows.ts'
import { ATTENDANCE_STATUSES, CAPACITIES } from '../terms.ts'
import { type AttendanceStore, UNSTATED } from './attendance-store.ts'
import { ROW } from './columns.ts'
import type { Mentions } from './mentions.ts'
import type { ProblemLog } from './problem-log.ts'
import { EFFECTS } from './problem-template.ts'
import { knownWords, type WordPosition, wordPosition } from './words.ts'

const STATUS_WORDS = knownWords(ATTENDANCE_STATUSES)
const CAPACITY_WORDS = knownWords(CAPACITIES)

/** Spellings that are remembered as accepted. */
const REMEMBERED = 1000

type Raw = { readonly [K in keyof AttendanceRow]: unknown }
type FieldAccepts = { readonly [K in 'session' | 'member' | 'hours']: Accept }

/** Reads attendance rows into a store. */
export class AttendanceReader {
  readonly #store: AttendanceStore
  readonly #mentions: Mentions
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
  constructor(store: AttendanceStore, mentions: Mentions, accepts: FieldAccepts, log: ProblemLog) {
    this.#store = store
    this.#mentions = mentions
    this.#accepts = accepts
    this.#log = log
  }

  /**
   * Stores rows from `from` on, as long as they need no other validation than that of words that are met
   * for the first time. Returns the index of the first row that is left.
   */
  readPlain(rows: readonly unknown[], from: number): number {
    const store = this.#store
    const { sessions, persons } = this.#mentions
    const accepts = this.#accepts
    let lastSession: unknown
    let lastStatus: unknown
    let session = -1
    let status = 0
    for (let i = from; i < rows.length; i++) {
      const row = rows[i] as Raw | null | undefined
      if (typeof row !== 'object' || row === null || row.makeUpSession !== undefined) return i
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
      let hours = UNSTATED
      if (row.hours !== undefined) {
        if (!accepts.hours(row.hours)) return i
        hours = Math.round((row.hours as number) * 100)
        this.seen.hours = true
      }
      if (session < 0 || row.session !== lastSession) {
        lastSession = row.session
        session = sessions.known(lastSession)
        if (session < 0) {
          if (!accepts.session(lastSession)) return i
          session = sessions.code(lastSession as string)
        }
      }
      let person = persons.known(row.member)
      if (person < 0) {
        if (!accepts.member(row.member)) return i
        person = persons.code(row.member as string)
      }
      store.push(session, person, flags, hours)
    }
    return rows.length
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
    const { sessions, persons } = this.#mentions
    const session = sessions.code(row.session)
    const person = persons.code(row.member)
    const index = store.push(session, person, status | (capacity << ROW.CAPACITY_SHIFT), hours)
    if (row.makeUpSession !== undefined) {
      this.seen.makeUpSession = true
      if (status === ROW.MADE_UP) store.makeUps.set(index, sessions.code(row.makeUpSession))
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
