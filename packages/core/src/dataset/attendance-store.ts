import { LARGE_PIECE } from './number-columns.ts'

/** Rows of the first stretch, of the second and of the longest. */
const SHORTEST = 1 << 16
const SECOND = Math.ceil(LARGE_PIECE / 11)
const LONGEST = 1 << 24
/** Hours of a row that states none. */
export const UNSTATED = 0xffff
/** Flags of a row that was rejected. */
const HOLE = 0xff

/** The stored rows in one piece each. */
export interface AttendanceRows {
  readonly count: number
  readonly session: Uint32Array
  /** Let go once the rows are sorted. */
  member: Uint32Array
  readonly flags: Uint8Array
  readonly hours: Uint16Array
}

/** Columns of one stretch of rows. */
interface Stretch {
  readonly from: number
  readonly session: Uint32Array
  readonly member: Uint32Array
  readonly flags: Uint8Array
  readonly hours: Uint16Array
}

function stretchOf(from: number, length: number): Stretch {
  const memory = new ArrayBuffer(length * 11)
  return {
    from,
    session: new Uint32Array(memory, 0, length),
    member: new Uint32Array(memory, length * 4, length),
    hours: new Uint16Array(memory, length * 8, length),
    flags: new Uint8Array(memory, length * 10, length),
  }
}

/**
 * Attendance as it streams in, before sessions and members are known: codes of mentions in stretches of typed
 * arrays, eleven bytes a row and no objects. The index of a row is the ordinal of its record. The first
 * stretch is short, each later one as long as all before it.
 */
export class AttendanceStore {
  /** Session codes of make-up sessions, by index of the row that was made up. */
  readonly makeUps = new Map<number, number>()
  count = 0
  /** Rows that were rejected and take part in nothing. */
  holes = 0
  #stretches: Stretch[] = []
  #last: Stretch = stretchOf(0, 0)

  push(session: number, member: number, flags: number, hours: number): number {
    const index = this.count++
    let last = this.#last
    let at = index - last.from
    if (at === last.flags.length) {
      last = stretchOf(index, index === 0 ? SHORTEST : Math.min(Math.max(index, SECOND), LONGEST))
      this.#stretches.push(last)
      this.#last = last
      at = 0
    }
    last.session[at] = session
    last.member[at] = member
    last.flags[at] = flags
    last.hours[at] = hours
    return index
  }

  /** Keeps the ordinal of a rejected row. */
  pushHole(): void {
    this.holes++
    this.push(0, 0, HOLE, UNSTATED)
  }

  /** Member code and flags of a row. */
  at(index: number): { readonly member: number; readonly flags: number } {
    const stretch = this.#stretches.findLast(({ from }) => from <= index)!
    const at = index - stretch.from
    return { member: stretch.member[at]!, flags: stretch.flags[at]! }
  }

  /** Hands the rows over in one piece and forgets them. */
  drain(): AttendanceRows {
    const { count } = this
    const stretches = this.#stretches
    this.#stretches = []
    this.#last = stretchOf(0, 0)
    this.count = 0
    const [only] = stretches
    if (only !== undefined && stretches.length === 1)
      return {
        count,
        session: only.session.subarray(0, count),
        member: only.member.subarray(0, count),
        flags: only.flags.subarray(0, count),
        hours: only.hours.subarray(0, count),
      }
    // Members are let go before the others.
    const memory = new ArrayBuffer(count * 7)
    const rows = {
      count,
      session: new Uint32Array(memory, 0, count),
      member: new Uint32Array(count),
      hours: new Uint16Array(memory, count * 4, count),
      flags: new Uint8Array(memory, count * 6, count),
    }
    for (const { from, session, member, flags, hours } of stretches) {
      const size = Math.min(flags.length, count - from)
      rows.session.set(session.subarray(0, size), from)
      rows.member.set(member.subarray(0, size), from)
      rows.flags.set(flags.subarray(0, size), from)
      rows.hours.set(hours.subarray(0, size), from)
    }
    return rows
  }
}

/** Whether flags are those of a rejected row. */
export function isHole(flags: number): boolean {
  return flags === HOLE
}
