import { ASSURANCES, type Citation, type Locale, termName } from '@xueshi/core'

/** Instrument, document number and article as a Chinese document names them, with 〔条号待核〕 where the number is not sure. */
export function citationSource(citation: Citation): string {
  const unsure = citation.articleConfirmed ? '' : '〔条号待核〕'
  const document = citation.document === undefined ? '' : `（${citation.document}）`
  return `《${citation.instrument}》${document}${citation.article ?? ''}${unsure}`
}

/** Source, verbatim words and how sure they are, in one line. */
export function citationText(citation: Citation, locale: Locale): string {
  const assurance = termName(ASSURANCES, citation.assurance, locale)
  const source = `${citationSource(citation)}${locale === 'en' ? ` (${assurance})` : `（${assurance}）`}`
  const quote = citation.quote === undefined ? '' : `${locale === 'en' ? ': ' : '：'}“${citation.quote}”`
  return source + quote
}
