import type { Books } from './desk-columns.ts'

/** Members by organization: those who ever belonged there, or held a post there, as far as is known. */
export class MembersOfOrganizations {
  readonly #books: Books
  readonly #members: Set<number>[]

  constructor(books: Books) {
    const { base, people } = books
    this.#books = books
    this.#members = Array.from({ length: base.orgCount }, () => new Set<number>())
    for (let member = 0; member < base.memberCount; member++) {
      if (people.changed.has(member)) {
        this.look(member)
        continue
      }
      for (let i = base.placeStart[member]!; i < base.placeStart[member + 1]!; i++) {
        this.#add(base.placeBranch[i]!, member)
        this.#add(base.placeGroup[i]!, member)
      }
      for (let i = base.postStart[member]!; i < base.postStart[member + 1]!; i++)
        this.#add(base.postOrg[i]!, member)
    }
  }

  /** Takes over where a member has come to; where the member has left, nothing is lost. */
  look(member: number): void {
    const { stays, posts } = this.#books.people.of(member)
    for (const { branch, group } of stays) {
      this.#add(branch, member)
      this.#add(group, member)
    }
    for (const { org } of posts) this.#add(org, member)
  }

  of(org: number): Iterable<number> {
    return this.#members[org] ?? []
  }

  /** The members of some organizations, each once. */
  under(organizations: readonly number[]): Iterable<number> {
    if (organizations.length === 1) return this.of(organizations[0]!)
    const found = new Set<number>()
    for (const org of organizations) for (const member of this.#members[org]!) found.add(member)
    return found
  }

  #add(org: number, member: number): void {
    if (org >= 0) this.#members[org]!.add(member)
  }
}
