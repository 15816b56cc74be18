import type { LocalizedText } from '../locale.ts'
import type { Place } from '../model/problem.ts'
import type { ExplanationKind, ExplanationNode } from './explanation.ts'

/** One statement. */
export function node(
  kind: ExplanationKind,
  text: LocalizedText,
  children: readonly ExplanationNode[] = [],
  more: { readonly session?: string; readonly place?: Place } = {},
): ExplanationNode {
  return { kind, text, children, ...more }
}

/** Both languages of a text. */
export function both(zh: string, en: string): LocalizedText {
  return { 'zh-CN': zh, en }
}
