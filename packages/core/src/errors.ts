/** The stable codes of {@link XueshiError}; a code never changes its meaning. */
export type ErrorCode =
  | 'invalid-date'
  | 'invalid-instant'
  | 'invalid-duration'
  | 'invalid-period'
  | 'invalid-requirement'
  | 'invalid-rule'
  | 'invalid-plugin'
  | 'plugin-conflict'
  | 'invalid-config'
  | 'unknown-rule'
  | 'unknown-parameter'
  | 'ambiguous-rule'
  | 'invalid-parameter'
  | 'ambiguous-parameter'
  | 'invalid-refinement'
  | 'invalid-notice'
  | 'uncoded-not-accepted'
  | 'rule-crashed'
  | 'undeclared-table'
  | 'unknown-subject'
  | 'unknown-organization'
  | 'unknown-year'
  | 'unknown-finding'
  | 'unknown-indicator'
  | 'unknown-column'
  | 'dataset-closed'
  | 'limit-exceeded'
  | 'usage'
  | 'not-built-yet'
  | 'input-unreadable'
  | 'output-refused'

/** What a {@link XueshiError} says besides its message. */
export interface ErrorDetails {
  /** Where the fault is: a file, a config entry, a rule id. */
  readonly where?: string
  /** What to do about it. */
  readonly hint?: string
  readonly cause?: unknown
}

/**
 * The only error class of Xueshi: thrown for faults of programs and configurations, never for faults of
 * data (those are collected as {@link Problem} values or verdicts).
 *
 * @example
 * ```ts
 * import { parseDate, XueshiError } from '@xueshi/core'
 *
 * try {
 *   parseDate('2025-02-30')
 * } catch (error) {
 *   console.log(error instanceof XueshiError && error.code) // invalid-date
 * }
 * ```
 */
export class XueshiError extends Error {
  override readonly name = 'XueshiError'
  readonly code: ErrorCode
  readonly where: string | undefined
  readonly hint: string | undefined

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = code
    this.where = details.where
    this.hint = details.hint
  }
}
