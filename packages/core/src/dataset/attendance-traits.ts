import { UNSTATED } from './attendance-store.ts'
import { type Columns, NONE, ROW } from './columns.ts'
import type { AttendanceTraits } from './dataset.ts'

/** Traits of the attendance of all members, by position. */
export interface AttendanceTraitColumns {
  /** 1/100 hours, rounded up. */
  readonly mostHoursADay: Uint32Array
  readonly overlapping: Uint8Array
  readonly hoursWithoutPresence: Uint8Array
}

/** Reads the traits of all members in one pass over their rows. */
export function attendanceTraitColumns(columns: Columns): AttendanceTraitColumns {
  const { memberCount, rowStart, rowSession, rowFlags, rowHours, sessionHours, makeUpOf } = columns
  const mostHoursADay = new Uint32Array(memberCount)
  const overlapping = new Uint8Array(memberCount)
  const hoursWithoutPresence = new Uint8Array(memberCount)
  const given = new GivenHours(columns)
  for (let member = 0; member < memberCount; member++) {
    given.clear()
    for (let i = rowStart[member]!; i < rowStart[member + 1]!; i++) {
      const flags = rowFlags[i]!
      // Hours made up elsewhere are read from the record that says where.
      if ((flags & ROW.HOURS_ONLY) !== 0) continue
      const status = flags & ROW.STATUS
      const stated = rowHours[i]!
      if (status === ROW.EXCUSED || status === ROW.ABSENT) {
        if (stated !== UNSTATED && stated > 0) hoursWithoutPresence[member] = 1
        continue
      }
      const makeUp = status === ROW.MADE_UP ? (makeUpOf.get(i) ?? -1) : -1
      const session = makeUp < 0 ? rowSession[i]! : makeUp
      const hours = stated === UNSTATED ? sessionHours[session]! : stated
      if (hours > 0) given.add(session, hours)
    }
    mostHoursADay[member] = given.mostADay()
    overlapping[member] = given.overlap() ? 1 : 0
  }
  return { mostHoursADay, overlapping, hoursWithoutPresence }
}

/** The sessions that give hours to one member. */
class GivenHours {
  readonly #columns: Columns
  readonly #sessions: number[] = []
  readonly #hours: number[] = []
  /** Whether sessions came in order and none shares a day with another. */
  #isPlain = true
  #lastDay = NONE
  #most = 0

  constructor(columns: Columns) {
    this.#columns = columns
  }

  clear(): void {
    this.#sessions.length = 0
    this.#hours.length = 0
    this.#isPlain = true
    this.#lastDay = NONE
    this.#most = 0
  }

  add(session: number, hours: number): void {
    const first = this.#columns.sessionDay[session]!
    const last = Math.max(first, this.#columns.sessionEndDay[session]!)
    this.#sessions.push(session)
    this.#hours.push(hours)
    if (first <= this.#lastDay) this.#isPlain = false
    else this.#lastDay = last
    const each = hours / (last - first + 1)
    if (each > this.#most) this.#most = each
  }

  /** Most 1/100 hours of one day; those of a session of several days are spread evenly. */
  mostADay(): number {
    return Math.ceil((this.#isPlain ? this.#most : this.#mostOfSums()) - 1e-6)
  }

  #mostOfSums(): number {
    const { sessionDay, sessionEndDay } = this.#columns
    const byDay = new Map<number, number>()
    let most = 0
    this.#sessions.forEach((session, i) => {
      const first = sessionDay[session]!
      const days = Math.max(1, sessionEndDay[session]! - first + 1)
      for (let day = first; day < first + days; day++) {
        const sum = (byDay.get(day) ?? 0) + this.#hours[i]! / days
        byDay.set(day, sum)
        if (sum > most) most = sum
      }
    })
    return most
  }

  /** Whether two of the sessions are at the same time; those without a time or an end are left out. */
  overlap(): boolean {
    if (this.#isPlain) return false
    const { sessionStart, sessionEnd, sessionTimeless } = this.#columns
    const timed = this.#sessions.filter(
      (session) => sessionTimeless[session] === 0 && sessionEnd[session] !== NONE,
    )
    timed.sort((a, b) => sessionStart[a]! - sessionStart[b]!)
    let longest = -1
    for (const session of timed) {
      if (longest >= 0 && session !== longest && sessionStart[session]! < sessionEnd[longest]!) return true
      if (longest < 0 || sessionEnd[session]! > sessionEnd[longest]!) longest = session
    }
    return false
  }
}

const NO_TRAITS: AttendanceTraits = Object.freeze({
  mostHoursADay: 0,
  overlapping: false,
  hoursWithoutPresence: false,
})

/** The traits of the member at a position (-1: nobody). */
export function traitsAt(columns: AttendanceTraitColumns, member: number): AttendanceTraits {
  if (member < 0) return NO_TRAITS
  return {
    mostHoursADay: columns.mostHoursADay[member]! / 100,
    overlapping: columns.overlapping[member] === 1,
    hoursWithoutPresence: columns.hoursWithoutPresence[member] === 1,
  }
}
