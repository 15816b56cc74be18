import { maskValue } from '../model/problem.ts'
import type { ActStore, Votes } from './act-store.ts'
import type { ActColumns } from './columns.ts'
import { byText } from './days.ts'
import { distinct } from './duplicates.ts'
import type { Mentions } from './mentions.ts'
import { atPositions, gathered, inOrderOf, permuted, sortRuns } from './order.ts'
import { UNKNOWN } from './organizations.ts'
import { PackedTexts } from './packed-texts.ts'
import type { ProblemLog } from './problem-log.ts'
import { EFFECTS } from './problem-template.ts'
import type { References } from './references.ts'

/** What acts say besides their columns, by position. */
export interface ActDetails {
  readonly id: PackedTexts
  /** Number of the record. */
  readonly ordinal: Int32Array
  /** Codes of `texts`. */
  readonly document: Int32Array
  readonly note: Int32Array
  readonly texts: readonly (string | null)[]
  /** What only few acts state, in order of position. */
  readonly votes: ReadonlyMap<number, Votes>
  readonly amount: ReadonlyMap<number, number>
  readonly topics: ReadonlyMap<number, readonly string[]>
}

/** What the references of acts are resolved by. */
export interface ActSurroundings {
  readonly references: References
  readonly mentions: Mentions
  /** Position of a session by code of its mention, -1 for none. */
  readonly sessionAt: Int32Array
  /** Position of the host of each session, -1 where unknown. */
  readonly hostOf: Int32Array
  readonly memberCount: number
  readonly organizationCount: number
  readonly log: ProblemLog
}

/** Settles what the acts are about; those about nothing that is known are left out. */
export function settleActs(
  store: ActStore,
  around: ActSurroundings,
): { readonly columns: ActColumns; readonly details: ActDetails } {
  const ids = store.id.map((id) => around.references.recordId(id))
  const order = sortByDay(store, ids, around.log)
  const { about, kept } = settleAbouts(store, ids, order, around)
  const column = (from: Int32Array) => permuted(from, kept, new Int32Array(kept.length))
  const { numbers, rare } = store
  const byMember = indexBy(around.memberCount, about.member, about.counterpart)
  const byOrganization = indexBy(around.organizationCount, about.organization)
  return {
    columns: {
      actCount: kept.length,
      actKind: Uint8Array.from(column(numbers.kind)),
      actDay: column(numbers.day),
      actUntil: column(numbers.until),
      actMember: about.member,
      actCounterpart: about.counterpart,
      actOrg: about.organization,
      actSession: about.session,
      actsOfMemberStart: byMember.start,
      actsOfMember: byMember.entries,
      actsOfOrgStart: byOrganization.start,
      actsOfOrg: byOrganization.entries,
    },
    details: {
      id: new PackedTexts(gathered(ids, kept)),
      ordinal: column(numbers.ordinal),
      document: column(numbers.document),
      note: column(numbers.note),
      texts: store.texts.close(),
      votes: atPositions(rare.votes, kept),
      amount: atPositions(rare.amount, kept),
      topics: atPositions(rare.topics, kept),
    },
  }
}

/** Indexes of acts in order of day and id, one per id. */
function sortByDay(store: ActStore, ids: readonly string[], log: ProblemLog): Uint32Array {
  const { day, ordinal } = store.numbers
  const which = distinct(
    'acts',
    ids,
    (i) => ordinal[i]!,
    (i) => store.contentOf(i),
    log,
  )
  const order = inOrderOf(day, which)
  sortRuns(
    order,
    (a, b) => day[a] === day[b],
    (a, b) => byText(ids[a]!, ids[b]!),
  )
  return order
}

/** Positions of what acts refer to, -1 for none. */
interface Abouts {
  readonly organization: Int32Array
  readonly member: Int32Array
  readonly counterpart: Int32Array
  readonly session: Int32Array
}

