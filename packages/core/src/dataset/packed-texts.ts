/** Texts without line feeds in one piece, half as large as one by one. */
export class PackedTexts {
  /** The texts, each but the last followed by a line feed. */
  readonly joined: string
  readonly #start: Uint32Array

  constructor(texts: readonly string[]) {
    this.joined = texts.join('\n')
    this.#start = new Uint32Array(texts.length + 1)
    for (let i = 0; i < texts.length; i++) this.#start[i + 1] = this.#start[i]! + texts[i]!.length + 1
  }

  get count(): number {
    return this.#start.length - 1
  }

  /** The text at a position. */
  at(i: number): string {
    return this.joined.slice(this.#start[i]!, this.#start[i + 1]! - 1)
  }
}
