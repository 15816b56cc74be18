/** First two aggregates of a process in DuckDB, its table loaded; prints `{ "ms": … }`. */
import { aggregateDuckDB, loadDuckDB } from '../anchors/aggregates-duckdb.ts'
import { flatColumns, flatRows } from '../anchors/flat-rows.ts'
import { countyPlainRows } from '../county.ts'

const loaded = await loadDuckDB(flatColumns(flatRows(countyPlainRows())))
globalThis.gc?.()
const start = performance.now()
await aggregateDuckDB(loaded)
const ms = performance.now() - start
console.log(JSON.stringify({ ms }))
