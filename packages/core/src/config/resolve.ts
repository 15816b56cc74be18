import { XueshiError } from '../errors.ts'
import type { Plugin, Rule, WorkdayCalendar } from '../plugin/plugin.ts'
import { checkRefinement, checkSetting } from './check-values.ts'
import type { Config, ConfigEntry, CreditPolicy, RuleSetting } from './config.ts'
import { creditOf } from './credit-policy.ts'
import { nearestWord } from './nearest.ts'
import { checkedRefinement, type Refinement } from './refinement.ts'
import { scopesOf, variantFor, variantKey } from './variants.ts'

/** A setting of a rule with the entry it comes from. */
export interface AppliedSetting {
  readonly entry: string
  /** Organizations under which it holds; `null` everywhere. */
  readonly under: readonly string[] | null
  readonly setting: RuleSetting
}

/** A refinement with the entry it comes from. */
export interface AppliedRefinement {
  readonly entry: string
  /** Organizations under which the entry holds; `null` everywhere. */
  readonly when: readonly string[] | null
  readonly refinement: Refinement
}

/** A rule of a config with the settings and refinements that speak of it, in order. */
export interface ResolvedRule {
  /** Full id: plugin name, slash, rule id. */
  readonly id: string
  readonly rule: Rule
  readonly plugin: Plugin
  readonly settings: readonly AppliedSetting[]
  readonly refinements: readonly AppliedRefinement[]
}

/** What a config says about words of articles that rules do not express. */
export interface Acceptance {
  /** Whether a check is refused while words are not accepted. */
  readonly required: boolean
  /** Full ids of the rules whose uncoded words are accepted. */
  readonly accepted: ReadonlySet<string>
}

/** A config with its plugins and rules looked up and checked. */
export interface ResolvedConfig {
  readonly plugins: readonly Plugin[]
  /** All rules of all plugins, in order of full id; those without a setting are off. */
  readonly rules: readonly ResolvedRule[]
  readonly credit: CreditPolicy
  readonly acceptance: Acceptance
  /** Working days of the last entry that has them, `null` where none has. */
  readonly workdays: WorkdayCalendar | null
}

/**
 * Puts entries in order; arrays are flattened, so that presets may be lists.
 *
 * @throws XueshiError `invalid-config` where an entry has no name.
 */
export function defineConfig(...entries: (ConfigEntry | readonly ConfigEntry[])[]): Config {
  const flat = entries.flat() as ConfigEntry[]
  flat.forEach((entry, i) => {
    if (typeof entry !== 'object' || entry === null || typeof entry.name !== 'string' || entry.name === '')
      throw new XueshiError('invalid-config', `配置第 ${i + 1} 项没有名称 / entry ${i + 1} has no name`, {
        hint: "{ name: 'our county', rules: { … } }",
      })
  })
  return Object.freeze({ entries: Object.freeze(flat) })
}

const resolvedConfigs = new WeakMap<Config, ResolvedConfig>()

/**
 * Looks up and checks everything a config names.
 *
 * @throws XueshiError `plugin-conflict`, `unknown-rule`, `ambiguous-rule`, `unknown-parameter`,
 * `invalid-parameter`, `ambiguous-parameter`, `invalid-refinement`, `invalid-config`; each names the entry and, where
 * it can, the word that was meant. Clashes that only the tree of organizations tells are found by {@link check}.
 */
export function resolveConfig(config: Config): ResolvedConfig {
  const known = resolvedConfigs.get(config)
  if (known !== undefined) return known
  const plugins = pluginsOf(config)
  const byId = new Map<string, Draft>()
  for (const plugin of plugins)
    for (const rule of plugin.rules)
      byId.set(`${plugin.name}/${rule.id}`, { rule, plugin, settings: [], refinements: [] })
  const ids = [...byId.keys()]
  for (const entry of config.entries) {
    for (const [word, given] of Object.entries(entry.rules ?? {})) {
      const id = findRule(ids, word, entry.name)
      const target = byId.get(id)!
      const setting: RuleSetting = typeof given === 'string' ? { level: given } : given
      checkSetting(id, target.rule, setting, entry.name)
      target.settings.push({ entry: entry.name, under: entry.when?.under ?? null, setting })
    }
    for (const refinement of refinementsOf(entry)) {
      const id = findRule(ids, refinement.rule, refinement.source ?? entry.name)
      const target = byId.get(id)!
      checkRefinement(id, target.rule, refinement, entry.name)
      target.refinements.push({ entry: entry.name, when: entry.when?.under ?? null, refinement })
    }
  }
  const rules = [...byId].map(([id, found]) => ({ id, ...found })).sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const rule of rules) refuseClashes(rule)
  const resolved: ResolvedConfig = {
    plugins,
    rules,
    credit: creditOf(config),
    acceptance: acceptanceOf(config, ids),
    workdays: config.entries.findLast((entry) => entry.workdays !== undefined)?.workdays ?? null,
  }
  resolvedConfigs.set(config, resolved)
  return resolved
}

