/** First check of a process; prints `{ "ms": … }`. */
import { check } from '@xueshi/core'
import { AS_OF, comparedRules, countyDataset, countyRows } from '../county.ts'

const dataset = countyDataset(countyRows())
globalThis.gc?.()
const start = performance.now()
const report = check(dataset, comparedRules(), { asOf: AS_OF })
const ms = performance.now() - start
console.log(JSON.stringify({ ms, findings: report.findings.length }))
