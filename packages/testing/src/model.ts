import type { ActKind, EpochDay, MemberStatus, OrganizationKind, Role } from '@xueshi/core'
import type { FixedDay } from './workdays.ts'

/** Before everything the county speaks of (1860). */
export const EVER: EpochDay = -40_000
/** After everything the county speaks of (2160). */
export const NEVER: EpochDay = 70_000

/** An organization under construction. */
export interface Unit {
  readonly id: string
  readonly name: string
  readonly kind: OrganizationKind
  readonly parent: Unit | null
  founded: EpochDay
  dissolved: EpochDay
  themeDay: string | null
  /** Days of elections, in order; empty where nobody is elected. */
  elections: EpochDay[]
  /** What the last year does not have here; planted. */
  readonly omitted: Set<Omission>
}

/** What an organization or a person does without in the last year. */
export type Omission =
  | ActKind
  | 'rotation'
  | 'cadre-assembly'
  | 'plan-topic'
  | 'talk-with-committee'
  | 'second-introducer'
  | 'class'
  | 'online-hours'

/** A Party group; it exists inside one branch. */
export interface Group extends Unit {
  readonly posts: Post[]
  /** Months of the last year without a meeting. */
  readonly skipped: Set<number>
}

/** How a branch departs from the usual shape; planted. */
export type Shape = 'normal' | 'two-full' | 'oversize' | 'no-committee' | 'committee-of-2' | 'committee-of-8'

/** How a meeting that a month lacks was missed: never called, called off, planned only, or held under another kind. */
export type Missing = 'nothing' | 'cancelled' | 'planned' | 'other-kind' | 'upper'

export interface Branch extends Unit {
  readonly organ: Organ
  readonly retirees: boolean
  readonly fixed: FixedDay
  readonly shape: Shape
  /** Full and probationary members at the start of the last year. */
  readonly size: number
  /** Nobody may join or leave it: its size is at an edge. */
  readonly still: boolean
  /** The day on which its founding was asked for, where it was founded in the last year. */
  requested: EpochDay | null
  /** The last day of the term, put off with consent. */
  putOffTo: EpochDay | null
  readonly people: Person[]
  /** Members who came from other branches within the last year. */
  readonly incomers: Person[]
  readonly posts: Post[]
  groups: Group[]
  /** Bounds of its number of members within the last year. */
  least: number
  most: number
  /** Meetings of the last year that do not happen. */
  readonly skippedThemes: Map<number, Missing>
  readonly skippedCommittees: Set<number>
  readonly skippedGeneral: Set<number>
  orgLife: 'usual' | 'by-groups' | 'missing' | 'early'
  appraisal: 'usual' | 'missing'
  history: boolean
  /** The leadership's secretary lectures here: in which month, and how that is recorded. */
  lecture: {
    readonly by: Person
    readonly month: number
    readonly record: 'row' | 'named' | 'cancelled' | 'listener' | 'other-kind'
  } | null
  /** The same for every earlier year. */
  earlierLecturer: Person | null
  claimed: boolean
}

/** An organ of the county with its leadership and its organizations. */
export interface Organ {
  readonly index: number
  readonly name: string
  readonly leadership: Unit
  readonly study: Unit
  /** Organ committee and general branches, upper ones first. */
  readonly committees: Unit[]
  readonly branches: Branch[]
  readonly committeePosts: Post[]
  readonly leaders: Post[]
  readonly studyPosts: Post[]
  /** Full-time Party-affairs staff. */
  readonly staff: Post[]
  readonly still: boolean
  readonly floor: number
  readonly ceiling: number
  least: number
  most: number
  lifeMeeting: 'usual' | 'missing' | 'early'
  readonly skippedStudies: Set<number>
}

export interface Post {
  readonly person: Person
  readonly unit: Unit
  readonly role: Role
  from: EpochDay
  to: EpochDay
  readonly fullTime: boolean
}

/** A stretch of days in a branch, and in a group of it. */
export interface Stay {
  readonly branch: Branch
  readonly group: Group | null
  from: EpochDay
  to: EpochDay
}

/** Extras of a member with planted hours that must not count. */
export type Decoy = 'overlap' | 'cap' | 'observer' | 'online' | 'zero'

