import type { EpochDay } from '../civil/date.ts'
import { citationOf, type Refinement } from '../config/refinement.ts'
import type { RuleVariant } from '../config/variants.ts'
import type { Rule } from '../plugin/plugin.ts'
import type { Amount, Citation, ParameterVersion } from '../requirement/schema.ts'

/** A parameter as it holds for a window. */
export interface ParameterInForce {
  readonly value: number | string
  /** The version of the rule in force on the day, absent where only a lower level gives a value. */
  readonly version: ParameterVersion | null
  /** The config entry, or the issuer of the refinement, that gives the value; `null` where the rule does. */
  readonly setBy: string | null
  /** The refinement that gives the value, if one does. */
  readonly refinement: Refinement | null
}

/** Values of all parameters of a rule on a day; `null` where one of them is not in force. */
export interface ParametersOnDay {
  readonly values: ReadonlyMap<string, ParameterInForce>
  readonly citations: readonly Citation[]
}

/**
 * Resolves the parameters of a rule by day, once for all days between two versions.
 * Clause 5: what is in force on the first day of the window; a setting of a config holds for all dates.
 */
export class ParameterTable {
  readonly #rule: Rule
  readonly #variant: RuleVariant
  /** First days of the stretches of time in which nothing changes, in order, but for the first stretch. */
  readonly #changes: readonly EpochDay[]
  readonly #byStretch: (ParametersOnDay | null | undefined)[]

  constructor(rule: Rule, variant: RuleVariant) {
    this.#rule = rule
    this.#variant = variant
    this.#changes = changesOf(variant)
    this.#byStretch = [undefined, ...this.#changes.map(() => undefined)]
  }

  on(day: EpochDay): ParametersOnDay | null {
    let stretch = 0
    while (stretch < this.#changes.length && this.#changes[stretch]! <= day) stretch++
    let found = this.#byStretch[stretch]
    if (found === undefined) {
      found = parametersOn(this.#rule, this.#variant, day)
      this.#byStretch[stretch] = found
    }
    return found
  }
}

function changesOf({ parameters }: RuleVariant): EpochDay[] {
  const days = new Set<EpochDay>()
  for (const candidates of parameters.values())
    for (const { from, to } of candidates) days.add(from).add(to + 1)
  return [...days].sort((a, b) => a - b)
}

function parametersOn(rule: Rule, variant: RuleVariant, day: EpochDay): ParametersOnDay | null {
  const values = new Map<string, ParameterInForce>()
  const citations: Citation[] = [...rule.citations]
  for (const [name, candidates] of variant.parameters) {
    const inForce = candidates.filter(({ from, to }) => from <= day && day <= to)
    const [taken] = inForce
    if (taken === undefined) return null
    const version = inForce.find((candidate) => candidate.version !== null)?.version ?? null
    values.set(name, {
      value: taken.value,
      version,
      setBy: taken.kind === 'rule' ? null : taken.issuer,
      refinement: taken.refinement,
    })
    const own = taken.refinement === null ? [] : [citationOf(taken.refinement)]
    for (const citation of [...(version?.citations ?? []), ...own])
      if (!includesCitation(citations, citation)) citations.push(citation)
  }
  return { values, citations }
}

function includesCitation(citations: readonly Citation[], citation: Citation): boolean {
  return citations.some(
    (other) =>
      other.instrument === citation.instrument &&
      other.document === citation.document &&
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
