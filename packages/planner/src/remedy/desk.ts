import {
  type CivilDate,
  type Config,
  type CreditPolicy,
  civilOf,
  type Dataset,
  parseDate,
  resolveConfig,
  type SessionKind,
} from '@xueshi/core'
import { Agenda } from '../agenda.ts'
import { Board } from '../board.ts'
import { type PlanningDays, planningDays } from '../calendar-days.ts'
import type { Draft } from '../draft.ts'
import { Enrolment } from '../enrol.ts'
import { FormerPlan } from '../former.ts'
import { HABITS, type Habit } from '../habits.ts'
import { Halls } from '../halls.ts'
import { Lectern } from '../lectern.ts'
import type { PlanningCalendar } from '../options.ts'
import { Roster } from '../roster.ts'
import type { RemedyOptions } from './options.ts'
import { homeboundOf } from './persons.ts'

/** Sessions in the making and who is given to them. */
export interface Workbench {
  readonly agenda: Agenda
  readonly enrolment: Enrolment
}

/** How sessions of all kinds are held. */
type Habits = NonNullable<RemedyOptions['habits']>

/** Everything remedies are found with: the days that are left of the year, who is free when, and what is taken. */
export class Desk {
  readonly dataset: Dataset
  readonly days: PlanningDays
  readonly board: Board
  readonly credit: CreditPolicy
  /** Credit of each session that has a place, in 1/100 hours. */
  readonly stated = new Map<Draft, number>()
  /** Ids that no new session may have. */
  readonly taken = new Set<string>()
  readonly #options: RemedyOptions
  readonly #seed: number
  /** There is no plan to be kept. */
  readonly #former: FormerPlan

  constructor(dataset: Dataset, config: Config, asOf: CivilDate, options: RemedyOptions) {
    this.dataset = dataset
    this.#options = options
    this.#seed = options.seed ?? 1
    this.credit = resolveConfig(config).credit
    const after = parseDate(asOf) + 1
    const first = options.from === undefined ? after : Math.max(after, parseDate(options.from))
    const { year } = civilOf(after)
    this.days = withoutPast(planningDays(options.workdays ?? WEEKDAYS, year, true, first), first)
    const roster = new Roster(dataset, this.days.from, this.days.to)
    this.#former = new FormerPlan(null, roster)
    this.board = new Board({
      days: this.days,
      roster,
      halls: new Halls(dataset, roster, this.days, options.blackouts ?? {}),
      lectern: new Lectern(dataset, roster, this.days, this.#former),
      homebound: homeboundOf(dataset, config, asOf),
      seed: this.#seed,
    })
    for (const { id, plannedId } of dataset.sessions) this.taken.add(id).add(plannedId ?? id)
    for (const { id } of options.plan?.sessions ?? []) this.taken.add(id)
  }

  get roster(): Roster {
    return this.board.roster
  }

  /** New sessions held as usual: to organizations everybody comes whom their kind asks. */
  usual(): Workbench {
    return this.#workbench(this.#options.habits ?? {}, this.#options.batch ?? BATCH)
  }

  /** New sessions that only those come to who lack something. */
  makeUp(): Workbench {
    return this.#workbench(this.#habits({ audience: 'asked' }), this.#options.batch ?? BATCH)
  }

  /** New sessions that are brought home, each to one person. */
  atHome(): Workbench {
    return this.#workbench(
      this.#habits({ audience: 'asked', mode: 'home-delivery', heldBy: 'branch', days: 1 }),
      1,
    )
  }

  /** How sessions of a kind are held. */
  habit(kind: SessionKind): Habit {
    return { ...HABITS[kind], ...this.#options.habits?.[kind] }
  }

  /** 1/100 hours of a session for who is there from start to end. */
  hours(draft: Draft): number {
    return this.stated.get(draft) ?? 0
  }

  #habits(all: Partial<Habit>): Habits {
    const kinds = Object.keys(HABITS) as SessionKind[]
    return Object.fromEntries(kinds.map((kind) => [kind, { ...this.#options.habits?.[kind], ...all }]))
  }

  #workbench(habits: Habits, batch: number): Workbench {
    const agenda = new Agenda(this.roster, this.#seed, habits, this.credit, this.taken)
    const enrolment = new Enrolment(agenda, batch, this.#former, this.board.halls, this.days.first)
    return { agenda, enrolment }
  }
}

const BATCH = 100

/** Nothing is known of holidays: weekdays stand in. */
const WEEKDAYS: PlanningCalendar = {
  name: 'weekdays',
  isWorkday: () => undefined,
  yearStatus: () => ({ status: 'unknown' }),
}

/** Of a year that is over nothing is planned as if it were to come. */
function withoutPast(days: PlanningDays, first: number): PlanningDays {
  return first <= days.to ? days : { ...days, first, workdays: [] }
}
