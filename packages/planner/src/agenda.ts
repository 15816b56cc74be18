import {
  type Counting,
  type CreditPolicy,
  civilOf,
  daysInMonth,
  type EpochDay,
  epochDay,
  type SessionKind,
} from '@xueshi/core'
import { countsKind, countsSession, type Draft, kindFor } from './draft.ts'
import type { Duty } from './duties.ts'
import { HALF_DAY } from './grid.ts'
import { type Audience, HABITS, type Habit } from './habits.ts'
import type { PlanOptions } from './options.ts'
import type { ServedDuty } from './plan.ts'
import type { Roster } from './roster.ts'
import { lot } from './seed.ts'

/** Longest session of several days: a working week. */
const WEEK = 5

/** The sessions of the year in the making, by host. */
export class Agenda {
  readonly drafts: Draft[] = []
  readonly roster: Roster
  readonly seed: number
  readonly #habits: Readonly<Record<SessionKind, Habit>>
  readonly credit: CreditPolicy
  readonly #taken: ReadonlySet<string>
  readonly #byHost = new Map<number, Draft[]>()
  readonly #ordinals = new Map<string, number>()
  /** By counting, then host and window: sessions that count, and how many changes the host had seen then. */
  readonly #fitting = new WeakMap<
    Counting,
    Map<number, { readonly changes: number; readonly drafts: readonly Draft[] }>
  >()
  readonly #changes = new Map<number, number>()
  readonly #served = new Map<Duty['rule'], Map<string, ServedDuty>>()

