import { leavesOf } from '../requirement/parts.ts'
import { ORGANIZATION_KINDS } from '../terms.ts'
import { type DaySet, fromPairs } from './intervals.ts'
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
  return remembered(plan.columns, key, () => readSubjects(plan, rule))
}

function readSubjects(plan: Plan, rule: RulePlan): PostSubject[] {
  const { postCount, postMember, postOrg, postRole, postFrom, postTo, postFullTime } = plan.columns
  const { roles, orgKind, orgId, memberId } = plan.columns
  const asksWhere = prepared(plan, rule, 'asks where', () =>
    leavesOf(rule.rule.who).some((leaf) => 'under' in leaf),
  )
  const subjects: PostSubject[] = []
  const matches = new Map<number, boolean>()
  const isSubject = (role: number, kind: number) => {
    const key = role * ORGANIZATION_KINDS.length + kind
    let answer = matches.get(key)
    if (answer === undefined) {
      answer = matchesPost(rule.rule.who, roles[role]!, ORGANIZATION_KINDS[kind]!.id)
      matches.set(key, answer)
    }
    return answer
  }
  let first = 0
  while (first < postCount) {
    let last = first
    while (
      last + 1 < postCount &&
      postMember[last + 1] === postMember[first] &&
      postOrg[last + 1] === postOrg[first] &&
      postRole[last + 1] === postRole[first]
    )
      last++
    const org = postOrg[first]!
    const role = roles[postRole[first]!]!
    const kind = ORGANIZATION_KINDS[orgKind[org]!]!.id
    if (isSubject(postRole[first]!, orgKind[org]!)) {
      const member = postMember[first]!
      const above = kindsAbove(plan, org)
      const pairs: [number, number][] = []
      const fullTime: [number, number][] = []
      for (let i = first; i <= last; i++) {
        pairs.push([postFrom[i]!, postTo[i]!])
        if (postFullTime[i] === 1) fullTime.push([postFrom[i]!, postTo[i]!])
      }
      subjects.push({
        id: `${memberId[member]!}@${orgId[org]!}:${role}`,
        member,
        org,
        role,
        kind,
        above,
        key: `${role} ${kind} ${above}${asksWhere ? ` ${orgId[org]!}` : ''}`,
        fullTime: false,
        liesUnder: (organizations) => liesUnder(plan.columns, org, organizations),
        days: fromPairs(pairs),
        fullTimeDays: fromPairs(fullTime),
      })
    }
    first = last + 1
  }
  return subjects
}

/** Bits of the kinds of the organizations above one. */
function kindsAbove(plan: Plan, org: number): number {
  const { orgParent, orgKind } = plan.columns
  let bits = 0
  for (let above = orgParent[org]!; above >= 0; above = orgParent[above]!) bits |= 1 << orgKind[above]!
  return bits
}
