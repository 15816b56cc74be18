import type { ParameterInForce } from '../check/amounts.ts'
import { amountText, valueText } from '../check/messages.ts'
import type { FindingParts } from '../check/record.ts'
import { citationOf } from '../config/refinement.ts'
import type { Locale, LocalizedText } from '../locale.ts'
import type { Citation, Parameter } from '../requirement/schema.ts'
import { ASSURANCES, AUTHORITY_LEVELS, termName } from '../terms.ts'
import type { ExplanationNode } from './explanation.ts'
import { both, node } from './node.ts'

/** Each parameter with its version, where its value comes from, and the words. */
export function parameterNodes(parts: FindingParts): ExplanationNode[] {
  const nodes: ExplanationNode[] = []
  const shown = new Set<string>()
  const quotes = (citations: readonly Citation[]) =>
    citations.flatMap((citation) => {
      const key = `${citation.instrument} ${citation.document} ${citation.article} ${citation.quote}`
      if (shown.has(key)) return []
      shown.add(key)
      return [quoteNode(citation)]
    })
  for (const [name, inForce] of parts.parameters?.values ?? []) {
    const parameter = parts.plan.rule.parameters[name]!
    const { refinement, version } = inForce
    const value = (locale: Locale) => parameterText(parameter.unit, inForce.value, locale)
    const source = sourceText(parameter.unit, inForce)
    nodes.push(
      node(
        'parameter',
        both(
          `${parameter.title['zh-CN']}为 ${value('zh-CN')}（${source['zh-CN']}）`,
          `${parameter.title.en} = ${value('en')} (${source.en})`,
        ),
        quotes([...(refinement === null ? [] : [citationOf(refinement)]), ...(version?.citations ?? [])]),
      ),
    )
  }
  return [...nodes, ...quotes(parts.plan.rule.citations)]
}

/** Who says so from when; where a lower level does, also what the rule itself says. */
function sourceText(
  unit: Parameter['unit'],
  { refinement, version, setBy, value }: ParameterInForce,
): LocalizedText {
  const days = (from: string, to: string | undefined) =>
    to === undefined
      ? both(`${from} 起施行`, `in force from ${from}`)
      : both(`${from} 至 ${to} 施行`, `in force ${from}..${to}`)
  const own =
    version === null || version.value === value
      ? both('', '')
      : both(
          `；本规则原为 ${parameterText(unit, version.value, 'zh-CN')}`,
          `; the rule itself: ${parameterText(unit, version.value, 'en')}`,
        )
  if (refinement !== null) {
    const { issuer, authority, citation, from, to } = refinement
    const document = citation.document
    const level = (locale: Locale) => termName(AUTHORITY_LEVELS, authority, locale)
    const since = days(from, to)
    return both(
      `由${issuer}（${level('zh-CN')}）规定${document === undefined ? '' : `，文号 ${document}`}，${since['zh-CN']}${own['zh-CN']}`,
      `set by ${issuer} (${level('en')})${document === undefined ? '' : `, ${document}`}, ${since.en}${own.en}`,
    )
  }
  if (setBy !== null)
    return both(`由配置“${setBy}”设定${own['zh-CN']}`, `set by config entry "${setBy}"${own.en}`)
  return days(version!.from, version!.to)
}

function parameterText(unit: Parameter['unit'], value: number | string, locale: Locale): string {
  return typeof value === 'number' && unit !== 'duration'
    ? amountText(value, unit, locale)
    : valueText(value, locale)
}

/** The words of a citation with instrument, article and how sure they are. */
export function quoteNode(citation: Citation): ExplanationNode {
  const place = (locale: Locale) => {
    const doubt = citation.articleConfirmed || citation.article === undefined ? '' : '〔条号待核〕'
    const document = citation.document === undefined ? '' : `（${citation.document}）`
    const sure = termName(ASSURANCES, citation.assurance, locale)
    const words =
      citation.quote === undefined ? '' : locale === 'en' ? `: “${citation.quote}”` : `：“${citation.quote}”`
    return locale === 'en'
      ? `《${citation.instrument}》${document}${citation.article ?? ''}${doubt}${words} (${sure})`
      : `《${citation.instrument}》${document}${citation.article ?? ''}${doubt}${words}（${sure}）`
  }
  const note = citation.note === undefined ? [] : [node('quote', citation.note)]
  return node('quote', both(place('zh-CN'), place('en')), note)
}
