/** A Dataset from row objects, against what JSON.parse of the same rows costs. */
import { buildDataset, type DatasetRows } from '@xueshi/core'
import { countyText } from '../county.ts'
import { measureInTurns } from '../measure.ts'
import { gate, line, section, timing } from '../output.ts'

/** Every hundredth row of the large tables with a fault, a different one each time. */
function spoil(rows: DatasetRows): DatasetRows {
  const attendance = (rows.attendance ?? []).map((row, i) => {
    if (i % 100 !== 0) return row
    switch ((i / 100) % 4) {
      case 0:
        return { ...row, status: '不明' }
      case 1:
        return { ...row, hours: -1 - (i % 7) }
      case 2:
        return { ...row, capacity: 17 as unknown as string }
      default:
        return { ...row, hours: '两小时' as unknown as number }
    }
  })
  const sessions = rows.sessions.map((row, i) => (i % 100 === 0 ? { ...row, start: '2025-02-30' } : row))
  return { ...rows, attendance, sessions }
}

export async function run(): Promise<void> {
  section('Building a Dataset from row objects')
  const text = countyText()
  const good = JSON.parse(text) as DatasetRows
  const spoilt = spoil(good)
  const rows = good.attendance!.length + good.sessions.length + good.members.length
  const problems = buildDataset(spoilt).problems.length
  line(
    `${rows.toLocaleString('en')} rows of attendance, sessions and members, ${(text.length / 1e6).toFixed(0)} MB of JSON; ` +
      `1 % bad: ${problems.toLocaleString('en')} problems`,
  )
  const turns = await measureInTurns({
    parse: () => JSON.parse(text),
    good: () => buildDataset(good),
    spoilt: () => buildDataset(spoilt),
  })
  timing('JSON.parse of the rows', turns.parse)
  timing('building, all rows good', turns.good)
  timing('building, 1 % of rows bad', turns.spoilt)
  gate('building / JSON.parse, all good', turns.good.median / turns.parse.median, 1)
  gate('building / JSON.parse, 1 % bad', turns.spoilt.median / turns.parse.median, 1.3)
}
