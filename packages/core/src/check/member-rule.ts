import type { EpochDay } from '../civil/date.ts'
import type { RulePlan } from './plan.ts'

/** A member rule with what is prepared of it. */
export interface MemberRule {
  readonly plan: RulePlan
  readonly scope: Uint8Array
  readonly exempt: Uint8Array
  /** Positions of the counters of its demands. */
  readonly counters: readonly number[]
  readonly counts: Uint32Array
  /** Positions among the member rules of those that supersede this one. */
  readonly supersededBy: readonly number[]
  /** 1 where the rule applied to the member just judged, by window. */
  readonly applied: Uint8Array
  /** For gaps: who attended after this day has no gap worth a notice. */
  readonly unnoticedAfter: EpochDay
}
