import type { Locale, LocalizedText } from '@xueshi/core'

/** Of a Chinese and an English text the one of the page. */
export type Say = (zh: string, en: string) => string

/** Speaks the language of a page. */
export function sayIn(locale: Locale): Say {
  return locale === 'en' ? (_, en) => en : (zh) => zh
}

/** A text of the data in the language of a page. */
export function inWords(text: LocalizedText, say: Say): string {
  return say(text['zh-CN'], text.en)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Control characters, line and paragraph separators, and the marks that turn the direction of what follows. */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** A text as one line without anything that cannot be seen. */
export function plain(text: string): string {
  return text.replace(INVISIBLE, ' ')
}

/** A text as content of an element or as value of a quoted attribute. */
export function escaped(text: string): string {
  return plain(text).replace(/[&<>"']/g, (c) => ENTITIES[c]!)
}

/** A value as JSON that may stand in a script element: nothing in it ends the element or opens a comment. */
export function jsonInScript(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** A whole number with separators, the same in every process. */
export function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

/** A number with at most one decimal. */
export function decimal(value: number): string {
  const rounded = Math.round(value * 10) / 10
  const [whole, part] = String(rounded).split('.')
  return grouped(Number(whole)) + (part === undefined ? '' : `.${part}`)
}
