/** What a piece of text means to the reader; a painter turns it into colour or leaves it alone. */
export type Tone = 'strong' | 'quiet' | 'good' | 'warn' | 'bad'

/** Marks a text with a tone. */
export type Paint = (tone: Tone, text: string) => string

const CODES: Record<Tone, readonly [number, number]> = {
  strong: [1, 22],
  quiet: [2, 22],
  good: [32, 39],
  warn: [33, 39],
  bad: [31, 39],
}

/** A painter with ANSI colours, or one that changes nothing. */
export function painter(color: boolean): Paint {
  if (!color) return (_tone, text) => text
  return (tone, text) => `\u001b[${CODES[tone][0]}m${text}\u001b[${CODES[tone][1]}m`
}
