import type { EpochDay } from '../civil/date.ts'
import type { ParametersOnDay } from './amounts.ts'
import { ALWAYS, type DaySet, daysWithin } from './intervals.ts'
import type { RulePlan } from './plan.ts'
import { PRESENCE, presenceIn } from './presence.ts'
import type { Reason } from './record.ts'

const NOT_IN_FORCE: Reason = { code: 'not-in-force' }
const OUT_OF_SCOPE: Reason = { code: 'out-of-scope' }
const EXEMPT: Reason = { code: 'exempt' }
const PARTLY_IN_SCOPE: Reason = { code: 'partly-in-scope' }

/**
 * Why a duty is not owed over the judged days of a window, `null` where it is: not in force, never in scope,
 * exempt on a day (clause 8), or in scope for less than presence asks.
 */
export function whyNotOwed(
  rule: RulePlan,
  parameters: ParametersOnDay | null,
  scope: DaySet,
  exempt: DaySet,
  from: EpochDay,
  until: EpochDay,
): Reason | null {
  if (parameters === null) return NOT_IN_FORCE
  const presence = scope === ALWAYS ? PRESENCE.OWES : presenceIn(scope, rule.rule.presence, from, until)
  if (presence === PRESENCE.NEVER) return OUT_OF_SCOPE
  if (exempt.length > 0 && daysWithin(exempt, from, until) > 0) return EXEMPT
  return presence === PRESENCE.PARTLY ? PARTLY_IN_SCOPE : null
}
