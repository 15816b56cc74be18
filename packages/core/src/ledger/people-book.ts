import { type Columns, type FactSet, NONE, OPEN } from '../dataset/columns.ts'
import { byText } from '../dataset/days.ts'
import { KIND, type OrganizationTree } from '../dataset/organizations.ts'
import { ORGANIZATION_KINDS } from '../terms.ts'

/** A post as the ledger keeps it. */
export interface PostRecord {
  readonly org: number
  readonly role: string
  readonly from: number
  readonly to: number
  readonly fullTime: boolean
}

/** From `day` on the member belongs to this branch and group; -1 for none. */
export interface Stay {
  readonly day: number
  readonly branch: number
  readonly group: number
}

/** From `day` on these facts hold: a position among the fact sets. */
export interface FactPoint {
  readonly day: number
  readonly set: number
}

/** What changes over time about one member. */
export interface Person {
  readonly stays: readonly Stay[]
  readonly facts: readonly FactPoint[]
  readonly posts: readonly PostRecord[]
}

/**
 * Where members belong, what posts they hold and what facts follow, in the dataset and as changed since.
 * Statuses, tags and profiles do not change here: a changed fact set is an old one with other posts and
 * other organizations above.
 */
export class PeopleBook {
  readonly changed = new Map<number, Person>()
  /** Grows when facts appear that no member had before. */
  factSets: readonly FactSet[]
  /** Records of affiliations and posts added, less those taken away. */
  transfers = 0
  postCount: number
  version = 0
  readonly #base: Columns
  readonly #tree: OrganizationTree
  #codes: Map<string, number> | undefined

  constructor(base: Columns, tree: OrganizationTree) {
    this.#base = base
    this.#tree = tree
    this.factSets = base.factSets
    this.postCount = base.postCount
  }

  of(member: number): Person {
    return this.changed.get(member) ?? this.#read(member)
  }

  /** From a day on a member belongs to an organization, until the next change that is known. */
  transfer(member: number, org: number, day: number): void {
    const person = this.of(member)
    const stay: Stay = {
      day,
      branch: this.#tree.branchOf(org),
      group: this.#tree.drafts[org]!.kind === KIND.GROUP ? org : -1,
    }
    const stays = [...person.stays.filter((other) => other.day !== day), stay].sort((a, b) => a.day - b.day)
    const distinct = stays.filter((one, i) => {
      const before = stays[i - 1]
      return before === undefined || before.branch !== one.branch || before.group !== one.group
    })
    this.transfers++
    this.#keep(member, { ...person, stays: distinct })
  }

  /** Gives a member these posts. */
  setPosts(member: number, posts: readonly PostRecord[]): void {
    const person = this.of(member)
    this.postCount += posts.length - person.posts.length
    this.#keep(member, { ...person, posts })
  }

  #keep(member: number, person: Person): void {
    this.changed.set(member, { ...person, facts: this.#factsOf(person) })
    this.version++
  }

  #read(member: number): Person {
    const base = this.#base
    const stays: Stay[] = []
    for (let i = base.placeStart[member]!; i < base.placeStart[member + 1]!; i++)
      stays.push({ day: base.placeDay[i]!, branch: base.placeBranch[i]!, group: base.placeGroup[i]! })
    const facts: FactPoint[] = []
    for (let i = base.factStart[member]!; i < base.factStart[member + 1]!; i++)
      facts.push({ day: base.factDay[i]!, set: base.factSet[i]! })
    const posts: PostRecord[] = []
    for (let i = base.postStart[member]!; i < base.postStart[member + 1]!; i++)
      posts.push({
        org: base.postOrg[i]!,
        role: base.roles[base.postRole[i]!]!,
        from: base.postFrom[i]!,
        to: base.postTo[i]!,
        fullTime: base.postFullTime[i] === 1,
      })
    return { stays, facts, posts }
  }

  /** The facts of a person with the posts and places that hold now. */
  #factsOf({ stays, facts, posts }: Person): FactPoint[] {
    const days = new Set<number>([NONE])
    for (const { day } of facts) days.add(day)
    for (const { day } of stays) days.add(day)
    for (const { from, to } of posts) {
      days.add(from)
      if (to !== OPEN) days.add(to + 1)
    }
    const points: FactPoint[] = []
    for (const day of [...days].sort((a, b) => a - b)) {
      const before = this.factSets[facts.findLast((point) => point.day <= day)!.set]!
      const { branch } = stays.findLast((stay) => stay.day <= day)!
      const above = branch < 0 ? 0 : this.#tree.above[branch]!
      const held = before.gone ? [] : posts.filter(({ from, to }) => from <= day && day <= to)
      const set = this.#code({ ...before, posts: this.#postsHeld(held), above })
      if (points.at(-1)?.set !== set) points.push({ day, set })
    }
    return points
  }

  /** Distinct posts in the order in which fact sets hold them. */
  #postsHeld(held: readonly PostRecord[]): FactSet['posts'] {
    const byKey = new Map(
      held.map(({ org, role, fullTime }) => {
        const kind = ORGANIZATION_KINDS[this.#tree.drafts[org]!.kind]!.id
        return [`${kind}${fullTime ? '!' : '\n'}${role}`, Object.freeze({ role, kind, fullTime })]
      }),
    )
    return Object.freeze([...byKey].sort(([a], [b]) => byText(a, b)).map(([, post]) => post))
  }

  #code(set: FactSet): number {
    this.#codes ??= new Map(this.factSets.map((known, code) => [JSON.stringify(known), code]))
    const key = JSON.stringify(set)
    let code = this.#codes.get(key)
    if (code === undefined) {
      code = this.factSets.length
      this.#codes.set(key, code)
      this.factSets = [...this.factSets, Object.freeze(set)]
    }
    return code
  }
}
