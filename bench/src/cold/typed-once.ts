/** First two aggregates of a process over typed arrays; prints `{ "ms": … }`. */
import { aggregateTyped } from '../anchors/aggregates-typed.ts'
import { flatColumns, flatRows } from '../anchors/flat-rows.ts'
import { countyPlainRows } from '../county.ts'

const columns = flatColumns(flatRows(countyPlainRows()))
globalThis.gc?.()
const start = performance.now()
aggregateTyped(columns)
const ms = performance.now() - start
console.log(JSON.stringify({ ms }))
