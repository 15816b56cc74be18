import type { CivilDate } from '../civil/date.ts'
import type { Locale } from '../locale.ts'
import type { Problem } from '../model/problem.ts'
import type { Citation } from '../requirement/schema.ts'
import type { Level, SubjectKind, Unit, Verdict } from '../terms.ts'

/** One branch of a disjunction, or the demands of a conjunction. */
export interface Alternative {
  readonly measured: number | null
  readonly required: number | null
  readonly unit: Unit
  readonly met: boolean
}

/** The verdict on one subject in one window. Numbers of hours have at most two decimals. */
export interface Finding {
  /** First 32 hex digits of SHA-256 over rule, subject kind, subject id and window key. */
  readonly fingerprint: string
  /** Full id with the plugin: `national/member/annual-hours`. */
  readonly rule: string
  readonly subject: { readonly kind: SubjectKind; readonly id: string }
  /** Branch of a member, organization of a post, the organization itself; `null` where unknown. */
  readonly organization: string | null
  readonly window: { readonly key: string; readonly from: CivilDate; readonly to: CivilDate | null }
  readonly verdict: Verdict
  readonly level: Exclude<Level, 'off'>
  readonly measured: number | null
  readonly required: number | null
  readonly unit: Unit
  readonly alternatives: readonly Alternative[] | null
  /** Last day on which a pending duty can be met. */
  readonly due: CivilDate | null
  readonly citations: readonly Citation[]
  /** One sentence; zh-CN by default. Names of persons never stand in it, ids do. */
  message(locale?: Locale): string
}

/** Number of verdicts; errors and warnings count breached findings by level. */
export interface Summary {
  readonly met: number
  readonly pending: number
  readonly breached: number
  readonly notApplicable: number
  readonly waived: number
  readonly unknown: number
  readonly errors: number
  readonly warnings: number
}

/** What a run can be reproduced from. */
export interface Receipt {
  readonly core: string
  readonly plugins: readonly { readonly name: string; readonly version: string }[]
  /** SHA-256 of the rules in force (with functions as source text). */
  readonly rules: string
  /** SHA-256 of levels, parameters and credit policy. */
  readonly parameters: string
  /** SHA-256 of the canonical dataset. */
  readonly input: string
  readonly asOf: CivilDate
  /** Name of the calendar of working days, absent where the config has none. */
  readonly workdays?: string
}

/** The result of a check. */
export interface Report {
  readonly asOf: CivilDate
  readonly receipt: Receipt
  readonly summary: Summary
  /** Per rule, in order of id. */
  readonly rules: readonly { readonly rule: string; readonly level: Level; readonly summary: Summary }[]
  /** In order of rule, organization, subject, window. Without `allVerdicts`: no `met`, no `not-applicable`. */
  readonly findings: readonly Finding[]
  readonly problems: readonly Problem[]
  readonly trustworthy: boolean
}
