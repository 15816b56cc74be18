import type { ColumnType } from '../tables.ts'
import type { Cell, Fault } from './cell.ts'
import { readBirth, readDate, typedText } from './date.ts'
import { readInstant } from './instant.ts'
import { readCitizen, readId, readList, readName, readReference, readText } from './text.ts'

/** Reads a cell of one type; `undefined` is a blank or a lost cell. */
export type Convert = (cell: Cell, fault: Fault, epoch1904: boolean) => unknown

/** How each type of column is read. */
export const CONVERT: Readonly<Record<ColumnType, Convert>> = {
  id: readId,
  ref: readReference,
  name: readName,
  text: readText,
  citizen: readCitizen,
  date: readDate,
  birth: readBirth,
  instant: readInstant,
  hours: readHours,
  number: readNumber,
  boolean: readBoolean,
  list: readList,
}

/** Types whose few distinct values are worth remembering while a column is read. */
export const REPEATING: ReadonlySet<ColumnType> = new Set([
  'name',
  'date',
  'birth',
  'hours',
  'number',
  'boolean',
  'list',
])

const HOURS = /^(\d{1,6}(?:\.\d{1,12})?|\.\d{1,12})\s*(?:个)?(?:学时|课时|小时|h|hours?)?$/i
const NUMBER = /^(\d{1,3}(?:,\d{3})+|\d{1,12})(\.\d{1,12})?\s*(?:人次|[人名位个份次册套本座票])?$/
const YES = new Set(['是', 'true', 'yes', 'y', '1', '√', '✓', '有', '专职', '开放', '共享'])
const NO = new Set(['否', 'false', 'no', 'n', '0', '×', '✗', 'x', '无', '没有', '兼职', '不开放', '不共享'])

function readHours(cell: Cell, fault: Fault): number | undefined {
  if (cell === null) return undefined
  if (typeof cell === 'number') return cell
  const text = typeof cell === 'string' ? typedText(cell) : ''
  if (text === undefined) return undefined
  const match = HOURS.exec(text)
  if (match !== null) return Number(match[1])
  fault('code-in-hours')
  return undefined
}

function readNumber(cell: Cell, fault: Fault): number | undefined {
  if (cell === null) return undefined
  if (typeof cell === 'number') return cell
  const text = typeof cell === 'string' ? typedText(cell) : ''
  if (text === undefined) return undefined
  const match = NUMBER.exec(text)
  if (match !== null) return Number(`${match[1]!.replaceAll(',', '')}${match[2] ?? ''}`)
  fault('invalid-number')
  return undefined
}

function readBoolean(cell: Cell, fault: Fault): boolean | undefined {
  if (cell === null) return undefined
  if (typeof cell === 'boolean') return cell
  const text = typeof cell === 'object' ? 'date' : String(cell).normalize('NFKC').trim().toLowerCase()
  if (text === '') return undefined
  if (YES.has(text)) return true
  if (NO.has(text)) return false
  fault('invalid-boolean')
  return undefined
}
