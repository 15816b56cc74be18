import type { Draft } from '../draft.ts'
import type { Duty } from '../duties.ts'
import { isLecture, type Refusal } from '../enrol.ts'
import type { Constraint } from '../plan.ts'
import { inOrder, isBroughtHome } from '../plan-year.ts'
import { fixThemeDays } from '../theme-days.ts'
import { constraintOf } from '../unmet.ts'
import { placesAt } from './coming.ts'
import type { Catalogue } from './courses.ts'
import type { Desk, Workbench } from './desk.ts'
import type { Offers } from './joining.ts'

/** A duty of which joining left something missing. */
export interface Lack {
  readonly duty: Duty
  readonly missing: number
}

/** Rounds in which what found no place is tried again with what is still missing. */
const ROUNDS = 3

/** New sessions: each is given a course where it has a topic, a free time, and to the offers. */
export class MakeUps {
  readonly #desk: Desk
  readonly #offers: Offers
  readonly #catalogue: Catalogue
  /** New sessions with a place, and the 1/100 hours of each. */
  readonly placed: { readonly draft: Draft; readonly hours: number }[] = []
  /** Why a duty found no session, the last time it was tried. */
  readonly constraints = new Map<Duty, Constraint>()

  constructor(desk: Desk, offers: Offers, catalogue: Catalogue) {
    this.#desk = desk
    this.#offers = offers
    this.#catalogue = catalogue
  }

  /** Sessions that organizations have to hold. */
  holdFor(lacks: readonly Lack[]): void {
    const bench = this.#desk.usual()
    const { agenda, enrolment } = bench
    for (const { duty, missing } of ordered(lacks))
      agenda.meet({ ...duty, missing }, this.#desk.roster.organization(duty.subject.id))
    for (const draft of agenda.drafts) {
      enrolment.fill(draft)
      this.#keepWhoMayCome(draft)
    }
    fixThemeDays(agenda, this.#desk.dataset, this.#desk.days)
    this.#placeAll(bench, lacks)
  }

  /** Lectures and reports that persons have to give, to everybody whom the host asks. */
  lectureFor(lacks: readonly Lack[]): void {
    this.#enrolAll(this.#desk.usual(), lacks)
  }

  /** Sessions that only those come to who lack something, those of one branch together. */
  holdForPersons(lacks: readonly Lack[]): void {
    let left = lacks
    for (let round = 0; round < ROUNDS && left.length > 0; round++) {
      const bench = this.#desk.makeUp()
      const homeBench = this.#desk.atHome()
      const isAtHome = ({ duty }: Lack) =>
        isBroughtHome(duty) ||
        (this.#desk.board.homebound.has(this.#desk.roster.personOf(duty.subject)) && mayBeAtHome(duty))
      const lectures = left.filter(({ duty }) => needsAudience(duty))
      const others = left.filter(({ duty }) => !needsAudience(duty))
      if (lectures.length > 0) this.lectureFor(lectures)
      this.#enrolAll(homeBench, others.filter(isAtHome))
      this.#enrolAll(
        bench,
        others.filter((lack) => !isAtHome(lack)),
      )
      const before = left
      left = left.flatMap(({ duty }) => {
        const missing = this.#offers.attendedFor(duty, this.#desk.roster.personOf(duty.subject)).left
        return missing > 0 ? [{ duty, missing }] : []
      })
      if (left.length === before.length && left.every(({ missing }, i) => missing === before[i]!.missing))
        break
    }
  }

  /** Leaves out who is brought study home, and who no longer belongs to the host when it may be held. */
  #keepWhoMayCome({ asked, host, to }: Draft): void {
    const { board, roster } = this.#desk
    const then = new Set(asked.size === 0 ? [] : roster.membersBelow(host, to))
    for (const member of asked) if (!then.has(member) || board.homebound.has(member)) asked.delete(member)
  }

  #enrolAll(bench: Workbench, lacks: readonly Lack[]): void {
    for (const { duty, missing } of ordered(lacks)) {
      const refusal = bench.enrolment.enrol({ ...duty, missing }, true)
      if (refusal !== null) this.constraints.set(duty, refused(refusal))
    }
    this.#placeAll(bench, lacks)
  }

