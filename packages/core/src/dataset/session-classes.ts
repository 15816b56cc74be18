import { SESSION_KINDS, SESSION_MODES } from '../terms.ts'
import type { SessionClass } from './columns.ts'

/** Distinct classes before topics and kinds are given up; the column holds 65,536. */
export const MOST_CLASSES = 60_000

/** The distinct classes of sessions, coded in order of first use. */
export class ClassDictionary {
  readonly classes: SessionClass[] = []
  readonly #indexes = new Map<number, number>()
  readonly #topics = new Map<string, number>()

  /** Code of a class; -1 where it would be new and there are too many, unless it must be. */
  index(
    status: number,
    mode: number,
    hostKind: number,
    kinds: number,
    topics: readonly string[],
    must = false,
  ): number {
    // 21 bits of kinds, 4 of the host's kind, 2 of the status, 3 of the mode, the rest for the topics.
    const head = ((this.#topicsCode(topics) * 8 + mode + 1) * 4 + status) * 16 + hostKind + 1
    const key = head * 2 ** SESSION_KINDS.length + kinds
    const known = this.#indexes.get(key)
    if (known !== undefined) return known
    if (this.classes.length >= MOST_CLASSES && !must) return -1
    const index = this.classes.length
    this.#indexes.set(key, index)
    const word = mode < 0 ? '' : SESSION_MODES[mode]!.id
    this.classes.push(Object.freeze({ kinds, hostKind, status, mode: word, topics }))
    return index
  }

  #topicsCode(topics: readonly string[]): number {
    if (topics.length === 0) return 0
    const key = topics.length === 1 ? `-${topics[0]}` : JSON.stringify(topics)
    let code = this.#topics.get(key)
    if (code === undefined) {
      code = this.#topics.size + 1
      this.#topics.set(key, code)
    }
    return code
  }
}
