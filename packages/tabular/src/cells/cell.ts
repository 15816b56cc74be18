/** A date cell of a workbook: minutes since 1970-01-01 00:00 on the clock the sheet shows. */
export interface DateCell {
  readonly minute: number
}

/** What a reader of files hands on, before any column is known. */
export type Cell = string | number | boolean | DateCell | null

/** Reports what is wrong with a cell; the cell then counts as lost unless a value is returned. */
export type Fault = (code: CellFault, severity?: 'warning') => void

/** Codes of the faults of single cells. */
export type CellFault =
  | 'invalid-date'
  | 'invalid-time'
  | 'seconds-as-milliseconds'
  | 'scientific-notation'
  | 'code-in-hours'
  | 'invalid-number'
  | 'invalid-boolean'

/** Whether nothing is written in a cell. */
export function isBlankCell(cell: Cell | undefined): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && trimCell(cell) === '')
}

/** Text without blanks and zero-width characters at its ends (full-width blanks are blanks). */
export function trimCell(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && isEdge(text.charCodeAt(from))) from++
  while (to > from && isEdge(text.charCodeAt(to - 1))) to--
  return to - from === text.length ? text : text.slice(from, to)
}

function isEdge(code: number): boolean {
  if (code < 0xa0) return code === 32 || (code >= 9 && code <= 13)
  return code === 0xa0 || (code >= 0x1680 && WIDE_EDGES.has(code))
}

/** Blanks beyond Latin-1, and characters without any width. */
const WIDE_EDGES: ReadonlySet<number> = new Set([
  0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x200b,
  0x200c, 0x200d, 0x2028, 0x2029, 0x202f, 0x205f, 0x2060, 0x3000, 0xfeff,
])
