import { parseDate } from '../civil/date.ts'
import { misfitsOf } from './fits.ts'
import { amountsOf, demandsOfRule, durationOf } from './parts.ts'
import type { Amount, Requirement, RuleMeta } from './schema.ts'

/**
 * Faults that a schema cannot see: parameters that are read but not defined, or defined but not read,
 * versions that overlap, placeholders without a parameter, numbers where a duration belongs, and parts
 * that do not fit together. `isAggregate` says that the rule adds up parts.
 */
export function faultsOf(rule: RuleMeta | Requirement, isAggregate = false): string[] {
  return [
    ...versionFaults(rule),
    ...placeholderFaults(rule),
    ...amountFaults(rule),
    ...misfitsOf(rule, isAggregate),
  ]
}

function versionFaults(rule: RuleMeta): string[] {
  const faults: string[] = []
  for (const [name, parameter] of Object.entries(rule.parameters)) {
    const versions = [...parameter.versions].sort((a, b) => (a.from < b.from ? -1 : 1))
    if (new Set(versions.map(({ value }) => typeof value)).size > 1)
      faults.push(`parameters.${name}: 数与期限混用 / numbers and durations mixed`)
    versions.forEach((version, i) => {
      const next = versions[i + 1]
      if (version.to !== undefined && parseDate(version.to) < parseDate(version.from))
        faults.push(`parameters.${name}: ${version.from}..${version.to}`)
      if (next !== undefined && (version.to === undefined || version.to >= next.from))
        faults.push(`parameters.${name}: 版本重叠 / versions overlap at ${next.from}`)
    })
  }
  return faults
}

function placeholderFaults(rule: RuleMeta): string[] {
  const faults: string[] = []
  for (const text of [
    rule.summary['zh-CN'],
    rule.summary.en,
    rule.advice?.['zh-CN'] ?? '',
    rule.advice?.en ?? '',
  ])
    for (const [, name] of text.matchAll(/\{([a-zA-Z]+)\}/g))
      if (!Object.hasOwn(rule.parameters, name!)) faults.push(`占位符无参数 / no parameter for {${name}}`)
  return faults
}

/** Parameters that are not there, of the wrong type, or (in a requirement) for nobody. */
function amountFaults(rule: RuleMeta | Requirement): string[] {
  const faults: string[] = []
  const read = new Set<string>()
  const look = (amount: Amount, wanted: 'number' | 'string', where: string) => {
    const values: (number | string)[] = []
    if (typeof amount !== 'object') values.push(amount)
    else {
      read.add(amount.parameter)
      if (!Object.hasOwn(rule.parameters, amount.parameter))
        faults.push(`参数未定义 / unknown parameter ${amount.parameter}`)
      else values.push(...rule.parameters[amount.parameter]!.versions.map(({ value }) => value))
    }
    if (values.some((value) => typeof value !== wanted))
      faults.push(
        wanted === 'string'
          ? `${where}: 应为期限 / expected a duration such as P6M`
          : `${where}: 应为数 / expected a number`,
      )
  }
  const duration = durationOf(rule.window)
  if (duration !== undefined) look(duration, 'string', 'window')
  for (const demand of demandsOfRule(rule)) {
    const wanted = demand.measure === 'gap' || demand.measure === 'lag' ? 'string' : 'number'
    for (const amount of amountsOf(demand)) look(amount, wanted, demand.measure)
    if (demand.measure !== 'gap' && demand.atLeast === undefined && demand.atMost === undefined)
      faults.push('缺少界限 / no bound')
  }
  if ('demand' in rule)
    for (const name of Object.keys(rule.parameters))
      if (!read.has(name)) faults.push(`参数未使用 / unused parameter ${name}`)
  return faults
}
