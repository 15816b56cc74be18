import type { CreditPolicy } from '@xueshi/core'
import type { Draft } from './draft.ts'

/** Slots of the morning. */
const MORNING = 0b0011

/** What the caps of half-days and days leave of the hours of one person. */
export class DayCaps {
  readonly #day: number
  readonly #half: number
  readonly #used = new Map<number, number>()

  constructor({ dailyCap, halfDayCap = null }: CreditPolicy) {
    this.#day = Math.round(dailyCap * 100)
    this.#half = halfDayCap === null ? this.#day : Math.round(halfDayCap * 100)
  }

  /** The part of the 1/100 hours of a placed session that there is room for. */
  within({ place }: Draft, hours: number): number {
    const { days, stretch } = place!
    const share = Math.floor(hours / days.length)
    const halves = (stretch.bits & MORNING) === 0 ? [1] : (stretch.bits & ~MORNING) === 0 ? [0] : [0, 1]
    let counted = 0
    for (const day of days)
      for (const half of halves) counted += this.#take(day, half, Math.floor(share / halves.length))
    return counted
  }

  #take(day: number, half: number, hours: number): number {
    const own = this.#used.get(day * 3 + half) ?? 0
    const all = this.#used.get(day * 3 + 2) ?? 0
    const counted = Math.max(0, Math.min(hours, this.#half - own, this.#day - all))
    this.#used.set(day * 3 + half, own + counted)
    this.#used.set(day * 3 + 2, all + counted)
    return counted
  }
}
