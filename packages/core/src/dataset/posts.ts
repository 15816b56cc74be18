import { maskValue } from '../model/problem.ts'
import type { PostRow } from '../model/rows.ts'
import { ROLES, termFinder } from '../terms.ts'
import { maskPerson, scrubText } from './citizen.ts'
import { OPEN } from './columns.ts'
import { byText, dayOr } from './days.ts'
import type { Draft } from './duplicates.ts'
import type { Identities } from './identities.ts'
import type { KnownMember } from './members.ts'
import type { OrganizationTree } from './organizations.ts'
import { locate } from './places.ts'
import type { ProblemLog } from './problem-log.ts'
import { EFFECTS } from './problem-template.ts'

/** A validated post before member and organization are known. */
export interface PostDraft extends Draft {
  readonly member: string
  readonly organization: string
  readonly role: string
  readonly from: number
  readonly to: number
  readonly fullTime: boolean
}

/** A post with its member and the position of its organization. */
export interface KnownPost {
  readonly member: KnownMember
  readonly organization: number
  readonly role: string
  readonly from: number
  readonly to: number
  readonly fullTime: boolean
}

/** Distinct roles that fit into the column of roles. */
const MOST_ROLES = 60_000

/** Reads post rows into drafts. */
export function postReader(log: ProblemLog) {
  const roleOf = termFinder(ROLES)
  const known = new Set<string>(ROLES.map((role) => role.id))
  const roles = new Map<string, string>()
  return (row: PostRow, ordinal: number): PostDraft | undefined => {
    const from = dayOr(row.from)
    const to = dayOr(row.to, OPEN)
    if (to < from) {
      log.add('intervalOrder', { table: 'posts', ordinal, field: 'to', value: `${row.from}..${row.to}` })
      return undefined
    }
    let role = roles.get(row.role)
    if (role === undefined) {
      const written = row.role.normalize('NFKC').trim()
      role = roleOf(row.role) ?? (written.endsWith('委员') ? 'committee-member' : scrubText(row.role))
      if (roles.size < MOST_ROLES) roles.set(row.role, role)
    }
    if (!known.has(role)) {
      const value = maskValue(role)
      log.add('unknownRole', { table: 'posts', ordinal, field: 'role', value })
      if (!roles.has(row.role)) {
        log.add('tooManyWords', { table: 'posts', ordinal, field: 'role', value }, { right: MOST_ROLES })
        return undefined
      }
    }
    const { member, organization } = row
    return { ordinal, member, organization, role, from, to, fullTime: row.fullTime === true }
  }
}

/** Posts in order of member position, organization, role and days. */
export function settlePosts(
  drafts: readonly PostDraft[],
  tree: OrganizationTree,
  identities: Identities,
  log: ProblemLog,
): KnownPost[] {
  const posts: KnownPost[] = []
  const seen = new Set<string>()
  for (const draft of drafts) {
    const organization = locate(tree, 'posts', draft, log)
    if (organization < 0) continue
    const about = { table: 'posts', ordinal: draft.ordinal } as const
    const member = identities.resolve(draft.member, { organization, day: draft.from })
    if (typeof member === 'string') {
      const subject = { ...about, field: 'member', value: maskPerson(draft.member) }
      log.add(member === 'unknown' ? 'unknownMember' : 'ambiguousMember', subject, { effect: EFFECTS.record })
      continue
    }
    const { role, from, to, fullTime } = draft
    const key = [member.id, organization, role, from, to, fullTime].join('\n')
    if (seen.has(key)) {
      const value = maskValue(`${member.id} @ ${tree.drafts[organization]!.id}`)
      log.add('duplicateRecord', { ...about, value })
      continue
    }
    seen.add(key)
    posts.push({ member, organization, role, from, to, fullTime })
  }
  return posts.sort(
    (a, b) =>
      a.member.position - b.member.position ||
      a.organization - b.organization ||
      byText(a.role, b.role) ||
      a.from - b.from ||
      a.to - b.to ||
      Number(a.fullTime) - Number(b.fullTime),
  )
}
