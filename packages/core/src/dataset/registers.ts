import { type RowOf, rowSchemas } from '../model/rows.ts'
import { MEMBER_STATUSES, normalizeWord, ROLES, termFinder } from '../terms.ts'
import { scrubText } from './citizen.ts'
import type { Course, Lecturer, Program, Venue } from './dataset.ts'
import { dayOr } from './days.ts'
import { type Draft, withoutDuplicates } from './duplicates.ts'
import { EMPTY, topicReader } from './lists.ts'
import type { ProblemLog } from './problem-log.ts'
import { EFFECTS } from './problem-template.ts'
import type { References } from './references.ts'
import { type LecturerFinder, RegisterCells } from './register-cells.ts'

/** The registers by table: what the dataset keeps of them, each in order of id. */
export interface Registers {
  readonly lecturers: readonly Lecturer[]
  readonly courses: readonly Course[]
  readonly venues: readonly Venue[]
  readonly programs: readonly Program[]
}

/** Name of a register. */
export type RegisterTable = keyof Registers

/** Names of the registers. */
export const REGISTERS = ['lecturers', 'courses', 'venues', 'programs'] as const

/** A row of a register that passed its schema. */
export interface RegisterDraft<T extends RegisterTable> extends Draft {
  readonly id: string
  readonly row: RowOf<T>
}

/** The drafts of all registers. */
export type RegisterDrafts = { readonly [T in RegisterTable]: RegisterDraft<T>[] }

/** Reads rows of a register into drafts: copies of the fields that the table has. */
export function registerReader<T extends RegisterTable>(table: T, log: ProblemLog) {
  const fields = Object.keys(rowSchemas[table].shape)
  return (row: RowOf<T>, ordinal: number): RegisterDraft<T> | undefined => {
    const copy: Record<string, unknown> = {}
    const source = row as Readonly<Record<string, unknown>>
    for (const field of fields) {
      const value = source[field]
      if (value !== undefined) copy[field] = Array.isArray(value) ? [...value] : value
    }
    const { from, to } = copy
    if (typeof from === 'string' && typeof to === 'string' && dayOr(to) < dayOr(from)) {
      log.add('intervalOrder', { table, ordinal, field: 'to', value: `${from}..${to}` })
      return undefined
    }
    return { ordinal, id: row.id, row: copy as RowOf<T> }
  }
}

/** Settles all registers; without a register of lecturers (`hasLecturers`) courses name them as written. */
export function settleRegisters(
  drafts: RegisterDrafts,
  references: References,
  hasLecturers: boolean,
  log: ProblemLog,
): Registers {
  const topicsOf = topicReader()
  const settle = <T extends RegisterTable, R>(
    table: T,
    own: readonly RegisterDraft<T>[],
    make: (row: RowOf<T>, cells: RegisterCells) => R | undefined,
  ): readonly R[] => {
    const named = own.map(({ id, ordinal, row }) => ({ id: references.recordId(id), ordinal, row }))
    const records: R[] = []
    for (const { id, ordinal, row } of withoutDuplicates(table, named, contentOf, log)) {
      const record = make(row, new RegisterCells(id, { table, ordinal }, references, log))
      if (record !== undefined) records.push(Object.freeze(record))
    }
    return Object.freeze(records)
  }
  const lecturers = settle(
    'lecturers',
    drafts.lecturers,
    (row, cells): Lecturer => ({
      id: cells.id,
      name: scrubText(row.name),
      member: cells.member(row.member, EFFECTS.cell),
      organization: cells.organization(row.organization),
      title: cells.text('title', row.title),
      topics: topicsOf(row.topics),
    }),
  )
  const bank = hasLecturers ? lecturers : undefined
  const lecturerOf = lecturerFinder(bank, references)
  return {
    lecturers,
    courses: settle(
      'courses',
      drafts.courses,
      (row, cells): Course => ({
        id: cells.id,
        name: scrubText(row.name),
        lecturer: cells.lecturer(row.lecturer, lecturerOf),
        topics: topicsOf(row.topics),
        hours: hundredths(row.hours),
      }),
    ),
    venues: settle(
      'venues',
      drafts.venues,
      (row, cells): Venue => ({
        id: cells.id,
        name: scrubText(row.name),
        organization: cells.organization(row.organization),
        address: cells.text('address', row.address),
        capacity: row.capacity ?? null,
        shared: row.shared === true,
        open: cells.text('open', row.open),
      }),
    ),
    programs: settle(
      'programs',
      drafts.programs,
      (row, cells): Program => ({
        id: cells.id,
        name: scrubText(row.name),
        organization: cells.organizer(row.organization),
        kind: cells.text('kind', row.kind),
        from: row.from,
        to: row.to ?? null,
        audience: wordsOf(row.audience, (word) => audienceOf(word) ?? scrubText(word)),
        quota: row.quota ?? null,
        items: wordsOf(row.items, scrubText),
        readings: wordsOf(row.readings, scrubText),
        materials: row.materials ?? null,
        assessment: cells.text('assessment', row.assessment),
        hours: hundredths(row.hours),
      }),
    ),
  }
}

// The aliases of statuses are left out: a program for 党员 is for all of them, not for full members only.
const audienceOf = termFinder([...ROLES, ...MEMBER_STATUSES.map(({ id, zh, en }) => ({ id, zh, en }))])

function contentOf<T extends RegisterTable>({ row }: { readonly row: RowOf<T> }): string {
  const { id: _, ...content } = row
  return JSON.stringify(content)
}

/** Distinct words in the order in which they are written. */
function wordsOf(words: readonly string[] | undefined, read: (word: string) => string): readonly string[] {
  return words === undefined || words.length === 0 ? EMPTY : Object.freeze([...new Set(words.map(read))])
}

/** Credit hours are kept to 1/100. */
function hundredths(hours: number | undefined): number | null {
  return hours === undefined ? null : Math.round(hours * 100) / 100
}

/** Finds a lecturer by id or unique name; `undefined` where there is no register to look in. */
function lecturerFinder(bank: readonly Lecturer[] | undefined, references: References): LecturerFinder {
  if (bank === undefined) return () => undefined
  const found = new Map<string, string | null>()
  for (const { id, name } of bank) {
    const key = normalizeWord(name)
    found.set(key, found.has(key) ? null : id)
  }
  for (const { id } of bank) found.set(id, id)
  return (reference) =>
    found.get(references.recordId(reference)) ?? found.get(normalizeWord(reference)) ?? null
}
