import { normalizeWord } from '@xueshi/core'
import { type Cell, isBlankCell } from '../cells/cell.ts'
import { textOf } from '../cells/text.ts'
import type { InputColumn, InputTableContract } from '../tables.ts'

/** Rows from the top among which the header is looked for. */
export const HEADER_WITHIN = 20

/** A column of the contract found in a file. */
export interface FoundColumn {
  readonly column: InputColumn
  /** Position in the row, from 0. */
  readonly index: number
  /** Header as the file writes it. */
  readonly header: string
}

/** What a header row says. */
export interface Header {
  /** Number of columns up to the last with a header. */
  readonly width: number
  readonly columns: readonly FoundColumn[]
  readonly missing: readonly InputColumn[]
  /** Headers that are no columns of the contract. */
  readonly extra: readonly string[]
  /** Positions of columns without a header before the last that has one. */
  readonly unnamed: readonly number[]
  /** Headers written twice: positions of the one that is read and of the one that is not. */
  readonly duplicates: readonly { readonly header: string; readonly first: number; readonly second: number }[]
}

/** Ranks of the headers of a table: the word of a header, the column it names and how well (0 is best). */
type Vocabulary = ReadonlyMap<string, readonly { readonly column: InputColumn; readonly rank: number }[]>

const vocabularies = new WeakMap<InputTableContract, Vocabulary>()

/** The best header row among the first rows, or `undefined` where no row has any header of the table. */
export function findHeader(
  rows: readonly (readonly Cell[])[],
  contract: InputTableContract,
): { readonly index: number; readonly header: Header; readonly score: number } | undefined {
  let best: { index: number; header: Header; score: number } | undefined
  for (let index = 0; index < Math.min(rows.length, HEADER_WITHIN); index++) {
    const header = readHeader(rows[index]!, contract)
    const found = header.columns.length
    const required = header.columns.filter(({ column }) => column.required).length
    const score = required * 100 + found
    if (found > 0 && (best === undefined || score > best.score)) best = { index, header, score }
  }
  return best
}

function readHeader(row: readonly Cell[], contract: InputTableContract): Header {
  const vocabulary = vocabularyOf(contract)
  const chosen = new Map<InputColumn, { index: number; header: string; rank: number }>()
  const seen = new Map<string, number>()
  const duplicates: { header: string; first: number; second: number }[] = []
  const headers = row.map((cell) => (isBlankCell(cell) ? '' : textOf(cell)))
  const twice = new Set<number>()
  let width = 0
  for (const [index, header] of headers.entries()) {
    if (header === '') continue
    width = index + 1
    const word = headerWord(header)
    const first = seen.get(word)
    if (first !== undefined) {
      duplicates.push({ header, first, second: index })
      twice.add(index)
      continue
    }
    seen.set(word, index)
    for (const { column, rank } of vocabulary.get(word) ?? []) {
      const known = chosen.get(column)
      if (known === undefined || rank < known.rank) chosen.set(column, { index, header, rank })
    }
  }
  const columns = contract.columns.flatMap((column) => {
    const found = chosen.get(column)
    return found === undefined ? [] : [{ column, index: found.index, header: found.header }]
  })
  const used = new Set(columns.map(({ index }) => index))
  return {
    width,
    columns,
    missing: contract.columns.filter((column) => column.required && !chosen.has(column)),
    extra: headers.filter((header, index) => header !== '' && !used.has(index) && !twice.has(index)),
    unnamed: headers.flatMap((header, index) => (header === '' && index < width ? [index] : [])),
    duplicates,
  }
}

/** Characters beyond which a cell is no header. */
const LONGEST_HEADER = 100

/** The word that headers are compared by: marks of required columns and colons are no part of it. */
function headerWord(header: string): string {
  if (header.length > LONGEST_HEADER) return header
  return normalizeWord(header).replace(/^\*+|(?:\*|:|\(必填\))+$/g, '')
}

function vocabularyOf(contract: InputTableContract): Vocabulary {
  const known = vocabularies.get(contract)
  if (known !== undefined) return known
  const words = new Map<string, { column: InputColumn; rank: number }[]>()
  for (const column of contract.columns) {
    for (const [rank, word] of [column.header, column.field, ...column.aliases].entries()) {
      const key = headerWord(word)
      const entries = words.get(key) ?? []
      if (!entries.some((entry) => entry.column === column)) entries.push({ column, rank })
      words.set(key, entries)
    }
  }
  vocabularies.set(contract, words)
  return words
}
