import type { Citation, LocalizedText } from '@xueshi/core'

/** A regulation with the sentences of it that rules rest on. */
export interface Instrument {
  /** Full name in Chinese without 《》. */
  readonly name: string
  /** First day in force, or the first day from which the rules use it (then `inForceNote` says why). */
  readonly inForce: string
  /** Last day in force, where a later text has replaced it. */
  readonly inForceTo?: string
  /** Why the day is not the one printed in the instrument. */
  readonly inForceNote?: LocalizedText
  /** The sentences by a name of our own. */
  readonly sentences: Readonly<Record<string, Citation>>
}

/** Words read in the official text, with an article number that was read there too. */
export function verified(instrument: string, article: string, quote: string, note?: LocalizedText): Citation {
  return { instrument, article, articleConfirmed: true, quote, assurance: 'verified', ...(note && { note }) }
}

/** Words that a page quotes; the number of the article was not read, so none is given. */
export function quotedWithoutArticle(instrument: string, quote: string, note: LocalizedText): Citation {
  return { instrument, articleConfirmed: false, quote, assurance: 'quoted', note }
}

/** A duty known at second hand only. `quote` is given where the words stand in the instrument named. */
export function secondary(
  instrument: string,
  note: LocalizedText,
  known: { readonly article?: string; readonly articleConfirmed?: boolean; readonly quote?: string } = {},
): Citation {
  return { instrument, articleConfirmed: false, ...known, assurance: 'secondary', note }
}
