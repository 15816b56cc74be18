import { hash } from 'node:crypto'
import { formatDate } from '../civil/date.ts'
import type { AppliedRefinement, ResolvedConfig } from '../config/resolve.ts'
import { isAggregateRule, isRuleFunction, type Rule } from '../plugin/plugin.ts'
import { CORE_VERSION } from '../version.ts'
import type { Receipt } from './finding.ts'
import type { Plan } from './plan.ts'

interface ConfigHashes {
  readonly rules: string
  readonly parameters: string
}

const hashes = new WeakMap<ResolvedConfig, ConfigHashes>()

/** What the run can be reproduced from. */
export function receiptOf(plan: Plan, config: ResolvedConfig): Receipt {
  let known = hashes.get(config)
  if (known === undefined) {
    known = hashesOf(config)
    hashes.set(config, known)
  }
  return {
    core: CORE_VERSION,
    plugins: config.plugins.map(({ name, version }) => ({ name, version })),
    ...known,
    input: plan.dataset.hash,
    asOf: formatDate(plan.asOf),
    ...(plan.workdays === null ? {} : { workdays: plan.workdays.name }),
  }
}

function hashesOf(config: ResolvedConfig): ConfigHashes {
  const on = config.rules.filter((rule) => rule.settings.length > 0)
  return {
    rules: digest(on.map(({ id, rule }) => [id, contentOf(rule)])),
    parameters: digest([
      on.map(({ id, settings, refinements }) => [
        id,
        settings.map((s) => [s.under, s.setting]),
        ...(refinements.length === 0 ? [] : [refinements.map(contentOfRefinement).sort()]),
      ]),
      config.credit,
    ]),
  }
}

/** A rule as data; functions by their source text. */
function contentOf(rule: Rule): unknown {
  if (isAggregateRule(rule))
    return {
      ...rule,
      collect: rule.collect.toString(),
      merge: rule.merge.toString(),
      judge: rule.judge.toString(),
    }
  return isRuleFunction(rule) ? { ...rule, judge: rule.judge.toString() } : rule
}

/** A refinement without the file it was read from: neither files nor their order change a result. */
function contentOfRefinement({ when, refinement }: AppliedRefinement): string {
  const { source: _, ...content } = refinement
  return canonicalJson([when, content])
}

function digest(value: unknown): string {
  return hash('sha256', canonicalJson(value), 'hex')
}

/** JSON with the keys of objects in order, so that the order of writing never matters. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
