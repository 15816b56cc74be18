import { type DatasetBuilder, maskValue } from '@xueshi/core'
import { type Cell, type CellFault, isBlankCell } from '../cells/cell.ts'
import { CONVERT, type Convert, REPEATING } from '../cells/convert.ts'
import { textOf } from '../cells/text.ts'
import { unescapeFormula } from '../formula.ts'
import { type InputLimits, LIMIT_NAMES } from '../limits.ts'
import type { ProblemLog } from '../problems.ts'
import type { InputTableContract } from '../tables.ts'
import { createClockWatch } from './clock-watch.ts'
import { findHeader, HEADER_WITHIN, type Header } from './header.ts'
import { tableNameZh } from './table-name.ts'
import type { Tally } from './tally.ts'

/** Where the rows of a table come from and how they are read. */
export interface TableSource {
  readonly contract: InputTableContract
  readonly file: string
  readonly sheet?: string
  /** Whether the name alone makes it this table; else a wrong header means that it is something else. */
  readonly certain: boolean
  /** Rows of text files should be as wide as the header; sheets have no such rows. */
  readonly text: boolean
  /** Serial numbers count from 1904. */
  readonly epoch1904: boolean
}

/** Everything a reader of tables needs around it. */
export interface ReadContext {
  readonly builder: DatasetBuilder
  readonly log: ProblemLog
  readonly limits: InputLimits
  readonly tally: Tally
}

/** Takes the rows of one file or sheet in order and hands them on as records. */
export interface TableReader {
  /** Rows with their numbers. Returns false once a limit is exceeded: no further rows are wanted. */
  push(rows: readonly (readonly Cell[])[], numbers: ArrayLike<number>): boolean
  /** To be called after the last row. */
  end(): void
}

interface Field {
  readonly name: string
  readonly index: number
  readonly header: string
  readonly required: boolean
  /** Its values are never shown. */
  readonly secret: boolean
  readonly convert: Convert
  readonly known: Map<string, unknown> | undefined
}

/** Distinct values of a column that are remembered with what they were read as. */
const REMEMBERED = 5_000

