import type { ProblemTemplate } from './problem-template.ts'
import { CONTENT_PROBLEMS } from './problems-of-content.ts'
import { RECORD_PROBLEMS } from './problems-of-records.ts'

/**
 * Every problem the dataset builder can report, with its words. `error` lost a record or a cell, `warning`
 * was mended or may mislead, `notice` is information, `fatal` makes the dataset untrustworthy.
 */
export const PROBLEMS = {
  ...RECORD_PROBLEMS,
  ...CONTENT_PROBLEMS,
} as const satisfies Record<string, ProblemTemplate>

/** Name of a template of {@link PROBLEMS}. */
export type ProblemKey = keyof typeof PROBLEMS
