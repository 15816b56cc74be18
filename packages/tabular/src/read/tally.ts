import type { InputTable } from '@xueshi/core'
import { INPUT_TABLES } from '../tables.ts'
import { tableNameZh } from './table-name.ts'
import type { ReadContext } from './table-reader.ts'

/** Rows of a table met so far, and how many of them this reader had to leave out. */
export interface RowCounts {
  rows: number
  lost: number
}

/** The counts of each table over all files and sheets. */
export type Tally = (table: InputTable) => RowCounts

/** Share of lost rows above which a table is not to be relied on; attendance decides over persons. */
const BEARABLE = 0.5
const BEARABLE_ATTENDANCE = 0.01

/** A tally in which nothing has been counted. */
export function createTally(): Tally {
  const counts = new Map<InputTable, RowCounts>(
    INPUT_TABLES.map(({ table }) => [table, { rows: 0, lost: 0 }]),
  )
  return (table) => counts.get(table)!
}

/**
 * Reports tables of which too many rows were left out here: the dataset counts only the rows that reach it.
 */
export function reportLosses({ log, tally }: ReadContext): void {
  for (const { table } of INPUT_TABLES) {
    const { rows, lost } = tally(table)
    if (lost <= rows * (table === 'attendance' ? BEARABLE_ATTENDANCE : BEARABLE)) continue
    const code = table === 'attendance' ? 'attendance-untrustworthy' : 'table-untrustworthy'
    log.report(code, { table, data: { table: tableNameZh(table), tableEn: table, count: lost, total: rows } })
  }
}
