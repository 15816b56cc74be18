import type { EpochDay } from '../civil/date.ts'
import { NONE, OPEN } from '../dataset/columns.ts'
import { ALWAYS, type DaySet, fromPairs, intersect, NEVER } from './intervals.ts'
import type { Plan, RulePlan, VariantPlan } from './plan.ts'
import { factPredicate } from './scope.ts'
import { lastAt } from './sizes.ts'

/** Answers a predicate over fact sets once per set. */
export class FactAnswers {
  readonly #answers: Uint8Array
  /** 1 where the predicate holds, by position of the fact set. */
  get bits(): Uint8Array {
    return this.#answers
  }

  constructor(plan: Plan, predicate: (facts: Plan['columns']['factSets'][number]) => boolean) {
    this.#answers = Uint8Array.from(plan.columns.factSets, (facts) => (predicate(facts) ? 1 : 0))
  }
}

/** Fact sets in which the who of a rule holds; posts are assumed for post rules and where their table is missing. */
export function scopeAnswers(plan: Plan, rule: RulePlan): Uint8Array {
  const assume = rule.rule.subject === 'post' || !plan.hasPosts
  return new FactAnswers(plan, factPredicate(rule.rule.who, assume)).bits
}

/** Fact sets with a tag that exempts from the rule. */
export function exemptAnswers(plan: Plan, rule: RulePlan): Uint8Array {
  const tags = new Set(rule.rule.exempt?.flatMap((exemption) => exemption.tags))
  return new FactAnswers(plan, (facts) => facts.tags.some((tag) => tags.has(tag))).bits
}

/** Days on which a member belongs here: from the first affiliation on, where one is known. */
export function placedDays(plan: Plan, member: number): DaySet {
  const { placeStart, placeDay, placeBranch } = plan.columns
  const start = placeStart[member]!
  const end = placeStart[member + 1]!
  if (placeBranch[start]! >= 0 || end - start === 1) return ALWAYS
  for (let i = start; i < end; i++) if (placeBranch[i]! >= 0) return fromPairs([[placeDay[i]!, OPEN]])
  return ALWAYS
}

/** Days of a member on which an answer holds. */
export function answeredDays(plan: Plan, member: number, answers: Uint8Array): DaySet {
  const { factStart, factDay, factSet } = plan.columns
  const start = factStart[member]!
  const end = factStart[member + 1]!
  if (end - start === 1) return answers[factSet[start]!] === 1 ? ALWAYS : NEVER
  const pairs: [number, number][] = []
  for (let i = start; i < end; i++) {
    if (answers[factSet[i]!] !== 1) continue
    pairs.push([i === start ? NONE : factDay[i]!, i + 1 < end ? factDay[i + 1]! - 1 : OPEN])
  }
  return fromPairs(pairs)
}

/** Days on which a member is in scope of a rule. */
export function memberScope(plan: Plan, member: number, answers: Uint8Array): DaySet {
  return intersect(answeredDays(plan, member, answers), placedDays(plan, member))
}

/** Branch position of a member on a day, -1 where unknown. */
export function branchOn(plan: Plan, member: number, day: EpochDay): number {
  const { placeStart, placeDay, placeBranch } = plan.columns
  return placeBranch[lastAt(placeDay, placeStart[member]!, placeStart[member + 1]!, day)]!
}

/** Party group position of a member on a day, -1 where there is none. */
export function groupOn(plan: Plan, member: number, day: EpochDay): number {
  const { placeStart, placeDay, placeGroup } = plan.columns
  return placeGroup[lastAt(placeDay, placeStart[member]!, placeStart[member + 1]!, day)]!
}

/** The variant of a rule for an organization position. */
export function variantAt(rule: RulePlan, org: number): VariantPlan {
  return rule.variants[rule.variantOfOrg === null || org < 0 ? rule.elsewhere : rule.variantOfOrg[org]!]!
}

/** First day of the stretch of scope that holds the day of the check, or the first covered day. */
export function scopeStart(plan: Plan, scope: DaySet): number {
  for (let i = 0; i < scope.length; i += 2)
    if (scope[i]! <= plan.asOf && plan.asOf <= scope[i + 1]!)
      return scope[i] === NONE ? plan.coversFrom : Math.max(scope[i]!, plan.coversFrom)
  return plan.asOf
}
