/** What is left to say of a plan when it is taken as attended and checked. */
import { buildDataset, type Config, check, type DatasetRows, type Finding } from '@xueshi/core'
import { takenAsAttended } from '../src/attended.ts'
import type { Plan } from '../src/plan.ts'

/** A duty by rule, subject and window. */
export function dutyKey({
  rule,
  subject,
  window,
}: Pick<Finding, 'rule' | 'subject'> & { readonly window: { readonly key: string } }): string {
  return `${rule} ${subject.kind} ${subject.id} ${window.key}`
}

export interface Proof {
  /** Duties of the rules asked that are breached at the end of the year and that the plan does not list as unmet. */
  readonly broken: readonly string[]
  /** Duties listed as unmet that are met. */
  readonly falselyUnmet: readonly string[]
  /** Duties of the year that are met. */
  readonly met: number
}

/** Checks a plan at the end of its year. Windows that ended before the year are no matter of the plan. */
export function prove(rows: DatasetRows, plan: Plan, config: Config): Proof {
  const proof = buildDataset(takenAsAttended(rows, plan, buildDataset(rows)))
  const { findings } = check(proof, config, { asOf: `${plan.year}-12-31`, allVerdicts: true })
  const asked = new Set(plan.asked)
  const unmet = new Set(plan.unmet.map(dutyKey))
  const ofYear = findings.filter(
    ({ rule, window }) => asked.has(rule) && (window.to === null || window.to >= `${plan.year}-01-01`),
  )
  const keysOf = (verdict: Finding['verdict']) => ofYear.filter((one) => one.verdict === verdict).map(dutyKey)
  const met = keysOf('met')
  return {
    broken: keysOf('breached').filter((key) => !unmet.has(key)),
    falselyUnmet: met.filter((key) => unmet.has(key)),
    met: met.length,
  }
}
