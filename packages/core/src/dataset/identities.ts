import { maskValue } from '../model/problem.ts'
import { normalizeWord } from '../terms.ts'
import { asCitizenNumber } from './citizen.ts'
import { Dictionary } from './dictionary.ts'
import type { KnownMember } from './members.ts'
import type { OrganizationTree } from './organizations.ts'
import { branchOn } from './places.ts'
import type { ProblemLog } from './problem-log.ts'

/** Outcome of looking up a person where it is not one member. */
export type Nobody = 'unknown' | 'ambiguous'

/** Several persons of one name: who is meant depends on where and when. */
export interface Namesakes {
  readonly namesakes: readonly KnownMember[]
}

/** Where and when a person is named: within this organization's subtree on this day first. */
export interface Setting {
  readonly organization: number
  readonly day: number
}

/** Finds members by given or derived id, by citizen number, or by name. */
export class Identities {
  readonly #tree: OrganizationTree
  readonly #ids = new Dictionary()
  readonly #numbers = new Dictionary()
  /** By code of the citizen number. */
  readonly #ofNumber: (KnownMember | 'ambiguous')[] = []
  readonly #persons: readonly (readonly KnownMember[])[]
  /** Made when the first name is looked up: most exports name members by number only. */
  #byName: Map<string, KnownMember[]> | undefined

  constructor(
    members: readonly KnownMember[],
    nameless: readonly KnownMember[],
    tree: OrganizationTree,
    log: ProblemLog,
  ) {
    this.#tree = tree
    this.#persons = [members, nameless]
    for (const member of members) {
      this.#ids.code(member.id)
      const { number } = member.draft
      if (number === undefined) continue
      const code = this.#numbers.known(number)
      if (code >= 0) {
        const value = maskValue(member.id)
        const { ordinal } = member
        log.add('duplicateCitizenNumber', { table: 'members', ordinal, field: 'citizenId', value })
        this.#ofNumber[code] = 'ambiguous'
      } else {
        this.#numbers.code(number)
        this.#ofNumber.push(member)
      }
    }
  }

  /** The member a reference names, the namesakes it may mean, or nobody. */
  find(reference: string): KnownMember | Namesakes | Nobody {
    const code = this.#ids.known(reference)
    if (code >= 0) return this.#persons[0]![code]!
    const number = asCitizenNumber(reference)
    if (number !== undefined) return this.#ofNumber[this.#numbers.known(number)] ?? 'unknown'
    this.#byName ??= namesOf(this.#persons)
    const namesakes = this.#byName.get(normalizeWord(reference))
    if (namesakes === undefined) return 'unknown'
    return namesakes.length === 1 ? certain(namesakes[0]) : { namesakes }
  }

  /** The one namesake who is not gone and belongs to the organization that day, else the only one not gone. */
  choose({ namesakes }: Namesakes, setting: Setting): KnownMember | 'ambiguous' {
    const here = namesakes.filter((member) => setting.day < member.draft.left)
    const pool = here.length > 0 ? here : namesakes
    const near = pool.filter((member) => this.#isNear(member, setting))
    const chosen = near.length > 0 ? near : pool
    return chosen.length === 1 ? certain(chosen[0]) : 'ambiguous'
  }

  /** The member a reference names in a setting. */
  resolve(reference: string, setting: Setting): KnownMember | Nobody {
    const found = this.find(reference)
    return typeof found === 'object' && 'namesakes' in found ? this.choose(found, setting) : found
  }

  #isNear(member: KnownMember, { organization, day }: Setting): boolean {
    if (organization < 0) return false
    const top = this.#tree.branchOf(organization)
    const branch = member.places.length > 0 ? branchOn(member, day) : this.#statedBranch(member)
    return branch >= 0 && this.#tree.isWithin(branch, top < 0 ? organization : top)
  }

  #statedBranch(member: KnownMember): number {
    const position = this.#tree.find(member.draft.organization)
    return position < 0 ? -1 : this.#tree.branchOf(position)
  }
}

function namesOf(persons: readonly (readonly KnownMember[])[]): Map<string, KnownMember[]> {
  const byName = new Map<string, KnownMember[]>()
  for (const group of persons)
    for (const member of group) {
      const key = normalizeWord(member.draft.name)
      const namesakes = byName.get(key)
      if (namesakes === undefined) byName.set(key, [member])
      else namesakes.push(member)
    }
  return byName
}

/** A person that was left out for want of an identifier is nobody certain. */
function certain(member: KnownMember | undefined): KnownMember | 'ambiguous' {
  return member === undefined || member.id === '' ? 'ambiguous' : member
}
