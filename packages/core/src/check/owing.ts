import type { EpochDay } from '../civil/date.ts'
import type { ParametersOnDay } from './amounts.ts'
import type { DaySet } from './intervals.ts'
import { whyNotOwed } from './owed.ts'
import type { RulePlan } from './plan.ts'
import type { Reason } from './record.ts'

/** Whether a duty is owed, with the scope that decided it. */
export interface Owing {
  readonly scope: DaySet
  /** Why it is not owed, `null` where it is. */
  readonly reason: Reason | null
  /** It depends on a date of birth that is not stated (clause 15). */
  readonly isUnknown: boolean
}

/** Says that a duty depends on a date of birth that is not stated. */
export const MISSING_BIRTH: Reason = {
  code: 'missing-cell',
  cell: { 'zh-CN': '出生日期', en: 'the date of birth' },
}

/** {@link whyNotOwed} for scopes of which one is true: where they disagree, nobody can tell. */
export function owingIn(
  rule: RulePlan,
  parameters: ParametersOnDay | null,
  scopes: readonly DaySet[],
  exempt: DaySet,
  from: EpochDay,
  until: EpochDay,
): Owing {
  const scope = scopes[0]!
  const reason = whyNotOwed(rule, parameters, scope, exempt, from, until)
  const isUnknown =
    scopes.length > 1 &&
    scopes.some(
      (other) =>
        other !== scope &&
        (whyNotOwed(rule, parameters, other, exempt, from, until) === null) !== (reason === null),
    )
  return { scope, reason, isUnknown }
}
