import { hash } from 'node:crypto'
import { type EpochDay, formatDate } from '../civil/date.ts'
import type { Locale, LocalizedText } from '../locale.ts'
import type { Citation, Demand } from '../requirement/schema.ts'
import type { Level, SubjectKind, Unit, Verdict } from '../terms.ts'
import type { ParametersOnDay } from './amounts.ts'
import type { Alternative, Finding } from './finding.ts'
import { messageOf } from './messages.ts'
import type { RulePlan, VariantPlan } from './plan.ts'

/** Why a verdict is `not-applicable` or `unknown`, or how a duty was already missed. */
export type Reason =
  | { readonly code: 'out-of-scope' | 'partly-in-scope' | 'not-in-force' | 'exempt' | 'dates-out-of-order' }
  | { readonly code: 'superseded'; readonly by: string }
  | { readonly code: 'missing-table'; readonly table: string }
  | { readonly code: 'missing-cell'; readonly cell: LocalizedText }
  | { readonly code: 'uncovered'; readonly from: EpochDay; readonly to: EpochDay }
  | { readonly code: 'undecided-credit'; readonly session: string }
  | { readonly code: 'nothing-held' | 'on-leave' | 'not-recorded' }
  | { readonly code: 'waived'; readonly document: string; readonly reason: string }
  | { readonly code: 'function'; readonly message: LocalizedText }

/** Window of a finding in the engine's form. */
export interface WindowOfFinding {
  readonly key: string
  readonly from: EpochDay
  readonly to: EpochDay | null
}

/** The numbers of a finding, in the unit shown. */
export interface Measurement {
  readonly measured: number | null
  readonly required: number | null
  readonly unit: Unit
  /** Whether `required` is an upper bound. */
  readonly cap: boolean
  readonly alternatives: readonly MeasuredDemand[] | null
  readonly due: EpochDay | null
  /** The demand whose numbers these are; absent where there are none. */
  readonly demand?: Demand | undefined
}

/** One of several demands with its numbers. */
export interface MeasuredDemand extends Alternative {
  readonly cap: boolean
  readonly demand: Demand
}

/** What is judged, by which rule, in which window. */
export interface Judged {
  readonly plan: RulePlan
  readonly variant: VariantPlan
  readonly subjectKind: SubjectKind
  readonly subjectId: string
  readonly organization: string | null
  readonly window: WindowOfFinding
  /** For windows between events: the day of the closing one, `null` where it has not happened. */
  readonly closing?: EpochDay | null | undefined
  readonly parameters: ParametersOnDay | null
}

/** What a finding is made of; texts, fingerprint and dates are made when asked for. */
export interface FindingParts extends Judged, Measurement {
  readonly verdict: Verdict
  readonly reason: Reason | null
  /** The last day that was judged. */
  readonly judgedOn: EpochDay
}

/** A {@link Finding} over its parts. */
export class FindingRecord implements Finding {
  readonly '~parts': FindingParts
  #fingerprint: string | undefined

  constructor(parts: FindingParts) {
    this['~parts'] = parts
  }

  get fingerprint(): string {
    const { plan, subjectKind, subjectId, window } = this['~parts']
    this.#fingerprint ??= fingerprintOf(plan.id, subjectKind, subjectId, window.key)
    return this.#fingerprint
  }

  get rule(): string {
    return this['~parts'].plan.id
  }

  get subject(): Finding['subject'] {
    return { kind: this['~parts'].subjectKind, id: this['~parts'].subjectId }
  }

  get organization(): string | null {
    return this['~parts'].organization
  }

  get window(): Finding['window'] {
    const { key, from, to } = this['~parts'].window
    return { key, from: formatDate(from), to: to === null ? null : formatDate(to) }
  }

  get verdict(): Verdict {
    return this['~parts'].verdict
  }

  get level(): Exclude<Level, 'off'> {
    return this['~parts'].variant.level as Exclude<Level, 'off'>
  }

  get measured(): number | null {
    return this['~parts'].measured
  }

  get required(): number | null {
    return this['~parts'].required
  }

  get unit(): Unit {
    return this['~parts'].unit
  }

  get alternatives(): readonly Alternative[] | null {
    return (
      this['~parts'].alternatives?.map(({ measured, required, unit, met }) => ({
        measured,
        required,
        unit,
        met,
      })) ?? null
    )
  }

  get due(): string | null {
    const { due } = this['~parts']
    return due === null ? null : formatDate(due)
  }

  get citations(): readonly Citation[] {
    return this['~parts'].parameters?.citations ?? this['~parts'].plan.rule.citations
  }

  message(locale: Locale = 'zh-CN'): string {
    return messageOf(this['~parts'], locale)
  }
}

/**
 * Identity of a finding: rule, subject kind, subject id and window key, never text or numbers.
 *
 * @example
 * ```ts
 * import { fingerprintOf } from '@xueshi/core'
 *
 * console.log(fingerprintOf('national/branch/theme-day', 'organization', 'b-1', '2025-07').length) // 32
 * ```
 */
export function fingerprintOf(rule: string, kind: SubjectKind, subject: string, windowKey: string): string {
  return hash('sha256', `${rule}\n${kind}\n${subject}\n${windowKey}`, 'hex').slice(0, 32)
}
