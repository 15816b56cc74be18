import type { EpochDay } from '@xueshi/core'

/**
 * The times of a day a session may begin at: two in the morning, two in the afternoon. A short session takes one
 * of them, one of up to half a day two, a whole day all four. Minutes after midnight in Asia/Shanghai.
 */
const STARTS = [9 * 60, 10 * 60 + 30, 14 * 60 + 30, 16 * 60] as const
export const SLOTS_A_DAY = STARTS.length
/** The longest session that leaves the second time of a half-day free, with a quarter of an hour between them. */
const SHORT = 75
/** The longest session of half a day. */
export const HALF_DAY = 195

/** A pattern of times within one day: bits of the times taken, with the first of them. */
export interface Stretch {
  readonly bits: number
  readonly from: number
  readonly to: number
}

const DAY_STARTS = 9 * 60

/** Where in a day a session of so many minutes may lie, the usual places first. */
export function stretchesOf(minutes: number): readonly Stretch[] {
  if (minutes > HALF_DAY)
    // Two hours of rest at noon are not study.
    return [{ bits: 0b1111, from: DAY_STARTS, to: Math.min(DAY_STARTS + minutes + 120, 18 * 60) }]
  const at = minutes <= SHORT ? [2, 3, 0, 1] : [2, 0]
  return at.map((slot) => ({
    bits: minutes <= SHORT ? 1 << slot : 0b11 << slot,
    from: STARTS[slot]!,
    to: STARTS[slot]! + minutes,
  }))
}

/** Where the time of one slot ends and that of the next begins: what lies over noon takes both sides of it. */
const BORDERS = [0, STARTS[1], STARTS[2], STARTS[3], 18 * 60] as const

/** The slots that a session between two times of a day touches. */
export function bitsBetween(from: number, to: number): number {
  let bits = 0
  for (let slot = 0; slot < SLOTS_A_DAY; slot++)
    if (from < BORDERS[slot + 1]! && to > BORDERS[slot]!) bits |= 1 << slot
  return bits
}

/** Days of a year in words of eight days with four times each. */
export class Grid {
  readonly first: EpochDay
  readonly last: EpochDay
  /** Words a row of the grid has. */
  readonly words: number

  constructor(first: EpochDay, last: EpochDay) {
    this.first = first
    this.last = last
    this.words = Math.floor((last - first) / 8) + 1
  }

  /** The word of a day in the row that begins at `row * words`. */
  word(row: number, day: EpochDay): number {
    return row * this.words + ((day - this.first) >> 3)
  }

  /** Where the bits of a day begin in its word. */
  shift(day: EpochDay): number {
    return ((day - this.first) & 7) * SLOTS_A_DAY
  }
}

/** Which times are taken, for each of many persons, venues or lecturers. */
export class Bookings {
  readonly grid: Grid
  readonly #taken: Int32Array

  constructor(grid: Grid, rows: number) {
    this.grid = grid
    this.#taken = new Int32Array(rows * grid.words)
  }

  /** The times of a day that are taken, as bits. */
  on(row: number, day: EpochDay): number {
    return (this.#taken[this.grid.word(row, day)]! >>> this.grid.shift(day)) & 0b1111
  }

  take(row: number, day: EpochDay, bits: number): void {
    this.#taken[this.grid.word(row, day)]! |= bits << this.grid.shift(day)
  }

  release(row: number, day: EpochDay, bits: number): void {
    this.#taken[this.grid.word(row, day)]! &= ~(bits << this.grid.shift(day))
  }

  /** Adds what any of the rows has taken to a row of words. */
  union(rows: readonly number[], into: Int32Array): void {
    const { words } = this.grid
    for (const row of rows)
      for (let w = 0, at = row * words; w < words; w++, at++) into[w]! |= this.#taken[at]!
  }
}
