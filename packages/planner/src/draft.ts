import {
  type Counting,
  type EpochDay,
  SESSION_KINDS,
  type SessionKind,
  type SessionKindTerm,
  type SessionMode,
} from '@xueshi/core'
import type { Duty } from './duties.ts'
import type { Stretch } from './grid.ts'
import type { Audience } from './habits.ts'
import type { ServedDuty } from './plan.ts'

/** Where a session lies. */
export interface Placement {
  readonly days: readonly EpochDay[]
  readonly stretch: Stretch
  /** Position of the venue, -1 for the own room. */
  readonly venue: number
}

/** A session in the making; persons, organizations and venues by position. */
export interface Draft {
  readonly id: string
  readonly host: number
  readonly kinds: SessionKind[]
  readonly topics: string[]
  mode: SessionMode
  readonly audience: Audience
  minutes: number
  readonly days: number
  /** The days on which it may lie. */
  from: EpochDay
  to: EpochDay
  /** Duties of organizations that it serves. */
  readonly duties: Duty[]
  readonly serves: ServedDuty[]
  /** Who was added for the sake of a duty of their own. */
  readonly asked: Set<number>
  /** Who must be free when it is held. */
  readonly needed: Set<number>
  /** Members who lecture, and the position in the register of a lecturer who does, -1 for none. */
  readonly lecturers: number[]
  registered: number
  readonly observers: number[]
  /** The day of the month it is to be held on, where the host has one. */
  wanted: EpochDay | null
  /** How much a day away from the wanted one weighs. */
  firmness: number
  /** Whether it needs a hall of the register. */
  needsVenue: boolean
  /** Whether it is held at a shared venue where one is free, else at home. */
  wishesField: boolean
  place: Placement | null
  /** Who comes, once it is placed. */
  attendees: readonly number[]
}

/** Bit of a kind. */
const BIT: ReadonlyMap<SessionKind, number> = new Map(SESSION_KINDS.map(({ id }, i) => [id, 1 << i]))
/** Kinds that a counting selects, as bits; by counting, for sessions and for hours. */
const masks = [new WeakMap<Counting, number>(), new WeakMap<Counting, number>()] as const

/** Whether a session of this kind counts by its kind. */
export function countsKind(count: Counting, kind: SessionKind, hours: boolean): boolean {
  return (kindMask(count, hours) & BIT.get(kind)!) !== 0
}

function kindMask(count: Counting, hours: boolean): number {
  const known = masks[hours ? 1 : 0]
  let mask = known.get(count)
  if (mask === undefined) {
    mask = 0
    for (const kind of SESSION_KINDS) if (isCounted(count, kind, hours)) mask |= BIT.get(kind.id)!
    known.set(count, mask)
  }
  return mask
}

function isCounted(
  count: Counting,
  kind: SessionKindTerm & { readonly id: SessionKind },
  hours: boolean,
): boolean {
  // Whether such kinds earn hours is a matter of the credit policy; a plan does not build on it.
  if (hours && kind.policyHours === true) return false
  if (count.kinds === undefined && count.kindClass === undefined) return true
  if (count.kinds?.includes(kind.id) === true) return true
  switch (count.kindClass) {
    case 'organizational-life':
      return kind.organizationalLife === true
    case 'central':
      return kind.central === true
    case 'learning':
      return kind.learning === true
    case undefined:
      return false
  }
}

/** The kind a session is given that is made for a counting; `null` where no kind would count. */
export function kindFor(count: Counting, hours: boolean): SessionKind | null {
  const { kinds = [] } = count
  const usual: readonly SessionKind[] =
    count.modes?.every((mode) => mode === 'home-delivery') === true
      ? ['home-delivery', 'collective-study']
      : count.kindClass === 'central'
        ? ['central-training']
        : ['collective-study', 'theme-day']
  return [...kinds, ...usual].find((kind) => countsKind(count, kind, hours)) ?? null
}

/** Whether a session counts by kinds, topics, mode and quarter; who holds it is looked at elsewhere. */
export function countsSession(count: Counting, draft: Draft, hours: boolean): boolean {
  const mask = kindMask(count, hours)
  return (
    draft.kinds.some((kind) => (mask & BIT.get(kind)!) !== 0) &&
    (count.topics === undefined || count.topics.some((topic) => draft.topics.includes(topic))) &&
    (count.modes === undefined || count.modes.includes(draft.mode))
  )
}
