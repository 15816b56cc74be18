import { type FileHandle, open } from 'node:fs/promises'
import { createDatasetBuilder, type Dataset, type DatasetOptions, TABLES } from '@xueshi/core'
import { type InputLimits, resolveLimits } from '../limits.ts'
import { createProblemLog } from '../problems.ts'
import { contractOf } from '../tables.ts'
import { readCsv } from './csv.ts'
import { readJson } from './json.ts'
import { reportLimit } from './limit-report.ts'
import { SNIFFED, sniff } from './sniff.ts'
import { findSources, type SourceFile } from './sources.ts'
import { tableByName } from './table-name.ts'
import type { ReadContext } from './table-reader.ts'
import { createTally, reportLosses } from './tally.ts'
import { reportUnknownName } from './unknown.ts'
import { readWorkbook } from './workbook.ts'

/** What {@link readDataset} tells while it reads. */
export interface ReadProgress {
  readonly file: string
  readonly sheet?: string
  /** Rows of this file or sheet so far. */
  readonly rows: number
  /** Bytes of this file so far and in all; absent for workbooks. */
  readonly bytes?: number
  readonly totalBytes?: number
}

/** Options of {@link readDataset}. */
export interface ReadOptions extends DatasetOptions {
  /** Changes to {@link inputLimits}. */
  readonly limits?: Partial<InputLimits>
  /** Called after each piece of a file. */
  readonly onProgress?: (event: ReadProgress) => void
}

/**
 * Reads an export into a dataset: a folder of CSV, XLSX or JSON files, one workbook, one CSV file or one
 * `dataset.json`, or several of these. Faults of the data become problems of the dataset, all of them at
 * once; a bad file does not keep the others from being read.
 *
 * @throws XueshiError `input-unreadable` where a path does not exist, `usage` for an invalid limit.
 * @example
 * ```ts
 * import { mkdtemp, writeFile } from 'node:fs/promises'
 * import { tmpdir } from 'node:os'
 * import { join } from 'node:path'
 * import { readDataset } from '@xueshi/tabular'
 *
 * const folder = await mkdtemp(join(tmpdir(), 'xueshi-'))
 * await writeFile(join(folder, '党组织.csv'), '组织编码,组织名称,组织类型\nB1,第一党支部,党支部\n')
 * await writeFile(join(folder, '党员.csv'), '党员编号,姓名,人员类别,所在党支部\nM1,张三,正式党员,B1\n')
 * await writeFile(join(folder, '活动.csv'), '活动编号,组织编码,活动类型,开始时间\nS1,B1,主题党日,2025/3/5 14:30\n')
 * const dataset = await readDataset(folder)
 * console.log(dataset.members.length, dataset.session('S1')?.start) // 1 2025-03-05T14:30+08:00
 * ```
 */
export async function readDataset(
  paths: string | readonly string[],
  options: ReadOptions = {},
): Promise<Dataset> {
  const { limits: changes, onProgress, ...datasetOptions } = options
  const limits = resolveLimits(changes)
  const builder = createDatasetBuilder(datasetOptions)
  const log = createProblemLog((problem) => builder.report(problem))
  const context: ReadContext = { builder, log, limits, tally: createTally() }
  const { files, bystanders } = await findSources(typeof paths === 'string' ? [paths] : paths)
  for (const { label, folder } of bystanders)
    log.report('unrecognized-sheet', { file: label, data: folder ? SUBFOLDER : NO_TABLE_FILE })
  if (files.length > limits.files)
    reportLimit(log, { file: files[limits.files]!.label }, limits, 'files', files.length)
  for (const file of inReadingOrder(files.slice(0, limits.files)))
    await readFile(file, context, onProgress ?? (() => {}))
  reportLosses(context)
  log.close()
  return builder.build()
}

