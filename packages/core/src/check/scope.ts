import { type Columns, type FactSet, NONE, OPEN } from '../dataset/columns.ts'
import type { Who } from '../requirement/schema.ts'
import { COMMITTEE_MEMBER_ROLES, MEMBER_STATUSES, ORGANIZATION_KINDS } from '../terms.ts'
import { ALWAYS, complement, type DaySet, fromPairs, intersect, NEVER, unite } from './intervals.ts'
import { remembered } from './memory.ts'
import { organizationBits } from './selection.ts'

const GROUP = ORGANIZATION_KINDS.findIndex((kind) => kind.id === 'group')

/** Whether an organization is one of those named by id, or lies below one of them. */
export function liesUnder(columns: Columns, org: number, organizations: readonly string[]): boolean {
  const { orgId, orgParent } = columns
  for (let above = org; above >= 0; above = orgParent[above]!)
    if (organizations.includes(orgId[above]!)) return true
  return false
}

/** Whether a who asks for posts (or a committee), so that it cannot be told without the table of posts. */
export function needsPosts(who: Who): boolean {
  if ('all' in who) return who.all.some(needsPosts)
  if ('any' in who) return who.any.some(needsPosts)
  if ('not' in who) return needsPosts(who.not)
  return 'post' in who || 'hasCommittee' in who
}

/** The post a predicate is about: its role, and its organization with the kinds above it. */
export interface PostInQuestion {
  readonly role: string
  readonly kind: string
  /** Bits of the kinds of the organizations above that of the post. */
  readonly above: number
  /** What tells this post from others for the predicates of its rule, as one word. */
  readonly key: string
  readonly fullTime: boolean
  /** Whether the organization of the post is one of these or lies below one. */
  liesUnder(organizations: readonly string[]): boolean
}

/**
 * A who over the facts of a member. `posts` says what posts are read from: those of the member, the one
 * post in question (then `below` speaks of its organization), or none where the table is missing and every
 * post is taken as possible.
 */
export function factPredicate(
  who: Who,
  posts: 'of-member' | 'possible' | PostInQuestion,
): (facts: FactSet) => boolean {
  if ('all' in who) {
    const parts = who.all.map((part) => factPredicate(part, posts))
    return (facts) => parts.every((part) => part(facts))
  }
  if ('any' in who) {
    const parts = who.any.map((part) => factPredicate(part, posts))
    return (facts) => parts.some((part) => part(facts))
  }
  if ('not' in who) {
    const part = factPredicate(who.not, posts)
    return (facts) => !part(facts)
  }
  if ('status' in who) {
    const positions = who.status.map((id) => MEMBER_STATUSES.findIndex((status) => status.id === id))
    return (facts) => !facts.gone && positions.includes(facts.status)
  }
  if ('suspended' in who) return (facts) => facts.suspended
  if ('tag' in who) return (facts) => facts.tags.some((tag) => who.tag.includes(tag))
  if ('below' in who) {
    const bit = organizationBits([who.below])
    if (typeof posts === 'object') {
      const isBelow = (posts.above & bit) !== 0
      return () => isBelow
    }
    return (facts) => (facts.above & bit) !== 0
  }
  if ('post' in who) {
    if (posts === 'possible') return () => true
    const { roles, in: kinds, fullTime } = who.post
    const isSuch = (post: { readonly role: string; readonly kind: string; readonly fullTime: boolean }) =>
      roles.some((role) => role === post.role) &&
      kinds.some((kind) => kind === post.kind) &&
      (fullTime !== true || post.fullTime)
    if (typeof posts !== 'object') return (facts) => facts.posts.some(isSuch)
    const answer = isSuch(posts)
    return () => answer
  }
  if ('rank' in who) return (facts) => who.rank.includes(facts.rank)
  if ('education' in who) return (facts) => who.education.includes(facts.education)
  if ('occupation' in who) return (facts) => who.occupation.includes(facts.occupation)
  if ('under' in who && typeof posts === 'object') {
    const answer = posts.liesUnder(who.under)
    return () => answer
  }
  return () => false
}

/** Whether the posts a who asks for include this role in this kind of organization. */
export function matchesPost(who: Who, role: string, kind: string): boolean {
  if ('all' in who) return who.all.every((part) => matchesPost(part, role, kind))
  if ('any' in who) return who.any.some((part) => matchesPost(part, role, kind))
  if ('post' in who) return who.post.roles.some((id) => id === role) && who.post.in.some((id) => id === kind)
  return true
}

