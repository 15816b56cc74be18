import { ParameterTable } from '../check/amounts.ts'
import { type CivilDate, parseDate } from '../civil/date.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { XueshiError } from '../errors.ts'
import type { Rule } from '../plugin/plugin.ts'
import type { Citation } from '../requirement/schema.ts'
import type { Level } from '../terms.ts'
import type { Config } from './config.ts'
import { type ConsideredValue, consideredValues } from './considered.ts'
import { citationOf } from './refinement.ts'
import { resolveConfig } from './resolve.ts'
import { variantFor } from './variants.ts'

/** A parameter value with where it comes from. */
export interface ParameterValue {
  readonly value: number | string
  readonly from: CivilDate | null
  readonly to: CivilDate | null
  readonly citations: readonly Citation[]
  /** The config entry, or the issuer of the refinement, that gives the value; `null` where the rule does. */
  readonly setBy: string | null
}

/** A rule as a config holds it on a day. */
export interface RuleInForce {
  /** Full id. */
  readonly id: string
  readonly rule: Rule
  readonly plugin: { readonly name: string; readonly version: string }
  readonly level: Level
  /** The entry that decided the level, `null` where none speaks of the rule. */
  readonly decidedBy: string | null
  /** False where a parameter has no version in force on the day. */
  readonly inForce: boolean
  readonly parameters: Readonly<Record<string, ParameterValue>>
  /** By parameter: every value that some source gives, with the one that holds and why the others do not. */
  readonly considered: Readonly<Record<string, readonly ConsideredValue[]>>
  /** Whether the config accepts what the rule does not express of its article (`uncoded`). */
  readonly accepted: boolean
}

/**
 * All rules of a config on a day, also those that are off, with level, parameters and who decided; for one
 * organization where it is named, else for one that no entry and no refinement names.
 *
 * @throws XueshiError `unknown-organization`, `ambiguous-parameter`, `invalid-parameter`, and those of
 * {@link resolveConfig}.
 */
export function rulesInForce(
  config: Config,
  options: { readonly asOf: CivilDate; readonly organization?: string; readonly dataset?: Dataset },
): RuleInForce[] {
  const day = parseDate(options.asOf)
  const path = options.organization === undefined ? [] : pathOf(options.organization, options.dataset)
  const { rules, acceptance } = resolveConfig(config)
  return rules.map((resolved) => {
    const { id, rule, plugin } = resolved
    const variant = variantFor(resolved, path)
    const values = new ParameterTable(rule, variant).on(day)
    const parameters: Record<string, ParameterValue> = {}
    for (const [name, { value, version, setBy, refinement }] of values?.values ?? [])
      parameters[name] = {
        value,
        from: refinement?.from ?? version?.from ?? null,
        to: (refinement === null ? version?.to : refinement.to) ?? null,
        citations: [...(version?.citations ?? []), ...(refinement === null ? [] : [citationOf(refinement)])],
        setBy,
      }
    return {
      id,
      rule,
      plugin: { name: plugin.name, version: plugin.version },
      level: variant.level,
      decidedBy: variant.levelBy,
      inForce: values !== null,
      parameters,
      considered: consideredValues(resolved, variant, path, day),
      accepted: acceptance.accepted.has(id),
    }
  })
}

/** The organization and all above it. */
function pathOf(organization: string, dataset: Dataset | undefined): string[] {
  const path: string[] = []
  for (let id: string | null = organization; id !== null; id = dataset?.organization(id)?.parent ?? null)
    path.push(id)
  if (dataset !== undefined && dataset.organization(organization) === undefined)
    throw new XueshiError('unknown-organization', `没有这个党组织 / unknown organization: ${organization}`)
  return path
}
