import { XueshiError } from '../errors.ts'
import type { Plugin, Rule } from '../plugin/plugin.ts'
import type { Level } from '../terms.ts'
import type { Config, ConfigEntry, CreditPolicy, RuleSetting } from './config.ts'
import { nearestWord } from './nearest.ts'

/** The credit policy where a config says nothing: 60 minutes an hour, 8 hours a day, no further kinds. */
export const defaultCredit: CreditPolicy = Object.freeze({
  minutesPerHour: 60,
  dailyCap: 8,
  countedKinds: [],
})

/** A setting of a rule with the entry it comes from. */
export interface AppliedSetting {
  readonly entry: string
  /** Organizations under which it holds; `null` everywhere. */
  readonly under: readonly string[] | null
  readonly setting: RuleSetting
}

/** A rule of a config with the settings that speak of it, in order. */
export interface ResolvedRule {
  /** Full id: plugin name, slash, rule id. */
  readonly id: string
  readonly rule: Rule
  readonly plugin: Plugin
  readonly settings: readonly AppliedSetting[]
}

/** A config with its plugins and rules looked up and checked. */
export interface ResolvedConfig {
  readonly plugins: readonly Plugin[]
  /** All rules of all plugins, in order of full id; those without a setting are off. */
  readonly rules: readonly ResolvedRule[]
  readonly credit: CreditPolicy
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
 * `invalid-parameter`, `invalid-config`; each names the entry and, where it can, the word that was meant.
 */
export function resolveConfig(config: Config): ResolvedConfig {
  const known = resolvedConfigs.get(config)
  if (known !== undefined) return known
  const plugins = pluginsOf(config)
  const byId = new Map<string, { rule: Rule; plugin: Plugin; settings: AppliedSetting[] }>()
  for (const plugin of plugins)
    for (const rule of plugin.rules) byId.set(`${plugin.name}/${rule.id}`, { rule, plugin, settings: [] })
  for (const entry of config.entries) {
    for (const [word, given] of Object.entries(entry.rules ?? {})) {
      const id = findRule([...byId.keys()], word, entry.name)
      const target = byId.get(id)!
      const setting: RuleSetting = typeof given === 'string' ? { level: given } : given
      checkSetting(id, target.rule, setting, entry.name)
      target.settings.push({ entry: entry.name, under: entry.when?.under ?? null, setting })
    }
  }
  const resolved: ResolvedConfig = {
    plugins,
    rules: [...byId].map(([id, found]) => ({ id, ...found })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    credit: creditOf(config),
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

const LEVEL_WORDS: readonly string[] = ['off', 'warn', 'error'] satisfies Level[]

function checkSetting(id: string, rule: Rule, setting: RuleSetting, entry: string): void {
  if (setting.level !== undefined && !LEVEL_WORDS.includes(setting.level)) {
    const near = nearestWord(String(setting.level), LEVEL_WORDS)
    throw new XueshiError(
      'invalid-config',
      `${id}: 级别无效 / invalid level ${JSON.stringify(setting.level)}`,
      {
        where: entry,
        hint: near ?? LEVEL_WORDS.join(', '),
      },
    )
  }
  for (const [name, value] of Object.entries(setting.parameters ?? {})) {
    const parameter = Object.hasOwn(rule.parameters, name) ? rule.parameters[name] : undefined
    if (parameter === undefined) {
      const near = nearestWord(name, Object.keys(rule.parameters))
      throw new XueshiError('unknown-parameter', `${id}: 没有参数 / unknown parameter ${name}`, {
        where: entry,
        hint: near ?? (Object.keys(rule.parameters).join(', ') || '-'),
      })
    }
    checkValue(id, name, value, parameter, entry)
  }
}

function checkValue(
  id: string,
  name: string,
  value: number | string,
  parameter: Rule['parameters'][string],
  entry: string,
): void {
  const refuse = (why: string) => {
    throw new XueshiError('invalid-parameter', `${id}: ${name} = ${JSON.stringify(value)}: ${why}`, {
      where: entry,
    })
  }
  const sample = parameter.versions[0]!.value
  if (typeof value !== typeof sample) refuse(`应为 / expected ${typeof sample}`)
  if (typeof value === 'number' && !Number.isFinite(value)) refuse('应为有限数 / expected a finite number')
  if (typeof value === 'string' && !/^P\d{1,4}[DMY]$/.test(value))
    refuse('应为期限 / expected a duration such as P6M')
  if (parameter.refinement === 'fixed') refuse('该参数不可修改 / this parameter is fixed')
  if (parameter.refinement === 'raise-only' && typeof value === 'number') {
    for (const version of parameter.versions) {
      const nationally = version.value as number
      if (parameter.stricter === 'higher' ? value < nationally : value > nationally)
        refuse(`只能加码，不能低于上级规定 ${nationally} / may only be made stricter than ${nationally}`)
    }
  }
}

function creditOf(config: Config): CreditPolicy {
  const credit: CreditPolicy = Object.assign(
    {},
    defaultCredit,
    ...config.entries.map((entry) => entry.credit ?? {}),
  )
  const positive = (value: number) => Number.isFinite(value) && value > 0
  if (!positive(credit.minutesPerHour) || !positive(credit.dailyCap) || credit.dailyCap > 24)
    throw new XueshiError('invalid-config', '学时折算参数无效 / invalid credit policy', {
      hint: 'minutesPerHour > 0, 0 < dailyCap <= 24',
    })
  return Object.freeze(credit)
}
