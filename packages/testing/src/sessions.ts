import type { EpochDay, SessionKind } from '@xueshi/core'
import type { Group, Missing, Person, Unit } from './model.ts'

/** A session of the sample county. Minutes are minutes of the day, hours are 1/100. */
export interface Meeting {
  readonly id: string
  readonly host: Unit
  readonly coHost: Unit | null
  readonly kinds: readonly SessionKind[]
  readonly title: string
  readonly day: EpochDay
  /** The last day, on which `end` lies; `day` but for classes of several days. */
  readonly lastDay: EpochDay
  /** -1 where the time of day is not recorded. */
  readonly start: number
  /** -1 where the end is not recorded. */
  readonly end: number
  /** Hours stated by the session, -1 where they are not. */
  readonly hours: number
  /** Hours that an attendance earns if its row states none. */
  readonly credit: number
  readonly topics: readonly string[]
  readonly lecturers: readonly Person[]
  /** The rows of attendance do not say who lectured. */
  readonly namedOnly: boolean
  readonly status: 'held' | 'blank' | 'cancelled' | 'planned'
  readonly mode: string
  readonly venue: string
  readonly audience: 'branch' | 'committee' | 'group' | 'special'
  readonly group: Group | null
  readonly observer: Unit | null
  /** The program it belongs to, by id. */
  readonly program: string | null
  readonly reportedOn: EpochDay | null
  readonly organizationalLife: boolean
  readonly central: boolean
}

const LIFE: ReadonlySet<SessionKind> = new Set([
  'general-meeting',
  'group-meeting',
  'party-lecture',
  'theme-day',
  'org-life-meeting',
  'democratic-appraisal',
])
const CENTRAL: ReadonlySet<SessionKind> = new Set([
  'central-training',
  'rotation-training',
  'induction-training',
])
const LEARNING: ReadonlySet<SessionKind> = new Set([
  'general-meeting',
  'group-meeting',
  'party-lecture',
  'theme-day',
  'center-group-study',
  'collective-study',
  'central-training',
  'rotation-training',
  'induction-training',
  'target-training',
])

/** What a meeting is given by; the rest has defaults. */
export type MeetingDraft = Pick<Meeting, 'id' | 'host' | 'kinds' | 'title' | 'day' | 'start' | 'end'> &
  Partial<Meeting>

/** Completes a meeting: what it is good for and what an attendance earns. */
export function meeting(draft: MeetingDraft): Meeting {
  const stated = draft.hours ?? -1
  const learning = draft.kinds.some((kind) => LEARNING.has(kind))
  const length = draft.start < 0 || draft.end < 0 ? 0 : Math.round(((draft.end - draft.start) * 100) / 60)
  return {
    coHost: null,
    topics: [],
    lecturers: [],
    namedOnly: false,
    status: 'held',
    mode: '线下',
    venue: '党员活动室',
    audience: 'special',
    group: null,
    observer: null,
    program: null,
    lastDay: draft.day,
    reportedOn: null,
    ...draft,
    hours: stated,
    credit: learning ? (stated >= 0 ? stated : length) : 0,
    organizationalLife: draft.kinds.some((kind) => LIFE.has(kind)),
    central: draft.kinds.some((kind) => CENTRAL.has(kind)),
  }
}

/** Whether the meeting took place. */
export function isHeld(one: Meeting): boolean {
  return one.status === 'held' || one.status === 'blank'
}

/** How a meeting that is missing on purpose shows in the export, if at all. */
export function missed(draft: MeetingDraft, how: Missing): Meeting | null {
  if (how === 'nothing') return null
  if (how === 'cancelled' || how === 'planned') return meeting({ ...draft, status: how })
  if (how === 'other-kind')
    return meeting({ ...draft, kinds: ['service'], title: `${draft.title}（志愿服务）` })
  return null
}
