/** Places that are looked at before a word counts as crowded out. */
const NEAR = 32

/**
 * Where words lie in a list of distinct words: a table of their hashes with open addressing, a few bytes a
 * word. Words whose hashes lie too close together, as only ill will can make them, are kept in a map.
 */
export class WordIndex {
  readonly #words: readonly string[]
  /** Position plus one, 0 where free; at least half of it is free. */
  #slots = new Uint32Array(128)
  readonly #crowded = new Map<string, number>()

  constructor(words: readonly string[]) {
    this.#words = words
  }

  /** Position of a word, -1 where it is none of these. */
  find(word: string): number {
    const slots = this.#slots
    const mask = slots.length - 1
    let slot = hashOf(word) & mask
    for (let n = 0; n < NEAR; n++) {
      const position = slots[slot]! - 1
      if (position < 0) return -1
      if (this.#words[position] === word) return position
      slot = (slot + 1) & mask
    }
    return this.#crowded.get(word) ?? -1
  }

  /** Adds the word at a position, which is to be new. */
  add(position: number): void {
    if (2 * position >= this.#slots.length) {
      this.#slots = new Uint32Array(4 * position)
      this.#crowded.clear()
      for (let before = 0; before < position; before++) this.#place(before)
    }
    this.#place(position)
  }

  /** Forgets all words. */
  clear(): void {
    this.#slots = new Uint32Array(1)
    this.#crowded.clear()
  }

  #place(position: number): void {
    const slots = this.#slots
    const mask = slots.length - 1
    const word = this.#words[position]!
    let slot = hashOf(word) & mask
    for (let n = 0; n < NEAR; n++) {
      if (slots[slot] === 0) {
        slots[slot] = position + 1
        return
      }
      slot = (slot + 1) & mask
    }
    this.#crowded.set(word, position)
  }
}

/** A hash of 32 bits of a text. */
export function hashOf(text: string): number {
  let hash = text.length
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x0100_0193)
  return hash ^ (hash >>> 15)
}
