import type { Finding } from '../check/finding.ts'
import type { LocalizedText } from '../locale.ts'
import type { Place } from '../model/problem.ts'
import type { Remedy } from './remedy/remedy.ts'

/** What a node of an explanation speaks of. */
export type ExplanationKind =
  | 'verdict'
  | 'applies'
  | 'not-applicable'
  | 'parameter'
  | 'quote'
  | 'window'
  | 'coverage'
  /** The session that a rule about sessions judges, with its records. */
  | 'session'
  | 'counted'
  | 'left-out'
  /** What a rule written as a function said, with the tables it read. */
  | 'judged'
  /** What an aggregate rule collected, and from whom. */
  | 'part'
  | 'compare'
  | 'missing'
  | 'change'
  /** What the rule says to do, in words only. */
  | 'advice'
  | 'uncoded'
  | 'waiver'

/** One statement with those it rests on. Texts hold ids and session titles, never names of persons. */
export interface ExplanationNode {
  readonly kind: ExplanationKind
  readonly text: LocalizedText
  /** Session the node speaks of. */
  readonly session?: string
  /** Act the node speaks of. */
  readonly act?: string
  /** For nodes of kind `change`: the change as data; absent where there are words only. */
  readonly remedy?: Remedy
  readonly place?: Place
  readonly children: readonly ExplanationNode[]
}

/** Why a finding has its verdict: applies because, parameter and words, window, records, comparison, what would change it. */
export interface Explanation {
  readonly finding: Finding
  readonly root: ExplanationNode
  /**
   * What would change a pending or breached finding of a requirement, as data: each remedy is enough by itself. Empty
   * where no change can be named exactly, and always for rules written as functions, which give advice only.
   */
  readonly remedies: readonly Remedy[]
  /** What the rule says to do about a breach, in words; `null` where it says nothing or nothing is to be done. */
  readonly advice: LocalizedText | null
}