/** A reader for one file or sheet. */
export function createTableReader(
  source: TableSource,
  { builder, log, limits, tally }: ReadContext,
): TableReader {
  const { contract, file, sheet, text, epoch1904 } = source
  const table = contract.table
  const place = { file, ...(sheet === undefined ? {} : { sheet }), table }
  const clock = table === 'sessions' ? createClockWatch() : undefined
  const head: { rows: (readonly Cell[])[]; numbers: number[] } = { rows: [], numbers: [] }
  let header: Header | undefined
  let fields: readonly Field[] = []
  let headers: Record<string, string> = {}
  /** All fields of the file without value: records made of it have one shape, which is quicker to read. */
  let blank: Readonly<Record<string, undefined>> = {}
  let failed = false
  const counts = tally(table)
  let seen = 0
  let unnamed: number[] = []
  let cellFault: { code: CellFault; mended: boolean } | undefined
  const noteFault = (code: CellFault, severity?: 'warning') => {
    cellFault = { code, mended: severity !== undefined }
  }

  function push(rows: readonly (readonly Cell[])[], numbers: ArrayLike<number>): boolean {
    if (failed) return false
    if (header !== undefined) return addRows(rows, numbers)
    for (let i = 0; i < rows.length; i++) {
      head.rows.push(rows[i]!)
      head.numbers.push(numbers[i]!)
    }
    return head.rows.length < HEADER_WITHIN || startTable()
  }

  function end(): void {
    if (!failed && header === undefined) {
      if (head.rows.every((row) => row.every((cell) => isBlankCell(cell)))) {
        log.report('empty-file', place)
        return
      }
      startTable()
    }
    const early = clock?.verdict()
    if (early !== undefined)
      log.report('twelve-hour-clock', {
        ...place,
        row: early.row,
        column: headers.start!,
        data: { count: early.count, early: early.early },
      })
  }

  /** Finds the header among the first rows and reads what stands below it. */
  function startTable(): boolean {
    const found = findHeader(head.rows, contract)
    for (let i = 0; i <= (found?.index ?? Math.min(head.rows.length, HEADER_WITHIN) - 1); i++) {
      if (withinLimits(head.rows[i]!, head.numbers[i]!)) continue
      failed = true
      return false
    }
    if (found === undefined || found.header.missing.length > 0) {
      failed = true
      reportMissing(found?.header)
      return false
    }
    header = found.header
    unnamed = [...found.header.unnamed]
    reportHeader(found.header, head.numbers[found.index]!)
    fields = found.header.columns.map(({ column, index, header: name }) => ({
      name: column.field,
      index,
      header: name,
      required: column.required,
      secret: column.type === 'citizen' || column.type === 'birth',
      convert: CONVERT[column.type],
      known: REPEATING.has(column.type) ? new Map<string, unknown>() : undefined,
    }))
    headers = Object.fromEntries(fields.map((field) => [field.name, field.header]))
    blank = Object.fromEntries(fields.map((field) => [field.name, undefined]))
    builder.declare(
      table,
      fields.map((field) => field.name),
    )
    return addRows(head.rows.slice(found.index + 1), head.numbers.slice(found.index + 1))
  }

  function addRows(rows: readonly (readonly Cell[])[], numbers: ArrayLike<number>): boolean {
    const records: Record<string, unknown>[] = []
    const rowNumbers: number[] = []
    let more = true
    for (let i = 0; i < rows.length; i++) {
      if (!withinLimits(rows[i]!, numbers[i]!)) {
        failed = true
        more = false
        break
      }
      const record = readRow(rows[i]!, numbers[i]!)
      if (record === undefined) continue
      records.push(record)
      rowNumbers.push(numbers[i]!)
    }
    if (records.length > 0)
      builder.add(table, records, { file, ...(sheet === undefined ? {} : { sheet }), rowNumbers, headers })
    return more
  }

  /** The record of a row; `undefined` where the row is blank or was reported as lost. */
  function readRow(row: readonly Cell[], number: number): Record<string, unknown> | undefined {
    const record: Record<string, unknown> = { ...blank }
    let lacking = false
    let lost = false
    for (let f = 0; f < fields.length; f++) {
      const field = fields[f]!
      const cell = row[field.index]
      if (cell === undefined || cell === '' || cell === null) {
        lacking ||= field.required
        continue
      }
      const value = field.known !== undefined && typeof cell === 'string' ? field.known.get(cell) : undefined
      if (value !== undefined) {
        record[field.name] = value
        continue
      }
      const read = readCell(field, cell, number)
      if (read === LOST) lost ||= field.required
      else if (read === undefined) lacking ||= field.required
      else record[field.name] = read
    }
    if (lacking && row.every((cell) => isBlankCell(cell))) return undefined
    counts.rows++
    if (row.length !== header!.width && !keepRagged(row, number, lacking)) {
      counts.lost++
      return undefined
    }
    if (unnamed.length > 0) checkUnnamed(row, number)
    if (lost) {
      counts.lost++
      return undefined
    }
    if (clock !== undefined) clock.see(record.start, number)
    return record
  }

  function readCell(field: Field, cell: Cell, row: number): unknown {
    cellFault = undefined
    const raw = text && typeof cell === 'string' ? unescapeFormula(cell) : cell
    const value = field.convert(raw, noteFault, epoch1904)
    const fault = cellFault as { code: CellFault; mended: boolean } | undefined
    if (fault === undefined) {
      if (
        value !== undefined &&
        field.known !== undefined &&
        typeof cell === 'string' &&
        field.known.size < REMEMBERED
      )
        field.known.set(cell, value)
      return value
    }
    log.report(fault.code, {
      ...place,
      row,
      column: field.header,
      value: field.secret ? '****' : textOf(raw),
      data: fault.mended ? {} : field.required ? ROW_LOST : CELL_LOST,
    })
    return fault.mended && value !== undefined ? value : LOST
  }

  function keepRagged(row: readonly Cell[], number: number, lacking: boolean): boolean {
    const width = header!.width
    const more = row.length > width && row.slice(width).some((cell) => !isBlankCell(cell))
    if (!more && (row.length > width || !text)) return true
    const outcome = lacking ? ROW_DROPPED : more ? EXTRA_DROPPED : BLANKS_ASSUMED
    log.report('ragged-row', {
      ...place,
      row: number,
      severity: lacking || more ? 'error' : 'warning',
      data: { cells: row.length, width, ...outcome },
    })
    return !lacking
  }

  /** Reports, once each, columns without a header that hold something. */
  function checkUnnamed(row: readonly Cell[], number: number): void {
    unnamed = unnamed.filter((index) => {
      if (isBlankCell(row[index])) return true
      const data = { count: 1, columns: `#${index + 1}` }
      log.report('extra-column', { ...place, row: number, data })
      return false
    })
  }

  function withinLimits(row: readonly Cell[], number: number): boolean {
    if (++seen > limits.rows) return exceeded('rows', seen, number)
    if (row.length > limits.cellsPerRow) return exceeded('cellsPerRow', row.length, number)
    let length = row.length
    for (let i = 0; i < row.length; i++) {
      const cell = row[i]!
      if (typeof cell !== 'string') continue
      length += cell.length
      if (cell.length > limits.cellLength) return exceeded('cellLength', cell.length, number)
    }
    return !text || length <= limits.lineLength || exceeded('lineLength', length, number)
  }

  function exceeded(key: keyof InputLimits, value: number, row: number): false {
    reportLimit(log, { ...place, row }, limits, key, value)
    return false
  }

  function reportHeader(found: Header, row: number): void {
    for (const { header: name, first, second } of found.duplicates)
      log.report('duplicate-header', {
        ...place,
        row,
        column: maskValue(name),
        data: { first: first + 1, second: second + 1 },
      })
    if (found.extra.length > 0)
      log.report('extra-column', {
        ...place,
        row,
        data: { count: found.extra.length, columns: listed(found.extra.map(maskValue)) },
      })
  }

  function reportMissing(found: Header | undefined): void {
    // A sheet 说明 is often a page of advice; without required columns there is nothing it must have.
    if (!source.certain || !contract.columns.some((column) => column.required)) {
      log.report('unrecognized-sheet', {
        file,
        ...(sheet === undefined ? {} : { sheet }),
        data: {
          reason: `名称像“${tableNameZh(table)}”表，但没有该表的列。`,
          reasonEn: `Its name begins like table ${table}, but its columns are not there.`,
        },
      })
      return
    }
    const missing = found?.missing ?? contract.columns.filter((column) => column.required)
    log.report('missing-column', {
      ...place,
      data: {
        table: tableNameZh(table),
        tableEn: table,
        columns: missing.map((column) => column.header).join('、'),
        columnsEn: missing.map((column) => `${column.header} (${column.field})`).join(', '),
      },
    })
  }

  return { push, end }
}

