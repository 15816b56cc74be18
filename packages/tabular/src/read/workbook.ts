import { TABLES } from '@xueshi/core'
import { type CellValue, EncryptedFileError } from 'hucre'
import { readXls, readXlsx, streamXlsxRows } from 'hucre/xlsx'
import type { Cell } from '../cells/cell.ts'
import { contractOf } from '../tables.ts'
import type { ReadProgress } from './dataset.ts'
import { reportLimit } from './limit-report.ts'
import type { SourceFile } from './sources.ts'
import { isDefaultSheetName, type NamedTable, tableByName } from './table-name.ts'
import { createTableReader, type ReadContext } from './table-reader.ts'
import { reportUnknownName } from './unknown.ts'
import { checkZip } from './zip.ts'

/** Rows that are handed on at once. */
const BATCH = 10_000

interface Sheet {
  readonly name: string
  readonly hidden: boolean
  readonly rows: () => AsyncIterable<{ readonly index: number; readonly values: readonly CellValue[] }>
}

interface Workbook {
  readonly sheets: readonly Sheet[]
  readonly epoch1904: boolean
}

/**
 * Reads all sheets of a workbook, hidden ones too: `.xlsx` (also `.xlsm`) or `.xls` of Excel 97 to 2003.
 */
export async function readWorkbook(
  file: SourceFile,
  bytes: Buffer,
  kind: 'zip' | 'ole',
  context: ReadContext,
  onProgress: (event: ReadProgress) => void,
): Promise<void> {
  const { log } = context
  try {
    const workbook = kind === 'zip' ? await openXlsx(file, bytes, context) : await guarded(openXls(bytes))
    if (workbook !== undefined) await readSheets(file, workbook, context, onProgress)
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error
    if (error.cause instanceof EncryptedFileError) log.report('encrypted-workbook', { file: file.label })
    else log.report('unreadable-file', { file: file.label, data: DAMAGED })
  }
}

/** Whatever the library throws while it reads a file says that the file is at fault. */
class UnreadableWorkbook extends Error {}

async function guarded<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (cause) {
    throw new UnreadableWorkbook('unreadable workbook', { cause })
  }
}

async function* guardedRows<T>(rows: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* rows
  } catch (cause) {
    throw new UnreadableWorkbook('unreadable workbook', { cause })
  }
}

async function openXlsx(
  file: SourceFile,
  bytes: Buffer,
  context: ReadContext,
): Promise<Workbook | undefined> {
  const { log, limits } = context
  const checked = await checkZip(bytes, limits)
  if ('fault' in checked) {
    if (checked.fault === 'limit') reportLimit(log, { file: file.label }, limits, checked.key, checked.value)
    else if (checked.fault === 'encrypted') log.report('encrypted-workbook', { file: file.label })
    else log.report('unreadable-file', { file: file.label, data: checked })
    return undefined
  }
  if (!checked.has('[Content_Types].xml') || [...checked].some((name) => /^xl\/workbook\.bin$/.test(name))) {
    log.report('unreadable-file', { file: file.label, data: NOT_XLSX })
    return undefined
  }
  const names: { name: string; hidden: boolean }[] = []
  const { dateSystem } = await guarded(
    readXlsx(bytes, {
      sheets: ({ name, hidden, veryHidden }) => {
        names.push({ name, hidden: hidden === true || veryHidden === true })
        return false
      },
    }),
  )
  return {
    epoch1904: dateSystem === '1904',
    sheets: names.map((sheet) => ({ ...sheet, rows: () => streamXlsxRows(bytes, { sheet: sheet.name }) })),
  }
}

async function openXls(bytes: Buffer): Promise<Workbook> {
  // The name of the stream that holds the ciphertext of an encrypted .xlsx.
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new EncryptedFileError('xlsx')
  const { sheets, dateSystem } = await readXls(bytes)
  return {
    epoch1904: dateSystem === '1904',
    sheets: sheets.map(({ name, hidden, veryHidden, rows }) => ({
      name,
      hidden: hidden === true || veryHidden === true,
      async *rows() {
        // A damaged file may leave holes, of rows and of cells.
        for (const [index, values] of rows.entries()) if (values !== undefined) yield { index, values }
      },
    })),
  }
}

async function readSheets(
  file: SourceFile,
  workbook: Workbook,
  context: ReadContext,
  onProgress: (event: ReadProgress) => void,
): Promise<void> {
  const { log } = context
  const named: { sheet: Sheet; name: NamedTable }[] = []
  for (const sheet of workbook.sheets) {
    const name = tableByName(sheet.name) ?? byFileName(file, sheet, workbook)
    if (name !== undefined) named.push({ sheet, name })
    else reportUnknownName(log, file.label, sheet.name)
  }
  const rank = ({ name }: { name: NamedTable }) => TABLES.findIndex((term) => term.id === name.table)
  for (const { sheet, name } of named.sort((a, b) => rank(a) - rank(b))) {
    if (sheet.hidden) log.report('hidden-sheet', { file: file.label, sheet: sheet.name, table: name.table })
    const reader = createTableReader(
      {
        contract: contractOf(name.table),
        file: file.label,
        sheet: sheet.name,
        certain: name.certain,
        text: false,
        epoch1904: workbook.epoch1904,
      },
      context,
    )
    let rows: Cell[][] = []
    let numbers: number[] = []
    let count = 0
    const hand = (): boolean => {
      const more = reader.push(rows, numbers)
      count += rows.length
      onProgress({ file: file.label, sheet: sheet.name, rows: count })
      rows = []
      numbers = []
      return more
    }
    let more = true
    for await (const { index, values } of guardedRows(sheet.rows())) {
      rows.push(Array.from(values, cellOf))
      numbers.push(index + 1)
      if (rows.length < BATCH) continue
      more = hand()
      if (!more) break
    }
    if (more) hand()
    reader.end()
  }
}

/** The only sheet, or a sheet that nobody gave a name, is what the file is called. */
function byFileName(file: SourceFile, sheet: Sheet, workbook: Workbook): NamedTable | undefined {
  return workbook.sheets.length === 1 || isDefaultSheetName(sheet.name) ? tableByName(file.stem) : undefined
}

function cellOf(value: CellValue | undefined): Cell {
  if (value === undefined) return null
  // Workbooks give dates as instants of UTC whose digits are those of the sheet.
  return typeof value === 'object' && value !== null
    ? { minute: Math.round(value.getTime() / 60_000) }
    : value
}

const DAMAGED = {
  reason: '工作簿已损坏，或不是表格软件生成的格式。请打开后另存为 .xlsx。',
  reasonEn:
    'the workbook is damaged or of an unknown form. Open it in a spreadsheet program and save it as .xlsx.',
}
const NOT_XLSX = {
  reason: '是压缩包，但不是 .xlsx 工作簿。请用表格软件打开后另存为 .xlsx。',
  reasonEn:
    'it is a ZIP container but no .xlsx workbook. Open it in a spreadsheet program and save it as .xlsx.',
}
