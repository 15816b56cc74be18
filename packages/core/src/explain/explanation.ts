import type { Finding } from '../check/finding.ts'
import type { LocalizedText } from '../locale.ts'
import type { Place } from '../model/problem.ts'

/** What a node of an explanation speaks of. */
export type ExplanationKind =
  | 'verdict'
  | 'applies'
  | 'not-applicable'
  | 'parameter'
  | 'quote'
  | 'window'
  | 'coverage'
  | 'counted'
  | 'left-out'
  | 'compare'
  | 'missing'
  | 'change'
  | 'uncoded'
  | 'waiver'

/** One statement with those it rests on. Texts hold ids and session titles, never names of persons. */
export interface ExplanationNode {
  readonly kind: ExplanationKind
  readonly text: LocalizedText
  /** Session the node speaks of. */
  readonly session?: string
  readonly place?: Place
  readonly children: readonly ExplanationNode[]
}

/** Why a finding has its verdict: applies because, parameter and words, window, records, comparison, what would change it. */
export interface Explanation {
  readonly finding: Finding
  readonly root: ExplanationNode
}
