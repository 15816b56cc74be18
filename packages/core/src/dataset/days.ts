import { type CivilDate, formatDate, tryParseDate } from '../civil/date.ts'
import { NONE, OPEN } from './columns.ts'

/** Epoch day of an optional date that was validated, {@link NONE} where absent. */
export function dayOr(text: string | undefined, absent: number = NONE): number {
  return text === undefined ? absent : (tryParseDate(text) ?? absent)
}

/** Date text of a day column, `null` for {@link NONE} and {@link OPEN}. */
export function dateOrNull(day: number): CivilDate | null {
  return day === NONE || day === OPEN ? null : formatDate(day)
}

/** Order by code unit. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A column of whole numbers of a list of records; a loop, since `Int32Array.from` is far slower. */
export function int32<T>(records: ArrayLike<T>, value: (record: T, position: number) => number): Int32Array {
  const column = new Int32Array(records.length)
  for (let i = 0; i < records.length; i++) column[i] = value(records[i]!, i)
  return column
}
