/** What the cap of each day still leaves one member after another; nothing is made per member. */
export class DayRoom {
  #used = new Int32Array(0)
  /** The turn in which a day was last asked for: what an earlier one used is forgotten. */
  #asked = new Uint32Array(0)
  #turn = 0

  /** Begins with empty days. */
  clear(): void {
    this.#turn++
  }

  /** The part of a credit that the days from one on, over which it is spread evenly, have room for. */
  take(first: number, days: number, credit: number, cap: number): number {
    if (first + days > this.#used.length) this.#grow(first + days)
    const share = Math.floor(credit / days)
    const extra = credit - share * days
    let counted = 0
    for (let i = 0; i < days; i++) {
      const day = first + i
      if (this.#asked[day] !== this.#turn) {
        this.#asked[day] = this.#turn
        this.#used[day] = 0
      }
      const part = Math.min(i < extra ? share + 1 : share, cap - this.#used[day]!)
      this.#used[day]! += part
      counted += part
    }
    return counted
  }

  #grow(length: number): void {
    const used = new Int32Array(length * 2)
    const asked = new Uint32Array(length * 2)
    used.set(this.#used)
    asked.set(this.#asked)
    this.#used = used
    this.#asked = asked
  }
}
