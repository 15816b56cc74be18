import { z } from 'zod'
import type { LocalizedText } from '../locale.ts'
import { type Accept, compileRow, type FieldCheck, type RowCheck } from '../model/accept.ts'
import { maskValue } from '../model/problem.ts'
import { type AttendanceRow, type InputTable, type RowOf, rowSchemas } from '../model/rows.ts'
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
 * The closure for the one table that is long: the same closures per field, but the fields are read by name,
 * which is three times as fast as reading them by a variable key.
 */
function attendanceAccept(check: RowCheck): Accept {
  const accepts = new Map(check.fields.map((field) => [field.key, field.accept]))
  const session = accepts.get('session')
  const member = accepts.get('member')
  const status = accepts.get('status')
  const capacity = accepts.get('capacity')
  const hours = accepts.get('hours')
  const makeUpSession = accepts.get('makeUpSession')
  if (!session || !member || !status || !capacity || !hours || !makeUpSession || accepts.size !== 6)
    return check.accept
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
    const row = value as { readonly [K in keyof AttendanceRow]: unknown }
    return (
      session(row.session) &&
      member(row.member) &&
      status(row.status) &&
      capacity(row.capacity) &&
      hours(row.hours) &&
      makeUpSession(row.makeUpSession)
    )
  }
}

/**
 * Lets the rows of one table in: good ones as they are, those with a bad optional cell without it, the
 * rest not at all. Each fault is a problem; faults are remembered per column and value.
 */
export class RowGate<T extends InputTable> {
  readonly #table: T
  readonly #log: ProblemLog
  readonly #check: RowCheck
  readonly #accept: Accept
  readonly #faults = new Map<string, Map<unknown, Fault | null>>()
  /** Rows that were not let in. */
  rejected = 0

  constructor(table: T, log: ProblemLog) {
    this.#table = table
    this.#log = log
    this.#check = checkOf(table)
    this.#accept = table === 'attendance' ? attendanceAccept(this.#check) : this.#check.accept
  }

  /** Says yes to the values that the schema accepts in a field. */
  acceptOf(field: keyof RowOf<T> & string): Accept {
    return this.#check.fields.find(({ key }) => key === field)!.accept
  }

  /** The row, mended where needed, or `undefined` where it is of no use. */
  admit(row: unknown, ordinal: number): RowOf<T> | undefined {
    if (this.#accept(row)) return row as RowOf<T>
    const mended = this.#mend(row, ordinal)
    if (mended === undefined) this.rejected++
    return mended as RowOf<T> | undefined
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
