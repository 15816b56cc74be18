import type { EpochDay } from '../civil/date.ts'
import type { MemberActs } from './acts.ts'
import type { ScopesIn } from './member-scopes.ts'
import type { RulePlan } from './plan.ts'

/** A member rule with what is prepared of it. */
export interface MemberRule {
  readonly plan: RulePlan
  /** Fact sets in scope; not read where `scopes` decides. */
  readonly scope: Uint8Array
  /** Scopes that fact sets alone do not decide, `null` for most rules. */
  readonly scopes: ScopesIn | null
  /** Whether fact sets alone say who owes nothing, and it holds for all alike. */
  readonly isPlain: boolean
  readonly exempt: Uint8Array
  /** Positions of the counters of its demands, -1 for those that count no sessions. */
  readonly counters: readonly number[]
  /** Counts of acts by demand, `null` for demands that count sessions. */
  readonly acts: readonly (MemberActs | null)[]
  /** A table without which nothing can be told, or `null`. */
  readonly missing: 'posts' | 'attendance' | 'acts' | null
  readonly counts: Uint32Array
  /** Positions among the member rules of those that supersede this one. */
  readonly supersededBy: readonly number[]
  /** 1 where the rule applied to the member just judged, by window. */
  readonly applied: Uint8Array
  /** For gaps: who attended after this day has no gap worth a notice. */
  readonly unnoticedAfter: EpochDay
}
