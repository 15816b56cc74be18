import { UNSTATED } from '../dataset/attendance-store.ts'
import { maskPerson } from '../dataset/citizen.ts'
import { ROW } from '../dataset/columns.ts'
import { ProblemLog } from '../dataset/problem-log.ts'
import { EFFECTS } from '../dataset/problem-template.ts'
import { RowGate } from '../dataset/row-gate.ts'
import { knownWords, type WordPosition, wordPosition } from '../dataset/words.ts'
import { type Accept, compileRow } from '../model/accept.ts'
import { maskValue, type Problem } from '../model/problem.ts'
import { type AttendanceRow, rowSchemas } from '../model/rows.ts'
import { ATTENDANCE_STATUSES, CAPACITIES } from '../terms.ts'
import type { RecordedRow } from './attendance-book.ts'
import type { Persons } from './persons.ts'
import type { SessionBook } from './session-book.ts'

const NO_PROBLEMS: readonly Problem[] = Object.freeze([])

/** What became of reading a row. */
export interface ReadRow {
  readonly row: RecordedRow | undefined
  readonly problems: readonly Problem[]
}

/** Reads single rows of attendance as the builder reads the table. */
export class AttendanceEvents {
  readonly #persons: Persons
  readonly #sessions: SessionBook
  readonly #accept: Accept = compileRow(rowSchemas.attendance).accept
  readonly #statusOf: WordPosition = wordPosition(ATTENDANCE_STATUSES)
  readonly #capacityOf: WordPosition = wordPosition(CAPACITIES)

  constructor(persons: Persons, sessions: SessionBook) {
    this.#persons = persons
    this.#sessions = sessions
  }

  read(given: AttendanceRow): ReadRow {
    const row = this.#accept(given) ? this.#readPlain(given) : undefined
    return row === undefined ? this.#readWithCare(given) : { row, problems: NO_PROBLEMS }
  }

  /** A row without any fault, else `undefined`. */
  #readPlain(given: AttendanceRow): RecordedRow | undefined {
    const session = this.#sessions.position(given.session)
    const member = this.#persons.position(given.member)
    const status = this.#statusOf(given.status)
    const capacity = given.capacity === undefined ? ROW.MEMBER : this.#capacityOf(given.capacity)
    if (session < 0 || member < 0 || status < 0 || capacity < 0) return undefined
    let makeUp = -1
    if (status === ROW.MADE_UP || given.makeUpSession !== undefined) {
      if (status !== ROW.MADE_UP || given.makeUpSession === undefined) return undefined
      makeUp = this.#sessions.position(given.makeUpSession)
      if (makeUp < 0 || makeUp === session) return undefined
    }
    const hours = given.hours === undefined ? UNSTATED : Math.round(given.hours * 100)
    return { session, member, flags: status | (capacity << ROW.CAPACITY_SHIFT), hours, makeUp }
  }

  #readWithCare(given: AttendanceRow): ReadRow {
    const log = new ProblemLog()
    const row = new RowGate('attendance', log).admit(given, 0)
    const read = row === undefined ? undefined : this.#settle(row, log)
    return { row: read, problems: log.problems() }
  }

  #settle(row: AttendanceRow, log: ProblemLog): RecordedRow | undefined {
    const about = (field: string, value: string) => ({ table: 'attendance', field, value }) as const
    const status = this.#statusOf(row.status)
    if (status < 0) {
      const data = { effect: EFFECTS.record, right: knownWords(ATTENDANCE_STATUSES) }
      log.add('unknownWord', about('status', maskValue(row.status)), data)
      return undefined
    }
    let capacity: number = ROW.MEMBER
    if (row.capacity !== undefined) {
      capacity = this.#capacityOf(row.capacity)
      if (capacity < 0) {
        capacity = ROW.MEMBER
        const data = { right: knownWords(CAPACITIES) }
        log.add('unknownWordBlank', about('capacity', maskValue(row.capacity)), data)
      }
    }
    const session = this.#sessions.position(row.session)
    const { sessionHost, sessionDay } = this.#sessions.columns
    const member = this.#persons.resolve(
      row.member,
      session < 0
        ? { organization: -1, day: 0 }
        : { organization: sessionHost[session]!, day: sessionDay[session]! },
    )
    if (session < 0) log.add('unknownSession', about('session', maskValue(row.session)))
    if (typeof member === 'string') {
      const key = member === 'unknown' ? 'unknownMember' : 'ambiguousMember'
      log.add(key, about('member', maskPerson(row.member)), { effect: EFFECTS.record })
    }
    if (session < 0 || typeof member === 'string') return undefined
    const makeUp = this.#makeUpOf(row, status, session, log)
    const hours = row.hours === undefined ? UNSTATED : Math.round(row.hours * 100)
    return { session, member, flags: status | (capacity << ROW.CAPACITY_SHIFT), hours, makeUp }
  }

  #makeUpOf(row: AttendanceRow, status: number, session: number, log: ProblemLog): number {
    const report = (
      key: 'makeUpIgnored' | 'makeUpUnnamed' | 'unknownMakeUp' | 'makeUpSame',
      value: string,
    ) => {
      log.add(key, { table: 'attendance', field: 'makeUpSession', value: maskValue(value) })
      return -1
    }
    const shown = `${row.session} × ${maskPerson(row.member)}`
    const word = row.makeUpSession
    if (status !== ROW.MADE_UP) return word === undefined ? -1 : report('makeUpIgnored', word)
    if (word === undefined) return report('makeUpUnnamed', shown)
    const makeUp = this.#sessions.position(word)
    if (makeUp < 0) return report('unknownMakeUp', word)
    return makeUp === session ? report('makeUpSame', shown) : makeUp
  }
}
