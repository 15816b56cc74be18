/**
 * Writes a county of ten million attendance rows in batches, one per line, so that building it can be
 * measured in a process that has never held more than a batch.
 * Arguments: `base`, `years` (10,000 members × 5 years) or `members` (250,000 members); the file.
 */
import { closeSync, openSync, writeSync } from 'node:fs'
import { type SampleOptions, sampleCountyBatches } from '@xueshi/testing'

const SHAPES: Readonly<Record<string, SampleOptions>> = {
  base: { members: 10_000, attendanceRows: 400_000 },
  years: { members: 10_000, attendanceRows: 10_000_000, years: 5 },
  members: { members: 250_000, attendanceRows: 10_000_000 },
}

const [shape, file] = process.argv.slice(2)
const options = SHAPES[shape ?? '']
if (options === undefined || file === undefined) throw new Error('arguments: base|years|members FILE')
const handle = openSync(file, 'w')
let batches = 0
for (const batch of sampleCountyBatches(options).batches) {
  writeSync(handle, `${JSON.stringify(batch)}\n`)
  batches++
}
closeSync(handle)
console.log(JSON.stringify({ batches }))
