import type { EpochDay } from '../civil/date.ts'
import type { Plan, RulePlan } from './plan.ts'
import type { WindowOfFinding } from './record.ts'

/** A window with the last day that can be judged. */
export interface StandingWindow {
  readonly window: WindowOfFinding
  readonly until: EpochDay
}

/** Windows that are the same for all subjects: of the calendar, or the day of the check. */
export function standingWindows(plan: Plan, rule: RulePlan): readonly StandingWindow[] {
  if (rule.calendar !== null)
    return rule.calendar.windows.map((window) => ({
      window: { key: window.key, from: window.from, to: window.to },
      until: window.until,
    }))
  if (plan.asOf < plan.coversFrom) return []
  return [{ window: { key: 'standing', from: plan.asOf, to: plan.asOf }, until: plan.asOf }]
}
