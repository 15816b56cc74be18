import { formatDate } from '@xueshi/core'
import { type Cell, type Fault, trimCell } from './cell.ts'

const ZERO_WIDTH = /[\u200b-\u200d\u2060\ufeff]/g
/** Any character that an identifier in half or full width would not have: the text is a name. */
const NAME_CHARACTER = /[^\x20-\x7e\uff01-\uff5e\u3000\u00a0\u2000-\u200d\u2060\ufeff]/
const BLANK_BETWEEN_HAN = /(?<=\p{Script=Han})[\s\u200b-\u200d\u2060\ufeff]+(?=\p{Script=Han})/gu
/** What a spreadsheet makes of a long number: digits beyond the fifteenth are lost. */
const SCIENTIFIC = /^[1-9](?:\.\d+)?E\+\d{2,3}$|^[1-9]\.\d+E\d{2,3}$/i
const SEPARATOR = /[、；;，,／/\r\n]+/

/** The text of a cell, blanks at its ends removed and line breaks unified. */
export function textOf(cell: Cell): string {
  if (typeof cell === 'string') {
    const text = trimCell(cell)
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  }
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  if (cell === null) return ''
  const day = Math.floor(cell.minute / 1440)
  const rest = cell.minute - day * 1440
  const time = `${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`
  return rest === 0 ? formatDate(day) : `${formatDate(day)} ${time}`
}

/** Free text. */
export function readText(cell: Cell): string | undefined {
  return textOf(cell) || undefined
}

/** A word or a person's name: blanks between Chinese characters (张　三) are not part of it. */
export function readName(cell: Cell): string | undefined {
  return nameOf(textOf(cell)) || undefined
}

/** An identifier in half width, without zero-width characters. */
export function readId(cell: Cell, fault: Fault): string | undefined {
  if (typeof cell === 'string' && isPlain(cell)) return checkId(cell, fault)
  if (typeof cell === 'number' && Math.abs(cell) >= 1e15) {
    fault('scientific-notation')
    return undefined
  }
  return checkId(halfWidth(textOf(cell)), fault)
}

/** An identifier, or a name where the text has characters that identifiers do not have. */
export function readReference(cell: Cell, fault: Fault): string | undefined {
  if (typeof cell === 'string') {
    if (isPlain(cell)) return checkId(cell, fault)
    if (NAME_CHARACTER.test(cell)) return readName(cell)
  }
  return readId(cell, fault)
}

/** A citizen number in half width, without any blank. */
export function readCitizen(cell: Cell, fault: Fault): string | undefined {
  return readId(typeof cell === 'string' ? cell.replace(/\s+/g, '') : cell, fault)
}

/** The words of a cell that holds several; empty ones are skipped. */
export function readList(cell: Cell): string[] | undefined {
  const items: string[] = []
  for (const part of textOf(cell).split(SEPARATOR)) {
    const item = itemOf(part)
    if (item !== '') items.push(item)
  }
  return items.length === 0 ? undefined : items
}

/** One word of a list as it is read: identifiers in half width, names without blanks. */
export function itemOf(part: string): string {
  const text = trimCell(part)
  return NAME_CHARACTER.test(text) ? nameOf(text) : halfWidth(text)
}

/** Whether a word would fall apart if it were written into a list. */
export function hasSeparator(word: string): boolean {
  return SEPARATOR.test(word)
}

function nameOf(text: string): string {
  return text.replace(BLANK_BETWEEN_HAN, '')
}

function halfWidth(text: string): string {
  return trimCell(text.normalize('NFKC').replace(ZERO_WIDTH, ''))
}

/** Visible ASCII only, as nearly every identifier is: nothing to normalise. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code <= 32 || code >= 127) return false
  }
  return true
}

function checkId(text: string, fault: Fault): string | undefined {
  if (text.length >= 4 && (text.charCodeAt(1) === 46 || text.charCodeAt(2) === 43) && SCIENTIFIC.test(text)) {
    fault('scientific-notation')
    return undefined
  }
  return text || undefined
}
