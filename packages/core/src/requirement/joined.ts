import type { LocalizedText } from '../locale.ts'
import type { Term } from '../terms.ts'

/** Both languages of a text. */
export function both(zh: string, en: string): LocalizedText {
  return { 'zh-CN': zh, en }
}

/** Texts one after the other with a word between them. */
export function joined(parts: readonly LocalizedText[], zh: string, en: string): LocalizedText {
  return both(parts.map((part) => part['zh-CN']).join(zh), parts.map((part) => part.en).join(en))
}

/** Names of terms, joined; a word that is no term stands for itself. */
export function names(terms: readonly Term[], ids: readonly string[]): LocalizedText {
  const found = ids.map((id) => terms.find((term) => term.id === id) ?? { zh: id, en: id })
  return both(found.map((term) => term.zh).join('、'), found.map((term) => term.en).join(', '))
}
