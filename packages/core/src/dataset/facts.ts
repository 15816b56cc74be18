import { maskValue } from '../model/problem.ts'
import { MEMBER_STATUSES, MEMBERSHIP_STATES, ORGANIZATION_KINDS } from '../terms.ts'
import { type FactSet, NONE, OPEN } from './columns.ts'
import { EMPTY } from './lists.ts'
import type { KnownMember, MemberDraft } from './members.ts'
import type { OrganizationTree } from './organizations.ts'
import type { KnownPost } from './posts.ts'
import type { ProblemLog } from './problem-log.ts'
import { NO_STANDING, type Standing } from './profile.ts'

/** Facts of members as change points into a dictionary of distinct sets. */
export interface Facts {
  readonly start: Uint32Array
  readonly day: Int32Array
  readonly set: Uint32Array
  readonly sets: readonly FactSet[]
}

const SUSPENDED = MEMBERSHIP_STATES.findIndex((state) => state.id === 'suspended')
/** Statuses from the lowest to the highest: positions in MEMBER_STATUSES. */
const LADDER = ['applicant', 'activist', 'candidate', 'probationary', 'full'].map((id) =>
  MEMBER_STATUSES.findIndex((status) => status.id === id),
)

/** Settles the facts of all members; `posts` are in order of member position. */
export function settleFacts(
  members: readonly KnownMember[],
  posts: readonly KnownPost[],
  tree: OrganizationTree,
  today: number,
  log: ProblemLog,
): Facts {
  const dictionary = new FactDictionary(tree)
  const start = new Uint32Array(members.length + 1)
  const days: number[] = []
  const indexes: number[] = []
  let nextPost = 0
  members.forEach((member, m) => {
    const firstPost = nextPost
    while (nextPost < posts.length && posts[nextPost]!.member === member) nextPost++
    const own = firstPost === nextPost ? NO_POSTS : posts.slice(firstPost, nextPost)
    const ladder = ladderOf(member, today, log)
    reportMembership(member, today, log)
    let last = -1
    for (const day of changesOf(member, own, ladder)) {
      const index = dictionary.indexOn(member, own, ladder, day)
      if (index === last) continue
      days.push(day)
      indexes.push(index)
      last = index
    }
    start[m + 1] = days.length
  })
  const sets = Object.freeze(dictionary.sets)
  return { start, day: Int32Array.from(days), set: Uint32Array.from(indexes), sets }
}

const NO_POSTS: readonly KnownPost[] = []

/** First day of each rung of the status ladder, {@link OPEN} where it is never reached by itself. */
function ladderOf(member: KnownMember, today: number, log: ProblemLog): readonly number[] {
  const { draft } = member
  const dated = [draft.applied, draft.activist, draft.candidate, draft.admitted, draft.full]
  const stated = LADDER.indexOf(draft.status)
  const ladder = dated.map((day) => (day === NONE ? OPEN : day))
  let reached = -1
  for (let rung = 0; rung < ladder.length; rung++) if (ladder[rung]! <= today) reached = rung
  if (dated[stated] === NONE) {
    // The stated status has no date: it holds from the last step before it that has one, else always.
    ladder[stated] = NONE
    for (let rung = stated - 1; rung >= 0; rung--) {
      if (dated[rung] === NONE || dated[rung]! > today) continue
      ladder[stated] = dated[rung]!
      break
    }
    if (reached > stated) reportStatus(member, log)
  } else if (reached !== stated) reportStatus(member, log)
  return ladder
}

function reportStatus(member: KnownMember, log: ProblemLog): void {
  const value = maskValue(member.id)
  log.add('statusConflict', { table: 'members', ordinal: member.ordinal, field: 'status', value })
}

/** Whether the stated state of membership agrees with the dates of suspension on the day of the export. */
function reportMembership(member: KnownMember, today: number, log: ProblemLog): void {
  const { draft } = member
  if (draft.membership < 0 || (draft.suspended === NONE && draft.resumed === NONE)) return
  const stated = draft.membership === SUSPENDED
  if (stated === isSuspended(draft, today)) return
  const value = maskValue(member.id)
  log.add('membershipConflict', { table: 'members', ordinal: member.ordinal, field: 'membership', value })
}

function isSuspended(draft: MemberDraft, day: number): boolean {
  if (draft.suspended === NONE) {
    // Stated without a date: always, or until the day it ended.
    return draft.membership === SUSPENDED && (draft.resumed === NONE || day < draft.resumed)
  }
  if (day < draft.suspended) return false
  // A resumption before the suspension belongs to an earlier suspension.
  return draft.resumed === NONE || draft.resumed < draft.suspended || day < draft.resumed
}

function changesOf(member: KnownMember, own: readonly KnownPost[], ladder: readonly number[]): number[] {
  const { draft } = member
  const days: number[] = [NONE]
  addDay(days, draft.left)
  addDay(days, draft.suspended)
  addDay(days, draft.resumed)
  for (const day of ladder) addDay(days, day)
  for (const { from, to } of draft.tags) {
    addDay(days, from)
    addDay(days, after(to))
  }
  for (const { from, to } of own) {
    addDay(days, from)
    addDay(days, after(to))
  }
  for (const { day } of member.places) addDay(days, day)
  return days
}

