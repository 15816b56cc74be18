import type { InputTable } from '../model/rows.ts'
import type { ActStore } from './act-store.ts'
import type { AffiliationStore } from './affiliation-store.ts'
import type { AttendanceStore } from './attendance-store.ts'
import type { DatasetOptions } from './builder.ts'
import type { ExportDraft } from './coverage.ts'
import type { MemberDraft } from './members.ts'
import type { Mentions } from './mentions.ts'
import type { OrganizationDraft } from './organizations.ts'
import type { PostDraft } from './posts.ts'
import type { ProblemLog } from './problem-log.ts'
import type { RegisterDrafts } from './registers.ts'
import type { ServiceStore } from './services.ts'
import type { SessionStore } from './session-store.ts'
import type { WaiverDraft } from './waivers.ts'

/** Drafts of the small tables. */
export interface Drafts extends RegisterDrafts {
  readonly organizations: OrganizationDraft[]
  readonly members: MemberDraft[]
  readonly posts: PostDraft[]
  readonly waivers: WaiverDraft[]
  readonly export: ExportDraft[]
}

/** What has been collected when the dataset is to be built. */
export interface Collected {
  readonly drafts: Drafts
  /** What records refer to by code. */
  readonly mentions: Mentions
  readonly affiliations: AffiliationStore
  readonly sessions: SessionStore
  readonly acts: ActStore
  readonly services: ServiceStore
  readonly attendance: AttendanceStore
  /** Entries of the lists of persons of sessions: record of the session, member code, flags. */
  readonly lists: AttendanceStore
  readonly tables: ReadonlySet<InputTable>
  readonly rejected: ReadonlyMap<InputTable, number>
  readonly seen: ReadonlyMap<InputTable, ReadonlySet<string>>
  readonly log: ProblemLog
  readonly options: DatasetOptions
}
