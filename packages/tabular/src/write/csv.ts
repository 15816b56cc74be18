import { XueshiError } from '@xueshi/core'
import { escapeFormula } from '../formula.ts'
import { type WriteOptions, writeAtomically } from './atomic.ts'
import { encodeGb18030, firstUnencodable } from './gb18030.ts'

/** What a cell of a plain table may hold. Numbers stay numbers; text never becomes a formula. */
export type PlainCell = string | number | boolean | null

/** Options of {@link writeCsv}. */
export interface CsvOptions extends WriteOptions {
  /** `utf-8` with byte order mark (default), or `gb18030`. */
  readonly encoding?: 'utf-8' | 'gb18030'
}

/** Half of a character of two code units: no encoding has bytes for it. */
export const LONE_SURROGATE = /\p{Surrogate}/u

/** Rows that are written at once. */
const BATCH = 5_000

/**
 * Writes one CSV file: comma, CR LF, a cell in quotes where it needs them. Text that a spreadsheet program
 * would compute gets a leading `'`, which {@link readDataset} takes away again. The file appears as a whole
 * or not at all.
 *
 * @throws XueshiError `output-refused` where the file exists (and `force` is not set), or where a text has a
 * lone surrogate or a character that the encoding does not have: nothing is replaced silently.
 * @example
 * ```ts
 * import { mkdtemp } from 'node:fs/promises'
 * import { tmpdir } from 'node:os'
 * import { join } from 'node:path'
 * import { writeCsv } from '@xueshi/tabular'
 *
 * const folder = await mkdtemp(join(tmpdir(), 'xueshi-'))
 * await writeCsv(join(folder, '名单.csv'), ['姓名', '学时'], [['张三', 32]], { encoding: 'gb18030' })
 * ```
 */
export async function writeCsv(
  path: string,
  header: readonly string[],
  rows: Iterable<readonly PlainCell[]>,
  options: CsvOptions = {},
): Promise<void> {
  const { encoding = 'utf-8' } = options
  const encode = (text: string, row: number): Uint8Array | string => {
    if (encoding === 'utf-8') {
      if (LONE_SURROGATE.test(text)) throw unwritable(path, row, 'U+D800–U+DFFF')
      return text
    }
    const character = LONE_SURROGATE.test(text) ? 'U+D800–U+DFFF' : firstUnencodable(text)
    if (character !== undefined) throw unwritable(path, row, character)
    return encodeGb18030(text)
  }
  await writeAtomically(path, options, async (write) => {
    if (encoding === 'utf-8') await write('\ufeff')
    let text = csvLine(header)
    let count = 0
    for (const row of rows) {
      text += csvLine(row)
      if (++count % BATCH !== 0) continue
      await write(encode(text, count))
      text = ''
    }
    await write(encode(text, count))
  })
}

/**
 * The text of {@link writeCsv} in UTF-8, with the byte order mark by which a spreadsheet program knows it, for
 * what is no file: a standard output, an answer to a request.
 *
 * @throws XueshiError `output-refused` where a text has a lone surrogate, which UTF-8 has no bytes for.
 * @example
 * ```ts
 * import { csvText } from '@xueshi/tabular'
 *
 * const text = csvText(['党支部', '主题党日'], [['=1+1', 12]])
 * console.log(JSON.stringify(text.slice(1))) // "党支部,主题党日\r\n'=1+1,12\r\n"
 * ```
 */
export function csvText(header: readonly string[], rows: Iterable<readonly PlainCell[]>): string {
  let text = `\ufeff${csvLine(header)}`
  let count = 0
  for (const row of rows) {
    text += csvLine(row)
    count++
  }
  if (LONE_SURROGATE.test(text)) throw unwritable('CSV', count, 'U+D800–U+DFFF')
  return text
}

function csvLine(row: readonly PlainCell[]): string {
  const cells = row.map(csvCell)
  // A single empty cell would look like an empty line.
  return `${cells.length === 1 && cells[0] === '' ? '""' : cells.join(',')}\r\n`
}

const QUOTED = /[",;\t\r\n]|^\s|\s$/

function csvCell(cell: PlainCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return numberText(cell)
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  const text = escapeFormula(cell)
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A number in plain decimals, whatever its size. */
function numberText(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(10).replace(/\.?0+$/, '') : text
}

function unwritable(path: string, row: number, character: string): XueshiError {
  return new XueshiError(
    'output-refused',
    `第 ${row} 行或之前不远处有无法写入的字符 ${character} / a character that cannot be written, ${character}, in row ${row} or shortly before: ${path}`,
    { where: path },
  )
}
