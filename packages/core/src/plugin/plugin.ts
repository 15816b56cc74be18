import type { CivilDate } from '../civil/date.ts'
import type { ConfigEntry } from '../config/config.ts'
import type { Dataset } from '../dataset/dataset.ts'
import type { LocalizedText } from '../locale.ts'
import type { Requirement, RuleMeta, Size } from '../requirement/schema.ts'
import type { TableName, Unit, Verdict } from '../terms.ts'

/** The subject a rule function judges. */
export interface RuleSubject {
  readonly kind: 'member' | 'organization' | 'post'
  /** Id of the member or organization; `member@organization:role` for a post. */
  readonly id: string
  /** Member of a member or post subject. */
  readonly member?: string
  /** Organization of an organization or post subject. */
  readonly organization?: string
}

/** What a rule function may look at: everything is as it stood at the end of `asOf`. */
export interface RuleContext {
  readonly asOf: CivilDate
  readonly window: { readonly key: string; readonly from: CivilDate; readonly to: CivilDate | null }
  /** Value of a parameter in force for this subject and window. */
  parameter(name: string): number | string
  /** Size of an organization on `asOf`; `subtree` adds all organizations below it. */
  size(organization: string, of: Size, scope?: 'own' | 'subtree'): number
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

/** A requirement or a rule function. */
export type Rule = Requirement | RuleFunction

/** Whether a rule is a function rather than a requirement. */
export function isRuleFunction(rule: Rule): rule is RuleFunction {
  return 'judge' in rule
}

/** Presets and rules under a name and version; identity is name and version, not the object. */
export interface Plugin {
  readonly name: string
  readonly version: string
  readonly title: LocalizedText
  readonly rules: readonly Rule[]
  /** Named config entries. A preset is a function of nothing but the plugin, kept as data. */
  readonly presets: Readonly<Record<string, ConfigEntry>>
}
