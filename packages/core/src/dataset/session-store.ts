import { TextDictionary } from './dictionary.ts'
import { EMPTY } from './lists.ts'
import type { Mentions } from './mentions.ts'
import { NumberColumns } from './number-columns.ts'
import type { SessionDraft } from './sessions.ts'

/** The numbers of a session, each a column. */
const NUMBERS = [
  'ordinal',
  'id',
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
  'title',
  'venue',
  'program',
  'topics',
] as const

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
  readonly rare: RareValues = {
    unknownKinds: new Map(),
    plannedId: new Map(),
    lecturers: new Map(),
    coHosts: new Map(),
    observers: new Map(),
  }
  /** Titles, venues and programs by code; 0 is none. */
  readonly texts = new TextDictionary()
  /** Lists of topics by code; 0 is none. */
  readonly topicLists: (readonly string[])[] = [EMPTY]
  readonly #topicCodes = new Map<readonly string[], number>([[EMPTY, 0]])
  readonly #mentions: Mentions
  readonly #numbers = new NumberColumns(NUMBERS)

  /** Ids and organizations are codes of `mentions`. */
  constructor(mentions: Mentions) {
    this.#mentions = mentions
  }

  /** The columns of numbers; the first `count` entries of each count. */
  get numbers(): Readonly<Record<(typeof NUMBERS)[number], Int32Array>> {
    return this.#numbers.all
  }

  /** Id of a session. */
  idOf(i: number): string {
    return this.#mentions.sessions.values[this.numbers.id[i]!]!
  }

  /** Ids of all sessions. */
  ids(): string[] {
    const ids: string[] = []
    for (let i = 0; i < this.count; i++) ids.push(this.idOf(i))
    return ids
  }

  push(draft: SessionDraft): void {
    const i = this.count++
    const numbers = this.#numbers.withRoomAt(i)
    const { organizations, sessions } = this.#mentions
    numbers.ordinal[i] = draft.ordinal
    numbers.id[i] = sessions.code(draft.id)
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
    numbers.organization[i] = organizations.code(draft.organization)
    numbers.title[i] = this.texts.code(draft.title)
    numbers.venue[i] = this.texts.code(draft.venue)
    numbers.program[i] = this.texts.code(draft.program)
    numbers.topics[i] = this.#topicsCode(draft.topics)
    const { rare } = this
    if (draft.unknownKinds.length > 0) rare.unknownKinds.set(i, draft.unknownKinds)
    if (draft.plannedId !== null) rare.plannedId.set(i, draft.plannedId)
    if (draft.lecturers.length > 0) rare.lecturers.set(i, draft.lecturers)
    if (draft.coHosts.length > 0) rare.coHosts.set(i, draft.coHosts)
    if (draft.observers.length > 0) rare.observers.set(i, draft.observers)
  }

  #topicsCode(topics: readonly string[]): number {
    let code = this.#topicCodes.get(topics)
    if (code === undefined) {
      code = this.topicLists.push(topics) - 1
      this.#topicCodes.set(topics, code)
    }
    return code
  }

  /** Forgets all of them, so that their memory is free while attendance is settled. */
  release(): void {
    this.#numbers.release()
  }

  /** A session as it was pushed. */
  draft(i: number): SessionDraft {
    const { rare, numbers } = this
    return {
      ordinal: numbers.ordinal[i]!,
      id: this.idOf(i),
      organization: this.#mentions.organizations.values[numbers.organization[i]!]!,
      kinds: numbers.kinds[i]!,
      unknownKinds: rare.unknownKinds.get(i) ?? EMPTY,
      title: this.texts.valueOf(numbers.title[i]!),
      start: numbers.start[i]!,
      end: numbers.end[i]!,
      day: numbers.day[i]!,
      endDay: numbers.endDay[i]!,
      timeless: numbers.timeless[i] === 1,
      hours: numbers.hours[i]!,
      status: numbers.status[i]!,
      mode: numbers.mode[i]!,
      topics: this.topicLists[numbers.topics[i]!]!,
      venue: this.texts.valueOf(numbers.venue[i]!),
      program: this.texts.valueOf(numbers.program[i]!),
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
