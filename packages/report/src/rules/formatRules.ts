import { ASSURANCES, LEVELS, type Locale, type RuleInForce, STRENGTHS, termName } from '@xueshi/core'
import { alignRows, type Cell } from '../text/align.ts'
import { citationText } from '../text/citationText.ts'
import { painter } from '../text/paint.ts'
import { plain } from '../text/plain.ts'
import { clampWidth, wrap } from '../text/width.ts'
import { parameterText } from './parameterText.ts'

/** Options of {@link formatRules} and {@link formatRule}. */
export interface RulesOptions {
  /** Default `zh-CN`. */
  readonly locale?: Locale
  /** Columns of the terminal, 60 to 200; default 100. */
  readonly width?: number
  readonly color?: boolean
  /** Lists the words of the articles that no rule expresses. Default false; a rule page always does. */
  readonly uncoded?: boolean
}

/**
 * The rules in force as a list: title, level, strength, numbers and id; with `uncoded` followed by the
 * words of the regulations that are not coded. The text ends in a line feed.
 *
 * @example
 * ```ts
 * import type { RuleInForce } from '@xueshi/core'
 * import { formatRules } from '@xueshi/report'
 *
 * export function list(rules: readonly RuleInForce[]): string {
 *   return formatRules(rules, { locale: 'en', uncoded: true })
 * }
 * ```
 */
export function formatRules(rules: readonly RuleInForce[], options: RulesOptions = {}): string {
  const locale = options.locale ?? 'zh-CN'
  const width = clampWidth(options.width)
  const paint = painter(options.color ?? false)
  const zh = locale === 'zh-CN'
  if (rules.length === 0) return zh ? '没有生效的规则。\n' : 'No rule is in force.\n'
  const head = zh
    ? ['要求', '级别', '强度', '依据', '标准', '规则编号']
    : ['Requirement', 'Level', 'Strength', 'Assurance', 'Parameters', 'Rule']
  const rows: Cell[][] = [head.map((text) => ({ text, tone: 'quiet' }))]
  for (const { id, rule, level, parameters } of rules) {
    const values = Object.entries(rule.parameters).flatMap(([name, { unit }]) => {
      const current = parameters[name]
      return current === undefined ? [] : [parameterText(current.value, unit, locale)]
    })
    rows.push([
      { text: plain(rule.title[locale]) },
      {
        text: termName(LEVELS, level, locale),
        tone: level === 'error' ? 'bad' : level === 'warn' ? 'warn' : 'quiet',
      },
      { text: termName(STRENGTHS, rule.strength, locale) },
      { text: termName(ASSURANCES, rule.assurance, locale).replace(/:.*$/, '') },
      { text: values.join(zh ? '、' : ', ') },
      { text: id, tone: 'quiet' },
    ])
  }
  const lines = alignRows(
    rows,
    [{ least: 30 }, {}, { optional: true }, { optional: true }, { least: 16 }, {}],
    width,
    paint,
  )
  if (options.uncoded === true) lines.push(...uncodedLines(rules, locale, width, paint))
  return `${lines.join('\n')}\n`
}

function uncodedLines(
  rules: readonly RuleInForce[],
  locale: Locale,
  width: number,
  paint: ReturnType<typeof painter>,
): string[] {
  const lines = [
    '',
    paint('strong', locale === 'en' ? '■ Words that no rule expresses' : '■ 未编入规则的文字'),
  ]
  for (const { id, rule, accepted } of rules) {
    if (rule.uncoded.length === 0) continue
    const mark = !accepted ? '' : locale === 'en' ? ' (accepted)' : '（已确认）'
    lines.push(`${plain(rule.title[locale])} ${paint('quiet', id)}${mark}`)
    for (const citation of rule.citations)
      wrap(plain(citationText(citation, locale)), width - 4).forEach((line) => {
        lines.push(paint('quiet', `    ${line}`))
      })
    for (const text of rule.uncoded)
      wrap(plain(text[locale]), width - 4).forEach((line, i) => {
        lines.push(i === 0 ? `  · ${line}` : `    ${line}`)
      })
  }
  return lines
}
