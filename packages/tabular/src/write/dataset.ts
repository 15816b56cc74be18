import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatasetRows } from '@xueshi/core'
import { INPUT_TABLES } from '../tables.ts'
import { type WriteOptions, writeAtomically } from './atomic.ts'
import { writeCsv } from './csv.ts'
import { tablesOf } from './rows.ts'
import { writeWorkbook } from './workbook.ts'

/** The forms in which {@link writeDatasetRows} can write. */
export type DatasetFormat = 'csv' | 'csv-gb18030' | 'xlsx' | 'json'

/** Options of {@link writeDatasetRows}. */
export interface DatasetWriteOptions extends WriteOptions {
  readonly format: DatasetFormat
}

/** Rows that are written at once. */
const BATCH = 5_000

/**
 * Writes the rows of a dataset into a folder, so that `readDataset` of it gives an equal dataset: one CSV
 * file for each table (`党组织.csv` …), one workbook `数据.xlsx`, or one `dataset.json` with one row per line.
 * The folder is made where it does not exist; other files in it are left alone.
 *
 * @returns the paths written.
 * @throws XueshiError `output-refused` as the writers of single files.
 * @example
 * ```ts
 * import { mkdtemp } from 'node:fs/promises'
 * import { tmpdir } from 'node:os'
 * import { join } from 'node:path'
 * import { readDataset, writeDatasetRows } from '@xueshi/tabular'
 *
 * const folder = join(await mkdtemp(join(tmpdir(), 'xueshi-')), 'data')
 * const rows = {
 *   organizations: [{ id: 'B1', name: '第一党支部', kind: 'branch' }],
 *   members: [{ id: 'M1', name: '张三', status: 'full', organization: 'B1' }],
 *   sessions: [{ id: 'S1', organization: 'B1', kinds: ['theme-day'], start: '2025-03-05T14:30+08:00' }],
 * }
 * await writeDatasetRows(folder, rows, { format: 'csv-gb18030' })
 * console.log((await readDataset(folder)).sessions.length) // 1
 * ```
 */
export async function writeDatasetRows(
  folder: string,
  rows: DatasetRows,
  options: DatasetWriteOptions,
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  const { format } = options
  if (format === 'json') {
    const path = join(folder, 'dataset.json')
    await writeJson(path, rows, options)
    return [path]
  }
  const tables = tablesOf(rows)
  if (format === 'xlsx') {
    const path = join(folder, '数据.xlsx')
    const sheets = tables.map(({ name, header, rows: cells, columns }) => ({
      name,
      header,
      rows: cells,
      columns: columns.map(({ type }) => (type === 'date' || type === 'instant' ? type : 'plain')),
    }))
    await writeWorkbook(path, sheets, options)
    return [path]
  }
  const encoding = format === 'csv' ? 'utf-8' : 'gb18030'
  const paths: string[] = []
  for (const { name, header, rows: cells } of tables) {
    const path = join(folder, `${name}.csv`)
    await writeCsv(path, header, cells, { ...options, encoding })
    paths.push(path)
  }
  return paths
}

async function writeJson(path: string, rows: DatasetRows, options: WriteOptions): Promise<void> {
  await writeAtomically(path, options, async (write) => {
    let text = '{'
    let first = true
    for (const { table } of INPUT_TABLES) {
      const records: readonly unknown[] | undefined = rows[table]
      if (records === undefined) continue
      text += `${first ? '' : ','}\n${JSON.stringify(table)}:[`
      first = false
      for (const [index, record] of records.entries()) {
        text += `${index === 0 ? '' : ','}\n${JSON.stringify(record)}`
        if ((index + 1) % BATCH !== 0) continue
        await write(text)
        text = ''
      }
      text += ']'
    }
    await write(`${text}\n}\n`)
  })
}
