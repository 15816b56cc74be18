import { fillTemplate, type LocalizedText } from '../locale.ts'
import type { Place, Problem, ProblemSeverity } from '../model/problem.ts'
import type { InputTable } from '../model/rows.ts'
import { TABLES, termName } from '../terms.ts'
import { fieldLabel } from './labels.ts'
import { PROBLEMS, type ProblemKey } from './problems.ts'
import { Provenance } from './provenance.ts'

/** Most problems of one code that are listed one by one. */
const LISTED = 1000

/** What a problem is about. */
export interface Subject {
  readonly table: InputTable
  /** Number of the record in its table; absent where the table as a whole is meant. */
  readonly ordinal?: number
  readonly field?: string
  /** Already masked. */
  readonly value?: string
}

/** Values of the placeholders of a message. */
export type MessageData = Readonly<Record<string, string | number | LocalizedText>>

/** The problems of one code: at most {@link LISTED} fatal ones aside, the others counted. */
interface CodeList {
  problems: Problem[]
  left: number
  /** Where the list is full: problems that sort after this one are only counted. */
  last: Problem | undefined
}

/**
 * Collects the problems of a dataset and the places of its records. Of each code the first thousand in
 * order of value are kept, whatever the order of arrival, and the rest are counted.
 */
export class ProblemLog {
  readonly #codes = new Map<string, CodeList>()
  readonly #places = new Map<InputTable, Provenance>()

  /** Where the records of a table came from. */
  places(table: InputTable): Provenance {
    let places = this.#places.get(table)
    if (places === undefined) {
      places = new Provenance()
      this.#places.set(table, places)
    }
    return places
  }

  add(key: ProblemKey, about: Subject, data: MessageData = {}): void {
    const template = PROBLEMS[key]
    const list = this.#list(template.code)
    if (list.last !== undefined && (about.value ?? '') > (list.last.value ?? '')) {
      list.left++
      return
    }
    const places = this.places(about.table)
    const place: Place = about.ordinal === undefined ? {} : places.place(about.ordinal, about.field)
    const header =
      about.field === undefined || about.ordinal === undefined
        ? undefined
        : places.header(about.ordinal, about.field)
    const problem: Problem = {
      code: template.code,
      severity: template.severity,
      message: {
        'zh-CN': fillTemplate(template.message['zh-CN'], wordsOf(about, header, data, 'zh-CN')),
        en: fillTemplate(template.message.en, wordsOf(about, header, data, 'en')),
      },
      table: about.table,
      ...place,
      ...(about.value === undefined ? {} : { value: about.value }),
    }
    this.#push(list, problem)
  }

  /** Adds a problem that is already worded. */
  report(problem: Problem): void {
    this.#push(this.#list(problem.code), { ...problem })
  }

  /** Number of problems of a code, the ones not listed included. */
  count(code: string): number {
    const list = this.#codes.get(code)
    return list === undefined ? 0 : list.problems.length + list.left
  }

  /** All problems in order of table, code and place; those of long lists end with their number. */
  problems(): readonly Problem[] {
    const all: Problem[] = []
    for (const [code, list] of this.#codes) {
      trim(list)
      for (const problem of list.problems) all.push(Object.freeze(problem))
      if (list.left > 0) all.push(Object.freeze(rest(code, list)))
    }
    return Object.freeze(all.sort(byPlace))
  }

  #list(code: string): CodeList {
    let list = this.#codes.get(code)
    if (list === undefined) {
      list = { problems: [], left: 0, last: undefined }
      this.#codes.set(code, list)
    }
    return list
  }

  #push(list: CodeList, problem: Problem): void {
    list.problems.push(problem)
    if (list.problems.length >= 2 * LISTED) trim(list)
  }
}

function trim(list: CodeList): void {
  if (list.problems.length <= LISTED) return
  list.problems.sort(byValue)
  list.left += list.problems.length - LISTED
  list.problems.length = LISTED
  list.last = list.problems[LISTED - 1]
}

function rest(code: string, list: CodeList): Problem {
  const { message } = PROBLEMS.moreProblems
  const shown = list.problems.length
  const data = { value: code, shown, count: list.left, total: shown + list.left }
  const table = list.problems[0]?.table
  return {
    code: PROBLEMS.moreProblems.code,
    severity: worst(list.problems),
    message: { 'zh-CN': fillTemplate(message['zh-CN'], data), en: fillTemplate(message.en, data) },
    ...(table === undefined ? {} : { table }),
    value: code,
  }
}

function worst(problems: readonly Problem[]): ProblemSeverity {
  const order: readonly ProblemSeverity[] = ['fatal', 'error', 'warning', 'notice']
  return order.find((severity) => problems.some((problem) => problem.severity === severity)) ?? 'notice'
}

function wordsOf(
  about: Subject,
  header: string | undefined,
  data: MessageData,
  locale: 'zh-CN' | 'en',
): Record<string, string | number> {
  const words: Record<string, string | number> = {
    table: locale === 'en' ? about.table : termName(TABLES, about.table, locale),
    value: about.value ?? '',
  }
  if (about.field !== undefined)
    words.column = header ?? (locale === 'en' ? about.field : fieldLabel(about.table, about.field))
  for (const [name, value] of Object.entries(data))
    words[name] = typeof value === 'object' ? value[locale] : value
  return words
}

function byValue(a: Problem, b: Problem): number {
  return text(a.value, b.value) || text(a.table, b.table) || text(a.column, b.column) || place(a, b)
}

function byPlace(a: Problem, b: Problem): number {
  return (
    text(a.table, b.table) ||
    text(a.code, b.code) ||
    place(a, b) ||
    text(a.column, b.column) ||
    text(a.value, b.value) ||
    text(a.message.en, b.message.en)
  )
}

function place(a: Problem, b: Problem): number {
  return text(a.file, b.file) || text(a.sheet, b.sheet) || (a.row ?? -1) - (b.row ?? -1)
}

function text(a: string | undefined, b: string | undefined): number {
  const x = a ?? ''
  const y = b ?? ''
  return x < y ? -1 : x > y ? 1 : 0
}
