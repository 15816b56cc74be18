/** A dataset built from a file of batches and checked; prints one line of JSON. Argument: the file. */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { check, createDatasetBuilder } from '@xueshi/core'
import type { SampleBatch } from '@xueshi/testing'
import { AS_OF, comparedRules } from '../county.ts'
import { measure } from '../measure.ts'

export interface LargeResult {
  readonly rows: number
  readonly members: number
  readonly sessions: number
  /** Without reading and parsing the file. */
  readonly buildMs: number
  readonly checkMs: number
  readonly findings: number
  /** Megabytes: the most this process has had after building, and the most it has while checking. */
  readonly buildPeak: number
  readonly checkMemory: number
  readonly problems: number
}

const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20)

const builder = createDatasetBuilder()
let buildMs = 0
const timed = <T>(work: () => T): T => {
  const start = performance.now()
  const result = work()
  buildMs += performance.now() - start
  return result
}
for await (const text of createInterface({
  input: createReadStream(process.argv[2]!),
  crlfDelay: Infinity,
})) {
  const batch = JSON.parse(text) as SampleBatch
  timed(() => builder.add(batch.table, batch.rows))
}
const dataset = timed(() => builder.build())
const buildPeak = megabytes(process.resourceUsage().maxRSS * 1024)
globalThis.gc?.()
globalThis.gc?.()
const config = comparedRules()
let findings = 0
let checkMemory = 0
const timing = await measure(() => {
  findings = check(dataset, config, { asOf: AS_OF }).findings.length
  checkMemory = Math.max(checkMemory, process.memoryUsage.rss())
})
const result: LargeResult = {
  rows: dataset.counts.attendance ?? 0,
  members: dataset.counts.members ?? 0,
  sessions: dataset.counts.sessions ?? 0,
  buildMs,
  checkMs: timing.median,
  findings,
  buildPeak,
  checkMemory: megabytes(checkMemory),
  problems: dataset.problems.length,
}
console.log(JSON.stringify(result))