/**
 * The full id of a rule named in full or, where that is unique, without its plugin.
 *
 * @throws XueshiError `unknown-rule` (the hint names the nearest id), `ambiguous-rule`.
 */
export function resolveRuleId(config: Config, word: string): string {
  return findRule(
    resolveConfig(config).rules.map((rule) => rule.id),
    word,
    undefined,
  )
}

function findRule(ids: readonly string[], word: string, entry: string | undefined): string {
  if (ids.includes(word)) return word
  const short = ids.filter((id) => id.slice(id.indexOf('/') + 1) === word)
  if (short.length === 1) return short[0]!
  const where = entry === undefined ? {} : { where: entry }
  if (short.length > 1)
    throw new XueshiError('ambiguous-rule', `规则名不唯一 / ambiguous rule: ${word}`, {
      ...where,
      hint: short.join(', '),
    })
  const near = nearestWord(word, [...ids, ...ids.map((id) => id.slice(id.indexOf('/') + 1))])
  throw new XueshiError(
    'unknown-rule',
    `没有这条规则 / unknown rule: ${word}${near === undefined ? '' : `；是否指 / did you mean ${near}?`}`,
    near === undefined ? where : { ...where, hint: near },
  )
}

function pluginsOf(config: Config): Plugin[] {
  const byName = new Map<string, { plugin: Plugin; entry: string }>()
  for (const entry of config.entries) {
    for (const plugin of entry.plugins ?? []) {
      const other = byName.get(plugin.name)
      if (other !== undefined && other.plugin.version !== plugin.version)
        throw new XueshiError(
          'plugin-conflict',
          `插件 ${plugin.name} 有两个版本 / two versions: ${other.plugin.version} (${other.entry}), ${plugin.version} (${entry.name})`,
          { where: entry.name, hint: '只保留一个版本 / keep one version' },
        )
      if (other === undefined) byName.set(plugin.name, { plugin, entry: entry.name })
    }
  }
  return [...byName.values()].map(({ plugin }) => plugin).sort((a, b) => (a.name < b.name ? -1 : 1))
}

interface Draft {
  readonly rule: Rule
  readonly plugin: Plugin
  readonly settings: AppliedSetting[]
  readonly refinements: AppliedRefinement[]
}

function refinementsOf({ name, refinements }: ConfigEntry): Refinement[] {
  return (refinements ?? []).map((given, i) => {
    if (typeof given !== 'string') return checkedRefinement(given, `${name} refinements[${i}]`)
    throw new XueshiError(
      'invalid-config',
      `${name}: 文件要先读入 / files of refinements are read before: ${given}`,
      { where: name, hint: 'parseRefinements(JSON.parse(text), file)' },
    )
  })
}

/** Finds what clashes whatever the tree: for an organization that nobody names, and for each one named. */
function refuseClashes(rule: ResolvedRule): void {
  const seen = new Set<string>()
  for (const path of [[], ...scopesOf(rule).flatMap((scope) => scope.map((id) => [id]))]) {
    const key = variantKey(rule, path)
    if (seen.has(key)) continue
    seen.add(key)
    variantFor(rule, path)
  }
}

function acceptanceOf(config: Config, ids: readonly string[]): Acceptance {
  const accepted = config.entries.flatMap(({ name, acceptUncoded }) =>
    (acceptUncoded ?? []).map((word) => findRule(ids, word, name)),
  )
  const required = config.entries.findLast((entry) => entry.requireAccepted !== undefined)?.requireAccepted
  return { required: required ?? false, accepted: new Set(accepted) }
}
