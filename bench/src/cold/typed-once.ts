/** First two aggregates of a process over typed arrays; prints `{ "ms": … }`. */
import { aggregateTyped } from '../anchors/aggregates-typed.ts'
import { flatColumns, flatRows } from '../anchors/flat-rows.ts'
import { countyRows } from '../county.ts'

const columns = flatColumns(flatRows(countyRows()))
globalThis.gc?.()
const start = performance.now()
aggregateTyped(columns)
const ms = performance.now() - start
console.log(JSON.stringify({ ms }))
