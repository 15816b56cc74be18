import { maskValue } from '../model/problem.ts'
import type { AttendanceRow } from '../model/rows.ts'
import { ATTENDANCE_STATUSES, CAPACITIES } from '../terms.ts'
import { ROW } from './columns.ts'
import type { ProblemLog } from './problem-log.ts'
import { EFFECTS } from './problem-template.ts'
import { knownWords, type WordPosition, wordPosition } from './words.ts'

const CHUNK_BITS = 18
const CHUNK = 1 << CHUNK_BITS
/** Hours of a row that states none. */
export const UNSTATED = 0xffff
/** Flags of a row that was rejected. */
const HOLE = 0xff
const STATUS_WORDS = knownWords(ATTENDANCE_STATUSES)
const CAPACITY_WORDS = knownWords(CAPACITIES)

/**
 * Codes of words in order of arrival. Records come in runs: the same session for many rows, the members of
 * a branch in the same order at each session. So the last word and the word that followed it the time
 * before are tried first, which saves most look-ups.
 */
export class Dictionary {
  readonly words: string[] = []
  readonly #codes = new Map<string, number>()
  /** By code: the code that came after it the last time. */
  readonly #followers: number[] = []
  #last = 0

  code(word: string): number {
    const { words } = this
    const last = this.#last
    const follower = this.#followers[last]
    if (follower !== undefined && words[follower] === word) {
      this.#last = follower
      return follower
    }
    if (words[last] === word) return last
    let code = this.#codes.get(word)
    if (code === undefined) {
      code = words.length
      this.#codes.set(word, code)
      words.push(word)
      this.#followers.push(code)
    }
    if (last < words.length) this.#followers[last] = code
    this.#last = code
    return code
  }

  /** The words by code; nothing can be looked up any more. */
  close(): readonly string[] {
    this.#codes.clear()
    this.#followers.length = 0
    return this.words
  }
}

/** The stored rows in one piece each. */
export interface AttendanceRows {
  readonly count: number
  readonly session: Uint32Array
  /** Let go once the rows are sorted. */
  member: Uint32Array
  readonly flags: Uint8Array
  readonly hours: Uint16Array
}

/**
 * Attendance as it streams in, before sessions and members are known: dictionary codes in chunks of typed
 * arrays, about eleven bytes a row and no objects. The index of a row is the ordinal of its record.
 */
export class AttendanceStore {
  readonly sessions = new Dictionary()
  readonly members = new Dictionary()
  /** Session codes of make-up sessions, by index of the row that was made up. */
  readonly makeUps = new Map<number, number>()
  count = 0
  /** Rows that were rejected and take part in nothing. */
  holes = 0
  readonly #chunks: { session: Uint32Array; member: Uint32Array; flags: Uint8Array; hours: Uint16Array }[] =
    []

  push(session: number, member: number, flags: number, hours: number): number {
    const index = this.count++
    const at = index & (CHUNK - 1)
    if (at === 0)
      this.#chunks.push({
        session: new Uint32Array(CHUNK),
        member: new Uint32Array(CHUNK),
        flags: new Uint8Array(CHUNK),
        hours: new Uint16Array(CHUNK),
      })
    const chunk = this.#chunks[index >>> CHUNK_BITS]!
    chunk.session[at] = session
    chunk.member[at] = member
    chunk.flags[at] = flags
    chunk.hours[at] = hours
    return index
  }

  /** Keeps the ordinal of a rejected row. */
  pushHole(): void {
    this.holes++
    this.push(0, 0, HOLE, UNSTATED)
  }

  /** Member code and flags of a row. */
  at(index: number): { readonly member: number; readonly flags: number } {
    const chunk = this.#chunks[index >>> CHUNK_BITS]!
    const at = index & (CHUNK - 1)
    return { member: chunk.member[at]!, flags: chunk.flags[at]! }
  }

  /** Hands the rows over in one piece and forgets them. */
  drain(): AttendanceRows {
    const { count } = this
    const rows = {
      count,
      session: new Uint32Array(count),
      member: new Uint32Array(count),
      flags: new Uint8Array(count),
      hours: new Uint16Array(count),
    }
    for (let base = 0; base < count; base += CHUNK) {
      // A chunk is let go as soon as it is copied.
      const chunk = this.#chunks.shift()!
      const size = Math.min(CHUNK, count - base)
      rows.session.set(chunk.session.subarray(0, size), base)
      rows.member.set(chunk.member.subarray(0, size), base)
      rows.flags.set(chunk.flags.subarray(0, size), base)
      rows.hours.set(chunk.hours.subarray(0, size), base)
    }
    this.count = 0
    return rows
  }
}

/** Whether flags are those of a rejected row. */
export function isHole(flags: number): boolean {
  return flags === HOLE
}

/** Reads validated attendance rows into a store. */
export class AttendanceReader {
  readonly #store: AttendanceStore
  readonly #log: ProblemLog
  #session = ''
  #sessionCode = -1
  readonly #statusOf: WordPosition = wordPosition(ATTENDANCE_STATUSES)
  readonly #capacityOf: WordPosition = wordPosition(CAPACITIES)
  /** Optional columns that had a value. */
  readonly seen = { capacity: false, hours: false, makeUpSession: false }

  constructor(store: AttendanceStore, log: ProblemLog) {
    this.#store = store
    this.#log = log
  }

  /** Stores a row; false where its status is unknown. */
  read(row: AttendanceRow, ordinal: number): boolean {
    const store = this.#store
    const status = this.#statusOf(row.status)
    if (status < 0) {
      const subject = { table: 'attendance', ordinal, field: 'status', value: maskValue(row.status) } as const
      this.#log.add('unknownWord', subject, { effect: EFFECTS.record, right: STATUS_WORDS })
      return false
    }
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
    if (row.session !== this.#session || this.#sessionCode < 0) {
      this.#session = row.session
      this.#sessionCode = store.sessions.code(row.session)
    }
    const session = this.#sessionCode
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
    if (capacity >= 0) return capacity
    const subject = { table: 'attendance', ordinal, field: 'capacity', value: maskValue(word) } as const
    this.#log.add('unknownWordBlank', subject, { right: CAPACITY_WORDS })
    return ROW.MEMBER
  }
}
