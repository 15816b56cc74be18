import type { CivilDate, Locale, RuleInForce } from '@xueshi/core'

/** Options of {@link rulesToJson}. */
export interface JsonRulesOptions {
  /** The day on which the rules are in force. */
  readonly asOf: CivilDate
  /** Default `zh-CN`. */
  readonly locale?: Locale
}

/**
 * Rules in force as a plain value with a version: the shape of `xueshi rules --json`. A requirement is given
 * whole (it is data); of a rule function everything but its code.
 */
export function rulesToJson(rules: readonly RuleInForce[], options: JsonRulesOptions) {
  const locale = options.locale ?? 'zh-CN'
  return {
    version: 1 as const,
    asOf: options.asOf,
    rules: rules.map(({ id, rule, plugin, level, decidedBy, inForce, parameters, considered, accepted }) => {
      const meta = Object.fromEntries(Object.entries(rule).filter(([, part]) => typeof part !== 'function'))
      return {
        id,
        title: rule.title[locale],
        plugin: { name: plugin.name, version: plugin.version },
        level,
        decidedBy,
        inForce,
        parameters: Object.fromEntries(
          Object.entries(parameters).map(([name, { value, from, to, citations, setBy }]) => [
            name,
            { value, from, to, citations, setBy },
          ]),
        ),
        considered,
        accepted,
        definition: meta,
      }
    }),
  }
}
