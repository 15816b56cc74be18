import { tryParseDate, XueshiError } from '@xueshi/core'
import { writeXlsx } from 'hucre/xlsx'
import { type WriteOptions, writeAtomically } from './atomic.ts'
import { LONE_SURROGATE, type PlainCell } from './csv.ts'

/** A sheet of a workbook that {@link writeWorkbook} writes. */
export interface PlainSheet {
  /** Characters that sheet names cannot have are replaced, long names cut, equal names numbered. */
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly PlainCell[])[]
  /**
   * What a column holds: texts `YYYY-MM-DD` of a `date` column and `YYYY-MM-DD HH:mm` of an `instant`
   * column become real date cells. Default `plain`.
   */
  readonly columns?: readonly ('plain' | 'date' | 'instant')[]
}

/** Rows of one sheet below its header; longer tables go on in a further sheet `…_2`. */
const ROWS_PER_SHEET = 1_000_000
/** Most characters of a cell that spreadsheet programs open. */
const CELL_LENGTH = 32_767

/**
 * Writes one XLSX workbook. Text is always a string cell and never a formula or a link; there is no
 * leading `'` as in CSV, because a string cell is not computed. The file appears as a whole or not at all.
 *
 * @throws XueshiError `output-refused` where the file exists (and `force` is not set), a text is longer than
 * 32,767 characters or has characters that XML does not have.
 * @example
 * ```ts
 * import { mkdtemp } from 'node:fs/promises'
 * import { tmpdir } from 'node:os'
 * import { join } from 'node:path'
 * import { writeWorkbook } from '@xueshi/tabular'
 *
 * const folder = await mkdtemp(join(tmpdir(), 'xueshi-'))
 * const sheet = { name: '名单', header: ['姓名', '学时'], rows: [['张三', 32]] }
 * await writeWorkbook(join(folder, '名单.xlsx'), [sheet])
 * ```
 */
export async function writeWorkbook(
  path: string,
  sheets: readonly PlainSheet[],
  options: WriteOptions = {},
): Promise<void> {
  const names = new Set<string>()
  const parts = sheets.flatMap((sheet) => {
    const columns = sheet.columns ?? []
    const rows = sheet.rows.map((row) =>
      row.map((cell, index) => sheetCell(cell, columns[index] ?? 'plain', path)),
    )
    const pieces = Math.max(1, Math.ceil(rows.length / ROWS_PER_SHEET))
    return Array.from({ length: pieces }, (_, piece) => ({
      name: sheetName(piece === 0 ? sheet.name : `${sheet.name}_${piece + 1}`, names),
      columns: sheet.header.map((_title, index) => FORMATS[columns[index] ?? 'plain']),
      rows: [[...sheet.header], ...rows.slice(piece * ROWS_PER_SHEET, (piece + 1) * ROWS_PER_SHEET)],
      freezePane: { rows: 1 },
    }))
  })
  const bytes = await writeXlsx({ sheets: parts })
  await writeAtomically(path, options, (write) => write(bytes))
}

const FORMATS = {
  plain: {},
  date: { numFmt: 'yyyy-mm-dd', width: 12 },
  instant: { numFmt: 'yyyy-mm-dd hh:mm', width: 17 },
}

/** Control characters and non-characters that XML 1.0 does not have, and halves of characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
const DATE = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}):(\d{2}))?$/
/** Serial number of 1970-01-01. */
const SERIAL_1970 = 25_569

function sheetCell(cell: PlainCell, column: 'plain' | 'date' | 'instant', path: string): PlainCell {
  if (typeof cell !== 'string') return cell
  if (column !== 'plain') {
    const match = DATE.exec(cell)
    const day = match === null ? undefined : tryParseDate(match[1]!)
    // Midnight with a time of day stays text: as a serial number it would be a day without one.
    const midnight = match?.[2] === '00' && match[3] === '00'
    if (day !== undefined && !midnight && day + SERIAL_1970 > 60) {
      const minutes = match![2] === undefined ? 0 : Number(match![2]) * 60 + Number(match![3])
      return day + SERIAL_1970 + minutes / 1440
    }
  }
  if (cell.length > CELL_LENGTH || NOT_XML.test(cell) || LONE_SURROGATE.test(cell))
    throw new XueshiError(
      'output-refused',
      `单元格过长或含有工作簿不能保存的字符 / a text is too long for a cell or has characters a workbook cannot hold: ${path}`,
      { where: path },
    )
  // Workbooks read _x000D_ as a character; the mark before it says that this text only looks like it.
  return cell.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
}

/** A sheet name that spreadsheet programs accept and that no other sheet has. */
function sheetName(wanted: string, taken: Set<string>): string {
  const clean = wanted.replace(/[[\]:*?/\\\p{Control}]/gu, '_').replace(/^'+|'+$/g, '_') || '_'
  for (let number = 1; ; number++) {
    const tail = number === 1 ? '' : `_${number}`
    const name = [...clean].join('').slice(0, 31 - tail.length) + tail
    if (taken.has(name.toLowerCase())) continue
    taken.add(name.toLowerCase())
    return name
  }
}
