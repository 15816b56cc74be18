import type { z } from 'zod'
import { XueshiError } from '../errors.ts'
import { faultsOf } from '../requirement/faults.ts'
import { type Requirement, type RuleMeta, requirementSchema, ruleMetaSchema } from '../requirement/schema.ts'
import { TABLES } from '../terms.ts'
import type { Plugin, RuleFunction } from './plugin.ts'

/**
 * Validates and freezes a requirement.
 *
 * @throws XueshiError `invalid-requirement` naming each fault.
 * @example
 * ```ts
 * import { defineRequirement } from '@xueshi/core'
 *
 * const lecture = defineRequirement({
 *   id: 'branch/half-year-lecture',
 *   title: { 'zh-CN': '每半年一次党课', en: 'A lecture each half-year' },
 *   subject: 'organization',
 *   who: { kind: ['branch'] },
 *   window: { each: 'half-year' },
 *   demand: { measure: 'sessions', count: { kinds: ['party-lecture'] }, atLeast: { parameter: 'sessions' } },
 *   strength: 'local',
 *   assurance: 'secondary',
 *   parameters: {
 *     sessions: {
 *       title: { 'zh-CN': '次数', en: 'sessions' },
 *       unit: 'session',
 *       refinement: 'raise-only',
 *       stricter: 'higher',
 *       versions: [
 *         {
 *           value: 1,
 *           from: '2024-01-01',
 *           citations: [{ instrument: '本县工作安排', articleConfirmed: false, assurance: 'secondary' }],
 *         },
 *       ],
 *     },
 *   },
 *   citations: [{ instrument: '本县工作安排', articleConfirmed: false, assurance: 'secondary' }],
 *   uncoded: [],
 *   summary: { 'zh-CN': '党支部每半年至少 {sessions} 次党课', en: 'At least {sessions} lecture each half-year' },
 * })
 * console.log(lecture.id) // branch/half-year-lecture
 * ```
 */
export function defineRequirement(value: Requirement): Requirement {
  const parsed = requirementSchema.safeParse(value)
  if (!parsed.success) throw invalid('invalid-requirement', idOf(value), issuesOf(parsed.error))
  refuseFaults('invalid-requirement', parsed.data)
  return deepFreeze(parsed.data)
}

/**
 * Validates and freezes a rule function: the meta of a requirement with `judge` in place of a demand.
 *
 * @throws XueshiError `invalid-rule` naming each fault.
 */
export function defineRule(value: RuleFunction): RuleFunction {
  const { judge, reads, ...meta } = value
  const parsed = ruleMetaSchema.safeParse(meta)
  if (!parsed.success) throw invalid('invalid-rule', idOf(value), issuesOf(parsed.error))
  if (typeof judge !== 'function')
    throw invalid('invalid-rule', idOf(value), ['judge: 必须是函数 / must be a function'])
  const tables = new Set<string>(TABLES.map((table) => table.id))
  const unknown = reads.filter((table) => !tables.has(table))
  if (unknown.length > 0) throw invalid('invalid-rule', idOf(value), [`reads: ${unknown.join(', ')}`])
  refuseFaults('invalid-rule', parsed.data)
  return deepFreeze({ ...parsed.data, reads: [...reads], judge })
}

/**
 * Checks and freezes a plugin: rule ids are unique, presets and supersedes name rules of the plugin.
 *
 * @throws XueshiError `invalid-plugin`.
 */
export function definePlugin(plugin: Plugin): Plugin {
  const ids = new Set<string>()
  const faults: string[] = []
  if (!/^[a-z][a-z0-9-]*$/.test(plugin.name)) faults.push(`name: ${JSON.stringify(plugin.name)}`)
  for (const rule of plugin.rules) {
    if (ids.has(rule.id)) faults.push(`rules: 重复 / duplicate ${rule.id}`)
    ids.add(rule.id)
  }
  for (const rule of plugin.rules)
    for (const other of [...(rule.supersedes ?? []), ...(rule.joinableWith ?? [])])
      if (!ids.has(other)) faults.push(`${rule.id}: 未知规则 / unknown rule ${other}`)
  if (faults.length > 0) throw invalid('invalid-plugin', plugin.name, faults)
  return Object.freeze({ ...plugin, rules: Object.freeze([...plugin.rules]), presets: plugin.presets })
}

function refuseFaults(code: 'invalid-requirement' | 'invalid-rule', rule: RuleMeta | Requirement): void {
  const faults = faultsOf(rule)
  if (faults.length > 0) throw invalid(code, rule.id, faults)
}

function invalid(
  code: 'invalid-requirement' | 'invalid-rule' | 'invalid-plugin',
  where: string,
  faults: readonly string[],
) {
  return new XueshiError(code, `${where}: ${faults.join('; ')}`, { where })
}

function idOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : '?'
}

function issuesOf(error: z.ZodError): string[] {
  return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

/** Freezes a value made of plain objects and arrays; functions are left alone. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) deepFreeze(part)
  return Object.freeze(value)
}