/** Reads one file. */
async function readFile(
  file: SourceFile,
  context: ReadContext,
  onProgress: (event: ReadProgress) => void,
): Promise<void> {
  let handle: FileHandle | undefined
  try {
    handle = await open(file.path, 'r')
    const head = Buffer.alloc(SNIFFED)
    const { bytesRead } = await handle.read(head, 0, SNIFFED, 0)
    const kind = sniff(head.subarray(0, bytesRead))
    if (kind === 'zip' || kind === 'ole') {
      if (tooLarge(file, 'bytes', context)) return
      return await readWorkbook(file, await handle.readFile(), kind, context, onProgress)
    }
    if (kind === 'html' || kind === 'xml' || kind === 'binary') {
      context.log.report('unreadable-file', { file: file.label, data: NO_SHEET[kind] })
      return
    }
    if (file.extension === '.json' && kind !== 'empty') return await readJsonFile(file, handle, context)
    return await readTextFile(file, handle, context, onProgress)
  } catch (error) {
    if (!isSystemError(error)) throw error
    const data = {
      reason: `系统无法打开（${error.code}）。`,
      reasonEn: `the system cannot open it (${error.code}).`,
    }
    context.log.report('unreadable-file', { file: file.label, data })
  } finally {
    await handle?.close()
  }
}

async function readJsonFile(file: SourceFile, handle: FileHandle, context: ReadContext): Promise<void> {
  const { log } = context
  if (!file.given && !/^dataset/i.test(file.stem)) {
    log.report('unrecognized-sheet', { file: file.label, data: OTHER_JSON })
    return
  }
  if (tooLarge(file, 'bytes', context)) return
  const bytes = await handle.readFile()
  try {
    readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes), file.label, context)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    log.report('invalid-json', {
      file: file.label,
      data: { reason: '不是 UTF-8 编码。', reasonEn: 'it is not UTF-8.' },
    })
    return
  }
}

async function readTextFile(
  file: SourceFile,
  handle: FileHandle,
  context: ReadContext,
  onProgress: (event: ReadProgress) => void,
): Promise<void> {
  const { log } = context
  const named = tableByName(file.stem)
  if (named === undefined) {
    reportUnknownName(log, file.label)
    return
  }
  const { table } = named
  if (tooLarge(file, 'textBytes', context)) return
  const source = {
    contract: contractOf(table),
    file: file.label,
    certain: named.certain,
    text: true,
    epoch1904: false,
  }
  await readCsv(handle, source, context, (bytes, rows) =>
    onProgress({ file: file.label, rows, bytes, totalBytes: file.bytes }),
  )
}

/** Small tables first, so that long ones meet identifiers that are known already. */
function inReadingOrder(files: readonly SourceFile[]): readonly SourceFile[] {
  const rank = (file: SourceFile) => {
    const named = tableByName(file.stem)
    return named === undefined ? -1 : TABLES.findIndex((term) => term.id === named.table)
  }
  return [...files].sort((a, b) => rank(a) - rank(b))
}

function tooLarge(file: SourceFile, key: 'bytes' | 'textBytes', { log, limits }: ReadContext): boolean {
  if (file.bytes <= limits[key]) return false
  reportLimit(log, { file: file.label }, limits, key, file.bytes)
  return true
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return (
    error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string' && 'syscall' in error
  )
}

const SUBFOLDER = { reason: '子文件夹不读入。', reasonEn: 'Folders inside the folder are not read.' }
const NO_TABLE_FILE = {
  reason: '不是 CSV、XLSX 或 JSON 文件。',
  reasonEn: 'It is no CSV, XLSX or JSON file.',
}
const NO_SHEET = {
  html: {
    reason: '内容是网页，不是表格（有些系统把网页存成 .xls）。请用表格软件打开后另存为 .xlsx。',
    reasonEn:
      'its content is a web page and not a sheet (some systems save one as .xls). Open it in a spreadsheet program and save it as .xlsx.',
  },
  xml: {
    reason: '内容是 XML 表格（2003 格式）。请用表格软件打开后另存为 .xlsx。',
    reasonEn:
      'its content is an XML spreadsheet of 2003. Open it in a spreadsheet program and save it as .xlsx.',
  },
  binary: {
    reason: '内容是二进制数据，不是表格文字。如果是没有标记的 Unicode 文本，请另存为 CSV UTF-8。',
    reasonEn:
      'its content is binary data and no text. If it is Unicode text without a mark, save it as CSV UTF-8.',
  },
}
const OTHER_JSON = {
  reason: '文件夹中只读入名称以 dataset 开头的 JSON 文件。',
  reasonEn: 'In a folder only JSON files whose name begins with dataset are read.',
}
