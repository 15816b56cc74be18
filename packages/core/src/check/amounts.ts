import { type EpochDay, parseDate } from '../civil/date.ts'
import type { RuleVariant } from '../config/variants.ts'
import type { Rule } from '../plugin/plugin.ts'
import type { Amount, Citation, ParameterVersion } from '../requirement/schema.ts'

/** A parameter as it holds for a window. */
export interface ParameterInForce {
  readonly value: number | string
  /** The version in force on the day, absent where only the config gives a value. */
  readonly version: ParameterVersion | null
  /** The config entry that gives the value, `null` where the regulation does. */
  readonly setBy: string | null
}

/** Values of all parameters of a rule on a day; `null` where one of them is not in force. */
export interface ParametersOnDay {
  readonly values: ReadonlyMap<string, ParameterInForce>
  readonly citations: readonly Citation[]
}

/**
 * Resolves the parameters of a rule by day, with a memory: most windows share their versions.
 * Clause 5: the version in force on the first day of the window; a config override holds for all dates.
 */
export class ParameterTable {
  readonly #rule: Rule
  readonly #variant: RuleVariant
  readonly #byDay = new Map<EpochDay, ParametersOnDay | null>()

  constructor(rule: Rule, variant: RuleVariant) {
    this.#rule = rule
    this.#variant = variant
  }

  on(day: EpochDay): ParametersOnDay | null {
    let found = this.#byDay.get(day)
    if (found === undefined) {
      found = parametersOn(this.#rule, this.#variant, day)
      this.#byDay.set(day, found)
    }
    return found
  }
}

function parametersOn(rule: Rule, variant: RuleVariant, day: EpochDay): ParametersOnDay | null {
  const values = new Map<string, ParameterInForce>()
  const citations: Citation[] = [...rule.citations]
  for (const [name, parameter] of Object.entries(rule.parameters)) {
    const version =
      parameter.versions.find(
        (candidate) =>
          parseDate(candidate.from) <= day && (candidate.to === undefined || day <= parseDate(candidate.to)),
      ) ?? null
    const override = Object.hasOwn(variant.parameters, name) ? variant.parameters[name] : undefined
    if (version === null && override === undefined) return null
    values.set(name, {
      value: override?.value ?? version!.value,
      version,
      setBy: override?.setBy ?? null,
    })
    for (const citation of version?.citations ?? [])
      if (!includesCitation(citations, citation)) citations.push(citation)
  }
  return { values, citations }
}

function includesCitation(citations: readonly Citation[], citation: Citation): boolean {
  return citations.some(
    (other) =>
      other.instrument === citation.instrument &&
      other.article === citation.article &&
      other.quote === citation.quote,
  )
}

/** The number of an amount; a missing bound is the neutral one. */
export function numberOf(amount: Amount | undefined, parameters: ParametersOnDay, neutral: number): number {
  if (amount === undefined) return neutral
  const value = amountOf(amount, parameters)
  return typeof value === 'number' ? value : Number.NaN
}

/** The number or duration of an amount. */
export function amountOf(amount: Amount, parameters: ParametersOnDay): number | string {
  return typeof amount === 'object' ? parameters.values.get(amount.parameter)!.value : amount
}
