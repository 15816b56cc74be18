import { judgeAll } from '../check/check.ts'
import { eventJudge, postJudge } from '../check/few-subjects.ts'
import { memberScopes } from '../check/member-scopes.ts'
import type { Plan, RulePlan } from '../check/plan.ts'
import { type PostSubject, postReader } from '../check/posts.ts'
import type { FindingSink } from '../check/sink.ts'
import { memberSubject, postAsSubject } from '../check/subjects.ts'

/** A requirement on the member on the desk, or on the posts of the member, that is judged by itself. */
export interface ApartRule {
  readonly rule: RulePlan
  readonly judge: () => void
}

/** Prepares such a requirement; `plan` has no other rule. */
export function apartRule(plan: Plan, rule: RulePlan, sink: FindingSink): ApartRule {
  const { columns } = plan
  if (rule.rule.subject === 'post') {
    const read = postReader(plan, rule)
    const judge = judgeOfPosts(plan, rule, sink)
    return {
      rule,
      judge: () => {
        for (const post of read()) judge(post)
      },
    }
  }
  // Age and place are asked of each member anew.
  if (memberScopes(plan, rule) !== null) return { rule, judge: () => judgeAll(plan, sink) }
  const judge = eventJudge(plan, rule, sink)
  const subject = memberSubject(plan, rule)
  return {
    rule,
    judge: () => {
      subject.id = columns.memberId[0]!
      judge(subject)
    },
  }
}

function judgeOfPosts(plan: Plan, rule: RulePlan, sink: FindingSink): (post: PostSubject) => void {
  if (rule.calendar !== null) return postJudge(plan, rule, sink)
  const judge = eventJudge(plan, rule, sink)
  const subjectOf = postAsSubject(plan, rule)
  return (post) => judge(subjectOf(post))
}
