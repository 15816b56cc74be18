import { createHmac, randomBytes } from 'node:crypto'
import { tryParseDate } from '../civil/date.ts'
import { maskValue } from '../model/problem.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK = '10X98765432'

/**
 * The citizen number 公民身份号码 that a text looks like (15 digits, or 17 digits and a digit or X, blanks
 * and width aside), in the form of 18 characters; `undefined` where the text is something else.
 */
export function asCitizenNumber(text: string): string | undefined {
  if (text.length < 15 || isOtherwise(text)) return undefined
  if (isPlain(text)) return text
  const plain = plainNumber(text)
  if (/^\d{17}[\dX]$/.test(plain)) return plain
  if (!/^\d{15}$/.test(plain)) return undefined
  const long = `${plain.slice(0, 6)}19${plain.slice(6)}`
  return long + checkCharacter(long)
}

/** What is wrong with the text of a citizen number cell (GB 11643), if anything. */
export function citizenFault(text: string): 'damaged' | 'invalid' | undefined {
  if (isScientific(text)) return 'damaged'
  const number = asCitizenNumber(text)
  if (number === undefined) return 'invalid'
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (checkCharacter(number.slice(0, 17)) !== number.charAt(17))
    // A spreadsheet keeps 15 digits of a number and writes zeros for the rest.
    return plainNumber(text).endsWith('000') ? 'damaged' : 'invalid'
  return tryParseDate(born) === undefined ? 'invalid' : undefined
}

/** Whether a text is a number in scientific notation, as spreadsheets show long numbers. */
export function isScientific(text: string): boolean {
  return hasExponent(text) && /^\d(?:\.\d+)?E\+?\d{1,2}$/.test(plainNumber(text))
}

/** Free text with the citizen numbers in it replaced by stars. */
export function scrubText(text: string): string {
  if (text.length < 15 || !/[\d０-９]{15}/.test(text)) return text
  return text.replace(/(?<![\d０-９])[\d０-９]{14,17}[\d０-９XxＸｘ](?![\d０-９])/g, (run) => {
    const number = asCitizenNumber(run)
    if (number === undefined) return run
    const month = Number(number.slice(10, 12))
    const day = Number(number.slice(12, 14))
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? '*'.repeat(run.length) : run
  })
}

/** The visible form of a reference to a person: ids as {@link maskValue} has them, names by their first character. */
export function maskPerson(text: string): string {
  const plain = text.trim()
  if (/^[\x21-\x7e]*$/.test(plain)) return maskValue(plain)
  const [first = ''] = plain
  return maskValue(`${first}**`)
}

/** Derives ids of members that have no number of their own, by a keyed HMAC. */
export class Pseudonyms {
  #key: string | Uint8Array | undefined
  /** Whether a random key of the run was needed. */
  keyOfTheRun = false

  constructor(key: string | undefined) {
    this.#key = key === '' ? undefined : key
  }

  ofNumber(number: string): string {
    return this.#derive(number)
  }

  ofName(name: string, branch: string): string {
    return this.#derive(`name:${name}\n${branch}`)
  }

  #derive(text: string): string {
    if (this.#key === undefined) {
      this.#key = randomBytes(32)
      this.keyOfTheRun = true
    }
    const digest = createHmac('sha256', this.#key).update(`member:v1:${text}`).digest('base64url')
    return `m-${digest.slice(0, 16)}`
  }
}

/** Whether a text has an ASCII character that no citizen number has, so that it need not be looked at further. */
function isOtherwise(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    // Digits, X, hyphens, blanks; wide forms of them are not judged here.
    if (c > 57 ? c < 127 && c !== 88 && c !== 120 : c < 48 && c > 32 && c !== 45) return true
  }
  return false
}

/** Whether a text is 17 digits and a digit or X. */
function isPlain(text: string): boolean {
  if (text.length !== 18) return false
  for (let i = 0; i < 17; i++) if (text.charCodeAt(i) < 48 || text.charCodeAt(i) > 57) return false
  const last = text.charCodeAt(17)
  return last === 88 || (last >= 48 && last <= 57)
}

/** Whether a text has a character that may be the E of a number in scientific notation. */
function hasExponent(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 69 || c === 101 || c > 126) return true
  }
  return false
}

function plainNumber(text: string): string {
  // Nearly every number is plain already.
  if (/^[\dA-Z]*$/.test(text)) return text
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff-]+/g, '')
    .toUpperCase()
}

function checkCharacter(digits: string): string {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += (digits.charCodeAt(i) - 48) * WEIGHTS[i]!
  return CHECK.charAt(sum % 11)
}