  #placeAll(bench: Workbench, lacks: readonly Lack[]): void {
    const open = [...bench.agenda.drafts]
    for (const draft of open) this.#catalogue.choose(draft)
    for (const draft of hardestFirst(open)) this.#place(bench, draft, lacks)
  }

  /** Places a session; where there is no time for all who are needed, halves of them get sessions of their own. */
  #place(bench: Workbench, draft: Draft, lacks: readonly Lack[]): void {
    const { board, taken } = this.#desk
    if (board.place(draft)) {
      taken.add(draft.id)
      this.#catalogue.invite(draft)
      const hours = bench.agenda.hours(draft)
      this.placed.push({ draft, hours })
      this.#desk.stated.set(draft, hours)
      const places =
        placesAt(this.#desk, draft) - draft.attendees.length - this.#catalogue.lecturersOf(draft.id).length
      this.#offers.add({ draft, coHosts: [], isNew: true, knowsMode: true, places })
      return
    }
    const persons = [...draft.needed].sort((a, b) => a - b)
    const isOfPersons = draft.audience === 'asked' && draft.duties.length === 0
    if (!isOfPersons || persons.length < 2) {
      const why = constraintOf({ board, agenda: bench.agenda, dataset: this.#desk.dataset }, draft)
      for (const { duty } of lacks) if (isServed(duty, draft, bench)) this.constraints.set(duty, why)
      return
    }
    const middle = persons.length >>> 1
    for (const [i, half] of [persons.slice(0, middle), persons.slice(middle)].entries()) {
      const part: Draft = {
        ...draft,
        id: `${draft.id}-${i + 1}`,
        topics: [...draft.topics],
        asked: new Set(half),
        needed: new Set(half),
      }
      this.#catalogue.choose(part)
      this.#place(bench, part, lacks)
    }
  }
}

function isServed(duty: Duty, draft: Draft, { agenda: { roster } }: Workbench): boolean {
  if (duty.subject.kind === 'organization')
    return roster.organization(duty.subject.id) === draft.host && noted(duty, draft)
  return draft.needed.has(roster.personOf(duty.subject)) && noted(duty, draft)
}

function noted(duty: Duty, { serves }: Draft): boolean {
  return serves.some(({ rule, window }) => rule === duty.rule.id && window === duty.window.key)
}

/** Whether somebody has to be there besides the person: who lectures, or reports, does so to others. */
export function needsAudience(duty: Duty): boolean {
  return isLecture(duty) || duty.count.kinds?.every((kind) => kind === 'duty-report') === true
}

/** Whether what is missing may be brought home. */
function mayBeAtHome({ count }: Duty): boolean {
  return count.modes === undefined || count.modes.includes('home-delivery')
}

/** Narrow windows first, so that wide ones find sessions that serve them. */
function ordered(lacks: readonly Lack[]): Lack[] {
  const missing = new Map(lacks.map(({ duty, missing }) => [duty, missing]))
  return inOrder(lacks.map(({ duty }) => duty)).map((duty) => ({ duty, missing: missing.get(duty)! }))
}

/** Courses first, then what needs a hall, then many persons and narrow windows. */
function hardestFirst(drafts: readonly Draft[]): Draft[] {
  return [...drafts].sort(
    (a, b) =>
      b.days - a.days ||
      Number(b.needsVenue) - Number(a.needsVenue) ||
      b.needed.size - a.needed.size ||
      a.to - a.from - (b.to - b.from) ||
      (a.id < b.id ? -1 : 1),
  )
}

function refused(kind: Refusal): Constraint {
  const message =
    kind === 'language'
      ? { 'zh-CN': '没有一类活动能同时满足其条件', en: 'no kind of session meets its conditions' }
      : {
          'zh-CN': '没有能承办的组织，或本人届时不在册',
          en: 'there is no organization to hold it, or the person is not on the roll by then',
        }
  return { kind, id: null, session: null, message }
}
