import type { Draft } from './duplicates.ts'
import type { Mentions } from './mentions.ts'
import { NumberColumns } from './number-columns.ts'

/** A validated affiliation before member and organization are known. */
export interface AffiliationDraft extends Draft {
  readonly member: string
  readonly organization: string
  readonly from: number
  readonly to: number
}

const NUMBERS = ['ordinal', 'member', 'organization', 'from', 'to'] as const

/** Affiliations as they stream in: columns, with members and organizations as codes of mentions. */
export class AffiliationStore {
  count = 0
  readonly #mentions: Mentions
  readonly #numbers = new NumberColumns(NUMBERS)

  constructor(mentions: Mentions) {
    this.#mentions = mentions
  }

  /** The columns of numbers; the first `count` entries of each count. */
  get numbers(): Readonly<Record<(typeof NUMBERS)[number], Int32Array>> {
    return this.#numbers.all
  }

  push({ ordinal, member, organization, from, to }: AffiliationDraft): void {
    const i = this.count++
    const numbers = this.#numbers.withRoomAt(i)
    numbers.ordinal[i] = ordinal
    numbers.member[i] = this.#mentions.persons.code(member)
    numbers.organization[i] = this.#mentions.organizations.code(organization)
    numbers.from[i] = from
    numbers.to[i] = to
  }

  /** Forgets all of them. */
  release(): void {
    this.#numbers.release()
  }
}
