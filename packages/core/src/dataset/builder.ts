import type { Place, Problem } from '../model/problem.ts'
import type { InputTable } from '../model/rows.ts'
import type { Coverage, Dataset } from './dataset.ts'

/** Options of building a dataset. */
export interface DatasetOptions {
  /** Overrides what the export says it covers. */
  readonly covers?: Coverage
  /**
   * Key of the HMAC by which a member without a number, or with a citizen number as number, gets an id.
   * Without it a random key of the run is used and ids differ from run to run (problem `key-of-the-run`).
   */
  readonly pseudonymKey?: string
}

/** Where a batch of rows came from. Row i has number `rowNumbers[i]`, else `firstRow + i`. */
export interface BatchPlace extends Pick<Place, 'file' | 'sheet'> {
  readonly firstRow?: number
  readonly rowNumbers?: ArrayLike<number>
  /** Header as the file writes it, by field name; problems name it as their column. */
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * Collects rows of any table in any order and in batches of any size, then builds the dataset. Rows are
 * untrusted: each is validated, bad ones become problems with their place. Rows are not kept.
 */
export interface DatasetBuilder {
  /** States that a table is part of the input, with the fields its file has, even if no row follows. */
  declare(table: InputTable, columns?: readonly string[]): void
  add(table: InputTable, rows: readonly unknown[], at?: BatchPlace): void
  /** Adds a problem of the reader. */
  report(problem: Problem): void
  /** @throws XueshiError `dataset-closed` on a second call. */
  build(): Dataset
}
