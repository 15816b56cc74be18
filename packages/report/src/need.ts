import type { Dataset, Finding, Report } from '@xueshi/core'

/** An organization with what is open there. */
export interface OrganizationNeed {
  /** Id, or `null` for findings whose organization is not known. */
  readonly organization: string | null
  /** Breached findings at level error and at level warn. */
  readonly errors: number
  readonly warnings: number
  readonly pending: number
  readonly unknown: number
  /** Rules breached here, most often breached first. */
  readonly breachedRules: readonly { readonly rule: string; readonly count: number }[]
  /** All findings here that are neither met nor not applicable; errors first, in the order of the report. */
  readonly findings: readonly Finding[]
}

/**
 * The organizations with open findings, those that need help most first: by breached errors, then breached
 * warnings, then unknown, then pending, then id. With a dataset a Party group is counted with its branch. It
 * counts duties that were not met and says nothing about persons.
 *
 * @example
 * ```ts
 * import type { Dataset, Report } from '@xueshi/core'
 * import { organizationsInNeed } from '@xueshi/report'
 *
 * export function firstTen(report: Report, dataset: Dataset): string[] {
 *   return organizationsInNeed(report, dataset)
 *     .slice(0, 10)
 *     .map((need) => `${need.organization}: ${need.errors} errors, ${need.warnings} warnings`)
 * }
 * ```
 */
export function organizationsInNeed(report: Report, dataset?: Dataset): OrganizationNeed[] {
  const byOrganization = new Map<string | null, Finding[]>()
  for (const finding of report.findings) {
    if (finding.verdict === 'met' || finding.verdict === 'not-applicable') continue
    const organization = branchOf(finding.organization, dataset)
    const findings = byOrganization.get(organization)
    if (findings === undefined) byOrganization.set(organization, [finding])
    else findings.push(finding)
  }
  return [...byOrganization].map(([organization, findings]) => needOf(organization, findings)).sort(byUrgency)
}

function branchOf(organization: string | null, dataset: Dataset | undefined): string | null {
  const known = organization === null ? undefined : dataset?.organization(organization)
  return known?.kind === 'group' && known.parent !== null ? known.parent : organization
}

function needOf(organization: string | null, findings: readonly Finding[]): OrganizationNeed {
  const breached = findings.filter((finding) => finding.verdict === 'breached')
  const counts = new Map<string, number>()
  for (const { rule } of breached) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  const errors = breached.filter((finding) => finding.level === 'error').length
  return {
    organization,
    errors,
    warnings: breached.length - errors,
    pending: findings.filter((finding) => finding.verdict === 'pending').length,
    unknown: findings.filter((finding) => finding.verdict === 'unknown').length,
    breachedRules: [...counts]
      .map(([rule, count]) => ({ rule, count }))
      .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1)),
    findings: [...findings].sort((a, b) => urgencyOf(a) - urgencyOf(b)),
  }
}

/** Breached errors, breached warnings, unknown, pending, waived. */
function urgencyOf(finding: Finding): number {
  const verdict = { breached: 0, unknown: 2, pending: 3, waived: 4, met: 5, 'not-applicable': 6 }[
    finding.verdict
  ]
  return verdict === 0 && finding.level === 'warn' ? 1 : verdict
}

function byUrgency(a: OrganizationNeed, b: OrganizationNeed): number {
  return (
    b.errors - a.errors ||
    b.warnings - a.warnings ||
    b.unknown - a.unknown ||
    b.pending - a.pending ||
    ((a.organization ?? '\uffff') < (b.organization ?? '\uffff') ? -1 : 1)
  )
}
