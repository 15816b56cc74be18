/** The first call of a process, which is all that a command line ever makes. */
import { coldMedian } from '../measure.ts'
import { gate, section, timing } from '../output.ts'

const PROCESSES = 7

export async function run(): Promise<void> {
  section(`First call of a process (${PROCESSES} processes each)`)
  const check = coldMedian('cold/check-once.ts', [], PROCESSES)
  const duckdb = coldMedian('cold/duckdb-once.ts', [], PROCESSES)
  const typed = coldMedian('cold/typed-once.ts', [], PROCESSES)
  timing('check, every requirement, findings built', check)
  timing('(a) two aggregates over typed arrays', typed)
  timing('(b) the same in DuckDB, 2 threads, typed vectors', duckdb)
  gate('cold check / cold (b) DuckDB', check.median / duckdb.median, 1.5)
}
