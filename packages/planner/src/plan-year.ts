import {
  type Config,
  type Dataset,
  type EpochDay,
  formatDate,
  parseDate,
  resolveConfig,
  type Session,
} from '@xueshi/core'
import { Agenda, narrowed } from './agenda.ts'
import { Board } from './board.ts'
import { type PlanningDays, planningDays } from './calendar-days.ts'
import { DayCaps } from './day-caps.ts'
import { countsSession, type Draft } from './draft.ts'
import { type Duty, dutiesOf, type YearOfDuties } from './duties.ts'
import { Enrolment, isLecture, mayHold } from './enrol.ts'
import { finished } from './finish.ts'
import { FormerPlan, heldSessions } from './former.ts'
import { Halls } from './halls.ts'
import { Lectern } from './lectern.ts'
import { bookRecorded } from './occupied.ts'
import type { PlanOptions } from './options.ts'
import type { Plan } from './plan.ts'
import { repair } from './repair.ts'
import { Roster } from './roster.ts'
import { assignLecturers, assignObservers } from './rota.ts'
import { lot } from './seed.ts'
import { fixThemeDays, wishForField } from './theme-days.ts'
import { unmetDuties } from './unmet.ts'

/** Rounds in which what persons still lack is given further sessions. */
const ROUNDS = 4

/** Theme days a branch spends at shared venues where nothing else is said. */
const FIELD_DAYS = 2

/** What planning works with. */
export interface Workshop {
  readonly dataset: Dataset
  readonly days: PlanningDays
  readonly year: YearOfDuties
  readonly agenda: Agenda
  readonly board: Board
  readonly enrolment: Enrolment
  readonly former: FormerPlan
  /** Sessions of the data that were planned and held, by the id of the plan. */
  readonly held: ReadonlyMap<string, Session>
}

/**
 * A year of sessions that meets every duty that sessions can meet: what the requirements of the config owe in the
 * year is asked of the check itself, so that a requirement added by a county changes the plan. Nobody, no venue
 * and no lecturer is booked twice; what cannot be placed is listed with what forbids it. Deterministic: equal
 * input, options and seed give an equal plan in any order of rows.
 *
 * @throws XueshiError `unknown-year`, and those of `check`.
 * @example
 * ```ts
 * import { buildDataset, defineConfig } from '@xueshi/core'
 * import national from '@xueshi/national'
 * import { planYear } from '@xueshi/planner'
 * import { workdayCalendar } from '@xueshi/workdays'
 *
 * const dataset = buildDataset({
 *   organizations: [{ id: 'b1', name: '财政局党支部', kind: '党支部', themeDay: '每月5日' }],
 *   members: ['m1', 'm2', 'm3'].map((id) => ({ id, name: id, status: '正式党员', organization: 'b1' })),
 *   posts: [],
 *   sessions: [],
 *   attendance: [],
 *   export: [{ from: '2025-01-01', to: '2025-12-31' }],
 * })
 * const workdays = workdayCalendar()
 * const options = { year: 2026, workdays, rules: ['national/branch/theme-day'] }
 * const config = defineConfig(national.presets.organ)
 * const plan = planYear(dataset, config, options)
 * console.log(plan.sessions.length, plan.unmet.length) // 12 0
 * console.log(plan.sessions[3]?.date, plan.sessions[3]?.notes[0]?.['zh-CN']) // 2026-04-07 原定5日，当天不是工作日，调整到7日
 * ```
 */
export function planYear(dataset: Dataset, config: Config, options: PlanOptions): Plan {
  return planned(prepare(dataset, config, options, null), options)
}

/** Places all sessions, gives persons who still lack something further ones, and says what is left. */
export function planned(shop: Workshop, options: PlanOptions): Plan {
  keepPlaces(shop)
  placeAll(shop)
  let lacking = lackingOf(shop)
  for (let round = 0; round < ROUNDS && lacking.length > 0; round++) {
    const before = shop.agenda.drafts.length
    for (const { duty } of lacking) {
      if (!isOfOrganization(duty)) shop.enrolment.enrol(duty, true)
      else if (round === 0) shop.agenda.meetApart(duty, shop.agenda.roster.organization(duty.subject.id))
    }
    if (shop.agenda.drafts.length === before) break
    keepPlaces(shop)
    placeAll(shop)
    lacking = lackingOf(shop)
  }
  return finished(shop, options, unmetDuties(shop, lacking))
}

