import type { CivilDate, ConfigEntry, Verdict } from '@xueshi/core'

/** The version of the case format that this tester reads; `docs/case-format.md` describes it. */
export const CASE_FORMAT = 1

/** A row of any table as the importers take it; `repeat: 3` makes three rows of it. */
export type CaseRow = Readonly<Record<string, unknown>>

/** Rows by name of table. */
export type CaseRows = Readonly<Record<string, readonly CaseRow[]>>

/** What is expected of one subject in one window: a verdict, or a verdict with whatever else matters. */
export type Expected =
  | Verdict
  | {
      readonly verdict: Verdict
      readonly measured?: number | null
      readonly required?: number | null
      readonly unit?: string
      /** Last day on which a pending duty can be met. */
      readonly due?: CivilDate | null
      readonly level?: 'warn' | 'error'
      /** Organization of the finding. */
      readonly organization?: string | null
    }

/** By subject id, then window key; `*` stands for whatever key the window has. */
export type Expectations = Readonly<Record<string, Readonly<Record<string, Expected>>>>

/**
 * Which days are worked, as a list: Monday to Friday are, but for `off`; Saturday and Sunday are not, but for
 * `on`. Nothing is known of days outside of `from`..`to`, both inclusive.
 */
export interface WorkdayList {
  readonly from: CivilDate
  readonly to: CivilDate
  readonly off?: readonly CivilDate[]
  readonly on?: readonly CivilDate[]
}

/** A config entry of a case, as JSON: no plugins, and a name only where it matters. */
export type CaseEntry = Omit<ConfigEntry, 'name' | 'plugins' | 'workdays'> & { readonly name?: string }

/** One case of a rule: rows added to the base county, and every verdict expected of them. */
export interface RuleCase {
  /** The situation in a sentence; it stands on the page of the rule. */
  readonly title: string
  /** The day whose end is judged. */
  readonly asOf: CivilDate
  readonly rows: CaseRows
  /** Values of parameters of this rule, as a config gives them. */
  readonly parameters?: Readonly<Record<string, number | string>>
  /** Further config entries, in order. */
  readonly config?: readonly CaseEntry[]
  /** In place of the calendar of the file. */
  readonly workdays?: WorkdayList
  /** Findings of this rule; what is not named may only be `not-applicable`. */
  readonly expect: Expectations
  /** Verdicts of other rules of the plugin that this one touches, by rule id. */
  readonly others?: Readonly<Record<string, Expectations>>
}

/** The file `cases.json` beside a rule. */
export interface CaseFile {
  /** Version of the format, {@link CASE_FORMAT}; absent means 1. */
  readonly format?: number
  /** Id of the rule without its plugin. */
  readonly rule: string
  /** Verdicts this rule can never have, each with the reason; no case is asked for them. */
  readonly never?: Readonly<Partial<Record<Verdict, string>>>
  readonly workdays?: WorkdayList
  readonly cases: readonly RuleCase[]
}
