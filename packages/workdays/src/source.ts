import type { CivilDate } from '@xueshi/core'

/** A document that the days of a year rest on. */
export interface HolidaySource {
  /** Title without 《》. */
  readonly title: string
  /** Who issued it. */
  readonly issuer: string
  /** Day of the document, or of its publication. */
  readonly date?: CivilDate | undefined
  /** Its number 文号. */
  readonly document?: string | undefined
  readonly url?: string | undefined
}

/** A source in one line, for messages. */
export function sourceLine({ title, issuer, date, document, url }: HolidaySource): string {
  const about = [issuer, document, date, url].filter((part) => part !== undefined)
  return `《${title}》（${about.join('，')}）`
}
