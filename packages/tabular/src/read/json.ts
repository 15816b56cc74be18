import { maskValue } from '@xueshi/core'
import { itemOf, readCitizen, readId, readName, readReference, readText } from '../cells/text.ts'
import { type ColumnType, contractOf, type InputTableContract, isInputTable } from '../tables.ts'
import { reportLimit } from './limit-report.ts'
import type { ReadContext } from './table-reader.ts'

/** Rows that are handed on at once. */
const BATCH = 20_000

/**
 * Reads one `dataset.json`: an object of tables by their English names, each an array of rows with the
 * field names of the contract. Dates and instants are in the forms of the model; identifiers and names are
 * normalised as in the other formats.
 */
export function readJson(text: string, file: string, context: ReadContext): void {
  const { log } = context
  const fail = (reason: string, reasonEn: string, table?: string): void =>
    log.report('invalid-json', {
      file,
      ...(table === undefined ? {} : { table }),
      data: { reason, reasonEn },
    })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    fail('语法有误，无法解析。', 'its syntax is wrong.')
    return
  }
  if (!isObject(value)) {
    fail('最外层应当是各表组成的对象。', 'the outermost value must be an object of tables.')
    return
  }
  for (const [name, rows] of Object.entries(value)) {
    if (!isInputTable(name))
      log.report('unrecognized-sheet', {
        file,
        sheet: name.slice(0, 60),
        data: { reason: '不是约定的表名。', reasonEn: 'It is no table of the contract.' },
      })
    else if (!Array.isArray(rows)) fail('表应当是数组。', 'a table must be an array of rows.', name)
    else readRows(contractOf(name), rows, file, context)
  }
}

function readRows(
  contract: InputTableContract,
  rows: readonly unknown[],
  file: string,
  context: ReadContext,
): void {
  const { builder, log, limits } = context
  const table = contract.table
  const readers = new Map(contract.columns.map((column) => [column.field, readerOf(column.type)]))
  const found = new Set(contract.columns.filter((column) => column.required).map((column) => column.field))
  const extra = new Set<string>()
  /** The row itself where it is in normal form already, as nearly all are. */
  const normalise = (row: unknown): unknown => {
    if (!isObject(row)) return row
    let copy: Record<string, unknown> | undefined
    for (const field of Object.keys(row)) {
      const read = readers.get(field)
      if (read === undefined) {
        extra.add(field)
        continue
      }
      const value = row[field]
      const normal = value === null ? undefined : read(value)
      if (normal !== undefined && !found.has(field)) found.add(field)
      if (normal === value) continue
      copy ??= { ...row }
      copy[field] = normal
    }
    return copy ?? row
  }
  if (rows.length > limits.rows) reportLimit(log, { file, table }, limits, 'rows', rows.length)
  const count = Math.min(rows.length, limits.rows)
  for (let from = 0; from < count; from += BATCH)
    builder.add(table, rows.slice(from, Math.min(from + BATCH, count)).map(normalise), {
      file,
      firstRow: from + 1,
    })
  builder.declare(table, [...found])
  if (extra.size > 0)
    log.report('extra-column', {
      file,
      table,
      data: { count: extra.size, columns: [...extra].slice(0, 30).map(maskValue).join('、') },
    })
}

/** Brings text into the normal form it has in other formats; what is no text is left to the model to judge. */
function readerOf(type: ColumnType): (value: unknown) => unknown {
  if (type === 'list') return normalList
  const read = TEXT_READERS[type] ?? readText
  let damaged = false
  const noteDamage = () => {
    damaged = true
  }
  return (value) => {
    if (typeof value !== 'string') return value
    damaged = false
    const normal = read(value, noteDamage)
    return damaged ? value : normal
  }
}

const TEXT_READERS: Partial<Record<ColumnType, (value: string, fault: () => void) => string | undefined>> = {
  id: readId,
  citizen: readCitizen,
  ref: readReference,
  name: readName,
}

function normalList(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  const items: readonly unknown[] = value
  const normal = items.map((item) => (typeof item === 'string' ? itemOf(item) : item))
  return normal.every((item, index) => item === items[index]) ? value : normal
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