  /** `taken`: ids that no new session may have. */
  constructor(
    roster: Roster,
    seed: number,
    habits: PlanOptions['habits'],
    credit: CreditPolicy,
    taken: ReadonlySet<string>,
  ) {
    this.#taken = taken
    this.roster = roster
    this.seed = seed
    this.credit = credit
    this.#habits = Object.fromEntries(
      Object.entries(HABITS).map(([kind, habit]) => [kind, { ...habit, ...habits?.[kind as SessionKind] }]),
    ) as Record<SessionKind, Habit>
  }

  /** Sessions of a host that can only lie in the window of a duty, and count for it. */
  fitting(duty: Duty, host: number): readonly Draft[] {
    const { count } = duty
    let known = this.#fitting.get(count)
    if (known === undefined) {
      known = new Map()
      this.#fitting.set(count, known)
    }
    const window = narrowed(duty)
    const key = (host * 512 + (window.from % 512)) * 512 + (window.to % 512)
    const changes = this.#changes.get(host) ?? 0
    let found = known.get(key)
    if (found === undefined || found.changes !== changes) {
      const hours = duty.measure === 'hours'
      const drafts = this.of(host).filter(
        (draft) => lies(draft, window) && countsSession(count, draft, hours),
      )
      found = { changes, drafts }
      known.set(key, found)
    }
    return found.drafts
  }

  #changed(host: number): void {
    this.#changes.set(host, (this.#changes.get(host) ?? 0) + 1)
  }

  habit(kind: SessionKind): Habit {
    return this.#habits[kind]
  }

  /** The sessions that are of a sort, by host. */
  byHost(isOfSort: (draft: Draft) => boolean): Map<number, Draft[]> {
    const found = new Map<number, Draft[]>()
    for (const draft of this.drafts) if (isOfSort(draft)) listIn(found, draft.host).push(draft)
    return found
  }

  of(host: number): readonly Draft[] {
    return this.#byHost.get(host) ?? []
  }

  /** 1/100 hours a session gives who is there from start to end, within the caps of half-days and days. */
  hours(draft: Draft): number {
    const { minutesPerHour, dailyCap, halfDayCap = null } = this.credit
    const halves = draft.minutes <= HALF_DAY ? 1 : 2
    const most = halfDayCap === null ? dailyCap : Math.min(dailyCap, halfDayCap * halves)
    return draft.days * Math.min(Math.round((draft.minutes * 100) / minutesPerHour), Math.round(most * 100))
  }

  /** What a session adds to a duty that it counts for. */
  contribution(draft: Draft, measure: Duty['measure']): number {
    return measure === 'sessions' ? 1 : measure === 'days' ? draft.days : this.hours(draft)
  }

  /** A new session of a host for a duty, in a window of its own; `sharing` the persons of another one. */
  create(
    host: number,
    kind: SessionKind,
    duty: Duty,
    window: { readonly from: EpochDay; readonly to: EpochDay },
    form: { readonly days?: number; readonly audience?: Audience; readonly sharing?: Draft } = {},
  ): Draft {
    const habit = this.habit(kind)
    const { days = habit.days, audience = habit.audience } = form
    const { count } = duty
    const mode = count.modes === undefined || count.modes.includes(habit.mode) ? habit.mode : count.modes[0]!
    const draft: Draft = {
      id: this.#idOf(host, kind, duty.window.key),
      host,
      kinds: [kind],
      topics: count.topics === undefined ? [] : [count.topics[0]!],
      mode,
      audience,
      minutes: days > 1 ? Math.max(habit.minutes, WHOLE_DAY) : habit.minutes,
      days,
      from: window.from,
      to: window.to,
      duties: [],
      serves: [],
      asked: form.sharing?.asked ?? new Set(),
      needed: form.sharing?.needed ?? new Set(),
      lecturers: [],
      registered: -1,
      observers: [],
      wanted: null,
      firmness: 0,
      needsVenue: habit.heldBy === 'upper' || mode === 'field',
      wishesField: false,
      place: null,
      attendees: [],
    }
    this.drafts.push(draft)
    this.#changed(host)
    listIn(this.#byHost, host).push(draft)
    return draft
  }

  /** A course of so many days: blocks of at most a week that the same persons come to. */
  createCourse(
    host: number,
    kind: SessionKind,
    duty: Duty,
    window: { readonly from: EpochDay; readonly to: EpochDay },
    days: number,
  ): Draft[] {
    const blocks: Draft[] = []
    for (let left = days; left > 0; left -= WEEK) {
      const form = { days: Math.min(left, WEEK), audience: 'asked' } as const
      const [first] = blocks
      const sharing = first === undefined ? {} : { sharing: first }
      blocks.push(this.create(host, kind, duty, window, { ...form, ...sharing }))
    }
    return blocks
  }

  #idOf(host: number, kind: SessionKind, window: string): string {
    const stem = `${this.roster.columns.orgId[host]}-${kind}-${window.replace(/[^0-9A-Za-z-]+/g, '_')}`
    let ordinal = this.#ordinals.get(stem) ?? 0
    do ordinal++
    while (this.#taken.has(`${stem}-${ordinal}`))
    this.#ordinals.set(stem, ordinal)
    return `${stem}-${ordinal}`
  }

  /** Notes that a session serves a duty of its host. */
  serve(draft: Draft, duty: Duty): void {
    if (!draft.duties.includes(duty)) draft.duties.push(duty)
    this.note(draft, duty)
  }

  /** Notes rule and window of a duty that a session serves, once. */
  note(draft: Draft, duty: Duty): void {
    const served = this.#servedDuty(duty)
    // Persons come rule after rule: the one noted last is nearly always the one that is noted now.
    if (draft.serves.at(-1) !== served && !draft.serves.includes(served)) draft.serves.push(served)
  }

  #servedDuty({ rule, window }: Duty): ServedDuty {
    let byWindow = this.#served.get(rule)
    if (byWindow === undefined) {
      byWindow = new Map()
      this.#served.set(rule, byWindow)
    }
    let served = byWindow.get(window.key)
    if (served === undefined) {
      served = { rule: rule.id, window: window.key }
      byWindow.set(window.key, served)
    }
    return served
  }

  /** Makes the sessions that an organization owes, the narrowest windows first; joins what may be joined. */
  meet(duty: Duty, host: number): void {
    const window = narrowed(duty)
    const hours = duty.measure === 'hours'
    let missing = duty.missing
    const counted = new Set<Draft>()
    for (const draft of this.of(host)) {
      if (missing <= 0 || !lies(draft, window) || !countsSession(duty.count, draft, hours)) continue
      this.serve(draft, duty)
      counted.add(draft)
      missing -= this.contribution(draft, duty.measure)
    }
    const kind = kindFor(duty.count, hours)
    if (kind === null) return
    for (let turn = 0; missing > 0 && turn < MOST; turn++) {
      const beside = this.beside(duty, host, kind, window, counted)
      const draft = beside ?? this.create(host, kind, duty, partOf(window, turn, missing, duty.measure))
      if (beside !== null) this.join(draft, duty, kind)
      this.serve(draft, duty)
      counted.add(draft)
      missing -= this.contribution(draft, duty.measure)
    }
  }

  /** A session of its own for a duty whose joint session found no time, where that had less time than the duty. */
  meetApart(duty: Duty, host: number): void {
    const kind = kindFor(duty.count, duty.measure === 'hours')
    const window = narrowed(duty)
    const joint = this.of(host).filter((draft) => draft.place === null && draft.duties.includes(duty))
    const hadAll = joint.every((draft) => draft.duties.length === 1 || lies({ ...draft, ...window }, draft))
    if (kind === null || joint.length === 0 || hadAll) return
    this.serve(this.create(host, kind, duty, window), duty)
  }

  /** A session of the host that the duty may be served in as well, `null` where there is none. */
  beside(
    duty: Duty,
    host: number,
    kind: SessionKind,
    window: { readonly from: EpochDay; readonly to: EpochDay },
    counted: ReadonlySet<Draft> = NONE_COUNTED,
  ): Draft | null {
    let best: Draft | null = null
    let cost = Number.POSITIVE_INFINITY
    for (const draft of this.of(host)) {
      if (counted.has(draft) || draft.place !== null || !lies(draft, window)) continue
      const enriched = this.#canEnrich(draft, duty)
      if (!enriched && !this.#canJoin(draft, duty, kind)) continue
      // The emptiest of them, then by lot: what is joined spreads over the window.
      const own = draft.kinds.length + draft.topics.length + lot(this.seed, draft.id + duty.rule.id) / 2 ** 32
      if (own >= cost) continue
      best = draft
      cost = own
    }
    return best
  }

  /** Whether it would count if it had a topic, or were held in another way. */
  #canEnrich(draft: Draft, { count, measure }: Duty): boolean {
    if (count.topics === undefined && count.modes === undefined) return false
    if (!draft.kinds.some((one) => countsKind(count, one, measure === 'hours'))) return false
    const usual = draft.mode === this.habit(draft.kinds[0]!).mode
    return count.modes === undefined || count.modes.includes(draft.mode) || usual
  }

  #canJoin(draft: Draft, duty: Duty, kind: SessionKind): boolean {
    const habit = this.habit(kind)
    return (
      draft.days === 1 &&
      habit.days === 1 &&
      draft.duties.length > 0 &&
      draft.audience === habit.audience &&
      draft.mode === habit.mode &&
      draft.minutes + habit.minutes <= HALF_DAY &&
      draft.duties.every(({ rule }) => rule.joinable.has(duty.rule.id) || duty.rule.joinable.has(rule.id))
    )
  }

  /** Gives a session what the duty asks for besides. */
  join(draft: Draft, duty: Duty, kind: SessionKind): void {
    const { count } = duty
    if (!draft.kinds.some((one) => countsKind(count, one, duty.measure === 'hours'))) {
      draft.kinds.push(kind)
      draft.minutes += this.habit(kind).minutes
    }
    if (count.topics !== undefined && !count.topics.some((topic) => draft.topics.includes(topic)))
      draft.topics.push(count.topics[0]!)
    if (count.modes !== undefined && !count.modes.includes(draft.mode)) {
      draft.mode = count.modes[0]!
      draft.needsVenue ||= draft.mode === 'field'
    }
    draft.from = Math.max(draft.from, duty.window.from)
    draft.to = Math.min(draft.to, duty.window.to)
    this.#changed(draft.host)
  }
}

