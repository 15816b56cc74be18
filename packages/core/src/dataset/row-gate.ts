import { z } from 'zod'
import type { LocalizedText } from '../locale.ts'
import { type Accept, compileRow, type FieldCheck, type RowCheck } from '../model/accept.ts'
import { maskValue } from '../model/problem.ts'
import { type InputTable, type RowOf, rowSchemas } from '../model/rows.ts'
import { maskPerson } from './citizen.ts'
import type { ProblemLog } from './problem-log.ts'
import { EFFECTS } from './problem-template.ts'
import type { ProblemKey } from './problems.ts'

/** Optional fields whose loss would change the meaning of the record: without its end a post would run on. */
const VITAL: Partial<Record<InputTable, readonly string[]>> = {
  posts: ['to'],
  affiliations: ['to'],
  programs: ['to'],
}

/** Fields that hold citizen numbers or birthdays: their values are never shown. */
const SECRET = new Set(['citizenId', 'born'])
/** Fields that name persons. */
const PERSONAL = new Set([
  'member',
  'counterpart',
  'lecturer',
  'participants',
  'excused',
  'absentees',
  'lecturers',
  'subject',
  'approver',
])

/** Distinct bad values remembered per field. */
const REMEMBERED = 10_000

interface Fault {
  readonly key: ProblemKey
  readonly right: string | LocalizedText
}

/** The compiled schema of each table; compiled when first needed, kept for the process. */
const compiled = new Map<InputTable, RowCheck>()

function checkOf(table: InputTable): RowCheck {
  let check = compiled.get(table)
  if (check === undefined) {
    check = compileRow(rowSchemas[table])
    compiled.set(table, check)
  }
  return check
}

/**
 * Lets the rows of one table in: good ones as they are, those with a bad optional cell without it, the
 * rest not at all. Each fault is a problem; faults are remembered per column and value.
 */
export class RowGate<T extends InputTable> {
  readonly #table: T
  readonly #log: ProblemLog
  readonly #check: RowCheck
  readonly #faults = new Map<string, Map<unknown, Fault | null>>()
  /** Rows that were not let in. */
  rejected = 0
  /** Fields that some row had, a bit each. */
  #seen = 0

  constructor(table: T, log: ProblemLog) {
    this.#table = table
    this.#log = log
    this.#check = checkOf(table)
  }

  /** Says yes to the values that the schema accepts in a field. */
  acceptOf(field: keyof RowOf<T> & string): Accept {
    return this.#check.fields.find(({ key }) => key === field)!.accept
  }

  /** Names of the fields that some row that was let in had. */
  seen(): readonly string[] {
    return this.#check.fields.map(({ key }) => key).filter((_, i) => (this.#seen >> i) & 1)
  }

  /** The row, mended where needed, or `undefined` where it is of no use. */
  admit(row: unknown, ordinal: number): RowOf<T> | undefined {
    const found = this.#check.scan(row)
    if (found >= 0) {
      this.#seen |= found
      return row as RowOf<T>
    }
    const good = this.#check.accept(row) ? (row as RowOf<T>) : this.#mend(row, ordinal)
    if (good === undefined) this.rejected++
    else this.#look(good)
    return good as RowOf<T> | undefined
  }

  #look(row: object): void {
    const fields = row as Readonly<Record<string, unknown>>
    this.#check.fields.forEach(({ key }, i) => {
      if (fields[key] !== undefined) this.#seen |= 1 << i
    })
  }

  #mend(row: unknown, ordinal: number): Record<string, unknown> | undefined {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) {
      this.#log.add('rowNotObject', { table: this.#table, ordinal })
      return undefined
    }
    const source = row as Readonly<Record<string, unknown>>
    const mended: Record<string, unknown> = {}
    let usable = true
    for (const field of this.#check.fields) {
      const value = source[field.key]
      const fault = field.accept(value) ? null : this.#faultOf(field, value)
      if (fault === null) {
        if (value !== undefined) mended[field.key] = value
        continue
      }
      const dispensable = field.optional && VITAL[this.#table]?.includes(field.key) !== true
      if (!dispensable) usable = false
      const subject = {
        table: this.#table,
        ordinal,
        field: field.key,
        value: shown(this.#table, field.key, value),
      }
      const effect = dispensable ? EFFECTS.cell : EFFECTS.record
      this.#log.add(fault.key, subject, { effect, right: fault.right })
    }
    return usable ? mended : undefined
  }

  #faultOf(field: FieldCheck, value: unknown): Fault | null {
    const rememberable = typeof value !== 'object' && !(typeof value === 'string' && value.length > 200)
    let known = this.#faults.get(field.key)
    if (known === undefined) {
      known = new Map()
      this.#faults.set(field.key, known)
    }
    if (rememberable) {
      const fault = known.get(value)
      if (fault !== undefined) return fault
    }
    const result = z.safeParse(field.schema, value)
    const fault = result.success ? null : faultFrom(result.error.issues[0], value)
    if (rememberable && known.size < REMEMBERED) known.set(value, fault)
    return fault
  }
}

/** The problem that a zod issue amounts to. */
function faultFrom(issue: z.core.$ZodIssue | undefined, value: unknown): Fault {
  if (value === undefined || value === null || value === '') return { key: 'missingValue', right: '' }
  switch (issue?.code) {
    case 'invalid_type':
      return { key: 'wrongType', right: TYPE_WORDS[issue.expected] ?? issue.expected }
    case 'too_big':
      if (issue.origin === 'number') return { key: 'outOfRange', right: `≤ ${issue.maximum}` }
      return { key: 'tooLong', right: String(issue.maximum) }
    case 'too_small':
      if (issue.origin === 'number') return { key: 'outOfRange', right: `≥ ${issue.minimum}` }
      return { key: 'missingValue', right: '' }
    case 'custom':
      return { key: CUSTOM[issue.message] ?? 'invalidValue', right: '' }
    default:
      return { key: 'invalidValue', right: '' }
  }
}

const CUSTOM: Readonly<Record<string, ProblemKey>> = {
  date: 'invalidDate',
  instant: 'invalidInstant',
  control: 'controlCharacter',
}

const TYPE_WORDS: Readonly<Record<string, LocalizedText>> = {
  string: { 'zh-CN': '文字', en: 'text' },
  number: { 'zh-CN': '数字', en: 'a number' },
  int: { 'zh-CN': '整数', en: 'a whole number' },
  boolean: { 'zh-CN': '是或否', en: 'true or false' },
  array: { 'zh-CN': '列表', en: 'a list' },
}

/** The visible form of a cell: personal values are masked. */
function shown(table: InputTable, field: string, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return '[…]'
  if (typeof value === 'object' || typeof value === 'function') return '{…}'
  const text = String(value)
  if (SECRET.has(field)) return text === '' ? '' : '****'
  return PERSONAL.has(field) || (field === 'name' && (table === 'members' || table === 'lecturers'))
    ? maskPerson(text)
    : maskValue(text)
}
