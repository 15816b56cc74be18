import type { Columns } from '../dataset/columns.ts'
import type { Caps } from './caps.ts'
import { spreadOver } from './half-days.ts'

/** What is left of the caps of days and half-days, by window. */
export class Room {
  readonly #columns: Columns
  readonly #caps: Caps
  readonly #windowOf: (session: number) => number
  readonly #used = new Map<string, number>()

  constructor(columns: Columns, caps: Caps, windowOf: (session: number) => number) {
    this.#columns = columns
    this.#caps = caps
    this.#windowOf = windowOf
  }

  /** The part of a credit that the days of its session still have room for. */
  take(session: number, credit: number): number {
    const { halfDay, wholeDayMinutes } = this.#caps
    const window = this.#windowOf(session)
    const from = this.#columns.sessionDay[session]!
    if (halfDay !== null) {
      const parts = spreadOver(this.#columns, session, credit, wholeDayMinutes)
      if (parts !== null) {
        let counted = 0
        for (const { half, amount } of parts) counted += this.#takeHalf(window, half, amount, halfDay)
        return counted
      }
      const morning = this.#takeHalf(window, from * 2, credit, halfDay)
      return morning + this.#takeHalf(window, from * 2 + 1, credit - morning, halfDay)
    }
    const days = this.#columns.sessionEndDay[session]! - from + 1
    const share = Math.floor(credit / days)
    const extra = credit - share * days
    let counted = 0
    for (let i = 0; i < days; i++) counted += this.#takeDay(window, from + i, share + (i < extra ? 1 : 0))
    return counted
  }

  #takeDay(window: number, day: number, wanted: number): number {
    const key = `${window} ${day}`
    const used = this.#used.get(key) ?? 0
    const part = Math.min(wanted, this.#caps.daily - used)
    this.#used.set(key, used + part)
    return part
  }

  #takeHalf(window: number, half: number, wanted: number, cap: number): number {
    const key = `${window} half ${half}`
    const used = this.#used.get(key) ?? 0
    const part = this.#takeDay(window, Math.floor(half / 2), Math.min(wanted, cap - used))
    this.#used.set(key, used + part)
    return part
  }
}
