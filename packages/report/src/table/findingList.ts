import { type Finding, LEVELS, termName, VERDICTS } from '@xueshi/core'
import { organizationLabel, subjectLabel } from '../labels.ts'
import type { OrganizationNeed } from '../need.ts'
import type { Tone } from '../text/paint.ts'
import { plain } from '../text/plain.ts'
import { pad, wrap } from '../text/width.ts'
import type { TableStyle } from './options.ts'

/** Most lines of one organization, so that one branch does not fill the page. */
const PER_ORGANIZATION = 8
/** Columns before the sentence: the longest verdict and two blanks on each side. */
const INDENT = 12

/** Most windows of one line; the rest is counted. */
const WINDOWS = 12

/** The findings, those organizations first that need help most; what is not listed is counted. */
export function findingLines(needs: readonly OrganizationNeed[], style: TableStyle): string[] {
  const { words, paint } = style
  if (needs.length === 0) return [words.noFindings]
  const lines: string[] = []
  let room = style.limit
  let cutFindings = 0
  let cutOrganizations = 0
  for (const need of needs) {
    const items = itemsOf(need.findings)
    const shown = items.slice(0, Math.min(room, PER_ORGANIZATION))
    room -= shown.length
    const rest = items.slice(shown.length).reduce((sum, item) => sum + item.length, 0)
    if (rest > 0) {
      cutFindings += rest
      cutOrganizations++
    }
    if (shown.length === 0) continue
    const name = need.organization === null ? words.nobody : organizationLabel(need.organization, style)
    lines.push('', ...wrap(name, style.width).map((line) => paint('strong', line)))
    for (const item of shown) lines.push(...itemLines(item, need.organization, style))
    if (rest > 0) lines.push(paint('quiet', `  ${words.more(rest)}`))
  }
  if (cutFindings > 0) {
    lines.push('', ...wrap(words.moreInAll(cutFindings, cutOrganizations), style.width))
    lines.push(...wrap(words.seeAll, style.width).map((line) => paint('quiet', line)))
  }
  return lines.slice(1)
}

/** Findings of one rule, subject and verdict: what one line speaks of. */
type Item = readonly [Finding, ...Finding[]]

function itemsOf(findings: readonly Finding[]): Item[] {
  const items = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of findings) {
    const key = [finding.verdict, finding.level, finding.rule, finding.subject.kind, finding.subject.id].join(
      '\n',
    )
    const item = items.get(key)
    if (item === undefined) items.set(key, [finding])
    else item.push(finding)
  }
  return [...items.values()]
}

/** `under` is the organization in whose section the lines stand; it need not be named again. */
function itemLines(item: Item, under: string | null, style: TableStyle): string[] {
  const [finding] = item
  const { locale } = style
  const verdict = termName(VERDICTS, finding.verdict, locale)
  const word = finding.verdict === 'breached' ? termName(LEVELS, finding.level, locale) : verdict
  const own = finding.subject.kind === 'organization' && finding.subject.id === under
  const subject = own ? '' : `${subjectLabel(finding, style, under)} `
  const sentence = item.length === 1 ? plain(finding.message(locale)) : severalWindows(item, verdict, style)
  return wrap(subject + sentence, style.width - INDENT).map((line, i) =>
    i === 0 ? style.paint(toneOf(finding), `  ${pad(word, INDENT - 2)}`) + line : ' '.repeat(INDENT) + line,
  )
}

/** Like a message of a finding, but of all windows of an item. */
function severalWindows(item: Item, verdict: string, { words, titleOf }: TableStyle): string {
  const keys = item.slice(0, WINDOWS).map((finding) => finding.window.key)
  return words.windows(titleOf(item[0].rule), verdict, keys, item.length)
}

function toneOf(finding: Finding): Tone {
  if (finding.verdict === 'breached') return finding.level === 'error' ? 'bad' : 'warn'
  return finding.verdict === 'unknown' ? 'warn' : 'quiet'
}
