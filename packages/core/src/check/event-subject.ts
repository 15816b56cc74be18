import type { DaySet } from './intervals.ts'

/** A subject as acts and events speak of it: positions of member and organization, -1 where there is none. */
export interface EventSubject {
  readonly kind: 'member' | 'post' | 'organization'
  readonly member: number
  /** The organization of a post, or the organization itself; of no use for members. */
  readonly org: number
  /** Days of a post; empty for all others. */
  readonly days: DaySet
}
