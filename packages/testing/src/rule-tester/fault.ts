import type { LocalizedText } from '@xueshi/core'

/** What the tester refuses; a code never changes its meaning. */
export type CaseFaultCode =
  | 'unknown-rule'
  | 'crashed'
  | 'problem'
  | 'unexpected-verdict'
  | 'message'
  | 'placeholder'
  | 'not-repeatable'
  | 'order-matters'
  | 'split-matters'
  | 'merge-matters'
  | 'duplicate-case'
  | 'missing-verdict'
  | 'impossible-verdict'
  | 'missing-version-day'

/** One thing that is wrong with a rule or with its cases. */
export interface CaseFault {
  readonly code: CaseFaultCode
  readonly message: LocalizedText
  /** What was expected and what was found, where both can be shown side by side. */
  readonly expected?: unknown
  readonly found?: unknown
}

export function fault(code: CaseFaultCode, zh: string, en: string): CaseFault {
  return { code, message: { 'zh-CN': zh, en } }
}