/** All sessions of the year, none of them placed yet; of an earlier plan what can stay stays. */
export function prepare(
  dataset: Dataset,
  config: Config,
  options: PlanOptions,
  earlier: Plan | null,
): Workshop {
  const { seed = 1, batch = 100 } = options
  const first = options.from === undefined ? parseDate(dataset.covers.to) + 1 : parseDate(options.from)
  const days = planningDays(options.workdays, options.year, options.allowUnknown ?? false, first)
  const year = dutiesOf(dataset, config, {
    from: formatDate(days.from),
    to: formatDate(days.to),
    ...(options.rules === undefined ? {} : { rules: options.rules }),
    ...(options.under === undefined ? {} : { under: options.under }),
  })
  const roster = new Roster(dataset, days.from, days.to)
  const former = new FormerPlan(earlier, roster)
  const held = heldSessions(dataset)
  const taken = new Set(held.keys())
  const agenda = new Agenda(roster, seed, options.habits, resolveConfig(config).credit, taken)
  const halls = new Halls(dataset, roster, days, options.blackouts ?? {})
  const enrolment = new Enrolment(agenda, batch, former, halls, days.first)
  for (const duty of inOrder(year.duties.filter(isOfOrganization)))
    agenda.meet(duty, roster.organization(duty.subject.id))
  fixThemeDays(agenda, dataset, days)
  wishForField(agenda, options.fieldDays ?? FIELD_DAYS)
  const homebound = new Set<number>()
  const persons = inOrder(year.duties.filter((duty) => !isOfOrganization(duty)))
  for (const duty of persons) if (isBroughtHome(duty)) homebound.add(roster.personOf(duty.subject))
  for (const duty of persons) enrolment.enrol(duty)
  for (const draft of agenda.drafts) enrolment.fill(draft)
  const lectern = new Lectern(dataset, roster, days, former)
  assignLecturers(agenda, homebound, lectern.speakers.length > 0, former)
  assignObservers(agenda, observersOf(options, roster), former)
  const board = new Board({ days, roster, halls, lectern, homebound, seed })
  bookRecorded(board, dataset, former)
  return { dataset, days, year, agenda, board, enrolment, former, held }
}

/** Gives sessions of an earlier plan their place again, the earlier first, where everybody needed is free. */
function keepPlaces({ agenda, board, days, former }: Workshop): void {
  const kept = agenda.drafts.flatMap((draft) => {
    const place = draft.place === null ? former.placeOf(draft, days, board.halls) : null
    return place === null ? [] : [{ draft, place }]
  })
  kept.sort(
    (a, b) =>
      b.draft.days - a.draft.days ||
      a.place.days[0]! - b.place.days[0]! ||
      (a.draft.id < b.draft.id ? -1 : 1),
  )
  for (const { draft, place } of kept)
    if (board.isFree(draft, place)) board.book(draft, place, former.attendees(draft.id))
  for (const { draft } of kept) if (draft.place !== null) board.admit(draft)
}

/** Places what has no place yet, the hardest first. */
function placeAll({ agenda, board }: Workshop): void {
  const open = agenda.drafts.filter((draft) => draft.place === null)
  const weight = new Map(open.map((draft) => [draft, hardness(draft, agenda.seed)]))
  open.sort((a, b) => weight.get(b)! - weight.get(a)! || (a.id < b.id ? -1 : 1))
  for (const draft of open) if (!board.place(draft) && !repair(board, draft)) board.placeBeforeOthers(draft)
}

/** Courses first, then fixed days, then what many must come to, then narrow windows. */
function hardness(draft: Draft, seed: number): number {
  const span = Math.max(1, draft.to - draft.from + 1)
  return (
    draft.days * 1e6 +
    (draft.firmness > 0 ? 5e5 : 0) +
    (draft.needsVenue ? 2e5 : 0) +
    Math.min(draft.needed.size, 200) * 500 +
    Math.floor((366 - Math.min(span, 366)) * 10) +
    lot(seed, draft.id) / 2 ** 32
  )
}

