import type { Judgement, RuleContext, RuleFunction } from '../plugin/plugin.ts'
import { eventsOf } from '../requirement/parts.ts'
import type { ParametersOnDay } from './amounts.ts'
import { conclusionOf, type FunctionRunner, verdictOf } from './judgement.ts'
import { isPlain } from './member-scopes.ts'
import type { Conclusion } from './outcome.ts'
import type { Plan, RulePlan } from './plan.ts'
import { type FindingSink, VERDICT } from './sink.ts'
import { type StandingWindow, standingWindows } from './standing-windows.ts'
import { branchOn, exemptAnswers, scopeAnswers } from './subject.ts'
import { memberSubject, type SubjectOfRule } from './subjects.ts'

/** A window that is the same for all members, with what a function sees in it. */
interface SharedWindow extends StandingWindow {
  readonly parameters: ParametersOnDay
  readonly context: RuleContext
}

/**
 * Runs a function about members where one look tells of most of them: in windows of the calendar, of members about
 * whom nothing changes, the facts alone say whether the function is asked, and it sees the same context for all.
 * `steady` says of whom that holds ({@link steadyFacts}); the others are handed on to `judge`. False, and nothing is done, for all other rules.
 */
export function judgeSteadyMembers(
  plan: Plan,
  rule: RulePlan,
  definition: RuleFunction,
  steady: Int32Array,
  runner: FunctionRunner,
  sink: FindingSink,
  judge: (subject: SubjectOfRule) => void,
): boolean {
  const windows = sink.wants(VERDICT.NOT_APPLICABLE) ? null : sharedWindows(plan, rule, definition, runner)
  if (windows === null) return false
  const { memberCount, memberId, orgId } = plan.columns
  const scope = scopeAnswers(plan, rule)
  const exempt = exemptAnswers(plan, rule)
  const subject = memberSubject(plan, rule)
  const counts = sink.countsOf(rule)
  const variant = rule.variants[rule.elsewhere]!
  // Rules tell many members the very same: then they share the conclusion too.
  let told: Judgement | null = null
  let concluded: Conclusion | null = null
  for (let member = 0; member < memberCount; member++) {
    const facts = steady[member]!
    const id = memberId[member]!
    if (facts < 0) {
      subject.member = member
      subject.id = id
      judge(subject)
      continue
    }
    if (scope[facts] === 0 || exempt[facts] === 1) {
      sink.count(counts, VERDICT.NOT_APPLICABLE, id, windows.length)
      continue
    }
    for (const { window, until, parameters, context } of windows) {
      const judgement = runner.ask(rule, definition, { kind: 'member', id, member: id }, context)
      const verdict = verdictOf(judgement)
      if (!sink.wants(verdict)) {
        sink.count(counts, verdict, id)
        continue
      }
      if (concluded === null || judgement !== told) concluded = conclusionOf(judgement)
      told = judgement
      const org = branchOn(plan, member, until)
      sink.put(
        counts,
        concluded,
        {
          plan: rule,
          variant,
          subjectKind: 'member',
          subjectId: id,
          organization: org < 0 ? null : orgId[org]!,
          window,
          closing: null,
          parameters,
        },
        until,
      )
    }
  }
  return true
}

/** `null` where windows, parameters or answers are not the same for all members. */
function sharedWindows(
  plan: Plan,
  rule: RulePlan,
  definition: RuleFunction,
  runner: FunctionRunner,
): readonly SharedWindow[] | null {
  const { subject, window: kind } = definition
  if (subject !== 'member' || eventsOf(kind).length > 0 || !isPlain(plan, rule)) return null
  const variant = rule.variants[rule.elsewhere]!
  if (variant.level === 'off') return null
  const shared: SharedWindow[] = []
  for (const { window, until } of standingWindows(plan, rule)) {
    const parameters = variant.parameters.on(window.from)
    if (parameters === null || runner.unanswerable(rule, definition.reads, window, until) !== null)
      return null
    const context = runner.context(definition.reads, parameters, window, until)
    shared.push({ window, until, parameters, context })
  }
  return shared
}
