/**
 * A small deterministic source of random numbers (sfc32, seeded by a hash of seed and key). Streams of
 * different keys are independent, so that what one part of the county draws never shifts another part.
 */
export class Random {
  #a: number
  #b: number
  #c: number
  #d: number

  /** @param seed any finite number; @param key names the stream (`branch-17/2025`). */
  constructor(seed: number, key: string) {
    const text = `${seed}|${key}`
    let h1 = 0x9e37_79b9
    let h2 = 0x85eb_ca6b
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i)
      h1 = Math.imul(h1 ^ c, 0x0100_0193)
      h2 = Math.imul(h2 ^ c, 0x5bd1_e995)
    }
    this.#a = h1 | 0
    this.#b = h2 | 0
    this.#c = Math.imul(h1 ^ (h2 >>> 13), 0xc2b2_ae35) | 0
    this.#d = 1
    for (let i = 0; i < 12; i++) this.#draw()
  }

  #draw(): number {
    const t = (((this.#a + this.#b) | 0) + this.#d) | 0
    this.#d = (this.#d + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + t
    this.#c |= 0
    return t >>> 0
  }

  /** A number from 0 (inclusive) to 1 (exclusive). */
  next(): number {
    return this.#draw() / 4_294_967_296
  }

  /** An integer from `from` to `to`, both inclusive. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** One element of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!
  }

  /** The position drawn from a list of weights. */
  weighted(weights: readonly number[]): number {
    let sum = 0
    for (const weight of weights) sum += weight
    let rest = this.next() * sum
    for (let i = 0; i < weights.length; i++) {
      rest -= weights[i]!
      if (rest < 0) return i
    }
    return weights.length - 1
  }

  /** A shuffled copy. */
  shuffled<T>(list: readonly T[]): T[] {
    const copy = [...list]
    for (let i = copy.length - 1; i > 0; i--) {
      const j = this.int(0, i)
      const kept = copy[i]!
      copy[i] = copy[j]!
      copy[j] = kept
    }
    return copy
  }
}
