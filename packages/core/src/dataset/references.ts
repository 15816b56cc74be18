import type { LocalizedText } from '../locale.ts'
import { maskValue } from '../model/problem.ts'
import type { InputTable } from '../model/rows.ts'
import { asCitizenNumber, citizenFault, maskPerson, type Pseudonyms } from './citizen.ts'
import type { Identities, Nobody, Setting } from './identities.ts'
import { AMBIGUOUS, type OrganizationTree } from './organizations.ts'
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

  constructor(tree: OrganizationTree, identities: Identities, pseudonyms: Pseudonyms, log: ProblemLog) {
    this.#tree = tree
    this.#identities = identities
    this.#pseudonyms = pseudonyms
    this.#log = log
  }

  /** Position of an organization; negative where it is unknown or ambiguous. */
  organization(reference: string): number {
    return this.#tree.find(reference)
  }

  /** The id of an organization by its position. */
  organizationId(position: number): string {
    return this.#tree.drafts[position]!.id
  }

  /** The member that is meant in a setting. */
  member(reference: string, setting: Setting) {
    return this.#identities.resolve(reference, setting)
  }

  /** The id of a record: one that is a citizen number is replaced by one that is derived from it. */
  recordId(id: string): string {
    if (id.length < 15 || citizenFault(id) !== undefined) return id
    return this.#pseudonyms.ofNumber(asCitizenNumber(id)!)
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
