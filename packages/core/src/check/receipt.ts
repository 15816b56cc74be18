import { hash } from 'node:crypto'
import { formatDate } from '../civil/date.ts'
import type { ResolvedConfig } from '../config/resolve.ts'
import { isRuleFunction, type Rule } from '../plugin/plugin.ts'
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
  }
}

function hashesOf(config: ResolvedConfig): ConfigHashes {
  const on = config.rules.filter((rule) => rule.settings.length > 0)
  return {
    rules: digest(on.map(({ id, rule }) => [id, contentOf(rule)])),
    parameters: digest([
      on.map(({ id, settings }) => [id, settings.map((s) => [s.under, s.setting])]),
      config.credit,
    ]),
  }
}

/** A rule as data; a function by its source text. */
function contentOf(rule: Rule): unknown {
  return isRuleFunction(rule) ? { ...rule, judge: rule.judge.toString() } : rule
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
