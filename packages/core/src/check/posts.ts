import { leavesOf } from '../requirement/parts.ts'
import { ORGANIZATION_KINDS } from '../terms.ts'
import { type DaySet, fromPairs, NEVER } from './intervals.ts'
import { prepared, remembered } from './memory.ts'
import type { Plan, RulePlan } from './plan.ts'
import { liesUnder, matchesPost, type PostInQuestion } from './scope.ts'

/** A post as a subject: the rows of one member, organization and role. */
export interface PostSubject extends PostInQuestion {
  readonly id: string
  readonly member: number
  readonly org: number
  readonly days: DaySet
  /** Those of the days on which it is full-time. */
  readonly fullTimeDays: DaySet
}

/** The subjects of a post rule, in order of member, organization, role. */
export function postSubjects(plan: Plan, rule: RulePlan): readonly PostSubject[] {
  const key = prepared(plan, rule, 'posts of', () => `posts ${JSON.stringify(rule.rule.who)}`)
  return remembered(plan.columns, key, () => postReader(plan, rule)())
}

/** Reads the subjects of a post rule, as often as the columns of posts are filled anew. */
export function postReader(plan: Plan, rule: RulePlan): () => readonly PostSubject[] {
  const { columns } = plan
  const { orgKind, orgCount } = columns
  const asksWhere = leavesOf(rule.rule.who).some((leaf) => 'under' in leaf)
  const matches = new Map<number, boolean>()
  const places = new Map<number, PostPlace>()
  const isSubject = (role: number, kind: number) => {
    const key = role * ORGANIZATION_KINDS.length + kind
    let answer = matches.get(key)
    if (answer === undefined) {
      answer = matchesPost(rule.rule.who, columns.roles[role]!, ORGANIZATION_KINDS[kind]!.id)
      matches.set(key, answer)
    }
    return answer
  }
  const placeOf = (role: number, org: number) => {
    const key = role * orgCount + org
    let place = places.get(key)
    if (place === undefined) {
      place = postPlace(plan, org, columns.roles[role]!, asksWhere)
      places.set(key, place)
    }
    return place
  }
  return () => {
    const { postCount, postMember, postOrg, postRole } = columns
    const subjects: PostSubject[] = []
    for (let first = 0, next = 0; first < postCount; first = next) {
      const member = postMember[first]!
      const org = postOrg[first]!
      const role = postRole[first]!
      next = first + 1
      while (
        next < postCount &&
        postMember[next] === member &&
        postOrg[next] === org &&
        postRole[next] === role
      )
        next++
      if (isSubject(role, orgKind[org]!))
        subjects.push(postSubject(plan, member, org, placeOf(role, org), first, next))
    }
    return subjects
  }
}

/** What follows from the role and the organization of a post. */
type PostPlace = Pick<PostInQuestion, 'role' | 'kind' | 'above' | 'key'>

function postPlace(plan: Plan, org: number, role: string, asksWhere: boolean): PostPlace {
  const { orgId, orgKind } = plan.columns
  const kind = ORGANIZATION_KINDS[orgKind[org]!]!.id
  const above = kindsAbove(plan, org)
  return { role, kind, above, key: `${role} ${kind} ${above}${asksWhere ? ` ${orgId[org]!}` : ''}` }
}

/** The subject of the posts `[first, end)`, which are those of one member, organization and role. */
function postSubject(
  plan: Plan,
  member: number,
  org: number,
  { role, kind, above, key }: PostPlace,
  first: number,
  end: number,
): PostSubject {
  const { memberId, orgId, postFrom, postTo, postFullTime } = plan.columns
  const pairs: [number, number][] = []
  const fullTime: [number, number][] = []
  for (let i = first; i < end; i++) {
    pairs.push([postFrom[i]!, postTo[i]!])
    if (postFullTime[i] === 1) fullTime.push([postFrom[i]!, postTo[i]!])
  }
  return {
    id: `${memberId[member]!}@${orgId[org]!}:${role}`,
    member,
    org,
    role,
    kind,
    above,
    key,
    fullTime: false,
    liesUnder: (organizations) => liesUnder(plan.columns, org, organizations),
    days: fromPairs(pairs),
    fullTimeDays: fullTime.length === 0 ? NEVER : fromPairs(fullTime),
  }
}

/** Bits of the kinds of the organizations above one. */
function kindsAbove(plan: Plan, org: number): number {
  const { orgParent, orgKind } = plan.columns
  let bits = 0
  for (let above = orgParent[org]!; above >= 0; above = orgParent[above]!) bits |= 1 << orgKind[above]!
  return bits
}