/** Reports that a limit was exceeded, with its name in both languages, its value and what was met. */
export function reportLimit(
  log: ProblemLog,
  place: { file: string; sheet?: string; row?: number; table?: string },
  limits: InputLimits,
  key: keyof InputLimits,
  value: number,
  hint: { hint: string; hintEn: string } = { hint: '', hintEn: '' },
): void {
  log.report('limit-exceeded', {
    ...place,
    data: { key, name: LIMIT_NAMES[key], value, limit: limits[key], ...hint },
  })
}

const LOST = Symbol('lost cell')
const ROW_LOST = { lost: '该列为必填，整行未读入。', lostEn: 'The column is required: the row was left out.' }
const CELL_LOST = { lost: '该单元格按空白处理。', lostEn: 'The cell counts as blank.' }
const ROW_DROPPED = {
  outcome: '必填的单元格不全，整行未读入。',
  outcomeEn: 'Required cells are missing: the row was left out.',
}
const EXTRA_DROPPED = {
  outcome: '多出的单元格未读入，请检查文字中是否有未加引号的分隔符。',
  outcomeEn: 'The cells beyond the header were not read; look for a separator in an unquoted text.',
}
const BLANKS_ASSUMED = { outcome: '缺少的单元格按空白处理。', outcomeEn: 'The missing cells count as blank.' }

/** At most thirty names of a list. */
function listed(names: readonly string[]): string {
  return names.length <= 30 ? names.join('、') : `${names.slice(0, 30).join('、')}…`
}
