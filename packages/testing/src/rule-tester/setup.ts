import {
  buildDataset,
  type Config,
  type ConfigEntry,
  check,
  type Dataset,
  type DatasetRows,
  defineConfig,
  type Level,
  type Plugin,
  type Report,
  rulesInForce,
  type Strength,
} from '@xueshi/core'
import type { CaseFile, CaseRows, RuleCase } from './case-file.ts'
import { deepFreeze } from './freeze.ts'
import { rowsOfCase } from './rows.ts'
import { workdayCalendar } from './workday-list.ts'

/** What all cases of a plugin share. */
export interface CaseOptions {
  /** Rows every case starts from; organizations of a case are added to them. Default none. */
  readonly base?: CaseRows
  /**
   * Config entries every case starts from. Default: every rule of the plugin at the level of its strength
   * (must: error; usual and derived: warn; local: off). A rule that a case speaks of and that is off in
   * them is set to `warn`.
   */
  readonly config?: readonly ConfigEntry[]
  /** Seed of the orders and splits that are tried; default 1. */
  readonly seed?: number
}

const LEVEL_OF: Readonly<Record<Strength, Level>> = {
  must: 'error',
  usual: 'warn',
  derived: 'warn',
  local: 'off',
}

/** A case made ready to be checked, with one plugin or another in its place. */
export interface CaseSetup {
  readonly example: RuleCase
  readonly rows: DatasetRows
  readonly dataset: Dataset
  /** The config with this plugin in place of the one of the same name. */
  configWith(plugin: Plugin): Config
  /** Full ids of the rule and of the others the case speaks of. */
  readonly rules: readonly string[]
}

/** Builds the dataset of a case once; its rows and config entries are frozen. */
export function setUpCase(
  plugin: Plugin,
  file: CaseFile,
  example: RuleCase,
  options: CaseOptions,
): CaseSetup {
  const rows = deepFreeze(rowsOfCase(example, options.base))
  const short = [file.rule, ...Object.keys(example.others ?? {})]
  const rules = short.map((id) => `${plugin.name}/${id}`)
  const given = options.config ?? [levelsByStrength(plugin)]
  const needed = neededRules(plugin, [...short, ...namedBy(example.config ?? []), ...refinedBy(given)])
  const start = given.map((entry) => withoutRules(entry, plugin, needed))
  const levels = rulesInForce(defineConfig({ name: 'plugin', plugins: [onlyWith(plugin, needed)] }, start), {
    asOf: example.asOf,
  })
  const isOff = (id: string) => levels.find((rule) => rule.id === id)?.level === 'off'
  const workdays = example.workdays ?? file.workdays
  const entries: ConfigEntry[] = [
    ...start,
    deepFreeze({
      name: 'case',
      rules: Object.fromEntries(rules.filter(isOff).map((id) => [id, 'warn' as const])),
    }),
    ...(example.parameters === undefined
      ? []
      : [deepFreeze({ name: 'parameters', rules: { [rules[0]!]: { parameters: example.parameters } } })]),
    ...(example.config ?? []).map((entry, i) => deepFreeze({ name: `config ${i + 1}`, ...entry })),
    ...(workdays === undefined ? [] : [{ name: 'workdays', workdays: workdayCalendar(workdays) }]),
  ]
  const configs = new WeakMap<Plugin, Config>()
  return {
    example,
    rows,
    rules,
    dataset: buildDataset(rows),
    configWith(other) {
      let config = configs.get(other)
      if (config === undefined) {
        // The first plugin of a name and version is the one that counts.
        config = defineConfig({ name: 'plugin', plugins: [onlyWith(other, needed)] }, entries)
        configs.set(other, config)
      }
      return config
    },
  }
}

/** All findings of the rules a case speaks of. */
export function checkCase(setup: CaseSetup, plugin: Plugin, dataset = setup.dataset, under?: string): Report {
  return check(dataset, setup.configWith(plugin), {
    asOf: setup.example.asOf,
    allVerdicts: true,
    rules: setup.rules,
    ...(under === undefined ? {} : { under }),
  })
}

/**
 * The rules that can have a say in a case: those it speaks of or configures, and all that take the place of
 * one of them. The others of a plugin only cost time.
 */
function neededRules(plugin: Plugin, words: readonly string[]): Set<string> {
  const needed = new Set(words.map((word) => shortId(plugin, word)))
  for (let size = 0; size < needed.size; ) {
    size = needed.size
    for (const { id, supersedes } of plugin.rules)
      if (supersedes?.some((other) => needed.has(other))) needed.add(id)
  }
  return needed
}

type EntryOfRules = Pick<ConfigEntry, 'rules' | 'refinements' | 'acceptUncoded'>

/** Rules that entries set, refine or accept. */
function namedBy(entries: readonly EntryOfRules[]): string[] {
  return [...entries.flatMap(({ rules }) => Object.keys(rules ?? {})), ...refinedBy(entries)]
}

function refinedBy(entries: readonly EntryOfRules[]): string[] {
  return entries.flatMap(({ refinements = [], acceptUncoded = [] }) => [
    ...refinements.flatMap((refinement) => (typeof refinement === 'string' ? [] : [refinement.rule])),
    ...acceptUncoded,
  ])
}

function onlyWith(plugin: Plugin, needed: ReadonlySet<string>): Plugin {
  return { ...plugin, rules: plugin.rules.filter((rule) => needed.has(rule.id)) }
}

/** An entry without settings of rules of the plugin that are not needed. */
function withoutRules(entry: ConfigEntry, plugin: Plugin, needed: ReadonlySet<string>): ConfigEntry {
  if (entry.rules === undefined) return entry
  const isNeedless = (word: string) => {
    const id = shortId(plugin, word)
    return !needed.has(id) && plugin.rules.some((rule) => rule.id === id)
  }
  const rules = Object.entries(entry.rules).filter(([word]) => !isNeedless(word))
  return { ...entry, rules: Object.fromEntries(rules) }
}

function shortId(plugin: Plugin, word: string): string {
  return word.startsWith(`${plugin.name}/`) ? word.slice(plugin.name.length + 1) : word
}

function levelsByStrength(plugin: Plugin): ConfigEntry {
  return {
    name: 'by strength',
    rules: Object.fromEntries(
      plugin.rules.map((rule) => [`${plugin.name}/${rule.id}`, LEVEL_OF[rule.strength]]),
    ),
  }
}
