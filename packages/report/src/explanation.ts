import type {
  Dataset,
  Explanation,
  ExplanationKind,
  ExplanationNode,
  Locale,
  LocalizedText,
} from '@xueshi/core'
import { subjectLabel, type TitledRule, titleFinder } from './labels.ts'
import { type Paint, painter, type Tone } from './text/paint.ts'
import { placeText } from './text/placeText.ts'
import { plain } from './text/plain.ts'
import { clampWidth, wrap } from './text/width.ts'

/** Options of {@link formatExplanation}. */
export interface ExplanationOptions {
  /** Default `zh-CN`. */
  readonly locale?: Locale
  readonly dataset?: Dataset
  readonly rules?: readonly TitledRule[]
  /** Shows the name of the person beside the id; needs `dataset`. Default false. */
  readonly names?: boolean
  /** Columns of the terminal, 60 to 200; default 100. */
  readonly width?: number
  readonly color?: boolean
}

/** What leads a node, and its tone. Texts that say themselves what they are have no label. */
const LABELS: Record<ExplanationKind, LocalizedText & { readonly tone?: Tone }> = {
  verdict: { 'zh-CN': '结论：', en: 'Verdict: ', tone: 'strong' },
  applies: { 'zh-CN': '', en: '' },
  'not-applicable': { 'zh-CN': '', en: '' },
  parameter: { 'zh-CN': '标准：', en: 'Parameter: ' },
  quote: { 'zh-CN': '原文：', en: 'Words: ', tone: 'good' },
  window: { 'zh-CN': '', en: '' },
  coverage: { 'zh-CN': '', en: '' },
  session: { 'zh-CN': '活动：', en: 'Session: ' },
  counted: { 'zh-CN': '＋ ', en: '+ ' },
  'left-out': { 'zh-CN': '－ ', en: '- ', tone: 'quiet' },
  judged: { 'zh-CN': '判断：', en: 'Judged: ' },
  part: { 'zh-CN': '', en: '' },
  compare: { 'zh-CN': '', en: '' },
  missing: { 'zh-CN': '缺少：', en: 'Missing: ', tone: 'warn' },
  change: { 'zh-CN': '怎样达标：', en: 'What would change it: ', tone: 'strong' },
  advice: { 'zh-CN': '建议：', en: 'Advice: ' },
  uncoded: { 'zh-CN': '', en: '', tone: 'quiet' },
  waiver: { 'zh-CN': '豁免：', en: 'Waiver: ' },
}

/** Kinds whose label is a mark of its own on every line. */
const MARKED: readonly ExplanationKind[] = ['counted', 'left-out']

/**
 * An explanation as an indented tree: why the requirement applies, the number in force with the words of
 * the regulation, the window, each session counted or left out with its place in the data, the comparison,
 * and what would change the verdict.
 *
 * @example
 * ```ts
 * import type { Explanation } from '@xueshi/core'
 * import { formatExplanation } from '@xueshi/report'
 *
 * export function show(explanation: Explanation): string {
 *   return formatExplanation(explanation, { locale: 'en' })
 * }
 * ```
 */
export function formatExplanation(explanation: Explanation, options: ExplanationOptions = {}): string {
  const locale = options.locale ?? 'zh-CN'
  const style = {
    locale,
    width: clampWidth(options.width),
    paint: painter(options.color ?? false),
  }
  const { finding, root } = explanation
  const subject = subjectLabel(finding, { locale, dataset: options.dataset, names: options.names ?? false })
  const title = titleFinder(options.rules, locale)(finding.rule)
  const head = [
    title === finding.rule ? '' : title,
    finding.rule,
    subject,
    windowLabel(finding.window, locale),
  ]
  const lines = wrap(head.filter((part) => part !== '').join(' · '), style.width).map((line) =>
    style.paint('strong', line),
  )
  lines.push(...nodeLines(root, '', '', style))
  return `${lines.join('\n')}\n`
}

/** The window as a reader names it: the key of a calendar window, else its days. */
function windowLabel({ key, from, to }: Explanation['finding']['window'], locale: Locale): string {
  const zh = locale === 'zh-CN'
  if (key === 'standing') return zh ? `截至 ${from}` : `as of ${from}`
  if (key === '..') return zh ? '起点不明' : 'since an unknown day'
  if (key.startsWith('since-')) return zh ? `自 ${from} 起` : `since ${from}`
  if (!key.includes('..')) return key
  if (to === null) return zh ? `自 ${from} 起` : `since ${from}`
  return zh ? `${from} 至 ${to}` : `${from}..${to}`
}

interface TreeStyle {
  readonly locale: Locale
  readonly width: number
  readonly paint: Paint
}

/** Lines of a node: `first` leads its own line, `rest` those that follow. */
function nodeLines(
  node: ExplanationNode,
  first: string,
  rest: string,
  style: TreeStyle,
  above?: ExplanationKind,
): string[] {
  const label = LABELS[node.kind]
  // What a statement of the same kind rests on is said under its label.
  const lead = above === node.kind && !MARKED.includes(node.kind) ? '' : label[style.locale]
  const place = node.place === undefined ? '' : placeText(node.place, style.locale)
  const where = place === '' ? '' : style.locale === 'en' ? ` (${place})` : `（${place}）`
  const text = `${lead}${plainLines(node.text[style.locale])}${where}`
  const below = node.children.length > 0 ? `${rest}│ ` : `${rest}  `
  const lines = wrap(text, style.width - 2 - rest.length).map((line, i) => {
    const painted = label.tone === undefined ? line : style.paint(label.tone, line)
    return (i === 0 ? first : below) + painted
  })
  node.children.forEach((child, i) => {
    const last = i === node.children.length - 1
    lines.push(
      ...nodeLines(
        child,
        `${rest}${last ? '└─ ' : '├─ '}`,
        `${rest}${last ? '   ' : '│  '}`,
        style,
        node.kind,
      ),
    )
  })
  return lines
}

/** Texts may hold line feeds of their own; everything else that is not visible is escaped. */
function plainLines(text: string): string {
  return text.split('\n').map(plain).join('\n')
}
