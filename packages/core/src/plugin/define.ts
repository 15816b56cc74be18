import type { z } from 'zod'
import { XueshiError } from '../errors.ts'
import { faultsOf } from '../requirement/faults.ts'
import { type Requirement, type RuleMeta, requirementSchema, ruleMetaSchema } from '../requirement/schema.ts'
import { TABLES } from '../terms.ts'
import { type AggregateRule, isAggregateRule, type Plugin, type RuleFunction } from './plugin.ts'
import { supersedingFaults } from './superseding.ts'

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
 * Validates and freezes a rule written as functions: the meta of a requirement with `judge` in place of a
 * demand, or with `collect`, `merge` and `judge` where an organization adds up its parts.
 *
 * @throws XueshiError `invalid-rule` naming each fault.
 * @example
 * ```ts
 * import { defineRule } from '@xueshi/core'
 *
 * const share = defineRule({
 *   id: 'committee/share-of-full-members',
 *   title: { 'zh-CN': '正式党员比例', en: 'Share of full members' },
 *   subject: 'organization',
 *   who: { kind: ['party-committee'] },
 *   window: { anyDay: true },
 *   strength: 'local',
 *   assurance: 'secondary',
 *   parameters: {},
 *   citations: [{ instrument: '本县工作安排', articleConfirmed: false, assurance: 'secondary' }],
 *   uncoded: [],
 *   summary: { 'zh-CN': '正式党员过半', en: 'More than half are full members' },
 *   reads: ['members'],
 *   over: 'members',
 *   empty: { all: 0, full: 0 },
 *   collect: (part, { dataset }) => ({ all: 1, full: dataset.member(part.id)?.status === 'full' ? 1 : 0 }),
 *   merge: (a, b) => ({ all: a.all + b.all, full: a.full + b.full }),
 *   judge: (_, { all, full }) => ({ verdict: full * 2 > all ? 'met' : 'breached', measured: full, required: all }),
 * })
 * console.log(share.over) // members
 * ```
 */
export function defineRule<T>(value: AggregateRule<T>): AggregateRule<T>
export function defineRule(value: RuleFunction): RuleFunction
export function defineRule(value: RuleFunction | AggregateRule): RuleFunction | AggregateRule {
  return isAggregateRule(value) ? defineAggregate(value) : defineFunction(value)
}

function defineFunction(value: RuleFunction): RuleFunction {
  const { judge, reads, ...meta } = value
  const parsed = metaOf(value, meta, { judge }, reads)
  refuseFaults('invalid-rule', parsed)
  return deepFreeze({ ...parsed, reads: [...reads], judge })
}

function defineAggregate(value: AggregateRule): AggregateRule {
  const { judge, collect, merge, empty, over, reads, ...meta } = value
  const parsed = metaOf(value, meta, { collect, merge, judge }, reads)
  const faults: string[] = []
  if (parsed.subject !== 'organization') faults.push('subject: organization')
  if (over !== 'members' && over !== 'organizations') faults.push('over: members, organizations')
  if (!isJson(empty)) faults.push('empty: 必须是 JSON / must be JSON')
  if (faults.length > 0) throw invalid('invalid-rule', idOf(value), faults)
  refuseFaults('invalid-rule', parsed, true)
  const subject = 'organization'
  return deepFreeze({ ...parsed, subject, reads: [...reads], over, empty, collect, merge, judge })
}

/** The meta of a rule written as functions, once meta, functions and tables are what they must be. */
function metaOf(
  value: unknown,
  meta: unknown,
  functions: Readonly<Record<string, unknown>>,
  reads: unknown,
): RuleMeta {
  const parsed = ruleMetaSchema.safeParse(meta)
  if (!parsed.success) throw invalid('invalid-rule', idOf(value), issuesOf(parsed.error))
  const faults = Object.entries(functions)
    .filter(([, made]) => typeof made !== 'function')
    .map(([name]) => `${name}: 必须是函数 / must be a function`)
  const tables = new Set<unknown>(TABLES.map((table) => table.id))
  if (!Array.isArray(reads)) faults.push('reads: 必须列出读取的表 / must list the tables it reads')
  else {
    const unknown = reads.filter((table) => !tables.has(table))
    if (unknown.length > 0) faults.push(`reads: ${unknown.join(', ')}`)
  }
  if (faults.length > 0) throw invalid('invalid-rule', idOf(value), faults)
  return parsed.data
}

/** Whether a value is made of what JSON can say, and of nothing else. */
function isJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value !== 'object') return false
  if (Array.isArray(value)) return value.every(isJson)
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isJson)
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
  faults.push(...supersedingFaults(plugin.rules))
  if (faults.length > 0) throw invalid('invalid-plugin', plugin.name, faults)
  return Object.freeze({ ...plugin, rules: Object.freeze([...plugin.rules]), presets: plugin.presets })
}

function refuseFaults(
  code: 'invalid-requirement' | 'invalid-rule',
  rule: RuleMeta | Requirement,
  isAggregate = false,
): void {
  const faults = faultsOf(rule, isAggregate)
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
