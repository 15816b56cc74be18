import type { CivilDate } from '../civil/date.ts'
import type { Config } from '../config/config.ts'
import type { Dataset } from '../dataset/dataset.ts'
import type { Problem } from '../model/problem.ts'
import type { AttendanceRow, PostRow, SessionRow } from '../model/rows.ts'
import { LiveLedger } from './live-ledger.ts'
import type { MemberStanding, OrganizationStanding } from './standing.ts'

/** Options of a ledger. */
export interface LedgerOptions {
  /** The day whose end is judged, in Asia/Shanghai. */
  readonly asOf: CivilDate
}

/** A member now belongs to an organization 转接组织关系: a branch, or a Party group of one. */
export interface Transfer {
  /** Id of the member, or a name as in the table of affiliations. */
  readonly member: string
  /** Id or unique name of the organization. */
  readonly organization: string
  /** First day there. */
  readonly from: CivilDate
}

/** A post ends 免职. */
export interface Dismissal {
  readonly member: string
  readonly organization: string
  readonly role: string
  /** Last day in the post. */
  readonly to: CivilDate
}

/**
 * A dataset that goes on: events come in, and the standing of anybody can be asked at any time. Faults of
 * the data of an event are returned as problems (and are among those of {@link Ledger.dataset}), never thrown.
 */
export interface Ledger {
  readonly asOf: CivilDate
  /** A row of attendance arrives; where there is one already, the better one is kept, as in a dataset. */
  record(row: AttendanceRow): readonly Problem[]
  /** A row of attendance takes the place of whatever was recorded of the member at the session. */
  correct(row: AttendanceRow): readonly Problem[]
  /** The attendance of a member at a session is taken back; both are ids. */
  withdraw(session: string, member: string): readonly Problem[]
  /** A session is added, or takes the place of the one with its id. Persons it lists are recorded. */
  hold(row: SessionRow): readonly Problem[]
  /** A member belongs to an organization from a day on, until the next change that is known. */
  transfer(event: Transfer): readonly Problem[]
  /** A member takes a post. */
  appoint(row: PostRow): readonly Problem[]
  /** A member leaves a post that runs on that day. */
  dismiss(event: Dismissal): readonly Problem[]
  /** @throws XueshiError `unknown-subject` where there is no such member. */
  standingOfMember(id: string): MemberStanding
  /** @throws XueshiError `unknown-organization` where there is no such organization. */
  standingOfOrganization(id: string): OrganizationStanding
  /** From now on another day is judged. @throws XueshiError `invalid-date`. */
  moveTo(asOf: CivilDate): void
  /** The data with all events applied, as it would have been built of all rows. */
  dataset(): Dataset
}

/**
 * Opens a ledger over a dataset: the incremental form of {@link check} for a running platform. After any
 * events its standings say what `check(ledger.dataset(), config, { asOf, allVerdicts: true })` says: equal
 * findings of a member and of an organization, and the counts of `{ under: organization }`. What an event
 * does not touch is not judged again. The dataset itself does not change.
 *
 * @throws XueshiError `invalid-date`, `usage` for a dataset that was not built by this package, and those of
 * `resolveConfig`.
 * @example
 * ```ts
 * import { buildDataset, defineConfig, openLedger } from '@xueshi/core'
 *
 * const dataset = buildDataset({
 *   organizations: [{ id: 'b-1', name: '第一党支部', kind: '党支部' }],
 *   members: [{ id: 'm-1', name: '张三', status: '正式党员', organization: 'b-1' }],
 *   sessions: [{ id: 's-1', organization: 'b-1', kinds: ['主题党日'], start: '2025-03-05T14:30+08:00' }],
 *   attendance: [],
 *   export: [{ from: '2025-01-01', to: '2025-12-31' }],
 * })
 * const ledger = openLedger(dataset, defineConfig(), { asOf: '2025-06-30' })
 * console.log(ledger.record({ session: 's-1', member: 'm-1', status: '出席' }).length) // 0
 * console.log(ledger.record({ session: 's-1', member: 'm-2', status: '出席' })[0]?.code) // unknown-member
 * console.log(ledger.standingOfMember('m-1').findings.length) // 0
 * console.log(ledger.dataset().attendanceOf('m-1').length) // 1
 * ```
 */
export function openLedger(dataset: Dataset, config: Config, options: LedgerOptions): Ledger {
  return new LiveLedger(dataset, config, options.asOf)
}
