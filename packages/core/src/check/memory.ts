import type { Columns } from '../dataset/columns.ts'
import type { Plan, RulePlan } from './plan.ts'

const memory = new WeakMap<Columns, Map<string, unknown>>()

/**
 * What follows from a dataset and a piece of a requirement alone, not from the day of the check: worked out
 * once, and forgotten with the dataset. `key` names the thing and holds the piece as JSON.
 */
export function remembered<T>(columns: Columns, key: string, make: () => T): T {
  let known = memory.get(columns)
  if (known === undefined) {
    known = new Map()
    memory.set(columns, known)
  }
  if (known.has(key)) return known.get(key) as T
  const made = make()
  known.set(key, made)
  return made
}

/** The keys of a memory, in order of making, that were found to stay. */
const sifted = new WeakMap<
  ReadonlyMap<string, unknown>,
  { readonly keep: readonly string[]; readonly size: number }
>()

/** Forgets what is remembered of columns that have changed, but for the keys that begin with one of some words. */
export function forget(columns: Columns, keep: readonly string[]): void {
  const known = memory.get(columns)
  if (known === undefined) return
  const before = sifted.get(known)
  let stays = before?.keep === keep ? before.size : 0
  if (stays === known.size) return
  for (const key of known.keys()) {
    if (stays > 0) stays--
    else if (!keep.some((word) => key.startsWith(word))) known.delete(key)
  }
  sifted.set(known, { keep, size: known.size })
}

const preparations = new WeakMap<Plan, Map<RulePlan, Map<string, unknown>>>()

/**
 * What is prepared of a rule for a plan, once for as long as the plan lives. It must hold for all subjects: a
 * ledger judges one after the other by the same plan, and exchanges what the columns say of them.
 */
export function prepared<T>(plan: Plan, rule: RulePlan, what: string, make: () => T): T {
  let ofPlan = preparations.get(plan)
  if (ofPlan === undefined) {
    ofPlan = new Map()
    preparations.set(plan, ofPlan)
  }
  let ofRule = ofPlan.get(rule)
  if (ofRule === undefined) {
    ofRule = new Map()
    ofPlan.set(rule, ofRule)
  }
  if (ofRule.has(what)) return ofRule.get(what) as T
  const made = make()
  ofRule.set(what, made)
  return made
}
