import { type DatasetBuilder, type InputTable, maskValue } from '@xueshi/core'
import { type Cell, isBlankCell } from '../cells/cell.ts'
import type { InputLimits } from '../limits.ts'
import type { ProblemLog } from '../problems.ts'
import type { InputTableContract } from '../tables.ts'
import { createClockWatch } from './clock-watch.ts'
import { findHeader, HEADER_WITHIN, type Header } from './header.ts'
import { reportLimit } from './limit-report.ts'
import { createRowReader, type RowReader } from './row-reader.ts'
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

/** A reader for one file or sheet. */
export function createTableReader(
  source: TableSource,
  { builder, log, limits, tally }: ReadContext,
): TableReader {
  const { contract, file, sheet, text } = source
  const table = contract.table
  const place = { file, ...(sheet === undefined ? {} : { sheet }), table }
  const clock = table === 'sessions' ? createClockWatch() : undefined
  const head: { rows: (readonly Cell[])[]; numbers: number[] } = { rows: [], numbers: [] }
  let reader: RowReader | undefined
  let failed = false
  let seen = 0

  function push(rows: readonly (readonly Cell[])[], numbers: ArrayLike<number>): boolean {
    if (failed) return false
    if (reader !== undefined) return addRows(reader, rows, numbers)
    for (let i = 0; i < rows.length; i++) {
      head.rows.push(rows[i]!)
      head.numbers.push(numbers[i]!)
    }
    return head.rows.length < HEADER_WITHIN || startTable()
  }

  function end(): void {
    if (!failed && reader === undefined) {
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
        column: reader!.headers.start!,
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
    reportHeader(found.header, head.numbers[found.index]!)
    reader = createRowReader(source, found.header, log, tally(table))
    builder.declare(table, reader.fields)
    const below = found.index + 1
    const more = addRows(reader, head.rows.slice(below), head.numbers.slice(below))
    head.rows.length = 0
    return more
  }

  function addRows(
    { read, headers }: RowReader,
    rows: readonly (readonly Cell[])[],
    numbers: ArrayLike<number>,
  ): boolean {
    const records: Readonly<Record<string, unknown>>[] = []
    const rowNumbers: number[] = []
    let more = true
    for (let i = 0; i < rows.length; i++) {
      if (!withinLimits(rows[i]!, numbers[i]!)) {
        failed = true
        more = false
        break
      }
      const record = read(rows[i]!, numbers[i]!)
      if (record === undefined) continue
      clock?.see(record.start, numbers[i]!)
      records.push(record)
      rowNumbers.push(numbers[i]!)
    }
    if (records.length > 0)
      builder.add(table, records, { file, ...(sheet === undefined ? {} : { sheet }), rowNumbers, headers })
    return more
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
      ...(SUPPLEMENTS.has(table) ? { severity: 'error' } : {}),
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

/** Tables whose absence leaves only what is asked of themselves undecided. */
const SUPPLEMENTS: ReadonlySet<InputTable> = new Set([
  'acts',
  'lecturers',
  'courses',
  'venues',
  'programs',
  'services',
])

/** At most thirty names of a list. */
function listed(names: readonly string[]): string {
  return names.length <= 30 ? names.join('、') : `${names.slice(0, 30).join('、')}…`
}
