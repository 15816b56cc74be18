import type { Place } from '../model/problem.ts'
import type { BatchPlace } from './builder.ts'

interface Batch {
  readonly base: number
  count: number
  readonly file: string | undefined
  readonly sheet: string | undefined
  /** Row number of the first record, or the numbers of all where they have gaps. */
  readonly rows: number | Uint32Array
  readonly headers: Readonly<Record<string, string>> | undefined
}

/**
 * Where the records of one table came from. Records are numbered in order of arrival; batches that go on
 * where the last one ended are joined, so that a table read in pieces costs no memory per piece.
 */
export class Provenance {
  readonly #batches: Batch[] = []
  readonly #added = new Map<string, number>()
  #count = 0

  /** Number of records that have arrived. */
  get count(): number {
    return this.#count
  }

  /** Registers a batch and returns the ordinal of its first record. */
  add(count: number, at: BatchPlace | undefined): number {
    const base = this.#count
    if (count === 0) return base
    const source = `${at?.file ?? ''}\n${at?.sheet ?? ''}`
    const before = this.#added.get(source) ?? 0
    this.#added.set(source, before + count)
    this.#count += count
    const rows =
      at?.rowNumbers === undefined ? (at?.firstRow ?? before + 1) : compactRows(at.rowNumbers, count)
    const last = this.#batches.at(-1)
    if (
      last !== undefined &&
      last.file === at?.file &&
      last.sheet === at?.sheet &&
      last.headers === at?.headers &&
      typeof rows === 'number' &&
      typeof last.rows === 'number' &&
      last.rows + last.count === rows
    )
      last.count += count
    else this.#batches.push({ base, count, file: at?.file, sheet: at?.sheet, rows, headers: at?.headers })
    return base
  }

  /** Place of a record, of one of its cells where a field is given. */
  place(ordinal: number, field?: string): Place {
    const batch = this.#batchOf(ordinal)
    if (batch === undefined) return field === undefined ? {} : { column: field }
    const offset = ordinal - batch.base
    const row = typeof batch.rows === 'number' ? batch.rows + offset : batch.rows[offset]!
    return {
      ...(batch.file === undefined ? {} : { file: batch.file }),
      ...(batch.sheet === undefined ? {} : { sheet: batch.sheet }),
      row,
      ...(field === undefined ? {} : { column: this.header(ordinal, field) ?? field }),
    }
  }

  /** Header of a field as the file of a record writes it. */
  header(ordinal: number, field: string): string | undefined {
    const headers = this.#batchOf(ordinal)?.headers
    return headers !== undefined && Object.hasOwn(headers, field) ? headers[field] : undefined
  }

  #batchOf(ordinal: number): Batch | undefined {
    let low = 0
    let high = this.#batches.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#batches[middle]!.base <= ordinal) low = middle + 1
      else high = middle
    }
    const batch = this.#batches[low - 1]
    return batch !== undefined && ordinal < batch.base + batch.count ? batch : undefined
  }
}

/** The first number where the numbers run without gaps, else a copy of them. */
function compactRows(numbers: ArrayLike<number>, count: number): number | Uint32Array {
  const first = numbers[0] ?? 1
  for (let i = 1; i < count; i++)
    if (numbers[i] !== first + i)
      return Uint32Array.from({ length: count }, (_, k) => numbers[k] ?? first + k)
  return first
}
