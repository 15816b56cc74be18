import type { CivilDate } from '../civil/date.ts'
import type { ConfigEntry } from '../config/config.ts'
import type { Dataset } from '../dataset/dataset.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { LocalizedText } from '../locale.ts'
import type { Requirement, RuleMeta, Size } from '../requirement/schema.ts'
import type { TableName, Unit, Verdict } from '../terms.ts'

/** The subject a rule function judges. */
export interface RuleSubject {
  readonly kind: 'member' | 'organization' | 'post' | 'session'
  /** Id of the member, organization or session; `member@organization:role` for a post. */
  readonly id: string
  /** Member of a member or post subject. */
  readonly member?: string
  /** Organization of an organization or post subject; host of a session, where known. */
  readonly organization?: string
}

/**
 * Which days are worked, with statutory holidays and make-up working days. Days that are not known are
 * `undefined`, never guessed.
 */
export interface WorkdayCalendar {
  /** Name and version of the data, for the receipt. */
  readonly name: string
  isWorkday(date: CivilDate): boolean | undefined
}

/** What a rule function may look at: everything is as it stood at the end of `asOf`. */
export interface RuleContext {
  readonly asOf: CivilDate
  readonly window: { readonly key: string; readonly from: CivilDate; readonly to: CivilDate | null }
  /** Value of a parameter in force for this subject and window. */
  parameter(name: string): number | string
  /** Size of an organization on the last judged day of the window; `subtree` adds all organizations below it. */
  size(organization: string, of: Size, scope?: 'own' | 'subtree'): number
  /**
   * Number of working days from one day to another, both inclusive; `undefined` where the config has no
   * calendar of working days, or the calendar does not know one of the days.
   */
  workdays(from: CivilDate, to: CivilDate): number | undefined
  readonly dataset: Dataset
}

/** The answer of a rule function; only the engine says `waived`. */
export interface Judgement {
  readonly verdict: Exclude<Verdict, 'waived'>
  readonly measured?: number
  readonly required?: number
  readonly unit?: Unit
  readonly due?: CivilDate
  /** What was found, in a sentence; a default is made from the numbers where absent. */
  readonly message?: LocalizedText
}

/** A rule that no requirement can say: the same meta, and a pure function instead of a demand. */
export interface RuleFunction extends RuleMeta {
  /** Tables the function reads. */
  readonly reads: readonly TableName[]
  judge(subject: RuleSubject, context: RuleContext): Judgement
}

/** A person or an organization whose part an aggregate rule collects. */
export interface AggregatePart {
  readonly kind: 'member' | 'organization'
  readonly id: string
}

/**
 * A rule about organizations that adds up their members or the organizations below them. The parts can be
 * collected anywhere and merged in any order: `merge` is associative and commutative, `empty` its neutral
 * value, and nothing is changed in place. What is collected is JSON.
 */
export interface AggregateRule<T = unknown> extends RuleMeta {
  readonly subject: 'organization'
  readonly reads: readonly TableName[]
  /**
   * Whose parts are collected: members whose branch lies under the organization, or organizations under it, itself
   * included; both as on the last judged day of the window. Who is gone that day, and organizations that do not
   * exist, are part of nothing. `collect` sees the parameters of the organization the part belongs to.
   */
  readonly over: 'members' | 'organizations'
  readonly empty: T
  collect(part: AggregatePart, context: RuleContext): T
  merge(a: T, b: T): T
  judge(subject: RuleSubject, collected: T, context: RuleContext): Judgement
}

/** A requirement or a rule written as functions. */
export type Rule = Requirement | RuleFunction | AggregateRule

/** Whether a rule adds up parts. */
export function isAggregateRule(rule: Rule): rule is AggregateRule {
  return 'collect' in rule
}

/** Whether a rule is a function rather than a requirement. */
export function isRuleFunction(rule: Rule): rule is RuleFunction {
  return 'judge' in rule && !('collect' in rule)
}

/** Presets and rules under a name and version; identity is name and version, not the object. */
export interface Plugin {
  readonly name: string
  readonly version: string
  readonly title: LocalizedText
  readonly rules: readonly Rule[]
  /** Figures about organizations that add up; in no way part of a check. */
  readonly indicators?: readonly Indicator[]
  /** Named config entries. A preset is a function of nothing but the plugin, kept as data. */
  readonly presets: Readonly<Record<string, ConfigEntry>>
}
