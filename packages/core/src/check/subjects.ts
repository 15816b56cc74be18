import type { EpochDay } from '../civil/date.ts'
import { NONE } from '../dataset/columns.ts'
import type { EventSubject } from './event-subject.ts'
import { type DaySet, NEVER } from './intervals.ts'
import { memberScopes } from './member-scopes.ts'
import type { Plan, RulePlan } from './plan.ts'
import { type PostSubject, postSubjects } from './posts.ts'
import { OrganizationScopes } from './scope.ts'
import {
  answeredSince,
  branchOn,
  exemptAnswers,
  memberScopeSince,
  postScopes,
  scopeAnswers,
} from './subject.ts'

/** A subject of a rule whose windows are its own, or that is judged by a function. */
export interface SubjectOfRule extends EventSubject {
  readonly id: string
  /** Position of its organization on a day, -1 where unknown. */
  orgOn(day: EpochDay): number
  /**
   * Days in scope for a window that begins on a day (what lies before is not looked at); several sets where a date
   * of birth is not stated.
   */
  scopesIn(windowFrom: EpochDay): readonly DaySet[]
  /** Days from a day on on which it is exempt. */
  exempt(from: EpochDay): DaySet
}

/**
 * The subjects of a rule, in order of position. Scopes are worked out when somebody asks. What is given is good
 * until the next is asked for.
 */
export function subjectsOf(plan: Plan, rule: RulePlan): Iterable<SubjectOfRule> {
  switch (rule.rule.subject) {
    case 'organization':
      return organizations(plan, rule)
    case 'post':
      return posts(plan, rule)
    default:
      return members(plan, rule)
  }
}

function* organizations(plan: Plan, rule: RulePlan): Generator<SubjectOfRule> {
  const { orgCount, orgId } = plan.columns
  const scopes = new OrganizationScopes(plan.columns, !plan.hasPosts).all(rule.rule.who)
  for (let org = 0; org < orgCount; org++) {
    const scope = scopes[org]!
    if (scope === null) continue
    const only = [scope]
    yield {
      kind: 'organization',
      member: -1,
      org,
      days: NEVER,
      id: orgId[org]!,
      orgOn: () => org,
      scopesIn: () => only,
      exempt: () => NEVER,
    }
  }
}

function* posts(plan: Plan, rule: RulePlan): Generator<SubjectOfRule> {
  const subjectOf = postAsSubject(plan, rule)
  for (const post of postSubjects(plan, rule)) yield subjectOf(post)
}

/** Makes a subject of a rule on posts. */
export function postAsSubject(plan: Plan, rule: RulePlan): (post: PostSubject) => SubjectOfRule {
  const exempt = exemptAnswers(plan, rule)
  const scopeOf = postScopes(plan, rule, NONE)
  return (post) => ({
    kind: 'post',
    member: post.member,
    org: post.org,
    days: post.days,
    id: post.id,
    orgOn: () => post.org,
    scopesIn: () => [scopeOf(post)],
    exempt: (from) => answeredSince(plan, post.member, exempt, from),
  })
}

/** One object goes from member to member: most of them have no window at all, and making it is dear. */
function* members(plan: Plan, rule: RulePlan): Generator<SubjectOfRule> {
  const { memberCount, memberId } = plan.columns
  const subject = memberSubject(plan, rule)
  for (let member = 0; member < memberCount; member++) {
    subject.member = member
    subject.id = memberId[member]!
    yield subject
  }
}

/** A member as the subject of a rule: the one of the position and id last written into it. */
export interface MemberSubject extends SubjectOfRule {
  member: number
  id: string
}

/** Makes the subject of a rule on members. */
export function memberSubject(plan: Plan, rule: RulePlan): MemberSubject {
  const answers = scopeAnswers(plan, rule)
  const exempt = exemptAnswers(plan, rule)
  const special = memberScopes(plan, rule)
  const subject: MemberSubject = {
    kind: 'member',
    member: 0,
    org: -1,
    days: NEVER,
    id: '',
    orgOn: (day) => branchOn(plan, subject.member, day),
    scopesIn: (from) =>
      special === null
        ? [memberScopeSince(plan, subject.member, answers, from)]
        : special(subject.member, from),
    exempt: (from) => answeredSince(plan, subject.member, exempt, from),
  }
  return subject
}
