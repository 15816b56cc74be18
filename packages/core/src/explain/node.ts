import { type EpochDay, formatDate } from '../civil/date.ts'
import type { Locale, LocalizedText } from '../locale.ts'
import type { ExplanationKind, ExplanationNode } from './explanation.ts'

/** One statement. */
export function node(
  kind: ExplanationKind,
  text: LocalizedText,
  children: readonly ExplanationNode[] = [],
  more: Pick<ExplanationNode, 'session' | 'act' | 'place' | 'remedy'> = {},
): ExplanationNode {
  return { kind, text, children, ...more }
}

/** Both languages of a text. */
export function both(zh: string, en: string): LocalizedText {
  return { 'zh-CN': zh, en }
}

/** First and last day as people write them; one day alone where they are the same. */
export function span(from: EpochDay, to: EpochDay, locale: Locale): string {
  if (from === to) return formatDate(from)
  return `${formatDate(from)}${locale === 'en' ? '..' : ' 至 '}${formatDate(to)}`
}

/** What counts, its conditions in brackets: 民主生活会（由任职所在组织举办）. */
export function bracketed(zh: string): string {
  const [first, ...more] = zh.split('，')
  return more.length === 0 ? zh : `${first}（${more.join('，')}）`
}
