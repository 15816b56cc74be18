import type { Amount, Bound, Demand, RuleMeta } from '../../src/requirement/schema.ts'
import type { Level } from '../../src/terms.ts'
import { dayOf } from './calendar.ts'

/** A requirement, or the meta of a rule function, with its full id and level. */
export interface ReferenceRule {
  /** With the plugin: `national/member/annual-hours`. */
  readonly id: string
  readonly level: Level
  readonly rule: RuleMeta & { readonly demand?: Bound }
  /** Values that hold for all dates. */
  readonly parameters?: Readonly<Record<string, number | string>>
}

/** A look-up of parameters in force on a day, `undefined` for the whole where one that is asked for is not. */
export function amountsOn(rule: ReferenceRule, day: number): (amount: Amount) => number | string | undefined {
  return (amount) => {
    if (typeof amount !== 'object') return amount
    const fixed = rule.parameters?.[amount.parameter]
    if (fixed !== undefined) return fixed
    return rule.rule.parameters[amount.parameter]?.versions.find(
      (version) => dayOf(version.from) <= day && (version.to === undefined || dayOf(version.to) >= day),
    )?.value
  }
}

/** Every amount a bound asks for. */
function amountsOf(bound: Bound): Amount[] {
  const demands: Demand[] = 'anyOf' in bound ? bound.anyOf : 'allOf' in bound ? bound.allOf : [bound]
  return demands.flatMap((demand) => {
    const amounts: (Amount | undefined)[] = [
      demand.atMost,
      ...(demand.measure === 'gap' ? [demand.noticeFrom] : [demand.atLeast]),
      ...(demand.measure === 'size' ? [demand.when?.atLeast, demand.when?.atMost] : []),
    ]
    return amounts.filter((amount) => amount !== undefined)
  })
}

/** Whether every parameter that a rule asks for has a version in force. */
export function isInForce(rule: ReferenceRule, day: number): boolean {
  const amount = amountsOn(rule, day)
  const { window } = rule.rule
  const ofWindow =
    'after' in window ? [window.within] : 'between' in window && window.plus ? [window.plus] : []
  const asked =
    rule.rule.demand === undefined
      ? Object.keys(rule.rule.parameters).map((parameter) => ({ parameter }))
      : [...amountsOf(rule.rule.demand), ...ofWindow]
  return asked.every((candidate) => amount(candidate) !== undefined)
}
