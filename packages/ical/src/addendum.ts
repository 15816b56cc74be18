import { escape as escapeText, foldLines } from 'ical-generator'

/**
 * An event, as it lies folded in a feed, with words behind its summary (on the same line) or behind its
 * description (on lines of their own). The rest of it keeps its bytes, so that it need not be rendered again.
 */
export function withAddendum(event: string, property: 'SUMMARY' | 'DESCRIPTION', words: string): string {
  if (words === '') return event
  // The event's own properties stand before its alarms, and a folded line goes on behind a blank.
  const found = PROPERTY[property].exec(event)
  if (found === null) throw new RangeError(`an event without ${property}`)
  const [line] = found
  const unfolded = line.replaceAll('\r\n ', '')
  const joint = property === 'DESCRIPTION' && !unfolded.endsWith(':') ? '\\n' : ''
  const longer = foldLines(unfolded + joint + escapeText(words, false))
  return event.slice(0, found.index) + longer + event.slice(found.index + line.length)
}

const PROPERTY = {
  SUMMARY: /(?<=\r\n)SUMMARY:(?:[^\r]|\r\n )*/,
  DESCRIPTION: /(?<=\r\n)DESCRIPTION:(?:[^\r]|\r\n )*/,
} as const
