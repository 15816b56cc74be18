/** Rows of the first stretch and of the longest. */
const SHORTEST = 1 << 16
const LONGEST = 1 << 24
/** Hours of a row that states none. */
export const UNSTATED = 0xffff
/** Flags of a row that was rejected. */
const HOLE = 0xff

/** Codes of words in order of arrival. */
export class Dictionary {
  readonly words: string[] = []
  readonly #codes = new Map<unknown, number>()

  /** Code of a word, given now where it has none. */
  code(word: string): number {
    let code = this.#codes.get(word)
    if (code === undefined) {
      code = this.words.length
      this.#codes.set(word, code)
      this.words.push(word)
    }
    return code
  }

  /** Code of a word that has one, -1 for any other value. */
  known(word: unknown): number {
    return this.#codes.get(word) ?? -1
  }

  /** The words by code; nothing can be looked up any more. */
  close(): readonly string[] {
    this.#codes.clear()
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

/** Columns of one stretch of rows. */
interface Stretch {
  readonly from: number
  readonly session: Uint32Array
  readonly member: Uint32Array
  readonly flags: Uint8Array
  readonly hours: Uint16Array
}

function stretchOf(from: number, length: number): Stretch {
  return {
    from,
    session: new Uint32Array(length),
    member: new Uint32Array(length),
    flags: new Uint8Array(length),
    hours: new Uint16Array(length),
  }
}

/**
 * Attendance as it streams in, before sessions and members are known: dictionary codes in stretches of typed
 * arrays, eleven bytes a row and no objects. The index of a row is the ordinal of its record. Each stretch is
 * as long as all before it, up to a length whose columns the allocator gives back to the system when freed.
 */
export class AttendanceStore {
  readonly sessions = new Dictionary()
  readonly members = new Dictionary()
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
      last = stretchOf(index, Math.min(Math.max(index, SHORTEST), LONGEST))
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
    const rows = { count, ...stretchOf(0, count) }
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
