import { maskValue } from '../model/problem.ts'
import { MEMBER_STATUSES, MEMBERSHIP_STATES, ORGANIZATION_KINDS } from '../terms.ts'
import { type FactSet, NONE, OPEN } from './columns.ts'
import type { KnownMember, MemberDraft } from './members.ts'
import type { OrganizationTree } from './organizations.ts'
import type { KnownPost } from './posts.ts'
import type { ProblemLog } from './problem-log.ts'

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
  const dictionary = new Map<string, number>()
  const sets: FactSet[] = []
  const start = new Uint32Array(members.length + 1)
  const days: number[] = []
  const indexes: number[] = []
  let nextPost = 0
  members.forEach((member, m) => {
    const firstPost = nextPost
    while (nextPost < posts.length && posts[nextPost]!.member === member) nextPost++
    const own = posts.slice(firstPost, nextPost)
    const ladder = ladderOf(member, today, log)
    reportMembership(member, today, log)
    let last = -1
    for (const day of changesOf(member, own, ladder)) {
      const key = keyOn(member, own, ladder, tree, day)
      let index = dictionary.get(key)
      if (index === undefined) {
        index = sets.length
        dictionary.set(key, index)
        sets.push(factSet(key))
      }
      if (index === last) continue
      days.push(day)
      indexes.push(index)
      last = index
    }
    start[m + 1] = days.length
  })
  return { start, day: Int32Array.from(days), set: Uint32Array.from(indexes), sets: Object.freeze(sets) }
}

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
  const days = [NONE, draft.left, draft.suspended, draft.resumed, ...ladder]
  for (const { from, to } of draft.tags) days.push(from, after(to))
  for (const { from, to } of own) days.push(from, after(to))
  for (const { day } of member.places) days.push(day)
  days.sort((a, b) => a - b)
  let kept = 0
  for (const day of days) if (day !== OPEN && (kept === 0 || days[kept - 1] !== day)) days[kept++] = day
  days.length = kept
  return days
}

function after(to: number): number {
  return to === OPEN ? OPEN : to + 1
}

/** The facts of a day as a key: equal facts, equal keys. */
function keyOn(
  member: KnownMember,
  own: readonly KnownPost[],
  ladder: readonly number[],
  tree: OrganizationTree,
  day: number,
): string {
  const { draft } = member
  let branch = -1
  for (const point of member.places) if (point.day <= day) branch = point.branch
  const above = branch < 0 ? 0 : tree.above[branch]!
  if (day >= draft.left) return `-1|0|1|${above}||`
  let rung = -1
  for (let i = 0; i < ladder.length; i++) if (ladder[i]! <= day) rung = i
  const status = rung < 0 ? -1 : LADDER[rung]!
  const head = `${status}|${isSuspended(draft, day) ? 1 : 0}|0|${above}`
  if (draft.tags.length === 0 && own.length === 0) return `${head}||`
  const tags = draft.tags.filter(({ from, to }) => from <= day && day <= to).map(({ tag }) => tag)
  const posts = own
    .filter(({ from, to }) => from <= day && day <= to)
    .map(({ role, organization }) => `${role}\n${ORGANIZATION_KINDS[tree.drafts[organization]!.kind]!.id}`)
  return `${head}|${JSON.stringify(distinct(tags))}|${JSON.stringify(distinct(posts))}`
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)].sort()
}

function factSet(key: string): FactSet {
  const [status, suspended, gone, above] = key.split('|', 4)
  const lists = key.slice(`${status}|${suspended}|${gone}|${above}|`.length)
  const [tags, posts] = lists === '|' ? [[], []] : parseLists(lists)
  return Object.freeze({
    status: Number(status),
    suspended: suspended === '1',
    gone: gone === '1',
    tags: Object.freeze(tags),
    posts: Object.freeze(
      posts.map((post) => {
        const [role = '', kind = ''] = post.split('\n')
        return Object.freeze({ role, kind })
      }),
    ),
    above: Number(above),
  })
}

function parseLists(lists: string): [string[], string[]] {
  return JSON.parse(`[${lists.replace(']|[', '],[')}]`) as [string[], string[]]
}