/** How a person attends in the last year. */
export type Conduct =
  | { readonly kind: 'ordinary' }
  /** Mostly excused; `dated`: in the last year only. */
  | { readonly kind: 'frail'; readonly dated: boolean }
  | { readonly kind: 'mobile' }
  /** Abroad from a day of the last year on, excused. */
  | { readonly kind: 'abroad'; readonly from: EpochDay }
  /** Earns exactly this many 1/100 hours; `decoy` adds rows that earn none. */
  | { readonly kind: 'measured'; readonly hours: number; readonly decoy: Decoy | null }
  /** No organizational life after this day, absent or excused; `hours`: the learning hours are met all the same. */
  | { readonly kind: 'away'; readonly after: EpochDay; readonly excused: boolean; readonly hours: boolean }

export interface Person {
  readonly id: string
  readonly name: string
  readonly woman: boolean
  readonly born: EpochDay
  readonly ordinal: number
  /** Status at the end of the data. */
  status: MemberStatus
  applied: EpochDay | null
  activist: EpochDay | null
  candidate: EpochDay | null
  admitted: EpochDay | null
  full: EpochDay | null
  left: EpochDay | null
  suspended: EpochDay | null
  /** Transferred out on this day, received by nobody: still with the old branch. */
  sentOn: EpochDay | null
  readonly education: string
  occupation: string
  rank: string | null
  readonly tags: string[]
  readonly stays: Stay[]
  readonly posts: Post[]
  conduct: Conduct
  /** Acts of the person that are late by so many days, by kind; planted. */
  readonly late: Map<ActKind, number>
  /** What the last year does not have of the person; planted. */
  readonly omitted: Set<Omission>
  /** An event of the last year that calls for care. */
  careOn: EpochDay | null
  /** Probation is extended to this day. */
  extendedTo: EpochDay | null
  /** Under a sanction (its name) from a day to a day. */
  sanction: { readonly name: string; readonly from: EpochDay; readonly to: EpochDay } | null
  /** Who stands for the person as contact person and introducer before all others; planted. */
  sponsor: Person | null
  /** Bars that planted faults set. */
  bars: Bars | null
  /** Attends this course of target training of a year, so many of its days. */
  training: { readonly year: number; readonly course: number; readonly days: number } | null
  claimed: boolean
  /** Slips of the clerk in the row of the person; planted. */
  readonly slips: Set<Slip>
}

/** A slip of the clerk. */
export type Slip = 'citizen-number' | 'branch' | 'hours-absent' | 'hours-too-many' | 'online-course'

/** Duties a planted fault keeps a person from. */
export interface Bars {
  central?: true
  rotation?: true
  /** Absent from the democratic life meeting. */
  lifeMeeting?: true
  /** Absent from every rotation, whoever holds it. */
  anyRotation?: true
  /** Absent from induction training. */
  induction?: true
  /** Absent from the appraisal. */
  appraisal?: true
  /** Absent from so many single days of a class. */
  classDays?: number
  /** Absent from the organizational life meeting, or there as an observer. */
  orgLife?: 'absent' | 'observer'
}

/** Whether the person is a full or probationary member on a day. */
export function isMemberOn(person: Person, day: EpochDay): boolean {
  return (
    person.admitted !== null &&
    person.admitted <= day &&
    (person.left === null || day < person.left) &&
    (person.suspended === null || day < person.suspended)
  )
}

/** Whether the person is a member on every day from `from` to `to`. */
export function isMemberThroughout(person: Person, from: EpochDay, to: EpochDay): boolean {
  return isMemberOn(person, from) && isMemberOn(person, to)
}

/** Whether the posts of a person that pass `test` cover every day from `from` to `to`. */
export function holdsThroughout(
  posts: readonly Post[],
  from: EpochDay,
  to: EpochDay,
  test: (post: Post) => boolean,
): boolean {
  let day = from
  for (const post of posts.filter(test).sort((a, b) => a.from - b.from)) {
    if (post.from > day) return false
    day = Math.max(day, post.to + 1)
    if (day > to) return true
  }
  return false
}

const COMMITTEE_KINDS: readonly OrganizationKind[] = [
  'branch',
  'general-branch',
  'organ-committee',
  'party-committee',
]

/** Secretary, deputy or committee post in a branch, general branch, organ committee or Party committee. */
export function isCommitteePost(post: Post): boolean {
  return post.role !== 'party-affairs-staff' && COMMITTEE_KINDS.includes(post.unit.kind)
}

/** A post in a leadership group, or in the Party committee that leads an organ. */
export function isLeaderPost(post: Post): boolean {
  return post.unit.kind === 'leadership-group' || post.unit.kind === 'party-committee'
}
