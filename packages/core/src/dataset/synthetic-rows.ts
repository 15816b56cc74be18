import { maskValue } from '../model/problem.ts'
import { type AttendanceInput, type RowOrder, subjectOf } from './attendance.ts'
import { UNSTATED } from './attendance-store.ts'
import { maskPerson, scrubText } from './citizen.ts'
import { ROW } from './columns.ts'
import type { KnownMember } from './members.ts'

/** A row that no record stands for. */
export interface SyntheticRow {
  readonly member: number
  readonly session: number
  flags: number
  hours: number
}

/** Looks for the row of a member at a session among sorted rows. */
export class RowFinder {
  readonly #input: AttendanceInput
  readonly #rows: RowOrder
  readonly #rankOf: Uint32Array

  constructor(input: AttendanceInput, rows: RowOrder, rankOf: Uint32Array) {
    this.#input = input
    this.#rows = rows
    this.#rankOf = rankOf
  }

  /** Index of the row, -1 where there is none. */
  find(member: number, session: number): number {
    const { order, start } = this.#rows
    const rank = this.#rankOf[session]!
    let low = start[member]!
    let high = start[member + 1]!
    while (low < high) {
      const middle = (low + high) >>> 1
      const at = this.#rankOf[this.#input.rows.session[order[middle]!]!]!
      if (at === rank) return order[middle]!
      if (at < rank) low = middle + 1
      else high = middle
    }
    return -1
  }
}

/** Rows made for make-ups and lecturers, one per member and session. */
export class SyntheticRows {
  readonly #rows = new Map<number, SyntheticRow>()
  readonly #sessionCount: number

  constructor(sessionCount: number) {
    this.#sessionCount = sessionCount
  }

  /** The row of a member at a session, made with `flags` where there is none. */
  at(member: number, session: number, flags: number): SyntheticRow {
    const key = member * this.#sessionCount + session
    let row = this.#rows.get(key)
    if (row === undefined) {
      row = { member, session, flags, hours: UNSTATED }
      this.#rows.set(key, row)
    }
    return row
  }

  /** In order of member and session rank. */
  sorted(rankOf: Uint32Array): SyntheticRow[] {
    return [...this.#rows.values()].sort(
      (a, b) => a.member - b.member || rankOf[a.session]! - rankOf[b.session]!,
    )
  }
}

/**
 * Clause 13: finds the make-up sessions of made-up rows and adds a row that earns hours where the member has
 * none there. Returns the make-up session by row index, -1 where none is named.
 */
export function settleMakeUps(
  input: AttendanceInput,
  rows: RowOrder,
  finder: RowFinder,
  synthetic: SyntheticRows,
  idOf: (member: number) => string,
): Map<number, number> {
  const made = new Map<number, number>()
  const { flags, hours, session } = input.rows
  for (let member = 0; member + 1 < rows.start.length; member++)
    for (let k = rows.start[member]!; k < rows.start[member + 1]!; k++) {
      const i = rows.order[k]!
      if ((flags[i]! & ROW.STATUS) !== ROW.MADE_UP) continue
      const missed = session[i]!
      const makeUp = makeUpSession(input, i, missed, idOf(member))
      made.set(i, makeUp)
      if (makeUp < 0) continue
      const there = finder.find(member, makeUp)
      if (there < 0) {
        const row = synthetic.at(member, makeUp, ROW.PRESENT | ROW.HOURS_ONLY)
        const stated = hours[i]!
        if (stated !== UNSTATED) row.hours = row.hours === UNSTATED ? stated : Math.max(row.hours, stated)
        continue
      }
      const status = flags[there]! & ROW.STATUS
      if (status === ROW.EXCUSED || status === ROW.ABSENT) {
        const value = shownRow(input, makeUp, idOf(member))
        input.log.add('makeUpNotAttended', subjectOf(input, i, 'makeUpSession', value))
      }
    }
  return made
}

function makeUpSession(input: AttendanceInput, row: number, missed: number, memberId: string): number {
  const code = input.makeUps.get(row)
  const report = (key: 'makeUpUnnamed' | 'unknownMakeUp' | 'makeUpSame', value: string): number => {
    input.log.add(key, subjectOf(input, row, 'makeUpSession', value))
    return -1
  }
  if (code === undefined) return report('makeUpUnnamed', shownRow(input, missed, memberId))
  const found = input.persons.positions[code]!
  if (found < 0) return report('unknownMakeUp', maskValue(input.mentions.sessions.values[code]!))
  return found === missed ? report('makeUpSame', shownRow(input, missed, memberId)) : found
}

function shownRow(input: AttendanceInput, session: number, memberId: string): string {
  return maskValue(`${input.sessions.id[session]!} × ${memberId}`)
}

/**
 * Clause 14: recognises the lecturers that sessions name. One who is present becomes its lecturer; one who
 * has no row gets one. Returns the lecturers of each session that names any.
 */
export function settleLecturers(
  input: AttendanceInput,
  finder: RowFinder,
  synthetic: SyntheticRows,
): Map<number, readonly string[]> {
  const lecturers = new Map<number, readonly string[]>()
  const { sessions, identities, log } = input
  for (const [session, references] of input.persons.lecturers) {
    const setting = { organization: sessions.host[session]!, day: sessions.day[session]! }
    const names = references.map((reference) => {
      const found = identities.resolve(reference, setting)
      if (typeof found === 'object') {
        markLecturer(input, finder, synthetic, found, session)
        return found.id
      }
      if (found === 'ambiguous') {
        const ordinal = sessions.ordinal[session]!
        const subject = { table: 'sessions', ordinal, field: 'lecturers' } as const
        const effect = { 'zh-CN': '只保留姓名', en: 'only the name is kept' }
        log.add('ambiguousMember', { ...subject, value: maskPerson(reference) }, { effect })
      }
      return scrubText(reference)
    })
    lecturers.set(session, Object.freeze([...new Set(names)]))
  }
  return lecturers
}

function markLecturer(
  input: AttendanceInput,
  finder: RowFinder,
  synthetic: SyntheticRows,
  member: KnownMember,
  session: number,
): void {
  const { flags } = input.rows
  const asLecturer = (marks: number) => (marks & ~ROW.CAPACITY) | (ROW.LECTURER << ROW.CAPACITY_SHIFT)
  const there = finder.find(member.position, session)
  if (there < 0) {
    const row = synthetic.at(member.position, session, ROW.PRESENT | ROW.NAMED_LECTURER)
    row.flags = asLecturer(row.flags)
  } else if ((flags[there]! & ROW.STATUS) === ROW.PRESENT) flags[there] = asLecturer(flags[there]!)
  else {
    const subject = subjectOf(input, there, 'status', shownRow(input, session, member.id))
    input.log.add('lecturerAbsent', subject)
  }
}
