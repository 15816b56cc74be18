import { countsSessions } from '../requirement/parts.ts'
import type { Demand } from '../requirement/schema.ts'
import type { Plan, RulePlan } from './plan.ts'

/** The table a demand reads and the data lacks, `null` where there is none. */
export function tableMissingFor(plan: Plan, rule: RulePlan, demand: Demand): 'attendance' | 'acts' | null {
  if (demand.measure === 'acts') return plan.hasActs ? null : 'acts'
  const readsAttendance = countsSessions(demand) && rule.rule.subject !== 'organization'
  return readsAttendance && !plan.hasAttendance ? 'attendance' : null
}

/**
 * The missing table for which nothing of a rule can be told: that of posts, which its who asks for, or one
 * that all of its demands read. Where only some demands lack their table, the others may decide.
 */
export function missingTable(plan: Plan, rule: RulePlan): 'posts' | 'attendance' | 'acts' | null {
  const missing = rule.demands.map((demand) => tableMissingFor(plan, rule, demand))
  const [first] = missing
  if (first !== undefined && first !== null && missing.every((table) => table !== null)) return first
  return rule.needsPosts && !plan.hasPosts ? 'posts' : null
}
