import { NONE } from '../dataset/columns.ts'
import { type DaySet, NEVER } from './intervals.ts'
import { memberScopes } from './member-scopes.ts'
import type { Plan } from './plan.ts'
import { type PostSubject, postSubjects } from './posts.ts'
import type { FindingParts } from './record.ts'
import { OrganizationScopes } from './scope.ts'
import { memberScope, postScopes, scopeAnswers } from './subject.ts'

/** Position of the member a finding speaks of, -1 for an organization or a session. */
export function memberOfFinding(plan: Plan, parts: FindingParts): number {
  if (parts.subjectKind === 'member') return plan.columns.memberId.indexOf(parts.subjectId)
  return postOfFinding(plan, parts)?.member ?? -1
}

/** The post a finding speaks of. */
export function postOfFinding(plan: Plan, parts: FindingParts): PostSubject | undefined {
  return parts.subjectKind === 'post'
    ? postSubjects(plan, parts.plan).find((post) => post.id === parts.subjectId)
    : undefined
}

/** Days on which the subject of a finding is in scope of its rule; of a session, its host. */
export function scopeOfFinding(plan: Plan, parts: FindingParts): DaySet {
  if (parts.subjectKind === 'organization' || parts.subjectKind === 'session') {
    const org = plan.columns.orgId.indexOf(parts.organization ?? '')
    return org < 0 ? NEVER : new OrganizationScopes(plan.columns, !plan.hasPosts).of(org, parts.plan.rule.who)
  }
  const member = memberOfFinding(plan, parts)
  if (member < 0) return NEVER
  const post = postOfFinding(plan, parts)
  if (post !== undefined) return postScopes(plan, parts.plan, NONE)(post)
  const special = memberScopes(plan, parts.plan)
  return special === null
    ? memberScope(plan, member, scopeAnswers(plan, parts.plan))
    : special(member, parts.window.from)[0]!
}
