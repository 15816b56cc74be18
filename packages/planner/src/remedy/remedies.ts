import type {
  Capacity,
  CivilDate,
  Instant,
  LocalizedText,
  SessionKind,
  SessionMode,
  SubjectKind,
  Unit,
} from '@xueshi/core'
import type { CalendarStatus, ConstraintKind, UnaskedRule } from '../plan.ts'

/** To come to a session that is to come anyway; for an organization: to hold it as it is planned. */
export interface JoinStep {
  readonly step: 'join'
  /** Id of the session, of the plan or of the data. */
  readonly session: string
  readonly date: CivilDate
  /** Whether the person is asked to it already, or the organization holds it. */
  readonly invited: boolean
  /** As what the person comes; `null` for an organization. */
  readonly capacity: Capacity | null
}

/** A new session: held for a branch, or brought home to one person. It is one of {@link Remedies.sessions}. */
export interface HoldStep {
  readonly step: 'hold' | 'deliver'
  readonly session: string
  readonly date: CivilDate
  readonly capacity: Capacity | null
}

/** To record what happened in the window and is not in the data: nothing else helps once the window is over. */
export interface RecordStep {
  readonly step: 'record'
  readonly from: CivilDate
  readonly to: CivilDate
}

/** One thing to be done about a gap. */
export type RemedyStep = JoinStep | HoldStep | RecordStep

/** Why a gap is not closed, or not wholly. */
export type UnclosedKind =
  /** The window is over. */
  | 'window-over'
  /** The window is open, and the duty cannot be met any more all the same. */
  | 'too-late'
  /** More was done than is allowed. */
  | 'exceeded'
  /** The window goes on after this year: the steps are this year's part of it. */
  | 'later'
  /** Records besides sessions are asked for: contacts, talks. */
  | 'records-too'
  /** No session finds a place: what forbids it is said as in a plan. */
  | ConstraintKind

/** What closes one gap: a finding that is breached or pending, or a topic that is owed. */
export interface GapRemedy {
  /** Fingerprint of the finding; `null` for a topic of `topicsOwed`. */
  readonly finding: string | null
  /** Full id of the rule; `null` for a topic of `topicsOwed`. */
  readonly rule: string | null
  /** Title of the rule. */
  readonly title: LocalizedText
  readonly subject: { readonly kind: SubjectKind; readonly id: string }
  /** Branch of a member, organization of a post, the organization itself; `null` where unknown. */
  readonly organization: string | null
  readonly window: { readonly key: string; readonly from: CivilDate; readonly to: CivilDate | null }
  readonly missing: number
  readonly unit: Unit
  /** Topics of which a session is missing; empty where any will do. */
  readonly topics: readonly string[]
  /** Last day on which it can be closed; `null` where there is no end, or it is over. */
  readonly due: CivilDate | null
  /** Whether the steps close it, close some of it, or nothing does. */
  readonly closes: 'whole' | 'part' | 'none'
  readonly steps: readonly RemedyStep[]
  /** What stands against closing all of it; `null` where the steps do. */
  readonly reason: { readonly kind: UnclosedKind; readonly message: LocalizedText } | null
  /** New sessions among the steps, and the credit hours that the subject spends in them; joining costs nothing. */
  readonly cost: RemedyCost
  /** One sentence: what is missing, and what to do. Persons stand in it by id. */
  readonly text: LocalizedText
}

/** What remedies cost. */
export interface RemedyCost {
  readonly newSessions: number
  /** Credit hours of new sessions, times the persons who come. */
  readonly personHours: number
}

/** A session that is to be held besides those that are planned. */
export interface MakeUpSession {
  /** Follows from organization, kind, window and ordinal; no session of data and plan has it. */
  readonly id: string
  readonly organization: string
  readonly kinds: readonly SessionKind[]
  readonly topics: readonly string[]
  readonly mode: SessionMode
  readonly hours: number
  readonly date: CivilDate
  readonly lastDay: CivilDate
  /** Free time of everybody who comes; `null` where no calendar of working days was given. */
  readonly start: Instant | null
  readonly end: Instant | null
  /** Id of a venue; `null` for the own room of the host, or where no time is proposed. */
  readonly venue: string | null
  /** Course of the catalogue that teaches a topic it is held for; `null` where there is none. */
  readonly course: string | null
  /** Members, or ids of the register of lecturers. */
  readonly lecturers: readonly string[]
  /** Ids of the members who come, in order. */
  readonly persons: readonly string[]
  readonly provisional: boolean
}

/** A session that is planned, or that another organization is to hold, and whom to send to it. */
export interface SessionToJoin {
  readonly session: string
  readonly date: CivilDate
  /** Whether the organization itself owes that it is held. */
  readonly holds: boolean
  /** Asked already: to be reminded. */
  readonly invited: readonly string[]
  /** Not asked yet. */
  readonly added: readonly string[]
}

/** What one organization has to do for itself, its members, and those whom it trains. */
export interface OrganizationRemedies {
  /** `null` for subjects of which no organization is known. */
  readonly organization: string | null
  /** Positions of its gaps in {@link Remedies.gaps}. */
  readonly gaps: readonly number[]
  /** Ids of the new sessions it has to hold, in order of day, whosever gaps they close. */
  readonly hold: readonly string[]
  /** In order of day. */
  readonly join: readonly SessionToJoin[]
  /** Positions of the gaps where only recording helps, and of those that nothing closes. */
  readonly record: readonly number[]
  readonly open: readonly number[]
}

/** The gaps of one person. */
export interface MemberRemedies {
  readonly member: string
  readonly organization: string | null
  /** Positions of the gaps in {@link Remedies.gaps}, those of posts too. */
  readonly gaps: readonly number[]
  /** Ids of sessions to come to, planned and new, in order of day. */
  readonly sessions: readonly string[]
}

/** What closes the gaps of a report. JSON-serialisable; gaps in the order of the report. */
export interface Remedies {
  readonly version: 1
  readonly asOf: CivilDate
  /** The calendar of working days; `null` where none was given: then there are days and no times. */
  readonly calendar: { readonly name: string; readonly status: CalendarStatus } | null
  readonly gaps: readonly GapRemedy[]
  /** New sessions in order of day, then id. */
  readonly sessions: readonly MakeUpSession[]
  /** In order of id. */
  readonly byOrganization: readonly OrganizationRemedies[]
  readonly byMember: readonly MemberRemedies[]
  /** Rules with gaps that sessions cannot close. */
  readonly unasked: readonly UnaskedRule[]
  readonly cost: RemedyCost
}
