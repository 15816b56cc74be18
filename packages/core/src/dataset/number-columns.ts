/**
 * Bytes of a piece of memory that takes up no more than what is written to it, and that goes back to the system
 * when it is freed; the gaps that smaller ones leave stay with the process.
 */
export const LARGE_PIECE = 33 << 20
/** Entries from which on there is room for very many. */
const MANY = 1 << 16

/** Growing columns of whole numbers under names, all in one piece of memory. */
export class NumberColumns<K extends string> {
  readonly #names: readonly K[]
  #columns: Readonly<Record<K, Int32Array>>
  #room = 1024

  constructor(names: readonly K[]) {
    this.#names = names
    this.#columns = this.#columnsOf()
  }

  /** The columns; the first `count` entries of each count. */
  get all(): Readonly<Record<K, Int32Array>> {
    return this.#columns
  }

  /** The columns with room for an entry. */
  withRoomAt(index: number): Readonly<Record<K, Int32Array>> {
    if (index >= this.#room) {
      const large = Math.ceil(LARGE_PIECE / 4 / this.#names.length)
      this.#room = this.#room < MANY ? this.#room * 2 : Math.max(this.#room * 2, large)
      this.#columns = this.#columnsOf(this.#columns)
    }
    return this.#columns
  }

  /** Forgets all numbers. */
  release(): void {
    this.#room = 0
    this.#columns = this.#columnsOf()
  }

  #columnsOf(before?: Readonly<Record<K, Int32Array>>): Readonly<Record<K, Int32Array>> {
    const room = this.#room
    const memory = new ArrayBuffer(this.#names.length * room * 4)
    const columns = {} as Record<K, Int32Array>
    this.#names.forEach((name, i) => {
      columns[name] = new Int32Array(memory, i * room * 4, room)
      if (before !== undefined) columns[name].set(before[name])
    })
    return columns
  }
}
