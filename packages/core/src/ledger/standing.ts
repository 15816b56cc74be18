import type { Finding, Report, Summary } from '../check/finding.ts'
import type { CivilDate } from '../civil/date.ts'

/** What holds of a member at the end of a day. */
export interface MemberStanding {
  readonly member: string
  readonly asOf: CivilDate
  /** Findings on the member and on the posts of the member, with all verdicts, in the order of a report. */
  readonly findings: readonly Finding[]
  readonly summary: Summary
}

/** What holds of an organization at the end of a day, and how it stands with all below it. */
export interface OrganizationStanding {
  readonly organization: string
  readonly asOf: CivilDate
  /** Findings on the organization itself, with all verdicts, in the order of a report. */
  readonly findings: readonly Finding[]
  /** Counts per rule over the organization, all organizations below it, and their members and posts. */
  readonly rules: Report['rules']
  /** The same over all rules. */
  readonly summary: Summary
}
