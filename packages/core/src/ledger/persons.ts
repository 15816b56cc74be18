import type { Columns } from '../dataset/columns.ts'
import { NONE, OPEN } from '../dataset/columns.ts'
import { Identities, type Setting } from '../dataset/identities.ts'
import type { KnownMember } from '../dataset/members.ts'
import { ProblemLog } from '../dataset/problem-log.ts'
import type { SnapshotParts } from '../dataset/records.ts'
import type { PeopleBook } from './people-book.ts'

/** The members of a dataset as the builder knows them, without citizen numbers. */
export function knownMembers(parts: SnapshotParts, people: PeopleBook): KnownMember[] {
  return parts.members.map((_, position) => knownMember(parts, people, position))
}

/** Finds the members that events name: by id, else by name as the builder does. */
export class Persons {
  readonly #parts: SnapshotParts
  readonly #people: PeopleBook
  readonly #positions: ReadonlyMap<string, number>
  /** Made when somebody is first named by anything but an id, and anew when people have moved. */
  #byName: { readonly version: number; readonly identities: Identities } | undefined

  constructor(parts: SnapshotParts, people: PeopleBook) {
    this.#parts = parts
    this.#people = people
    this.#positions = new Map(parts.columns.memberId.map((id, position) => [id, position]))
  }

  /** Position of the member with an id, -1 for none. */
  position(id: string): number {
    return this.#positions.get(id) ?? -1
  }

  idOf(position: number): string {
    return this.#parts.columns.memberId[position]!
  }

  /** The member a reference names in a setting. */
  resolve(reference: string, setting: Setting): number | 'unknown' | 'ambiguous' {
    const known = this.#positions.get(reference)
    if (known !== undefined) return known
    if (this.#byName?.version !== this.#people.version) {
      const members = knownMembers(this.#parts, this.#people)
      this.#byName = {
        version: this.#people.version,
        identities: new Identities(members, [], this.#parts.tree, new ProblemLog()),
      }
    }
    const found = this.#byName.identities.resolve(reference, setting)
    return typeof found === 'string' ? found : found.position
  }
}

function knownMember({ columns, members }: SnapshotParts, people: PeopleBook, position: number): KnownMember {
  const { name, status, born, tags, profile, ordinal } = members[position]!
  return {
    id: columns.memberId[position]!,
    ordinal,
    position,
    places: people.of(position).stays,
    draft: {
      ordinal,
      given: columns.memberId[position]!,
      number: undefined,
      name,
      status,
      organization: '',
      group: undefined,
      born,
      ...milestones(columns, position),
      membership: -1,
      suspended: NONE,
      resumed: NONE,
      left: columns.memberLeft[position]!,
      tags: tags.map((tag) => ({ tag, from: NONE, to: OPEN })),
      profile,
    },
  }
}

function milestones(columns: Columns, position: number) {
  return {
    applied: columns.memberApplied[position]!,
    activist: columns.memberActivist[position]!,
    candidate: columns.memberCandidate[position]!,
    admitted: columns.memberAdmitted[position]!,
    full: columns.memberFull[position]!,
  }
}
