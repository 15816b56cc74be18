import type { Paint, Tone } from './paint.ts'
import { cut, displayWidth, pad } from './width.ts'

/** One cell; painted after it was measured, so that colours do not shift columns. */
export interface Cell {
  readonly text: string
  readonly tone?: Tone | undefined
}

/** A column of an aligned block. */
export interface Column {
  readonly align?: 'left' | 'right'
  /** Where lines are too long its cells are cut, but not below this many terminal columns. */
  readonly least?: number
  /** Where that does not help it is left out. */
  readonly optional?: true
}

const GAP = 2
/** What a cell that may be cut still shows where nothing else helps. */
const LAST_RESORT = 10

/** Rows as lines of at most `width` columns, two blanks between cells, none at the end of a line. */
export function alignRows(
  rows: readonly (readonly Cell[])[],
  columns: readonly Column[],
  width: number,
  paint: Paint,
): string[] {
  const natural = columns.map((_, i) => Math.max(0, ...rows.map((row) => displayWidth(row[i]?.text ?? ''))))
  const leasts = columns.map(({ least }, i) => Math.min(natural[i]!, least ?? natural[i]!))
  const optional = columns.findLastIndex((column) => column.optional)
  if (optional !== -1 && total(leasts) > width)
    return alignRows(
      rows.map((row) => row.filter((_, i) => i !== optional)),
      columns.filter((_, i) => i !== optional),
      width,
      paint,
    )
  const lowest =
    total(leasts) <= width
      ? leasts
      : natural.map((own, i) => (columns[i]!.least === undefined ? own : LAST_RESORT))
  const widths = shrink(natural, lowest, width)
  return rows.map((row) => lineOf(row, columns, widths, paint))
}

/** Widths that fit: the widest column that may still give gives first. */
function shrink(natural: readonly number[], lowest: readonly number[], width: number): number[] {
  const widths = [...natural]
  for (let excess = total(widths) - width; excess > 0; excess--) {
    let widest = -1
    widths.forEach((own, i) => {
      if (own > lowest[i]! && (widest === -1 || own > widths[widest]!)) widest = i
    })
    if (widest === -1) return widths
    widths[widest]!--
  }
  return widths
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, own) => sum + own + GAP, -GAP)
}

function lineOf(
  row: readonly Cell[],
  columns: readonly Column[],
  widths: readonly number[],
  paint: Paint,
): string {
  const last = row.findLastIndex((cell) => cell.text !== '')
  return row
    .slice(0, last + 1)
    .map(({ text, tone }, i) => {
      const align = columns[i]?.align ?? 'left'
      const shown = cut(text, widths[i]!)
      const filled = i === last && align === 'left' ? shown : pad(shown, widths[i]!, align)
      return tone === undefined ? filled : paint(tone, filled)
    })
    .join(' '.repeat(GAP))
}
