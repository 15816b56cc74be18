import type { Dataset, Report } from '@xueshi/core'
import { organizationLabel } from '../labels.ts'
import { plain } from '../text/plain.ts'
import { wrap } from '../text/width.ts'
import type { TableStyle } from './options.ts'

/** Day of the check, what the data covers and holds, and a warning where it cannot be trusted. */
export function headLines(report: Report, style: TableStyle): string[] {
  const { words, dataset, width, paint } = style
  const facts = [`${words.asOf} ${report.asOf}`]
  const lines: string[] = []
  if (dataset !== undefined) {
    facts.push(`${words.covers} ${dataset.covers.from}..${dataset.covers.to}`)
    if (dataset.exportedOn !== null) facts.push(`${words.exported} ${dataset.exportedOn}`)
    if (dataset.source !== null) lines.push(`${words.source} ${plain(dataset.source)}`)
    if (style.under !== undefined) lines.push(`${words.under} ${organizationLabel(style.under, style)}`)
    lines.push(recordsOf(dataset, style))
  }
  const wrapped = [facts.join(' · '), ...lines].flatMap((line) => wrap(line, width))
  const warning = report.trustworthy ? [] : wrap(`! ${words.untrustworthy}`, width)
  return [paint('strong', words.title), ...wrapped, ...warning.map((line) => paint('bad', line))]
}

/** How many persons, branches, organizations and sessions the report speaks of. */
function recordsOf(dataset: Dataset, { under, words }: TableStyle): string {
  const inScope = under === undefined ? undefined : new Set(dataset.subtree(under))
  const isIn = (id: string | null) => inScope === undefined || (id !== null && inScope.has(id))
  const organizations = dataset.organizations.filter(({ id }) => isIn(id))
  return words.data(
    dataset.members.filter(({ branch }) => isIn(branch)).length,
    organizations.filter(({ kind }) => kind === 'branch').length,
    organizations.length,
    dataset.sessions.filter(({ organization }) => isIn(organization)).length,
  )
}

/** Versions and hashes by which the run can be reproduced, shortened to 12 digits (JSON has them whole). */
export function receiptLines(report: Report, style: TableStyle): string[] {
  const { core, plugins, rules, parameters, input, workdays } = report.receipt
  const versions = [`core ${core}`, ...plugins.map(({ name, version }) => `${name} ${version}`)].join(' · ')
  const hashes = style.words.receiptOf(rules.slice(0, 12), parameters.slice(0, 12), input.slice(0, 12))
  const calendar = workdays === undefined ? '' : ` · ${style.words.workdaysOf(workdays)}`
  return wrap(`${style.words.receipt} ${versions} · ${hashes}${calendar}`, style.width).map((line) =>
    style.paint('quiet', line),
  )
}
