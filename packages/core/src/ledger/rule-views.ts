import type { RulePlan } from '../check/plan.ts'
import type { Books } from './desk-columns.ts'
import { type LiveLists, LiveView, type Viewed } from './live-view.ts'

interface Shown {
  view: LiveView
  /** Which view of the rule it is. */
  stamp: number
}

/** The views through which rule functions see the data: one for each rule, for as long as nothing it read changes. */
export class RuleViews {
  readonly #books: Books
  readonly #viewed: Viewed
  readonly #lists: LiveLists = {}
  readonly #shown = new Map<RulePlan, Shown>()
  #stamps = 0

  constructor(books: Books, viewed: Viewed) {
    this.#books = books
    this.#viewed = viewed
  }

  /** The view of a rule; another one where something the rule has read is not as it was. */
  of(rule: RulePlan): LiveView {
    return this.#current(rule).view
  }

  /** Which view a rule has: the same as long as nothing it has read has changed. */
  stampOf(rule: RulePlan): number {
    return this.#current(rule).stamp
  }

  /** The attendance of a member at a session has changed. */
  attendanceChanged(member: number, session: number): void {
    for (const [rule, { view }] of this.#shown)
      if (view.log.hasRead(member, session)) this.#shown.delete(rule)
  }

  /** A view that belongs to no rule. */
  plain(): LiveView {
    return new LiveView(this.#books, this.#viewed, this.#lists)
  }

  #current(rule: RulePlan): Shown {
    const known = this.#shown.get(rule)
    if (known?.view.isCurrent === true) return known
    const shown = { view: this.plain(), stamp: this.#stamps++ }
    this.#shown.set(rule, shown)
    return shown
  }
}
