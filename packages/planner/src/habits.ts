import type { SessionKind, SessionMode } from '@xueshi/core'

/** Who is asked to come to a session of a kind. */
export type Audience =
  /** The members of the host, or of all organizations below it. */
  | 'members'
  /** The committee of the host. */
  | 'committee'
  /** Whoever holds a post at the host. */
  | 'posts'
  /** Only those whose own duty it serves. */
  | 'asked'

/** How sessions of a kind are usually held. No rule says so: it is configuration. */
export interface Habit {
  /** Minutes of a session of one day; joined parts are added. */
  readonly minutes: number
  /** Working days of a session of several days; 1 for all others. */
  readonly days: number
  readonly audience: Audience
  /** Where nobody says who holds it: the branch of the persons, or an organization above it with a hall. */
  readonly heldBy: 'branch' | 'upper'
  readonly mode: SessionMode
}

const MEETING: Habit = { minutes: 60, days: 1, audience: 'members', heldBy: 'branch', mode: 'in-person' }
const TRAINING: Habit = { minutes: 360, days: 1, audience: 'asked', heldBy: 'upper', mode: 'in-person' }
const AT_HOME: Habit = { minutes: 60, days: 1, audience: 'asked', heldBy: 'branch', mode: 'home-delivery' }

/** The habits of the planner; {@link PlanOptions.habits} changes them. */
export const HABITS: Readonly<Record<SessionKind, Habit>> = {
  'general-meeting': MEETING,
  'committee-meeting': { ...MEETING, audience: 'committee' },
  'group-meeting': MEETING,
  'party-lecture': MEETING,
  'theme-day': { ...MEETING, minutes: 120 },
  'org-life-meeting': { ...MEETING, minutes: 120 },
  'democratic-appraisal': MEETING,
  'democratic-life-meeting': { ...MEETING, minutes: 180, audience: 'posts' },
  'center-group-study': { ...MEETING, minutes: 180, audience: 'posts' },
  'collective-study': { ...MEETING, minutes: 180, audience: 'asked' },
  'central-training': TRAINING,
  'rotation-training': TRAINING,
  'induction-training': TRAINING,
  'target-training': { ...TRAINING, days: 3 },
  'online-study': { ...AT_HOME, mode: 'online' },
  'self-study': { ...AT_HOME, mode: 'self-study' },
  'home-delivery': AT_HOME,
  'duty-report': MEETING,
  talk: { ...MEETING, audience: 'asked' },
  service: { ...MEETING, minutes: 180 },
  'cadre-assembly': { ...MEETING, minutes: 120 },
}
