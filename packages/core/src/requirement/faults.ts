import { parseDate } from '../civil/date.ts'
import type { Amount, Bound, Demand, Requirement, RuleMeta } from './schema.ts'

/**
 * Faults that a schema cannot see: parameters that are read but not defined, or defined but not read,
 * versions that overlap, placeholders without a parameter, measures that do not fit subject or window.
 */
export function faultsOf(rule: RuleMeta | Requirement): string[] {
  const faults: string[] = []
  for (const [name, parameter] of Object.entries(rule.parameters)) {
    const versions = [...parameter.versions].sort((a, b) => (a.from < b.from ? -1 : 1))
    versions.forEach((version, i) => {
      const next = versions[i + 1]
      if (version.to !== undefined && parseDate(version.to) < parseDate(version.from))
        faults.push(`parameters.${name}: ${version.from}..${version.to}`)
      if (next !== undefined && (version.to === undefined || version.to >= next.from))
        faults.push(`parameters.${name}: 版本重叠 / versions overlap at ${next.from}`)
    })
  }
  for (const text of [
    rule.summary['zh-CN'],
    rule.summary.en,
    rule.advice?.['zh-CN'] ?? '',
    rule.advice?.en ?? '',
  ])
    for (const [, name] of text.matchAll(/\{([a-zA-Z]+)\}/g))
      if (!Object.hasOwn(rule.parameters, name!)) faults.push(`占位符无参数 / no parameter for {${name}}`)
  if ('demand' in rule) faults.push(...demandFaults(rule))
  return faults
}

function demandFaults(rule: Requirement): string[] {
  const faults: string[] = []
  const read = new Set<string>()
  for (const demand of demandsOf(rule.demand)) {
    for (const amount of amountsOf(demand)) {
      if (typeof amount !== 'object') continue
      read.add(amount.parameter)
      if (!Object.hasOwn(rule.parameters, amount.parameter))
        faults.push(`参数未定义 / unknown parameter ${amount.parameter}`)
    }
    if (demand.measure === 'size') {
      if (rule.subject !== 'organization' || !('anyDay' in rule.window))
        faults.push('size: organization, anyDay')
    } else if (demand.measure === 'gap') {
      if (rule.subject !== 'member' || !('rolling' in rule.window)) faults.push('gap: member, rolling')
    } else {
      if ('anyDay' in rule.window || 'rolling' in rule.window) faults.push(`${demand.measure}: each, between`)
      if (rule.subject === 'organization' && demand.measure !== 'sessions')
        faults.push(`${demand.measure}: member, post`)
      if (rule.subject === 'organization' && 'between' in rule.window) faults.push('between: member')
    }
    if (demand.measure !== 'gap' && demand.atLeast === undefined && demand.atMost === undefined)
      faults.push('缺少界限 / no bound')
  }
  for (const name of Object.keys(rule.parameters))
    if (!read.has(name)) faults.push(`参数未使用 / unused parameter ${name}`)
  return faults
}

/** The demands of a bound, in order. */
export function demandsOf(bound: Bound): readonly Demand[] {
  if ('anyOf' in bound) return bound.anyOf
  if ('allOf' in bound) return bound.allOf
  return [bound]
}

/** The amounts a demand reads. */
export function amountsOf(demand: Demand): Amount[] {
  const amounts: (Amount | undefined)[] =
    demand.measure === 'gap'
      ? [demand.atMost, demand.noticeFrom]
      : demand.measure === 'size'
        ? [demand.atLeast, demand.atMost, demand.when?.atLeast, demand.when?.atMost]
        : [demand.atLeast, demand.atMost]
  return amounts.filter((amount) => amount !== undefined)
}
