/** How far a search looks ahead before it asks the index. */
const NEAR = 4

/** Positions of identifiers. They are mostly asked for one after the other, which needs no index. */
export class Positions {
  readonly #ids: readonly string[]
  #at: Map<string, number> | undefined
  #last = 0

  constructor(ids: readonly string[]) {
    this.#ids = ids
  }

  /** Position of an identifier, -1 where it is none of these. */
  of(id: string): number {
    const ids = this.#ids
    const last = this.#last
    for (let position = last; position < last + NEAR; position++)
      if (ids[position] === id) {
        this.#last = position
        return position
      }
    this.#at ??= new Map(ids.map((known, position) => [known, position]))
    const found = this.#at.get(id)
    if (found === undefined) return -1
    this.#last = found
    return found
  }
}

/** Immutable records made from columns when they are asked for, each once. */
export class Records<T> {
  readonly #count: number
  readonly #make: (position: number) => T
  readonly #made: (T | undefined)[] = []
  #all: readonly T[] | undefined

  /** `make` gives a frozen record. */
  constructor(count: number, make: (position: number) => T) {
    this.#count = count
    this.#make = make
  }

  /** The record at a position. */
  at(position: number): T {
    const made = this.#made
    const known = made[position]
    if (known !== undefined) return known
    // Filled up to the position, so that the list never has holes.
    while (made.length <= position) made.push(undefined)
    const record = this.#make(position)
    made[position] = record
    return record
  }

  /** All of them, in order. */
  get all(): readonly T[] {
    if (this.#all === undefined) {
      for (let position = 0; position < this.#count; position++) this.at(position)
      this.#all = Object.freeze(this.#made) as readonly T[]
    }
    return this.#all
  }
}
