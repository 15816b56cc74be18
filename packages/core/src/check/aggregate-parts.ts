import type { EpochDay } from '../civil/date.ts'
import type { AggregatePart, AggregateRule, Judgement } from '../plugin/plugin.ts'
import { eachPart } from './aggregates.ts'
import type { ParametersOnDay } from './amounts.ts'
import { FunctionRunner } from './judgement.ts'
import type { Plan, RulePlan } from './plan.ts'
import type { WindowOfFinding } from './record.ts'
import { variantAt } from './subject.ts'

/** A person, an organization alone, or all of an organization below, with what was collected there. */
export interface CollectedPart extends AggregatePart {
  readonly collected: unknown
}

/** What an aggregate rule collects in a window, looked at again for one organization. */
export class AggregateParts {
  readonly #plan: Plan
  readonly #rulePlan: RulePlan
  readonly #rule: AggregateRule
  readonly #window: WindowOfFinding
  readonly #until: EpochDay
  readonly #runner: FunctionRunner

  constructor(plan: Plan, rulePlan: RulePlan, rule: AggregateRule, window: WindowOfFinding, until: EpochDay) {
    this.#plan = plan
    this.#rulePlan = rulePlan
    this.#rule = rule
    this.#window = window
    this.#until = until
    this.#runner = new FunctionRunner(plan)
  }

  /** The parts of the organization itself, and one for each organization directly below that has any. */
  of(organization: number): { readonly own: CollectedPart[]; readonly below: CollectedPart[] } {
    const { orgId } = this.#plan.columns
    const own: CollectedPart[] = []
    const below = new Map<number, CollectedPart>()
    eachPart(this.#plan, this.#rule, this.#until, (org, part) => {
      const at = this.#directlyBelow(org, organization)
      if (at === null) return
      const collected = this.#collect(org, part)
      if (collected === null) return
      if (at === organization) {
        own.push({ ...part, collected: collected.value })
        return
      }
      const before = below.get(at)?.collected ?? this.#rule.empty
      const merged = this.#runner.call(this.#rulePlan, () => this.#rule.merge(before, collected.value))
      if ('value' in merged) below.set(at, { kind: 'organization', id: orgId[at]!, collected: merged.value })
    })
    return { own, below: [...below.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) }
  }

  /** What the rule would say of a part alone, `null` where it cannot. */
  judged(part: CollectedPart, parameters: ParametersOnDay): Judgement | null {
    const context = this.#runner.context(this.#rule.reads, parameters, this.#window, this.#until)
    const subject = { kind: 'organization', id: part.id, organization: part.id } as const
    try {
      return this.#rule.judge(subject, part.collected, context)
    } catch {
      // A rule need not be able to judge a part: then the part is only named.
      return null
    }
  }

  #collect(org: number, part: AggregatePart): { readonly value: unknown } | null {
    const parameters = variantAt(this.#rulePlan, org).parameters.on(this.#window.from)
    if (parameters === null) return null
    const context = this.#runner.context(this.#rule.reads, parameters, this.#window, this.#until)
    const result = this.#runner.collect(this.#rulePlan, this.#rule, part, context)
    return 'value' in result ? result : null
  }

  /** The organization itself, or that one of its children which an organization lies under; `null` for others. */
  #directlyBelow(org: number, organization: number): number | null {
    const { orgParent } = this.#plan.columns
    for (let at = org; at >= 0; at = orgParent[at]!) {
      if (at === organization) return at
      if (orgParent[at] === organization) return at
    }
    return null
  }
}
