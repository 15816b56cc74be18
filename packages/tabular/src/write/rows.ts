import {
  type DatasetRows,
  formatInstant,
  type InputTable,
  TABLES,
  tryParseInstant,
  XueshiError,
} from '@xueshi/core'
import { hasSeparator } from '../cells/text.ts'
import { INPUT_TABLES, type InputColumn } from '../tables.ts'
import type { PlainCell } from './csv.ts'

/** One table of a dataset as plain cells under the canonical Chinese headers. */
export interface PlainTable {
  readonly table: InputTable
  /** Chinese name of the table. */
  readonly name: string
  readonly columns: readonly InputColumn[]
  readonly header: readonly string[]
  readonly rows: readonly (readonly PlainCell[])[]
}

/**
 * The tables of rows as plain cells, in the order of the input contract. A table has its required columns
 * and those in which at least one row has a value. Dates are `YYYY-MM-DD`, instants `YYYY-MM-DD HH:mm` on the
 * clock of Asia/Shanghai, lists are joined with 、.
 *
 * @throws XueshiError `output-refused` where a word of a list holds a separator (、；;，,／/ or a line break)
 * and would fall apart when read.
 * @example
 * ```ts
 * import { tablesOf } from '@xueshi/tabular'
 *
 * const [organizations] = tablesOf({
 *   organizations: [{ id: 'B1', name: '第一党支部', kind: 'branch' }],
 *   members: [],
 *   sessions: [],
 * })
 * console.log(organizations?.header.join(' ')) // 组织编码 组织名称 组织类型
 * ```
 */
export function tablesOf(rows: DatasetRows): readonly PlainTable[] {
  return INPUT_TABLES.flatMap(({ table, columns: contract }) => {
    const records: readonly Readonly<Record<string, unknown>>[] | undefined = rows[table]
    if (records === undefined) return []
    const columns = contract.filter(
      ({ field, required }) => required || records.some((record) => record[field] !== undefined),
    )
    return [
      {
        table,
        name: TABLES.find((term) => term.id === table)!.zh,
        columns,
        header: columns.map(({ header }) => header),
        rows: records.map((record) => columns.map((column) => plainCell(record[column.field], column))),
      },
    ]
  })
}

function plainCell(value: unknown, column: InputColumn): PlainCell {
  if (value === undefined || value === null) return null
  if (Array.isArray(value)) return listCell(value, column)
  if (column.type === 'instant' && typeof value === 'string') {
    const minute = tryParseInstant(value)
    return minute === undefined ? value : formatInstant(minute).slice(0, 16).replace('T', ' ')
  }
  if (column.type === 'boolean') return value === true ? '是' : '否'
  // Read as part of the end of the line where it ends the last cell, and as nothing elsewhere.
  return typeof value === 'number' ? value : String(value).replace(/\r+$/, '') || null
}

function listCell(words: readonly unknown[], column: InputColumn): PlainCell {
  for (const word of words)
    if (hasSeparator(String(word)))
      throw new XueshiError(
        'output-refused',
        `“${column.header}”中有一项含有分隔符，写成表格后会被拆开 / an item of ${column.field} holds a separator and would fall apart in a table`,
        { where: column.field },
      )
  return words.length === 0 ? null : words.join('、')
}
