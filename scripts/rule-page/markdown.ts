import type { Locale, LocalizedText } from '@xueshi/core'

/** A sentence in both languages. */
export function both(zh: string, en: string): LocalizedText {
  return { 'zh-CN': zh, en }
}

/** A cell of a table: one line, no bar of its own. */
export function cell(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')
}

/** A table with its head. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(line)]
}

/** A list; nothing where there is nothing in it. */
export function bullets(texts: readonly string[]): string[] {
  return texts.map((text) => `- ${text.replace(/\s*\n\s*/g, ' ')}`)
}

/** A heading with its lines, or nothing where there are none. */
export function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `## ${heading}`, '', ...lines]
}

/** Chooses the language of a pair. */
export function pick(locale: Locale, zh: string, en: string): string {
  return locale === 'en' ? en : zh
}
