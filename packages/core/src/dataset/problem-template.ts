import type { LocalizedText } from '../locale.ts'
import type { ProblemSeverity } from '../model/problem.ts'

/** One kind of fault the dataset builder reports. `{table}`, `{column}`, `{value}` … are filled per record. */
export interface ProblemTemplate {
  /** Stable code of the problem; several templates may share one. */
  readonly code: string
  readonly severity: ProblemSeverity
  readonly message: LocalizedText
}

/** A template in both languages. */
export function template(code: string, severity: ProblemSeverity, zh: string, en: string): ProblemTemplate {
  return { code, severity, message: { 'zh-CN': zh, en } }
}

/** What became of the record or the cell; the ends of the messages on rows. */
export const EFFECTS = {
  record: { 'zh-CN': '这一行未采用', en: 'the row was left out' },
  cell: { 'zh-CN': '这个单元格按空白处理', en: 'the cell is treated as blank' },
} as const satisfies Record<string, LocalizedText>
