import { EMPTY } from './lists.ts'
import type { SessionDraft } from './sessions.ts'

/** The numbers of a session, each a column. */
const NUMBERS = [
  'ordinal',
  'kinds',
  'start',
  'end',
  'day',
  'endDay',
  'timeless',
  'hours',
  'status',
  'mode',
  'reportedOn',
  'bulletinOn',
  'listFrom',
  'listTo',
  'organization',
  'venue',
  'program',
  'topics',
] as const

type NumberColumns = Record<(typeof NUMBERS)[number], Int32Array>

/** Distinct values by code, in order of arrival. */
class Codes<T> {
  readonly values: T[]
  readonly #codes: Map<T, number>

  constructor(first: T) {
    this.values = [first]
    this.#codes = new Map([[first, 0]])
  }

  code(value: T): number {
    let code = this.#codes.get(value)
    if (code === undefined) {
      code = this.values.length
      this.#codes.set(value, code)
      this.values.push(value)
    }
    return code
  }
}

/** What only few sessions state, by index of the session. */
export interface RareValues {
  readonly unknownKinds: Map<number, readonly string[]>
  readonly plannedId: Map<number, string>
  readonly lecturers: Map<number, readonly string[]>
  readonly coHosts: Map<number, readonly string[]>
  readonly observers: Map<number, readonly string[]>
}

/**
 * Sessions as they stream in, before organizations and persons are known: columns and dictionaries, no
 * object per session. The index of a session is its number of arrival among the sessions that were kept.
 */
export class SessionStore {
  count = 0
  readonly id: string[] = []
  readonly title: (string | null)[] = []
  readonly rare: RareValues = {
    unknownKinds: new Map(),
    plannedId: new Map(),
    lecturers: new Map(),
    coHosts: new Map(),
    observers: new Map(),
  }
  /** References to organizations by code, as written. */
  readonly organizations = new Codes<string>('')
  /** Venues and programs by code; 0 is none. */
  readonly texts = new Codes<string | null>(null)
  /** Lists of topics by code; 0 is none. */
  readonly topics = new Codes<readonly string[]>(EMPTY)
  #numbers = columnsOf(1024)

  /** The columns of numbers; the first `count` entries of each count. */
  get numbers(): Readonly<NumberColumns> {
    return this.#numbers
  }

  push(draft: SessionDraft): void {
    const i = this.count++
    if (i === this.#numbers.ordinal.length) this.#numbers = columnsOf(i * 2, this.#numbers)
    const numbers = this.#numbers
    numbers.ordinal[i] = draft.ordinal
    numbers.kinds[i] = draft.kinds
    numbers.start[i] = draft.start
    numbers.end[i] = draft.end
    numbers.day[i] = draft.day
    numbers.endDay[i] = draft.endDay
    numbers.timeless[i] = draft.timeless ? 1 : 0
    numbers.hours[i] = draft.hours
    numbers.status[i] = draft.status
    numbers.mode[i] = draft.mode
    numbers.reportedOn[i] = draft.reportedOn
    numbers.bulletinOn[i] = draft.bulletinOn
    numbers.listFrom[i] = draft.listFrom
    numbers.listTo[i] = draft.listTo
    numbers.organization[i] = this.organizations.code(draft.organization)
    numbers.venue[i] = this.texts.code(draft.venue)
    numbers.program[i] = this.texts.code(draft.program)
    numbers.topics[i] = this.topics.code(draft.topics)
    this.id.push(draft.id)
    this.title.push(draft.title)
    const { rare } = this
    if (draft.unknownKinds.length > 0) rare.unknownKinds.set(i, draft.unknownKinds)
    if (draft.plannedId !== null) rare.plannedId.set(i, draft.plannedId)
    if (draft.lecturers.length > 0) rare.lecturers.set(i, draft.lecturers)
    if (draft.coHosts.length > 0) rare.coHosts.set(i, draft.coHosts)
    if (draft.observers.length > 0) rare.observers.set(i, draft.observers)
  }

  /** A session as it was pushed. */
  draft(i: number): SessionDraft {
    const { rare } = this
    const numbers = this.#numbers
    return {
      ordinal: numbers.ordinal[i]!,
      id: this.id[i]!,
      organization: this.organizations.values[numbers.organization[i]!]!,
      kinds: numbers.kinds[i]!,
      unknownKinds: rare.unknownKinds.get(i) ?? EMPTY,
      title: this.title[i]!,
      start: numbers.start[i]!,
      end: numbers.end[i]!,
      day: numbers.day[i]!,
      endDay: numbers.endDay[i]!,
      timeless: numbers.timeless[i] === 1,
      hours: numbers.hours[i]!,
      status: numbers.status[i]!,
      mode: numbers.mode[i]!,
      topics: this.topics.values[numbers.topics[i]!]!,
      venue: this.texts.values[numbers.venue[i]!]!,
      program: this.texts.values[numbers.program[i]!]!,
      lecturers: rare.lecturers.get(i) ?? EMPTY,
      coHosts: rare.coHosts.get(i) ?? EMPTY,
      observers: rare.observers.get(i) ?? EMPTY,
      plannedId: rare.plannedId.get(i) ?? null,
      reportedOn: numbers.reportedOn[i]!,
      bulletinOn: numbers.bulletinOn[i]!,
      listFrom: numbers.listFrom[i]!,
      listTo: numbers.listTo[i]!,
    }
  }
}

function columnsOf(length: number, before?: Readonly<NumberColumns>): NumberColumns {
  const columns = {} as NumberColumns
  for (const name of NUMBERS) {
    columns[name] = new Int32Array(length)
    if (before !== undefined) columns[name].set(before[name])
  }
  return columns
}
