import type { FileHandle } from 'node:fs/promises'
import Papa from 'papaparse'
import type { InputTableContract } from '../tables.ts'
import { decodePieces, detectEncoding, InvalidBytes } from './encoding.ts'
import { findHeader } from './header.ts'
import { reportLimit } from './limit-report.ts'
import { createTableReader, type ReadContext, type TableSource } from './table-reader.ts'

/** What papaparse says of one piece of text. */
interface Parsed {
  readonly data: string[][]
  readonly errors: readonly { readonly code: string; readonly row: number; readonly index: number }[]
  readonly meta: { readonly cursor: number }
}

/** Told after each piece of a text file. */
export type TextProgress = (bytes: number, rows: number) => void

const DELIMITERS = [',', ';', '\t'] as const
/** Characters at the beginning of a file by which its delimiter is found. */
const SAMPLE = 65_536

/**
 * Reads one text file piece by piece; what is held in memory does not grow with the file.
 */
export async function readCsv(
  file: FileHandle,
  source: TableSource,
  context: ReadContext,
  progress: TextProgress,
): Promise<void> {
  const { log, limits } = context
  const place = { file: source.file, table: source.contract.table }
  const reader = createTableReader(source, context)
  let parser: Papa.Parser | undefined
  let rest = ''
  let line = 1
  let rows = 0
  let refused = false
  /** Hands the complete records of a text on; false where no more are wanted. */
  const take = (text: string, last: boolean): boolean => {
    const parsed: Parsed = parser!.parse(text, 0, !last)
    let data = parsed.data
    const taken = last ? text : text.slice(0, parsed.meta.cursor)
    const numbers = lineNumbers(data, taken, line)
    for (const error of parsed.errors) {
      if (error.code === 'MissingQuotes') {
        if (!last) continue
        log.report('unclosed-quote', { ...place, row: line + countLines(text, error.index) })
        data = data.slice(0, -1)
      } else if (error.row < data.length)
        log.report('malformed-quote', { ...place, row: numbers[error.row]! })
    }
    for (const row of data) {
      const end = row.length - 1
      const cell = row[end]!
      if (cell.charCodeAt(cell.length - 1) === 13) row[end] = cell.slice(0, -1)
    }
    rest = last ? '' : text.slice(parsed.meta.cursor)
    line = numbers[numbers.length - 1]!
    rows += data.length
    return reader.push(data, numbers)
  }
  try {
    for await (const piece of decodePieces(file, await detectEncoding(file))) {
      const text = parser === undefined ? piece.text.replace(/^\ufeff+/, '') : rest + piece.text
      parser ??= new Papa.Parser({
        delimiter: delimiterOf(text, source.contract),
        newline: newlineOf(text),
        quoteChar: '"',
      })
      const more = take(text, false)
      progress(piece.bytes, rows)
      refused = !more
      if (refused) break
      if (rest.length > limits.lineLength) {
        reportLimit(
          log,
          { ...place, row: line },
          limits,
          'lineLength',
          rest.length,
          rest.includes('"') ? QUOTE_HINT : undefined,
        )
        refused = true
        break
      }
    }
    if (parser !== undefined && rest !== '' && !refused) take(rest, true)
  } catch (error) {
    if (!(error instanceof InvalidBytes)) throw error
    log.report('invalid-encoding', {
      ...place,
      data: { encoding: error.encoding.toUpperCase(), offset: error.offset },
    })
  }
  reader.end()
}

const QUOTE_HINT = {
  hint: '该行含有引号，可能是引号没有闭合。',
  hintEn: 'The line has a quote that may not be closed.',
}

/** The delimiter by which the beginning of a text shows the most headers of the table; a comma in doubt. */
function delimiterOf(text: string, contract: InputTableContract): string {
  const sample = text.slice(0, SAMPLE)
  let best: string = ','
  let bestScore = 0
  for (const delimiter of DELIMITERS) {
    const { data }: Parsed = new Papa.Parser({ delimiter, newline: newlineOf(text), preview: 40 }).parse(
      sample,
      0,
      false,
    )
    const score = findHeader(data, contract)?.score ?? 0
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

/** A lone CR ends lines only where there is no LF; the CR of CR LF is taken from the last cell. */
function newlineOf(text: string): '\n' | '\r' {
  return !text.includes('\n') && text.includes('\r') ? '\r' : '\n'
}

/** The line each record starts in, and after them the line that follows the text. */
function lineNumbers(data: readonly string[][], text: string, first: number): Uint32Array {
  const numbers = new Uint32Array(data.length + 1)
  const plain = !text.includes('"')
  let line = first
  for (let i = 0; i < data.length; i++) {
    numbers[i] = line++
    if (!plain) for (const cell of data[i]!) if (cell.includes('\n')) line += countLines(cell, cell.length)
  }
  numbers[data.length] = line
  return numbers
}

function countLines(text: string, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count++
  return count
}
