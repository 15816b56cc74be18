import { isCalendar } from '../requirement/parts.ts'
import type { Rule } from './plugin.ts'

/**
 * Superseding is per subject and window: it has a meaning only between requirements of one kind of subject whose
 * windows are the same, and the engine offers it for members over calendar windows and terms.
 */
export function supersedingFaults(rules: readonly Rule[]): string[] {
  const faults: string[] = []
  for (const rule of rules)
    for (const id of rule.supersedes ?? []) {
      const weaker = rules.find((candidate) => candidate.id === id)
      if (weaker === undefined) continue
      const fits = [rule, weaker].every(
        (one) => 'demand' in one && one.subject === 'member' && isCalendar(one.window),
      )
      if (!fits || JSON.stringify(rule.window) !== JSON.stringify(weaker.window))
        faults.push(
          `${rule.id}: supersedes ${id}: 只用于期间相同的党员要求 / only between requirements on members with one window`,
        )
    }
  return faults
}
