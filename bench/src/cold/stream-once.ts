/** A hundred thousand events of one county streamed into a file; prints one line of JSON. */
import { once } from 'node:events'
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buildDataset, type Dataset } from '@xueshi/core'
import { calendarStream } from '@xueshi/ical'

export interface StreamResult {
  readonly events: number
  readonly megabytes: number
  readonly ms: number
  /** Resident memory, in MB, that the process had more at most than before the stream was made. */
  readonly growth: number
}

const BRANCHES = 400
const EVENTS = 100_000

const dataset = county()
// What building left behind must not hide what streaming needs.
for (let i = 0; i < 6; i++) {
  globalThis.gc?.()
  await new Promise((resolve) => setTimeout(resolve, 50))
}

const folder = mkdtempSync(join(tmpdir(), 'xueshi-stream-'))
const file = join(folder, 'county.ics')
const before = process.memoryUsage.rss()
const start = performance.now()
let most = before
let bytes = 0
const out = createWriteStream(file)
for await (const chunk of calendarStream(dataset, { kind: 'county', id: 'county' })) {
  bytes += chunk.length
  if (!out.write(chunk)) await once(out, 'drain')
  most = Math.max(most, process.memoryUsage.rss())
}
out.end()
await once(out, 'finish')
const ms = performance.now() - start

let events = 0
for await (const line of createInterface({ input: createReadStream(file) }))
  if (line === 'BEGIN:VEVENT') events++
rmSync(folder, { recursive: true })
if (events !== EVENTS) throw new Error(`${events} events were written, not ${EVENTS}`)

const result: StreamResult = {
  events,
  megabytes: bytes / 2 ** 20,
  ms,
  growth: (most - before) / 2 ** 20,
}
console.log(JSON.stringify(result))

/** Seven years of a county: 400 branches, 250 sessions each. */
function county(): Dataset {
  const two = (n: number) => String(n).padStart(2, '0')
  return buildDataset({
    organizations: Array.from({ length: BRANCHES }, (_, b) => ({
      id: `b${b}`,
      name: `县直机关第${b + 1}党支部`,
      kind: '党支部',
    })),
    members: [],
    sessions: Array.from({ length: EVENTS }, (_, s) => {
      const b = s % BRANCHES
      const n = Math.floor(s / BRANCHES)
      const day = `${2020 + (n % 7)}-${two(1 + (n % 12))}-${two(1 + ((n * 7 + b) % 28))}`
      return {
        id: `s${s}`,
        organization: `b${b}`,
        kinds: ['主题党日', '党课'],
        title: `深入学习贯彻全会精神第${n + 1}次集体学习研讨`,
        start: `${day}T14:30+08:00`,
        end: `${day}T16:30+08:00`,
        hours: 2,
        mode: '线下',
        venue: '机关办公楼三楼会议室',
        lecturers: ['李老师'],
        topics: ['党史'],
        status: '已举办',
      }
    }),
    export: [{ exportedOn: '2027-01-05', from: '2020-01-01', to: '2026-12-31' }],
  })
}