/** What persons and organizations still lack with the sessions that are placed. */
function lackingOf(shop: Workshop): { duty: Duty; missing: number }[] {
  const lacking: { duty: Duty; missing: number }[] = []
  for (const duty of shop.year.duties) {
    const missing = duty.missing - gained(shop, duty)
    if (missing > 0) lacking.push({ duty, missing })
  }
  return lacking
}

/** What the sessions that are placed add to a duty, at most what is missing. */
function gained({ agenda, board }: Workshop, duty: Duty): number {
  const ofOrganization = isOfOrganization(duty)
  const member = agenda.roster.personOf(duty.subject)
  const sessions = ofOrganization
    ? agenda.of(agenda.roster.organization(duty.subject.id))
    : (board.sessionsOf[member] ?? [])
  const window = narrowed(duty)
  const hours = duty.measure === 'hours'
  const day = ofOrganization || !hours ? null : new DayCaps(agenda.credit)
  let sum = 0
  for (const draft of sessions) {
    if (draft.attendees.length === 0 || !liesIn(draft, window) || !countsSession(duty.count, draft, hours))
      continue
    if (!ofOrganization && !countsFor(duty, draft, member, agenda)) continue
    const own = agenda.contribution(draft, duty.measure)
    sum += day === null ? own : day.within(draft, own)
    if (sum >= duty.missing) break
  }
  return sum
}

/** Whether a session the person is at counts for the duty by who holds it and as what the person is there. */
export function countsFor(
  duty: Duty,
  draft: Draft,
  member: number,
  { roster }: Pick<Agenda, 'roster'>,
): boolean {
  if (isLecture(duty) && !draft.lecturers.includes(member)) return false
  if (draft.registered >= 0 && !draft.attendees.includes(member)) return false
  if (duty.count.organizer === undefined) return true
  const day = draft.place!.days[0]!
  return mayHold(roster, duty, draft.host, {
    branch: roster.branchOn(member, day),
    group: roster.groupOn(member, day),
    post: duty.organization === null ? -1 : roster.organization(duty.organization),
  })
}

function liesIn({ place }: Draft, window: { readonly from: EpochDay; readonly to: EpochDay }): boolean {
  const [first] = place!.days
  return window.from <= first! && first! <= window.to
}

export function isOfOrganization({ subject }: Duty): boolean {
  return subject.kind === 'organization'
}

export function isBroughtHome({ count }: Duty): boolean {
  return (
    count.kinds?.every((kind) => kind === 'home-delivery') === true ||
    count.modes?.every((mode) => mode === 'home-delivery') === true
  )
}

const MEASURES = ['days', 'sessions', 'hours'] as const

/** Narrow windows and named organizers first, so that wide ones find sessions that serve them. */
export function inOrder(duties: readonly Duty[]): Duty[] {
  const rank = (duty: Duty) => {
    const { from, to } = narrowed(duty)
    return (
      MEASURES.indexOf(duty.measure) * 1e6 +
      (typeof duty.count.organizer === 'object' ? 0 : duty.count.organizer === undefined ? 5e5 : 2e5) +
      (to - from)
    )
  }
  // Few ranks, many duties. The check lists its findings by rule, organization and subject: equals stay in that order.
  const byRank = new Map<number, Duty[]>()
  for (const duty of duties) {
    const key = rank(duty)
    const own = byRank.get(key)
    if (own === undefined) byRank.set(key, [duty])
    else own.push(duty)
  }
  return [...byRank.keys()].sort((a, b) => a - b).flatMap((key) => byRank.get(key)!)
}

function observersOf({ observers }: PlanOptions, roster: Roster): number[] {
  if (observers !== undefined) return observers.map((id) => roster.organization(id)).filter((org) => org >= 0)
  return roster.columns.orgId.flatMap((_, org) => (roster.kindOf(org) === 'working-committee' ? [org] : []))
}
