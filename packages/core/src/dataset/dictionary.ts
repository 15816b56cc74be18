import { WordIndex } from './word-index.ts'

/** Codes of distinct words in order of arrival. */
export class Dictionary {
  readonly values: string[] = []
  readonly #index = new WordIndex(this.values)
  /** By code of a word, those of the two words that came after it last, the later first. */
  #next = new Uint32Array(128)
  #last = 0

  /** Code of a word, given now where it has none. */
  code(word: string): number {
    const known = this.known(word)
    if (known >= 0) return known
    const code = this.values.push(word) - 1
    this.#index.add(code)
    if (2 * code === this.#next.length) this.#lengthen()
    this.#follow(code)
    return code
  }

  /**
   * Code of a word that has one, -1 for any other value. Records name the same things in the same order again
   * and again, so that a look at the words that came next before mostly spares the search.
   */
  known(word: unknown): number {
    if (typeof word !== 'string') return -1
    const { values } = this
    const next = this.#next
    const at = 2 * this.#last
    let code = next[at]!
    if (word === values[code]) {
      this.#last = code
      return code
    }
    code = next[at + 1]!
    if (word !== values[code]) {
      code = this.#index.find(word)
      if (code < 0) return -1
    }
    this.#follow(code)
    return code
  }

  #follow(code: number): void {
    const at = 2 * this.#last
    this.#next[at + 1] = this.#next[at]!
    this.#next[at] = code
    this.#last = code
  }

  /** The words by code; nothing can be looked up any more. */
  close(): readonly string[] {
    this.#index.clear()
    this.#next = new Uint32Array(2)
    this.#last = 0
    return this.values
  }

  #lengthen(): void {
    const longer = new Uint32Array(this.#next.length * 2)
    longer.set(this.#next)
    this.#next = longer
  }
}

/** Code of an optional word, -1 where absent. */
export function codeOr(dictionary: Dictionary, word: string | undefined): number {
  return word === undefined ? -1 : dictionary.code(word)
}

/** Codes of texts of which many records have none: 0 stands for that. */
export class TextDictionary {
  readonly #texts = new Dictionary()

  code(text: string | null): number {
    return text === null ? 0 : this.#texts.code(text) + 1
  }

  valueOf(code: number): string | null {
    return code === 0 ? null : this.#texts.values[code - 1]!
  }

  /** The texts by code; nothing can be looked up any more. */
  close(): readonly (string | null)[] {
    return [null, ...this.#texts.close()]
  }
}
