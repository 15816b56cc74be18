/**
 * Widths as a terminal shows them: Chinese characters and full-width signs take two columns, combining
 * marks none. Characters of ambiguous width (“ ” … ·) take one, as terminals in UTF-8 show them.
 */

const WIDE =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u
const ZERO = /\p{M}|\p{Cf}/u
const ASCII = /^[\x20-\x7e]*$/

/** Columns to write for: 60 to 200, 100 where nothing is said. */
export function clampWidth(width = 100): number {
  return Math.min(200, Math.max(60, width))
}

/** Columns a text takes in a terminal. The text holds no colour codes. */
export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

/** The text filled up with blanks to `width` columns, at its end or at its start. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return align === 'left' ? text + blanks : blanks + text
}

/** The text cut to `width` columns, with an ellipsis where something was cut. */
export function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let used = 1
  let kept = ''
  for (const character of text) {
    used += characterWidth(character)
    if (used > width) break
    kept += character
  }
  return `${kept}…`
}

/** Signs that may not begin a line in Chinese typesetting. */
const NO_START = /^[，。；：、！？）》〉」』】〕”’％…,.;:!?)\]}%]/u

/**
 * The text in lines of at most `width` columns. Chinese breaks between characters but never before a closing
 * sign, words of other scripts break at blanks, a single longer word is cut.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) wrapParagraph(paragraph, Math.max(8, width), lines)
  return lines
}

function wrapParagraph(text: string, width: number, lines: string[]): void {
  let line = ''
  for (const piece of piecesOf(text)) {
    if (displayWidth(line) + displayWidth(piece.trimEnd()) <= width) {
      line += piece
      continue
    }
    if (line.trimEnd() !== '') lines.push(line.trimEnd())
    line = ''
    for (const character of piece.trimStart()) {
      if (displayWidth(line) + characterWidth(character) > width) {
        lines.push(line)
        line = ''
      }
      line += character
    }
  }
  if (line.trimEnd() !== '' || lines.length === 0) lines.push(line.trimEnd())
}

/** Pieces between which a line may break: single wide characters, or words with the blanks after them. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  let open = false
  for (const character of text) {
    const previous = pieces.at(-1)
    const attach =
      previous !== undefined && (NO_START.test(character) || /[（《〈「『【〔“‘([{]$/u.test(previous))
    if (attach || (open && !WIDE.test(character))) pieces[pieces.length - 1] += character
    else pieces.push(character)
    open = !WIDE.test(character) && character !== ' '
  }
  return pieces
}

function characterWidth(character: string): number {
  if (WIDE.test(character)) return 2
  return ZERO.test(character) ? 0 : 1
}
