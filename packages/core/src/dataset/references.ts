import type { LocalizedText } from '../locale.ts'
import { maskValue } from '../model/problem.ts'
import type { InputTable } from '../model/rows.ts'
import { asCitizenNumber, citizenFault, maskPerson, type Pseudonyms } from './citizen.ts'
import { int32 } from './days.ts'
import type { Identities, Namesakes, Nobody, Setting } from './identities.ts'
import type { KnownMember } from './members.ts'
import type { Mentions } from './mentions.ts'
import { AMBIGUOUS, type OrganizationTree, UNKNOWN } from './organizations.ts'
import type { ProblemLog } from './problem-log.ts'

/** The cell a reference stands in. */
export interface ReferenceCell {
  readonly table: InputTable
  readonly ordinal: number
  readonly field: string
}

/** Looks up what records refer to, and words what is not found. */
export class References {
  readonly #tree: OrganizationTree
  readonly #identities: Identities
  readonly #pseudonyms: Pseudonyms
  readonly #log: ProblemLog
  /** Whom the mentions of persons name, by code. */
  readonly persons: readonly (KnownMember | Namesakes | Nobody)[]
  readonly #organizations: Int32Array

  constructor(
    mentions: Mentions,
    tree: OrganizationTree,
    identities: Identities,
    pseudonyms: Pseudonyms,
    log: ProblemLog,
  ) {
    this.persons = mentions.persons.values.map((word) => identities.find(word))
    this.#organizations = int32(mentions.organizations.values, (word) => tree.find(word))
    this.#tree = tree
    this.#identities = identities
    this.#pseudonyms = pseudonyms
    this.#log = log
  }

  /** Position of an organization; negative where it is unknown or ambiguous. */
  organization(reference: string): number {
    return this.#tree.find(reference)
  }

  /** The same by the code of a mention. */
  organizationOf(code: number): number {
    return this.#organizations[code]!
  }

  /** The id of an organization by its position. */
  organizationId(position: number): string {
    return this.#tree.drafts[position]!.id
  }

  /** The member that is meant in a setting. */
  member(reference: string, setting: Setting) {
    return this.#identities.resolve(reference, setting)
  }

  /** Position of the member that a mention means in a setting; {@link UNKNOWN} or {@link AMBIGUOUS}. */
  positionOf(code: number, setting: Setting): number {
    const found = this.memberOf(code, setting)
    return typeof found === 'object' ? found.position : found === 'unknown' ? UNKNOWN : AMBIGUOUS
  }

  /** The same by the code of a mention. */
  memberOf(code: number, setting: Setting): KnownMember | Nobody {
    const found = this.persons[code]!
    return typeof found === 'object' && 'namesakes' in found ? this.#identities.choose(found, setting) : found
  }

  /** The id of a record: one that is a citizen number is replaced by one that is derived from it. */
  recordId(id: string): string {
    const number = asCitizenNumber(id)
    return number === undefined || citizenFault(id) !== undefined ? id : this.#pseudonyms.ofNumber(number)
  }

  missingOrganization(reference: string, found: number, cell: ReferenceCell, effect: LocalizedText): void {
    const key = found === AMBIGUOUS ? 'ambiguousOrganization' : 'unknownOrganization'
    this.#log.add(key, { ...cell, value: maskValue(reference) }, { effect })
  }

  missingMember(reference: string, found: Nobody, cell: ReferenceCell, effect: LocalizedText): void {
    const key = found === 'unknown' ? 'unknownMember' : 'ambiguousMember'
    this.#log.add(key, { ...cell, value: maskPerson(reference) }, { effect })
  }

  missingSession(reference: string, cell: ReferenceCell, effect: LocalizedText): void {
    this.#log.add('unknownSessionReference', { ...cell, value: maskValue(reference) }, { effect })
  }
}
