import { formatDate } from '../civil/date.ts'
import type { ServiceRow } from '../model/rows.ts'
import { scrubText } from './citizen.ts'
import type { Columns } from './columns.ts'
import type { Service } from './dataset.ts'
import { byText, dayOr } from './days.ts'
import { codeOr, TextDictionary } from './dictionary.ts'
import { distinct } from './duplicates.ts'
import { cleanText } from './free-text.ts'
import type { Mentions } from './mentions.ts'
import { NumberColumns } from './number-columns.ts'
import { gathered, permuted } from './order.ts'
import { PackedTexts } from './packed-texts.ts'
import type { ProblemLog } from './problem-log.ts'
import { EFFECTS } from './problem-template.ts'
import type { References } from './references.ts'

/** The numbers of a service; texts and references are codes, -1 for a reference that is not stated. */
const NUMBERS = ['ordinal', 'member', 'day', 'kind', 'organization', 'theme'] as const

/** Voluntary services as they stream in: columns and dictionaries, no object per service. */
export class ServiceStore {
  count = 0
  readonly id: string[] = []
  /** As written; NaN where not stated. */
  readonly hours: number[] = []
  /** Kinds and themes by code; 0 is none. */
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

  /** Takes a validated row. */
  push(row: ServiceRow, ordinal: number): true {
    const i = this.count++
    const numbers = this.#numbers.withRoomAt(i)
    numbers.ordinal[i] = ordinal
    numbers.member[i] = this.#mentions.persons.code(row.member)
    numbers.day[i] = dayOr(row.date)
    numbers.kind[i] = this.texts.code(row.kind ?? null)
    numbers.organization[i] = codeOr(this.#mentions.organizations, row.organization)
    numbers.theme[i] = this.texts.code(row.theme ?? null)
    this.id.push(row.id)
    this.hours.push(row.hours ?? Number.NaN)
    return true
  }

  /** Forgets all of them, so that their memory is free while attendance is settled. */
  release(): void {
    this.id.length = 0
    this.hours.length = 0
    this.#numbers.release()
  }

  /** What a service says, as text, for telling equal duplicates from different ones. */
  contentOf(i: number): string {
    const { numbers, texts } = this
    const { organizations, persons } = this.#mentions
    const hours = this.hours[i]!
    return JSON.stringify({
      member: persons.values[numbers.member[i]!],
      date: formatDate(numbers.day[i]!),
      kind: texts.valueOf(numbers.kind[i]!) ?? undefined,
      organization: organizations.values[numbers.organization[i]!],
      theme: texts.valueOf(numbers.theme[i]!) ?? undefined,
      hours: Number.isNaN(hours) ? undefined : hours,
    })
  }
}

/** The services in order of id. */
export interface ServiceTable {
  readonly count: number
  readonly id: PackedTexts
  /** Id of the member. */
  readonly member: readonly string[]
  readonly day: Int32Array
  /** Codes of `texts`. */
  readonly kind: Int32Array
  readonly theme: Int32Array
  readonly texts: readonly (string | null)[]
  /** Position of the organization, -1 where none is stated or known. */
  readonly organization: Int32Array
  /** 1/100 hours, -1 where not stated. */
  readonly hours: Int32Array
}

/** Settles who served; services of persons that are unknown are left out. */
export function settleServices(
  store: ServiceStore,
  mentions: Mentions,
  references: References,
  log: ProblemLog,
): ServiceTable {
  const { numbers } = store
  const ids = store.id.map((id) => references.recordId(id))
  const which = distinct(
    'services',
    ids,
    (i) => numbers.ordinal[i]!,
    (i) => store.contentOf(i),
    log,
  )
  // Rows are mostly in order of id by stretches, of which an array makes use and a typed array does not.
  const sorted = Array.from(which).sort((a, b) => byText(ids[a]!, ids[b]!))
  const written = store.texts.close()
  const texts = new CleanTexts(written, log)
  const order = new Uint32Array(sorted.length)
  const member: string[] = []
  const organization = new Int32Array(sorted.length)
  const hours = new Int32Array(sorted.length)
  let count = 0
  for (const i of sorted) {
    const ordinal = numbers.ordinal[i]!
    const about = (field: string) => ({ table: 'services', ordinal, field }) as const
    const place = numbers.organization[i]!
    const found = place < 0 ? -1 : references.organizationOf(place)
    if (place >= 0 && found < 0)
      references.missingOrganization(
        mentions.organizations.values[place]!,
        found,
        about('organization'),
        EFFECTS.cell,
      )
    const setting = { organization: Math.max(found, -1), day: numbers.day[i]! }
    const person = references.memberOf(numbers.member[i]!, setting)
    if (typeof person === 'string') {
      const word = mentions.persons.values[numbers.member[i]!]!
      references.missingMember(word, person, about('member'), EFFECTS.record)
      continue
    }
    texts.report(numbers.kind[i]!, ordinal, 'kind')
    texts.report(numbers.theme[i]!, ordinal, 'theme')
    member.push(person.id)
    organization[count] = setting.organization
    // Credit hours are kept to 1/100.
    hours[count] = Number.isNaN(store.hours[i]!) ? -1 : Math.round(store.hours[i]! * 100)
    order[count++] = i
  }
  const kept = order.subarray(0, count)
  const column = (from: Int32Array) => permuted(from, kept, new Int32Array(count))
  return {
    count,
    id: new PackedTexts(gathered(ids, kept)),
    member,
    day: column(numbers.day),
    kind: column(numbers.kind),
    theme: column(numbers.theme),
    texts: texts.clean,
    organization: organization.slice(0, count),
    hours: hours.slice(0, count),
  }
}

/** Free texts by code without citizen numbers, blank ones as none. */
class CleanTexts {
  readonly clean: readonly (string | null)[]
  readonly #written: readonly (string | null)[]
  readonly #log: ProblemLog

  constructor(written: readonly (string | null)[], log: ProblemLog) {
    this.#written = written
    this.#log = log
    this.clean = written.map((text) => (text === null || text === '' ? null : scrubText(text)))
  }

  /** Reports a record whose text had a citizen number. */
  report(code: number, ordinal: number, field: string): void {
    const text = this.#written[code]!
    if (text === this.clean[code] || text === null || text === '') return
    cleanText(text, { table: 'services', ordinal, field }, this.#log)
  }
}

/** The service at a position. */
export function serviceRecord(services: ServiceTable, { orgId }: Columns, i: number): Service {
  const organization = services.organization[i]!
  const hours = services.hours[i]!
  return Object.freeze({
    id: services.id.at(i),
    member: services.member[i]!,
    date: formatDate(services.day[i]!),
    kind: services.texts[services.kind[i]!]!,
    organization: organization < 0 ? null : orgId[organization]!,
    theme: services.texts[services.theme[i]!]!,
    hours: hours < 0 ? null : hours / 100,
  })
}
