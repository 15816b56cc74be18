import type { Columns } from './columns.ts'
import { byText, int32 } from './days.ts'
import type { Facts } from './facts.ts'
import type { KnownMember, PlacePoint } from './members.ts'
import type { OrganizationTree } from './organizations.ts'
import type { KnownPost } from './posts.ts'
import type { SessionTable } from './session-table.ts'

/** Columns of the organizations. */
export function organizationColumns(tree: OrganizationTree) {
  const { drafts } = tree
  return {
    orgCount: drafts.length,
    orgId: Object.freeze(drafts.map((draft) => draft.id)) as readonly string[],
    orgKind: Uint8Array.from(int32(drafts, (draft) => draft.kind)),
    orgParent: tree.parent,
    orgFounded: int32(drafts, (draft) => draft.founded),
    orgDissolved: int32(drafts, (draft) => draft.dissolved),
    orgChildStart: tree.childStart,
    orgChild: tree.child,
  } satisfies Partial<Columns>
}

/** Members in order of their last branch, then id; their positions are set. */
export function orderMembers(known: readonly KnownMember[]): KnownMember[] {
  const members = [...known].sort(
    (a, b) => a.places.at(-1)!.branch - b.places.at(-1)!.branch || byText(a.id, b.id),
  )
  members.forEach((member, position) => {
    member.position = position
  })
  return members
}

/** Columns of the members with their facts and places. */
export function memberColumns(members: readonly KnownMember[], facts: Facts) {
  const placeStart = new Uint32Array(members.length + 1)
  members.forEach((member, m) => {
    placeStart[m + 1] = placeStart[m]! + member.places.length
  })
  const points: PlacePoint[] = []
  for (const member of members) for (const point of member.places) points.push(point)
  return {
    memberCount: members.length,
    memberId: Object.freeze(members.map((member) => member.id)) as readonly string[],
    memberApplied: int32(members, ({ draft }) => draft.applied),
    memberActivist: int32(members, ({ draft }) => draft.activist),
    memberCandidate: int32(members, ({ draft }) => draft.candidate),
    memberAdmitted: int32(members, ({ draft }) => draft.admitted),
    memberFull: int32(members, ({ draft }) => draft.full),
    memberLeft: int32(members, ({ draft }) => draft.left),
    factStart: facts.start,
    factDay: facts.day,
    factSet: facts.set,
    factSets: facts.sets,
    placeStart,
    placeDay: int32(points, (point) => point.day),
    placeBranch: int32(points, (point) => point.branch),
    placeGroup: int32(points, (point) => point.group),
  } satisfies Partial<Columns>
}

/** Columns of the posts, which are in order of member. */
export function postColumns(posts: readonly KnownPost[], memberCount: number) {
  const roles = [...new Set(posts.map((post) => post.role))].sort(byText)
  const roleAt = new Map(roles.map((role, position) => [role, position]))
  const postStart = new Uint32Array(memberCount + 1)
  for (const post of posts) postStart[post.member.position + 1]!++
  for (let m = 0; m < memberCount; m++) postStart[m + 1]! += postStart[m]!
  return {
    postCount: posts.length,
    postStart,
    postMember: Uint32Array.from(int32(posts, (post) => post.member.position)),
    postOrg: Uint32Array.from(int32(posts, (post) => post.organization)),
    postRole: Uint16Array.from(int32(posts, (post) => roleAt.get(post.role)!)),
    postFrom: int32(posts, (post) => post.from),
    postTo: int32(posts, (post) => post.to),
    postFullTime: Uint8Array.from(int32(posts, (post) => (post.fullTime ? 1 : 0))),
    roles: Object.freeze(roles) as readonly string[],
  } satisfies Partial<Columns>
}

/** Columns of the sessions, without those that follow from attendance. */
export function sessionColumns(sessions: SessionTable) {
  return {
    sessionCount: sessions.count,
    sessionId: sessions.id,
    sessionHost: sessions.host,
    sessionStart: sessions.start,
    sessionEnd: sessions.end,
    sessionDay: sessions.day,
    sessionEndDay: sessions.endDay,
    sessionTimeless: sessions.timeless,
    sessionHours: sessions.hours,
    sessionStatus: sessions.status,
    sessionClass: sessions.classOf,
    coHostStart: sessions.coHostStart,
    coHost: sessions.coHost,
    classes: sessions.classes,
  } satisfies Partial<Columns>
}
