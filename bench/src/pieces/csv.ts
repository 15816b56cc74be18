/** A county in CSV, against the CSV library alone. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readDataset } from '@xueshi/tabular'
import Papa from 'papaparse'
import { countyRows } from '../county.ts'
import { type CsvTable, csvTables } from '../csv-tables.ts'
import { assertEqual, measureInTurns } from '../measure.ts'
import { gate, line, section, timing } from '../output.ts'

export async function run(): Promise<void> {
  section('Reading a county from CSV')
  const rows = countyRows()
  const folder = mkdtempSync(join(tmpdir(), 'xueshi-bench-'))
  try {
    let bytes = 0
    for (const { file, text } of csvTables(rows) satisfies CsvTable[]) {
      bytes += Buffer.byteLength(text)
      writeFileSync(join(folder, file), text)
    }
    const files = readdirSync(folder).map((file) => join(folder, file))
    const dataset = await readDataset(folder)
    assertEqual('attendance read', dataset.counts.attendance, rows.attendance!.length)
    line(`${files.length} files, ${(bytes / 1e6).toFixed(0)} MB, ${dataset.problems.length} problems`)
    const turns = await measureInTurns({
      // What the library does for everybody: decode, parse to arrays of cells, all rows kept.
      library: () =>
        files.map((file) => Papa.parse(readFileSync(file, 'utf8'), { skipEmptyLines: true }).data.length),
      reading: () => readDataset(folder),
    })
    timing('papaparse alone, cells as arrays', turns.library)
    timing('from files to Dataset', turns.reading)
    gate('CSV to Dataset / papaparse alone', turns.reading.median / turns.library.median, 1.7)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
