import type { CivilDate } from '../../civil/date.ts'
import type { MilestoneEvent } from '../../requirement/schema.ts'
import type { ActKind, Capacity, MemberStatus, Role, SessionKind, SessionMode, Verdict } from '../../terms.ts'

/** Sessions held, one on each of the dates (a date may come twice), and attended by one person where it is about a person. */
export interface AddSessions {
  readonly change: 'add-sessions'
  /** Organization that holds them. */
  readonly organization: string
  readonly kind: SessionKind
  readonly mode: SessionMode | null
  readonly topic: string | null
  readonly dates: readonly CivilDate[]
  /** `hours` are those of each session; `null` where hours do not matter. */
  readonly attendance: {
    readonly member: string
    readonly capacity: Capacity
    readonly hours: number | null
  } | null
}

/** Acts, one on each of the dates. */
export interface AddActs {
  readonly change: 'add-acts'
  readonly kind: ActKind
  readonly organization: string | null
  readonly member: string | null
  readonly counterpart: string | null
  readonly topic: string | null
  readonly dates: readonly CivilDate[]
}

/** An act that is recorded gets another date. */
export interface RedateAct {
  readonly change: 'redate-act'
  readonly act: string
  readonly date: CivilDate
}

/** A dated milestone of a person (admission, full membership …) gets a date, or another one. */
export interface SetMilestone {
  readonly change: 'set-milestone'
  readonly member: string
  readonly milestone: MilestoneEvent
  readonly date: CivilDate
}

/** The organization gets so many more members of a status. */
export interface AddMembers {
  readonly change: 'add-members'
  readonly organization: string
  readonly status: MemberStatus
  readonly count: number
}

/** So many of these persons no longer belong to the organization from a day on; which of them is not said. */
export interface RemoveMembers {
  readonly change: 'remove-members'
  readonly organization: string
  readonly count: number
  readonly among: readonly string[]
  readonly date: CivilDate
}

/** So many persons take up a post of the organization on a day; who is not said, but nobody of `besides`. */
export interface AddPosts {
  readonly change: 'add-posts'
  readonly organization: string
  readonly role: Role
  readonly count: number
  readonly besides: readonly string[]
  readonly date: CivilDate
}

/** So many of these persons hold no committee post of the organization any more from a day on. */
export interface EndPosts {
  readonly change: 'end-posts'
  readonly organization: string
  readonly count: number
  readonly among: readonly string[]
  readonly date: CivilDate
}

/** The person was not at these sessions after all. */
export interface RemoveAttendance {
  readonly change: 'remove-attendance'
  readonly member: string
  readonly sessions: readonly string[]
}

/** These sessions did not take place after all. */
export interface CancelSessions {
  readonly change: 'cancel-sessions'
  readonly sessions: readonly string[]
}

/** These acts did not take place after all. */
export interface RemoveActs {
  readonly change: 'remove-acts'
  readonly acts: readonly string[]
}

/** One change of the rows of a dataset, complete enough to be made by a machine. */
export type DataChange =
  | AddSessions
  | AddActs
  | RedateAct
  | SetMilestone
  | AddMembers
  | RemoveMembers
  | AddPosts
  | EndPosts
  | RemoveAttendance
  | CancelSessions
  | RemoveActs

/**
 * What is to be done for another verdict.
 *
 * - `do`: it can still be done; the dates of the steps are the earliest ones.
 * - `record`: 补录 — the time has passed: it helps only where it happened and was not recorded.
 * - `correct`: the records say what did not happen, or say a wrong date.
 * - `wait`: nothing is to be done but to let time pass; there are no steps.
 */
export type RemedyKind = 'do' | 'record' | 'correct' | 'wait'

/**
 * One way to another verdict, as data: after all of its steps, and with nothing else changed by then, a check as
 * of `asOf` gives the finding of the same rule and subject in the window `window` the verdict `verdict`.
 * {@link applyRemedy} makes the steps. A remedy says what the check would answer, not that the steps are true.
 */
export interface Remedy {
  readonly kind: RemedyKind
  readonly steps: readonly DataChange[]
  readonly verdict: Verdict
  /** The day of the check of the finding, or the last day of a step that lies after it. */
  readonly asOf: CivilDate
  /** Key of the window; another than that of the finding where a gap begins anew. */
  readonly window: string
}