/** More sessions of one duty in one window than this are not made: the requirement asks for what nobody can hold. */
const MOST = 400
const WHOLE_DAY = 360
const NONE_COUNTED: ReadonlySet<Draft> = new Set()

/** The list of a key, made where there is none. */
function listIn(lists: Map<number, Draft[]>, key: number): Draft[] {
  let list = lists.get(key)
  if (list === undefined) {
    list = []
    lists.set(key, list)
  }
  return list
}

/** Whether a session can only lie in a window. */
export function lies(draft: Draft, window: { readonly from: EpochDay; readonly to: EpochDay }): boolean {
  return window.from <= draft.from && draft.to <= window.to
}

/** The window of a duty, or of the quarter of it that counts. */
export function narrowed({ window, count }: { window: Duty['window']; count: Counting }): {
  from: EpochDay
  to: EpochDay
} {
  const { quarter } = count
  if (quarter === undefined) return { from: window.from, to: window.to }
  const { year } = civilOf(window.to)
  const from = epochDay(year, quarter * 3 - 2, 1)
  const to = epochDay(year, quarter * 3, daysInMonth(year, quarter * 3))
  return { from: Math.max(window.from, from), to: Math.min(window.to, to) }
}

/** The part of a window in which the next of several sessions is to lie, so that they spread over it. */
function partOf(
  window: { readonly from: EpochDay; readonly to: EpochDay },
  turn: number,
  missing: number,
  measure: Duty['measure'],
): { from: EpochDay; to: EpochDay } {
  const parts = measure === 'sessions' ? turn + missing : 1
  const days = window.to - window.from + 1
  if (parts <= 1 || days < parts * 7) return window
  return {
    from: window.from + Math.floor((days * turn) / parts),
    to: window.from + Math.floor((days * (turn + 1)) / parts) - 1,
  }
}
