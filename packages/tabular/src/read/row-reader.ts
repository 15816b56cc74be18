import { type Cell, type CellFault, isBlankCell } from '../cells/cell.ts'
import { CONVERT, type Convert, REPEATING } from '../cells/convert.ts'
import { textOf } from '../cells/text.ts'
import { unescapeFormula } from '../formula.ts'
import type { ProblemLog } from '../problems.ts'
import type { Header } from './header.ts'
import type { TableSource } from './table-reader.ts'
import type { RowCounts } from './tally.ts'

/** Makes records of the rows below a header. */
export interface RowReader {
  /** Names of the fields that the file has. */
  readonly fields: readonly string[]
  /** Headers as the file writes them, by field. */
  readonly headers: Readonly<Record<string, string>>
  /** The record of a row; `undefined` where the row is blank or was reported as lost. */
  read(row: readonly Cell[], number: number): Readonly<Record<string, unknown>> | undefined
}

interface Field {
  readonly name: string
  readonly index: number
  readonly header: string
  readonly required: boolean
  /** The row goes with the cell: it is required, or the record would say something else without it. */
  readonly vital: boolean
  /** Its values are never shown. */
  readonly secret: boolean
  readonly convert: Convert
  readonly known: Map<string, unknown> | undefined
}

/** Distinct values of a column that are remembered with what they were read as. */
const REMEMBERED = 5_000
/** From this length on the engine cuts a text out of its piece of the file without copying it. */
const UNCOPIED = 13

/** A reader of the rows below a header; rows and losses are counted in `counts`. */
export function createRowReader(
  source: TableSource,
  header: Header,
  log: ProblemLog,
  counts: RowCounts,
): RowReader {
  const { file, sheet, text, epoch1904 } = source
  const { width } = header
  const place = { file, ...(sheet === undefined ? {} : { sheet }), table: source.contract.table }
  const fields: readonly Field[] = header.columns.map(({ column, index, header: name }) => ({
    name: column.field,
    index,
    header: name,
    required: column.required,
    vital: column.vital,
    secret: column.type === 'citizen' || column.type === 'birth',
    convert: CONVERT[column.type],
    known: REPEATING.has(column.type) ? new Map<string, unknown>() : undefined,
  }))
  /** All fields without value: records made of it have one shape, which is quicker to read. */
  const blank = Object.fromEntries(fields.map((field) => [field.name, undefined]))
  let unnamed = header.unnamed
  let cellFault: { code: CellFault; mended: boolean } | undefined
  const noteFault = (code: CellFault, severity?: 'warning') => {
    cellFault = { code, mended: severity !== undefined }
  }

  function read(row: readonly Cell[], number: number): Record<string, unknown> | undefined {
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
      const taken = readCell(field, cell, number)
      if (taken === LOST) lost ||= field.vital
      else if (taken === undefined) lacking ||= field.required
      else record[field.name] = taken
    }
    if (lacking && row.every((cell) => isBlankCell(cell))) return undefined
    counts.rows++
    if (row.length !== width && !keepRagged(row, number, lacking)) {
      counts.lost++
      return undefined
    }
    if (unnamed.length > 0) checkUnnamed(row, number)
    if (lost) {
      counts.lost++
      return undefined
    }
    return record
  }

  function readCell(field: Field, cell: Cell, row: number): unknown {
    cellFault = undefined
    const raw = text && typeof cell === 'string' ? unescapeFormula(cell) : cell
    const value = field.convert(raw, noteFault, epoch1904)
    const fault = cellFault as { code: CellFault; mended: boolean } | undefined
    if (fault === undefined) {
      if (typeof cell !== 'string' || value === undefined) return value
      if (cell.length >= UNCOPIED) return text && typeof value === 'string' ? detached(value) : value
      if (field.known !== undefined && field.known.size < REMEMBERED) field.known.set(cell, value)
      return value
    }
    log.report(fault.code, {
      ...place,
      row,
      column: field.header,
      value: field.secret ? '****' : withoutName(textOf(raw)),
      data: fault.mended ? {} : field.vital ? ROW_LOST : CELL_LOST,
    })
    return fault.mended && value !== undefined ? value : LOST
  }

  function keepRagged(row: readonly Cell[], number: number, lacking: boolean): boolean {
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

  return {
    fields: fields.map((field) => field.name),
    headers: Object.fromEntries(fields.map((field) => [field.name, field.header])),
    read,
  }
}

/** In columns of dates and numbers a word of Chinese characters alone may be a name out of place. */
function withoutName(value: string): string {
  return /^\p{Script=Han}[\p{Script=Han}·\s]+$/u.test(value) ? `${[...value][0]}**` : value
}

/** A copy that does not keep the piece of the file alive from which the text was cut. */
function detached(text: string): string {
  return ` ${text}`.slice(1)
}

const LOST = Symbol('lost cell')
const ROW_LOST = {
  lost: '缺了它该行没有意义，整行未读入。',
  lostEn: 'The row means nothing without it and was left out.',
}
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
