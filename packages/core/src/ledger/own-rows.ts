import { ROW } from '../dataset/columns.ts'
import type { RowTarget } from './derived-rows.ts'

/** Room of the first copy beyond what it holds, and by how much it grows. */
const SPARE = 4
const GROWTH = 1.25

/** Mark of a record that is not as it was in the dataset; no flag of rows uses this bit. */
const CHANGED = 0x80
const FLAGS = 0x7f

/**
 * The attendance of one member whose rows have changed: the records alone, in order of session start. What
 * follows from them (hours of make-ups, lectures named by sessions, crowded days) is derived when it is read.
 * A record takes two words: its session, then hours and flags.
 */
export class OwnRows {
  count = 0
  #words: Uint32Array
  #makeUps: Map<number, number> | null = null
  #lectures: Set<number> | null = null
  /** Order of sessions in the attendance of a member. */
  readonly #order: (a: number, b: number) => number

  constructor(capacity: number, order: (a: number, b: number) => number) {
    this.#order = order
    this.#words = new Uint32Array(2 * (capacity + SPARE))
  }

  /** Make-up session by missed session, where one is named. */
  get makeUps(): ReadonlyMap<number, number> {
    return this.#makeUps ?? NO_MAKE_UPS
  }

  /** Sessions that name the member as lecturer. */
  get lectures(): ReadonlySet<number> {
    return this.#lectures ?? NO_LECTURES
  }

  sessionAt(at: number): number {
    return this.#words[2 * at]!
  }

  /** Status and capacity. */
  flagsAt(at: number): number {
    return this.#words[2 * at + 1]! & FLAGS
  }

  /** 1/100 hours, UNSTATED where not stated. */
  hoursAt(at: number): number {
    return this.#words[2 * at + 1]! >>> 16
  }

  /** Whether a record says what the dataset said. */
  isAsBefore(at: number): boolean {
    return (this.#words[2 * at + 1]! & CHANGED) === 0
  }

  /** Index of the record at a session, -1 where there is none. */
  find(session: number): number {
    const at = this.placeOf(session)
    return this.isAt(at, session) ? at : -1
  }

  /** Whether the record at an index, if there is one, is that of a session. */
  isAt(at: number, session: number): boolean {
    return at < this.count && this.#words[2 * at] === session
  }

  /** How many records come before a session. */
  placeOf(session: number): number {
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#order(this.#words[2 * middle]!, session) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Adds a record of the dataset after all others. */
  push(session: number, flags: number, hours: number): void {
    this.#makeRoom()
    const at = 2 * this.count++
    this.#words[at] = session
    this.#words[at + 1] = (hours << 16) | flags
  }

  /** Adds a record where it belongs. */
  insert(session: number, flags: number, hours: number): void {
    const at = this.placeOf(session)
    this.#makeRoom()
    this.#words.copyWithin(2 * at + 2, 2 * at, 2 * this.count)
    this.#words[2 * at] = session
    this.#words[2 * at + 1] = (hours << 16) | flags | CHANGED
    this.count++
  }

  /** Replaces what a record says. */
  replace(at: number, flags: number, hours: number): void {
    this.#words[2 * at + 1] = (hours << 16) | flags | CHANGED
  }

  remove(at: number): void {
    this.setMakeUp(this.sessionAt(at), -1)
    this.#words.copyWithin(2 * at, 2 * at + 2, 2 * this.count)
    this.count--
  }

  /** Names the make-up session of a missed one, -1 for none. */
  setMakeUp(missed: number, makeUp: number): void {
    if (makeUp < 0) this.#makeUps?.delete(missed)
    else {
      this.#makeUps ??= new Map()
      this.#makeUps.set(missed, makeUp)
    }
  }

  /** A session names the member as lecturer, or does not. */
  setLecture(session: number, isNamed: boolean): void {
    if (!isNamed) this.#lectures?.delete(session)
    else {
      this.#lectures ??= new Set()
      this.#lectures.add(session)
    }
  }

  /** Puts the records in order again after a session has moved. */
  sort(): void {
    const before = this.#words.slice(0, 2 * this.count)
    const order = Array.from({ length: this.count }, (_, i) => i)
    order.sort((a, b) => this.#order(before[2 * a]!, before[2 * b]!))
    order.forEach((from, to) => {
      this.#words[2 * to] = before[2 * from]!
      this.#words[2 * to + 1] = before[2 * from + 1]!
    })
  }

  /** Writes the records `[from, to)` as rows, from an offset on; returns the end of what was written. */
  write(from: number, to: number, target: RowTarget, offset: number): number {
    const { session, flags, hours, record, makeUpOf } = target
    const words = this.#words
    let out = offset
    for (let i = from; i < to; i++) {
      const said = words[2 * i + 1]!
      session[out] = words[2 * i]!
      flags[out] = said & FLAGS
      hours[out] = said >>> 16
      if ((said & ROW.STATUS) === ROW.MADE_UP) makeUpOf.set(out, this.makeUps.get(words[2 * i]!) ?? -1)
      out++
    }
    if (record !== undefined) for (let i = from; i < to; i++) record[offset + i - from] = i
    return out
  }

  #makeRoom(): void {
    if (2 * this.count < this.#words.length) return
    const words = new Uint32Array(2 * (Math.ceil(this.count * GROWTH) + SPARE))
    words.set(this.#words)
    this.#words = words
  }
}

const NO_MAKE_UPS: ReadonlyMap<number, number> = new Map()
const NO_LECTURES: ReadonlySet<number> = new Set()
