import type { Locale } from '@xueshi/core'
import type { Paint } from '../text/paint.ts'
import { plain } from '../text/plain.ts'
import { wrap } from '../text/width.ts'

/** A page of labelled lines and indented sections. */
export class Page {
  readonly locale: Locale
  readonly #width: number
  readonly #paint: Paint
  readonly #lines: string[] = []

  constructor(locale: Locale, width: number, paint: Paint) {
    this.locale = locale
    this.#width = width
    this.#paint = paint
  }

  /** The Chinese or the English text. */
  say(zh: string, en: string): string {
    return this.locale === 'en' ? en : zh
  }

  title(text: string, id: string): void {
    this.#lines.push(`${this.#paint('strong', plain(text))}  ${this.#paint('quiet', id)}`)
  }

  /** A label and its text; the text goes on below itself. */
  item(label: string, text: string): void {
    const head = label + this.say('：', ': ')
    const lines = wrap(head + plain(text), this.#width - 2)
    lines.forEach((line, i) => {
      this.#lines.push(i === 0 ? line : `  ${line}`)
    })
  }

  /** A heading with one paragraph per text; nothing where there is no text. */
  section(heading: string, texts: readonly string[]): void {
    if (texts.length === 0) return
    this.#lines.push(this.#paint('strong', `■ ${plain(heading)}`))
    for (const text of texts)
      wrap(plain(text), this.#width - 4).forEach((line, i) => {
        this.#lines.push(i === 0 ? `  · ${line}` : `    ${line}`)
      })
  }

  /** The page, ending in a line feed. */
  text(): string {
    return `${this.#lines.join('\n')}\n`
  }
}
