import { NONE } from './columns.ts'
import { codeOr, type Dictionary, TextDictionary } from './dictionary.ts'
import type { Draft } from './duplicates.ts'
import { EMPTY } from './lists.ts'
import type { Mentions } from './mentions.ts'
import { NumberColumns } from './number-columns.ts'

/** A validated act before the organization, the persons and the session are known. */
export interface ActDraft extends Draft {
  readonly id: string
  /** Position in ACT_KINDS. */
  readonly kind: number
  readonly day: number
  readonly until: number
  /** References as written; they may hold citizen numbers. */
  readonly organization: string | undefined
  readonly member: string | undefined
  readonly counterpart: string | undefined
  readonly session: string | undefined
  readonly votes: Votes
  readonly amount: number | null
  readonly topics: readonly string[]
  readonly document: string | null
  readonly note: string | null
}

/** Numbers of persons, NONE where not stated. */
export interface Votes {
  readonly entitled: number
  readonly present: number
  readonly inFavour: number
}

/** No numbers of persons are stated. */
export const NO_VOTES: Votes = Object.freeze({ entitled: NONE, present: NONE, inFavour: NONE })

/** The numbers of an act; texts and references are codes, -1 for a reference that is not stated. */
const NUMBERS = [
  'ordinal',
  'kind',
  'day',
  'until',
  'organization',
  'member',
  'counterpart',
  'session',
  'document',
  'note',
] as const

/** What only few acts state, by index of the act. */
export interface RareActValues {
  readonly votes: Map<number, Votes>
  readonly amount: Map<number, number>
  readonly topics: Map<number, readonly string[]>
}

/** Acts as they stream in: columns and dictionaries, no object per act. The index is the number of arrival. */
export class ActStore {
  count = 0
  readonly id: string[] = []
  readonly rare: RareActValues = { votes: new Map(), amount: new Map(), topics: new Map() }
  /** Documents and notes by code; 0 is none. */
  readonly texts = new TextDictionary()
  readonly #mentions: Mentions
  readonly #numbers = new NumberColumns(NUMBERS)

  /** References are codes of `mentions`. */
  constructor(mentions: Mentions) {
    this.#mentions = mentions
  }

  /** The columns of numbers; the first `count` entries of each count. */
  get numbers(): Readonly<Record<(typeof NUMBERS)[number], Int32Array>> {
    return this.#numbers.all
  }

  push(draft: ActDraft): void {
    const i = this.count++
    const numbers = this.#numbers.withRoomAt(i)
    const { organizations, persons, sessions } = this.#mentions
    numbers.ordinal[i] = draft.ordinal
    numbers.kind[i] = draft.kind
    numbers.day[i] = draft.day
    numbers.until[i] = draft.until
    numbers.organization[i] = codeOr(organizations, draft.organization)
    numbers.member[i] = codeOr(persons, draft.member)
    numbers.counterpart[i] = codeOr(persons, draft.counterpart)
    numbers.session[i] = codeOr(sessions, draft.session)
    numbers.document[i] = this.texts.code(draft.document)
    numbers.note[i] = this.texts.code(draft.note)
    this.id.push(draft.id)
    const { votes, amount, topics } = this.rare
    if (draft.votes !== NO_VOTES) votes.set(i, draft.votes)
    if (draft.amount !== null) amount.set(i, draft.amount)
    if (draft.topics.length > 0) topics.set(i, draft.topics)
  }

  /** Forgets all of them, so that their memory is free while attendance is settled. */
  release(): void {
    this.id.length = 0
    this.#numbers.release()
  }

  /** What an act says, as text, for telling equal duplicates from different ones. */
  contentOf(i: number): string {
    const { numbers, rare, texts } = this
    const { organizations, persons, sessions } = this.#mentions
    const word = ({ values }: Dictionary, code: number) => (code < 0 ? undefined : values[code])
    return JSON.stringify({
      kind: numbers.kind[i],
      day: numbers.day[i],
      until: numbers.until[i],
      organization: word(organizations, numbers.organization[i]!),
      member: word(persons, numbers.member[i]!),
      counterpart: word(persons, numbers.counterpart[i]!),
      session: word(sessions, numbers.session[i]!),
      ...(rare.votes.get(i) ?? NO_VOTES),
      amount: rare.amount.get(i) ?? null,
      topics: rare.topics.get(i) ?? EMPTY,
      document: texts.valueOf(numbers.document[i]!),
      note: texts.valueOf(numbers.note[i]!),
    })
  }
}
