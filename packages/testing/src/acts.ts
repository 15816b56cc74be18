import { ACT_KINDS, type ActKind, type ActRow, type EpochDay, formatDate } from '@xueshi/core'
import type { Person, Unit } from './model.ts'
import type { Settings } from './options.ts'
import type { Meeting } from './sessions.ts'

/** A dated act of the sample county. */
export interface Deed {
  readonly id: string
  readonly kind: ActKind
  readonly day: EpochDay
  readonly until?: EpochDay
  readonly unit?: Unit
  readonly person?: Person
  readonly other?: Person
  readonly meeting?: Pick<Meeting, 'id'>
  readonly votes?: Votes
  readonly topics?: readonly string[]
  readonly document?: string
  readonly note?: string
}

/** The numbers of a vote. */
export interface Votes {
  readonly entitled: number
  readonly present: number
  readonly inFavour: number
}

const NAMES = Object.fromEntries(ACT_KINDS.map(({ id, zh }) => [id, zh])) as Record<ActKind, string>

/** Collects the acts of one organization in a year, numbered in the order in which they are entered. */
export class DeedList {
  readonly deeds: Deed[] = []
  readonly #prefix: string
  readonly #last: EpochDay

  /** @param prefix begins the ids; what happens after the last day covered is not yet known. */
  constructor(prefix: string, settings: Settings) {
    this.#prefix = prefix
    this.#last = settings.to
  }

  /** Enters an act, unless it lies after the data. */
  enter(kind: ActKind, day: EpochDay, deed: Omit<Deed, 'id' | 'kind' | 'day'>): void {
    if (day > this.#last) return
    this.deeds.push({ id: `${this.#prefix}-${this.deeds.length + 1}`, kind, day, ...deed })
  }
}

/** The row of an act. */
export function actRow(deed: Deed): ActRow {
  const row: ActRow = { id: deed.id, kind: NAMES[deed.kind], date: formatDate(deed.day) }
  if (deed.until !== undefined) row.until = formatDate(deed.until)
  if (deed.unit !== undefined) row.organization = deed.unit.id
  if (deed.person !== undefined) row.member = deed.person.id
  if (deed.other !== undefined) row.counterpart = deed.other.id
  if (deed.meeting !== undefined) row.session = deed.meeting.id
  if (deed.votes !== undefined) Object.assign(row, deed.votes)
  if (deed.topics !== undefined) row.topics = [...deed.topics]
  if (deed.document !== undefined) row.document = deed.document
  if (deed.note !== undefined) row.note = deed.note
  return row
}