/** What the acts are about, and the indexes of those that are about anything, in the same order. */
function settleAbouts(
  store: ActStore,
  ids: readonly string[],
  order: Uint32Array,
  around: ActSurroundings,
): { readonly about: Abouts; readonly kept: Uint32Array } {
  const { references, sessionAt, hostOf } = around
  const { numbers } = store
  const organizations = new Int32Array(order.length)
  const members = new Int32Array(order.length)
  const counterparts = new Int32Array(order.length)
  const sessions = new Int32Array(order.length)
  const kept = new Uint32Array(order.length)
  const setting = { organization: -1, day: 0 }
  let count = 0
  for (const i of order) {
    const organizationCode = numbers.organization[i]!
    const sessionCode = numbers.session[i]!
    const memberCode = numbers.member[i]!
    const counterpartCode = numbers.counterpart[i]!
    const organization = organizationCode < 0 ? -1 : references.organizationOf(organizationCode)
    const session = sessionCode < 0 ? -1 : sessionAt[sessionCode]!
    setting.organization = organization >= 0 || session < 0 ? organization : hostOf[session]!
    setting.day = numbers.day[i]!
    const member = memberCode < 0 ? -1 : references.positionOf(memberCode, setting)
    const counterpart = counterpartCode < 0 ? -1 : references.positionOf(counterpartCode, setting)
    const isKept = organization >= 0 || member >= 0 || counterpart >= 0 || session >= 0
    const found = { organization, member, counterpart, session }
    if (
      !isKept ||
      (organizationCode >= 0 && organization < 0) ||
      (sessionCode >= 0 && session < 0) ||
      (memberCode >= 0 && member < 0) ||
      (counterpartCode >= 0 && counterpart < 0)
    )
      reportMissing(store, i, ids[i]!, found, around)
    if (!isKept) continue
    organizations[count] = Math.max(organization, -1)
    members[count] = Math.max(member, -1)
    counterparts[count] = Math.max(counterpart, -1)
    sessions[count] = session
    kept[count++] = i
  }
  const about = {
    organization: organizations.slice(0, count),
    member: members.slice(0, count),
    counterpart: counterparts.slice(0, count),
    session: sessions.slice(0, count),
  }
  return { about, kept: kept.subarray(0, count) }
}

/** Reports what an act refers to in vain; negative positions say why. */
function reportMissing(
  store: ActStore,
  i: number,
  id: string,
  found: Readonly<Record<'organization' | 'member' | 'counterpart' | 'session', number>>,
  { references, mentions, log }: ActSurroundings,
): void {
  const { numbers } = store
  const ordinal = numbers.ordinal[i]!
  const isKept = Math.max(found.organization, found.member, found.counterpart, found.session) >= 0
  const effect = isKept ? EFFECTS.cell : EFFECTS.record
  const cell = (field: string) => ({ table: 'acts', ordinal, field }) as const
  const organization = numbers.organization[i]!
  const session = numbers.session[i]!
  if (organization >= 0 && found.organization < 0) {
    const word = mentions.organizations.values[organization]!
    references.missingOrganization(word, found.organization, cell('organization'), effect)
  }
  if (session >= 0 && found.session < 0)
    references.missingSession(mentions.sessions.values[session]!, cell('session'), effect)
  for (const field of ['member', 'counterpart'] as const) {
    const person = numbers[field][i]!
    if (person < 0 || found[field] >= 0) continue
    const nobody = found[field] === UNKNOWN ? 'unknown' : 'ambiguous'
    references.missingMember(mentions.persons.values[person]!, nobody, cell(field), effect)
  }
  const namesAnything =
    organization >= 0 || session >= 0 || numbers.member[i]! >= 0 || numbers.counterpart[i]! >= 0
  if (!namesAnything) log.add('actAboutNothing', { table: 'acts', ordinal, value: maskValue(id) })
}

/** A list of positions per owner, in order of position; one that two columns name at once is listed once. */
function indexBy(
  owners: number,
  first: Int32Array,
  second?: Int32Array,
): { readonly start: Uint32Array; readonly entries: Uint32Array } {
  const start = new Uint32Array(owners + 1)
  const other = (i: number) => (second === undefined || second[i] === first[i] ? -1 : second[i]!)
  for (let i = 0; i < first.length; i++) {
    const owner = first[i]!
    if (owner >= 0) start[owner + 1]!++
    if (other(i) >= 0) start[other(i) + 1]!++
  }
  for (let owner = 0; owner < owners; owner++) start[owner + 1]! += start[owner]!
  const entries = new Uint32Array(start[owners]!)
  const next = start.slice()
  for (let i = 0; i < first.length; i++) {
    const owner = first[i]!
    if (owner >= 0) entries[next[owner]!++] = i
    if (other(i) >= 0) entries[next[other(i)]!++] = i
  }
  return { start, entries }
}
