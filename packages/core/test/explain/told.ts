import {
  applyRemedy,
  buildDataset,
  check,
  type ExplanationNode,
  explain,
  type Locale,
  type Rule,
} from '@xueshi/core'
import { type Additions, configOf, rowsWith } from '../check/fixture.ts'

/** The statements of an explanation, one a line, indented by depth. */
export function lines(node: ExplanationNode, locale: Locale, depth = 0): string[] {
  const own = `${'  '.repeat(depth)}${node.kind}: ${node.text[locale]}`
  return [own, ...node.children.flatMap((child) => lines(child, locale, depth + 1))]
}

export function explanationOf(
  rule: Rule,
  additions: Additions,
  subject: string,
  window: string,
  asOf: string,
) {
  const report = check(buildDataset(rowsWith(additions)), configOf(rule), { asOf, allVerdicts: true })
  const finding = report.findings.find(
    (found) => found.subject.id === subject && found.window.key === window,
  )!
  return explain(report, finding.fingerprint)
}

export function text(
  rule: Rule,
  additions: Additions,
  [subject, window, asOf]: readonly [string, string, string],
  locale: Locale = 'zh-CN',
): string[] {
  return lines(explanationOf(rule, additions, subject, window, asOf).root, locale)
}

/** The only remedy of a finding, and what the check says after it; `null` where there is another number of remedies. */
export function afterRemedy(rule: Rule, additions: Additions, subject: string, window: string, asOf: string) {
  const [remedy, ...others] = explanationOf(rule, additions, subject, window, asOf).remedies
  if (remedy === undefined || others.length > 0) return null
  const rows = applyRemedy(rowsWith(additions), remedy)
  const { findings } = check(buildDataset(rows), configOf(rule), { asOf: remedy.asOf, allVerdicts: true })
  return {
    kind: remedy.kind,
    steps: remedy.steps,
    verdict: findings.find((found) => found.subject.id === subject && found.window.key === remedy.window)
      ?.verdict,
  }
}

/** A rule with a title that reads well. */
export const titled = <T extends Rule>(rule: T, zh: string, en: string): T => ({
  ...rule,
  title: { 'zh-CN': zh, en },
})