/** Inserts a day into a short ordered list unless it is there or never comes. */
function addDay(days: number[], day: number): void {
  if (day === OPEN) return
  let at = days.length
  while (at > 0 && days[at - 1]! > day) at--
  if (at > 0 && days[at - 1] === day) return
  days.push(day)
  for (let i = days.length - 1; i > at; i--) days[i] = days[i - 1]!
  days[at] = day
}

function after(to: number): number {
  return to === OPEN ? OPEN : to + 1
}

/** The distinct sets of facts, coded in order of first use. */
class FactDictionary {
  readonly sets: FactSet[] = []
  readonly #tree: OrganizationTree
  readonly #indexes = new Map<number, number>()
  readonly #lists = new Map<string, number>()
  /** Codes of lists and a standing together. */
  readonly #extras = new Map<number, number>()

  constructor(tree: OrganizationTree) {
    this.#tree = tree
  }

  /** The set of facts of a member on a day. */
  indexOn(member: KnownMember, own: readonly KnownPost[], ladder: readonly number[], day: number): number {
    const { draft } = member
    let branch = -1
    for (const point of member.places) if (point.day <= day) branch = point.branch
    const above = branch < 0 ? 0 : this.#tree.above[branch]!
    if (day >= draft.left) return this.#index(-1, false, true, above, EMPTY, EMPTY, NO_STANDING)
    let rung = -1
    for (let i = 0; i < ladder.length; i++) if (ladder[i]! <= day) rung = i
    const status = rung < 0 ? -1 : LADDER[rung]!
    const tags = draft.tags.length === 0 ? EMPTY : this.#tagsOn(draft, day)
    const posts = own.length === 0 ? EMPTY : this.#postsOn(own, day)
    return this.#index(status, isSuspended(draft, day), false, above, tags, posts, draft.profile.standing)
  }

  #tagsOn(draft: MemberDraft, day: number): readonly string[] {
    return distinct(draft.tags.filter(({ from, to }) => from <= day && day <= to).map(({ tag }) => tag))
  }

  #postsOn(own: readonly KnownPost[], day: number): readonly string[] {
    const held = own.filter(({ from, to }) => from <= day && day <= to)
    return distinct(held.map((post) => `${this.#kindOf(post)}${post.fullTime ? '!' : '\n'}${post.role}`))
  }

  #kindOf({ organization }: KnownPost): string {
    return ORGANIZATION_KINDS[this.#tree.drafts[organization]!.kind]!.id
  }

  #index(
    status: number,
    suspended: boolean,
    gone: boolean,
    above: number,
    tags: readonly string[],
    posts: readonly string[],
    standing: Standing,
  ): number {
    const lists = tags.length === 0 && posts.length === 0 ? 0 : this.#listsCode(tags, posts)
    const extras = this.#extrasCode(lists, standing.code)
    const flags = (suspended ? 1 : 0) + (gone ? 2 : 0)
    // Six statuses with none, four flags, the kinds as bits; what only some have takes the bits above.
    const key = ((extras * 2 ** ORGANIZATION_KINDS.length + above) * 4 + flags) * 8 + status + 1
    let index = this.#indexes.get(key)
    if (index === undefined) {
      index = this.sets.length
      this.#indexes.set(key, index)
      this.sets.push(factSet(status, suspended, gone, above, tags, posts, standing))
    }
    return index
  }

  #extrasCode(lists: number, standing: number): number {
    if (standing === 0) return lists
    // Lists are fewer than 2 ** 27 and standings than 2 ** 26: each pair has a key of its own. Codes of pairs
    // are negative, so that none is the code of lists alone.
    const key = lists * 2 ** 26 + standing
    let code = this.#extras.get(key)
    if (code === undefined) {
      code = -1 - this.#extras.size
      this.#extras.set(key, code)
    }
    return code
  }

  #listsCode(tags: readonly string[], posts: readonly string[]): number {
    const key = `${keyOf(tags)}|${keyOf(posts)}`
    let code = this.#lists.get(key)
    if (code === undefined) {
      code = this.#lists.size + 1
      this.#lists.set(key, code)
    }
    return code
  }
}

function distinct(words: readonly string[]): readonly string[] {
  if (words.length < 2) return words.length === 0 ? EMPTY : Object.freeze(words)
  return Object.freeze([...new Set(words)].sort())
}

/** A text that no other list of words has. */
function keyOf(words: readonly string[]): string {
  let key = ''
  for (const word of words) key += `${word.length}:${word}`
  return key
}

function factSet(
  status: number,
  suspended: boolean,
  gone: boolean,
  above: number,
  tags: readonly string[],
  posts: readonly string[],
  standing: Standing,
): FactSet {
  const held = posts.map((post) => {
    const end = post.search(/[!\n]/)
    return Object.freeze({
      role: post.slice(end + 1),
      kind: post.slice(0, end),
      fullTime: post.charAt(end) === '!',
    })
  })
  const { rank, education, occupation } = standing
  const own = {
    status,
    suspended,
    gone,
    tags,
    posts: Object.freeze(held),
    rank,
    education,
    occupation,
    above,
  }
  return Object.freeze(own)
}
