/**
 * Text that a spreadsheet program would take for a formula when it opens a CSV file: one of `= + - @`
 * (full-width forms too) at the start or after blanks and zero-width characters, or a leading tab or
 * line break.
 */
const FORMULA = /^(?:[\s\u200b-\u200d\u2060\ufeff]*[=+\-@＝＋－＠]|[\t\r\n])/
/** The same, already escaped any number of times. */
const ESCAPED = /^'+(?:[\s\u200b-\u200d\u2060\ufeff]*[=+\-@＝＋－＠]|[\t\r\n])/

/** Text with a leading `'` where a spreadsheet program would compute it. */
export function escapeFormula(text: string): string {
  return FORMULA.test(text) || ESCAPED.test(text) ? `'${text}` : text
}

/** Undoes {@link escapeFormula}. */
export function unescapeFormula(text: string): string {
  return text.charCodeAt(0) === 39 && ESCAPED.test(text) ? text.slice(1) : text
}
