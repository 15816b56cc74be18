import type { LocalizedText } from '../locale.ts'

/** Where a record or a cell came from. Rows are counted as the reader of the file sees them, from 1. */
export interface Place {
  readonly file?: string
  readonly sheet?: string
  readonly row?: number
  /** Header of the column as the file writes it. */
  readonly column?: string
}

/**
 * How bad a {@link Problem} is: `fatal` makes the whole dataset untrustworthy (exit 3), `error` lost a
 * record or a cell, `warning` was mended or may mislead, `notice` is information.
 */
export type ProblemSeverity = 'fatal' | 'error' | 'warning' | 'notice'

/**
 * A fault of the data with its place. Problems are collected, never thrown one at a time. `value` is
 * masked where it may be personal; a citizen number never stands in a problem.
 */
export interface Problem extends Place {
  /** Stable, lower case with hyphens: `unknown-member`, `attendance-conflict`, `invalid-date` … */
  readonly code: string
  readonly severity: ProblemSeverity
  readonly message: LocalizedText
  /** Table the record belongs to (`attendance`, `members` …). */
  readonly table?: string
  readonly value?: string
}

/**
 * The visible form of a value in a problem: at most 40 characters, control characters shown as escapes,
 * and every run of 8 or more digits (phone, citizen number, also in scientific notation) replaced by stars;
 * dates such as `2025-02-30` stay.
 */
export function maskValue(value: string): string {
  const masked = value
    .replace(/\d[\d\s-]{6,}[\dXxＸ]/g, (run) =>
      /^\d{4}-\d{1,2}-\d{1,2}(?: \d{1,2})?$/.test(run) ? run : '********',
    )
    .replace(/[０-９]{8,}/g, '********')
    .replace(/\d(?:\.\d+)?[eE]\+?\d{1,2}/g, '********')
    .replace(INVISIBLE, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return masked.length > 40 ? `${masked.slice(0, 39)}…` : masked
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped here
const INVISIBLE = /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
