import { organizationLabel } from '../labels.ts'
import type { OrganizationNeed } from '../need.ts'
import { alignRows, type Cell } from '../text/align.ts'
import { plain } from '../text/plain.ts'
import { wrap } from '../text/width.ts'
import type { TableStyle } from './options.ts'

const SHOWN = 10
/** Rules that are named as those missed most often. */
const NAMED = 3

/** The ten organizations with the most breached duties; below each what is above it and what it misses most. */
export function needLines(needs: readonly OrganizationNeed[], style: TableStyle): string[] {
  const { words, paint, width } = style
  const shown = needs.filter((need) => need.errors + need.warnings > 0).slice(0, SHOWN)
  if (shown.length === 0) return []
  const head = ['', words.organization, words.errors, words.warnings]
  const rows: Cell[][] = [head.map((text) => ({ text, tone: 'quiet' }))]
  for (const [i, { organization, errors, warnings }] of shown.entries())
    rows.push([
      { text: String(i + 1), tone: 'quiet' },
      { text: organization === null ? words.nobody : organizationLabel(organization, style) },
      countCell(errors, 'bad'),
      countCell(warnings, 'warn'),
    ])
  const columns = [{ align: 'right' }, { least: 20 }, { align: 'right' }, { align: 'right' }] as const
  const [headLine, ...lines] = alignRows(rows, columns, width, paint)
  const indent = ' '.repeat(String(shown.length).length + 2)
  return [
    headLine!,
    ...lines.flatMap((line, i) => [
      line,
      ...wrap(detailOf(shown[i]!, style), width - indent.length).map((text) => paint('quiet', indent + text)),
    ]),
  ]
}

function countCell(count: number, tone: 'bad' | 'warn'): Cell {
  return count === 0 ? { text: '–', tone: 'quiet' } : { text: String(count), tone }
}

function detailOf(
  { organization, breachedRules }: OrganizationNeed,
  { words, dataset, titleOf }: TableStyle,
): string {
  const parent = organization === null ? null : (dataset?.organization(organization)?.parent ?? null)
  const above = parent === null ? undefined : plain(dataset?.organization(parent)?.name ?? parent)
  const missed = breachedRules.slice(0, NAMED).map(({ rule, count }) => words.times(titleOf(rule), count))
  return words.mainly(missed, breachedRules.length > NAMED, above)
}
