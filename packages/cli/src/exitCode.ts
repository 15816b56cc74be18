import { type Report, XueshiError } from '@xueshi/core'

/** Exit codes: 2 goes before 3, 3 before 1. */
export const EXIT = {
  /** Nothing breached at level error. */
  clean: 0,
  breached: 1,
  /** Usage, configuration, a command not built yet, or a rule that crashed. */
  usage: 2,
  /** The data is unreadable or incomplete. */
  untrustworthy: 3,
} as const

/** What may turn a report into a failure besides breached errors. */
export interface FailureTerms {
  /** Most breached findings at level warn that pass. */
  readonly maxWarnings?: number | undefined
  /** Whether unknown findings fail. */
  readonly unknownFails?: boolean
}

/** The exit code of a check. */
export function exitCodeOf(report: Report, terms: FailureTerms): number {
  if (report.problems.some(({ code }) => code === 'rule-crashed')) return EXIT.usage
  if (!report.trustworthy) return EXIT.untrustworthy
  const { errors, warnings, unknown } = report.summary
  const failed =
    errors > 0 ||
    (terms.maxWarnings !== undefined && warnings > terms.maxWarnings) ||
    (terms.unknownFails === true && unknown > 0)
  return failed ? EXIT.breached : EXIT.clean
}

/** The exit code of an error that ended a command. */
export function exitCodeOfError(error: unknown): number {
  return error instanceof XueshiError && error.code === 'input-unreadable' ? EXIT.untrustworthy : EXIT.usage
}
