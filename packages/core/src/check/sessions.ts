import { type EpochDay, formatDate } from '../civil/date.ts'
import { isRuleFunction, type RuleFunction } from '../plugin/plugin.ts'
import type { ParametersOnDay } from './amounts.ts'
import { hasDay, NEVER } from './intervals.ts'
import { FunctionRunner } from './judgement.ts'
import { type Conclusion, without } from './outcome.ts'
import type { Plan, RulePlan } from './plan.ts'
import type { WindowOfFinding } from './record.ts'
import { OrganizationScopes } from './scope.ts'
import { sessionFilter } from './session-subjects.ts'
import { type FindingSink, VERDICT } from './sink.ts'
import { variantAt } from './subject.ts'

/**
 * Runs the rule functions about sessions: each session held from the first covered day to the day of the check
 * that the rule speaks of and whose host is in scope on its day. The finding belongs to the host, its window is the day.
 */
export function judgeSessions(plan: Plan, rules: readonly RulePlan[], sink: FindingSink): void {
  if (rules.length === 0) return
  const runner = new FunctionRunner(plan)
  const scopes = new OrganizationScopes(plan.columns, !plan.hasPosts)
  const { sessionCount, sessionDay, sessionHost, sessionId, orgId } = plan.columns
  for (const rule of rules) {
    const { rule: definition } = rule
    if (!isRuleFunction(definition)) continue
    const counts = sink.countsOf(rule)
    const inScope = scopes.all(definition.who)
    const isSubject = sessionFilter(plan, definition)
    const windowOn = dayWindows()
    for (let session = 0; session < sessionCount; session++) {
      const day = sessionDay[session]!
      const host = sessionHost[session]!
      if (host < 0 || day < plan.coversFrom || !isSubject(session)) continue
      if (plan.under !== null && plan.under[host] === 0) continue
      if (!hasDay(inScope[host] ?? NEVER, day)) continue
      const variant = variantAt(rule, host)
      if (variant.level === 'off') continue
      const window = windowOn(day)
      const parameters = variant.parameters.on(day)
      const judged: SessionInQuestion = { id: sessionId[session]!, organization: orgId[host]!, day, window }
      const outcome = outcomeFor(rule, definition, judged, parameters, runner)
      if (!sink.wants(outcome.verdict)) {
        sink.count(counts, outcome.verdict, judged.id)
        continue
      }
      sink.put(
        counts,
        outcome.verdict,
        {
          plan: rule,
          variant,
          subjectKind: 'session',
          subjectId: judged.id,
          organization: judged.organization,
          window,
          parameters,
          reason: outcome.reason,
          ...outcome.numbers,
        },
        day,
      )
    }
  }
}

/** Windows of one day: all sessions of the day share it, and what functions see in it. */
function dayWindows(): (day: EpochDay) => WindowOfFinding {
  const windows = new Map<EpochDay, WindowOfFinding>()
  return (day) => {
    let window = windows.get(day)
    if (window === undefined) {
      window = { key: formatDate(day), from: day, to: day }
      windows.set(day, window)
    }
    return window
  }
}

interface SessionInQuestion {
  readonly id: string
  readonly organization: string
  readonly day: EpochDay
  readonly window: WindowOfFinding
}

function outcomeFor(
  rule: RulePlan,
  definition: RuleFunction,
  { id, organization, day, window }: SessionInQuestion,
  parameters: ParametersOnDay | null,
  runner: FunctionRunner,
): Conclusion {
  if (parameters === null) return without(rule, VERDICT.NOT_APPLICABLE, { code: 'not-in-force' })
  const unanswerable = runner.unanswerable(rule, definition.reads, window, day)
  if (unanswerable !== null) return without(rule, VERDICT.UNKNOWN, unanswerable)
  const context = runner.context(definition.reads, parameters, window, day)
  return runner.judge(rule, () => definition.judge({ kind: 'session', id, organization }, context))
}
