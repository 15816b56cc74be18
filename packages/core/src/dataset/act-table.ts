import { maskValue } from '../model/problem.ts'
import type { ActDraft } from './acts.ts'
import type { ActColumns } from './columns.ts'
import { int32 } from './days.ts'
import { withoutDuplicates } from './duplicates.ts'
import type { Nobody } from './identities.ts'
import type { ProblemLog } from './problem-log.ts'
import { EFFECTS } from './problem-template.ts'
import type { References } from './references.ts'

/** What acts say besides their columns, by position. */
export interface ActDetails {
  readonly id: readonly string[]
  /** Number of the record. */
  readonly ordinal: Int32Array
  /** Persons, NONE where not stated. */
  readonly entitled: Int32Array
  readonly present: Int32Array
  readonly inFavour: Int32Array
  readonly amount: readonly (number | null)[]
  readonly topics: readonly (readonly string[])[]
  readonly document: readonly (string | null)[]
  readonly note: readonly (string | null)[]
}

/** What the references of acts are resolved by. */
export interface ActSurroundings {
  readonly references: References
  readonly sessionAt: ReadonlyMap<string, number>
  /** Position of the host of each session, -1 where unknown. */
  readonly hostOf: Int32Array
  readonly memberCount: number
  readonly organizationCount: number
  readonly log: ProblemLog
}

/** Positions of what an act refers to, -1 for none. */
interface About {
  readonly organization: number
  readonly member: number
  readonly counterpart: number
  readonly session: number
}

/** Settles what the acts are about; those about nothing that is known are left out. */
export function settleActs(
  drafts: readonly ActDraft[],
  around: ActSurroundings,
): { readonly columns: ActColumns; readonly details: ActDetails } {
  const { references, log } = around
  const named = drafts.map((draft) => {
    const id = references.recordId(draft.id)
    return id === draft.id ? draft : { ...draft, id }
  })
  // One order by id comes out of this; days keep it.
  const sorted = withoutDuplicates('acts', named, contentOf, log).sort((a, b) => a.day - b.day)
  const abouts = new Int32Array(sorted.length * 4)
  const acts: ActDraft[] = []
  for (const draft of sorted) {
    const about = settle(draft, around)
    if (about === undefined) continue
    abouts.set([about.organization, about.member, about.counterpart, about.session], acts.length * 4)
    acts.push(draft)
  }
  return { columns: columnsOf(acts, abouts, around), details: detailsOf(acts) }
}

function contentOf(draft: ActDraft): string {
  const { ordinal: _, id: __, ...content } = draft
  return JSON.stringify(content)
}

function settle(draft: ActDraft, around: ActSurroundings): About | undefined {
  const { references, sessionAt, hostOf, log } = around
  const { ordinal, day } = draft
  const organization = draft.organization === undefined ? -1 : references.organization(draft.organization)
  const session = draft.session === undefined ? -1 : (sessionAt.get(draft.session) ?? -1)
  const place = organization >= 0 || session < 0 ? organization : hostOf[session]!
  const person = (reference: string | undefined): number | Nobody => {
    if (reference === undefined) return -1
    const found = references.member(reference, { organization: place, day })
    return typeof found === 'string' ? found : found.position
  }
  const member = person(draft.member)
  const counterpart = person(draft.counterpart)
  const about: About = {
    organization: Math.max(organization, -1),
    member: typeof member === 'string' ? -1 : member,
    counterpart: typeof counterpart === 'string' ? -1 : counterpart,
    session,
  }
  const isKept = Math.max(about.organization, about.member, about.counterpart, session) >= 0
  const effect = isKept ? EFFECTS.cell : EFFECTS.record
  const cell = (field: string) => ({ table: 'acts', ordinal, field }) as const
  if (draft.organization !== undefined && organization < 0)
    references.missingOrganization(draft.organization, organization, cell('organization'), effect)
  if (draft.session !== undefined && session < 0)
    references.missingSession(draft.session, cell('session'), effect)
  if (draft.member !== undefined && typeof member === 'string')
    references.missingMember(draft.member, member, cell('member'), effect)
  if (draft.counterpart !== undefined && typeof counterpart === 'string')
    references.missingMember(draft.counterpart, counterpart, cell('counterpart'), effect)
  if (!isKept && !namesAnything(draft))
    log.add('actAboutNothing', { table: 'acts', ordinal, value: maskValue(draft.id) })
  return isKept ? about : undefined
}

function namesAnything({ organization, session, member, counterpart }: ActDraft): boolean {
  return (organization ?? session ?? member ?? counterpart) !== undefined
}

function columnsOf(acts: readonly ActDraft[], about: Int32Array, around: ActSurroundings): ActColumns {
  const reference = (which: number) => int32(acts, (_, i) => about[i * 4 + which]!)
  const actOrg = reference(0)
  const actMember = reference(1)
  const actCounterpart = reference(2)
  const byMember = indexBy(around.memberCount, acts.length, (i, add) => {
    if (actMember[i]! >= 0) add(actMember[i]!)
    if (actCounterpart[i]! >= 0 && actCounterpart[i] !== actMember[i]) add(actCounterpart[i]!)
  })
  const byOrganization = indexBy(around.organizationCount, acts.length, (i, add) => {
    if (actOrg[i]! >= 0) add(actOrg[i]!)
  })
  return {
    actCount: acts.length,
    actKind: Uint8Array.from(int32(acts, (act) => act.kind)),
    actDay: int32(acts, (act) => act.day),
    actUntil: int32(acts, (act) => act.until),
    actMember,
    actCounterpart,
    actOrg,
    actSession: reference(3),
    actsOfMemberStart: byMember.start,
    actsOfMember: byMember.entries,
    actsOfOrgStart: byOrganization.start,
    actsOfOrg: byOrganization.entries,
  }
}

/** A list of positions per owner, in order of position. */
function indexBy(
  owners: number,
  count: number,
  ownersOf: (i: number, add: (owner: number) => void) => void,
): { readonly start: Uint32Array; readonly entries: Uint32Array } {
  const start = new Uint32Array(owners + 1)
  for (let i = 0; i < count; i++) ownersOf(i, (owner) => start[owner + 1]!++)
  for (let owner = 0; owner < owners; owner++) start[owner + 1]! += start[owner]!
  const entries = new Uint32Array(start[owners]!)
  const next = start.slice()
  for (let i = 0; i < count; i++) ownersOf(i, (owner) => (entries[next[owner]!++] = i))
  return { start, entries }
}

function detailsOf(acts: readonly ActDraft[]): ActDetails {
  return {
    id: acts.map((act) => act.id),
    ordinal: int32(acts, (act) => act.ordinal),
    entitled: int32(acts, (act) => act.entitled),
    present: int32(acts, (act) => act.present),
    inFavour: int32(acts, (act) => act.inFavour),
    amount: acts.map((act) => act.amount),
    topics: acts.map((act) => act.topics),
    document: acts.map((act) => act.document),
    note: acts.map((act) => act.note),
  }
}