/** Bits of the kinds of organization a who names; all bits where it names none. */
export function kindsNamed(who: Who): number {
  if ('kind' in who) return organizationBits(who.kind)
  if ('all' in who) return who.all.reduce((bits, part) => bits & kindsNamed(part), -1)
  if ('any' in who) return who.any.reduce((bits, part) => bits | kindsNamed(part), 0)
  return -1
}

/** Days on which an organization is in scope: its existence, and the days the who holds. */
export class OrganizationScopes {
  readonly #columns: Columns
  readonly #assumePosts: boolean
  readonly #committee = new Map<number, DaySet>()

  constructor(columns: Columns, assumePosts: boolean) {
    this.#columns = columns
    this.#assumePosts = assumePosts
  }

  /** By position of the organization; null for kinds that the who does not name. */
  all(who: Who): readonly (DaySet | null)[] {
    return remembered(this.#columns, `scopes ${this.#assumePosts} ${JSON.stringify(who)}`, () => {
      const kinds = kindsNamed(who)
      return Array.from({ length: this.#columns.orgCount }, (_, org) =>
        ((kinds >> this.#columns.orgKind[org]!) & 1) === 0 ? null : this.of(org, who),
      )
    })
  }

  of(org: number, who: Who): DaySet {
    const { orgFounded, orgDissolved } = this.#columns
    const existence =
      orgFounded[org] === NONE && orgDissolved[org] === OPEN
        ? ALWAYS
        : fromPairs([[orgFounded[org]!, orgDissolved[org]!]])
    return intersect(existence, this.#days(org, who))
  }

  #days(org: number, who: Who): DaySet {
    if ('all' in who)
      return who.all.reduce<DaySet>((days, part) => intersect(days, this.#days(org, part)), ALWAYS)
    if ('any' in who) return who.any.reduce<DaySet>((days, part) => unite(days, this.#days(org, part)), NEVER)
    if ('not' in who) return complement(this.#days(org, who.not))
    if ('hasCommittee' in who) return this.#assumePosts ? ALWAYS : this.#committeeDays(org)
    if ('hasGroups' in who) return this.#groupDays(org)
    return this.#holds(org, who) ? ALWAYS : NEVER
  }

  #holds(org: number, who: Who): boolean {
    const { orgKind, orgParent } = this.#columns
    if ('kind' in who) return who.kind.some((kind) => kind === ORGANIZATION_KINDS[orgKind[org]!]!.id)
    if ('parentKind' in who) {
      const parent = orgParent[org]!
      return parent >= 0 && who.parentKind.some((kind) => kind === ORGANIZATION_KINDS[orgKind[parent]!]!.id)
    }
    if ('below' in who) {
      for (let above = orgParent[org]!; above >= 0; above = orgParent[above]!)
        if (ORGANIZATION_KINDS[orgKind[above]!]!.id === who.below) return true
    }
    return 'under' in who && liesUnder(this.#columns, org, who.under)
  }

  /** Days on which a Party group of the organization exists. */
  #groupDays(org: number): DaySet {
    const { orgChildStart, orgChild, orgKind, orgFounded, orgDissolved } = this.#columns
    const pairs: [number, number][] = []
    for (let i = orgChildStart[org]!; i < orgChildStart[org + 1]!; i++) {
      const child = orgChild[i]!
      if (orgKind[child] === GROUP) pairs.push([orgFounded[child]!, orgDissolved[child]!])
    }
    return fromPairs(pairs)
  }

  /** Clause 7: a committee exists while a post of member or deputy runs, besides the secretary's. */
  #committeeDays(org: number): DaySet {
    if (this.#committee.size === 0) this.#readCommittees()
    return this.#committee.get(org) ?? NEVER
  }

  #readCommittees(): void {
    const { postCount, postOrg, postRole, postFrom, postTo, roles } = this.#columns
    const isMember = roles.map((role) => COMMITTEE_MEMBER_ROLES.some((id) => id === role))
    const pairs = new Map<number, [number, number][]>()
    for (let i = 0; i < postCount; i++) {
      if (!isMember[postRole[i]!]) continue
      const org = postOrg[i]!
      const list = pairs.get(org)
      if (list === undefined) pairs.set(org, [[postFrom[i]!, postTo[i]!]])
      else list.push([postFrom[i]!, postTo[i]!])
    }
    for (const [org, list] of pairs) this.#committee.set(org, fromPairs(list))
    if (this.#committee.size === 0) this.#committee.set(-1, NEVER)
  }
}
