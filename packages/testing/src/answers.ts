import type { LocalizedText, SubjectKind } from '@xueshi/core'

/** A breach that was planted: `check` must find exactly these as of the last day of the county. */
export interface Answer {
  /** Full id: `national/branch/theme-day`. */
  readonly rule: string
  readonly subject: { readonly kind: SubjectKind; readonly id: string }
  /** Key of the window: `2025`, `2025-Q2`, `2025-07`, `standing`, `since-2025-02-14`, `2025-02-03..`. */
  readonly window: string
  /** Why it is breached. */
  readonly note: LocalizedText
}
