import { declaredTables } from '../check/context.ts'
import { type CivilDate, parseDate } from '../civil/date.ts'
import type { Config } from '../config/config.ts'
import { nearestWord } from '../config/nearest.ts'
import { resolveConfig } from '../config/resolve.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { XueshiError } from '../errors.ts'
import type { Indicator, IndicatorContext, IndicatorRow, IndicatorSheet } from './indicator.ts'

/** Options of a sheet of indicators. */
export interface IndicatorOptions {
  /** First and last day that count, inclusive. */
  readonly from: CivilDate
  readonly to: CivilDate
  /** Only this organization and all below it. */
  readonly under?: string
  /** Only these indicators, by full id or without the plugin where that is unique; default all. */
  readonly indicators?: readonly string[]
  /** How many levels below the top are listed; default all. What is not listed is added up all the same. */
  readonly levels?: number
}

/**
 * The figures of every organization over a period, from the indicators of the plugins of a config: three
 * levels of secretaries read one sheet, and each level is the sum of the one below. No figure is about a person.
 *
 * @example
 * ```ts
 * import { buildDataset, defineConfig, defineIndicator, definePlugin, indicatorSheet } from '@xueshi/core'
 *
 * const members = defineIndicator<number>({
 *   id: 'members',
 *   title: { 'zh-CN': '党员人数', en: 'members' },
 *   summary: { 'zh-CN': '期末的党员', en: 'members on the last day' },
 *   unit: { 'zh-CN': '人', en: 'persons' },
 *   reads: ['members'],
 *   over: 'members',
 *   empty: 0,
 *   collect: () => 1,
 *   merge: (a, b) => a + b,
 *   value: (total) => total,
 * })
 * const plugin = definePlugin({
 *   name: 'our',
 *   version: '1.0.0',
 *   title: { 'zh-CN': '本县', en: 'ours' },
 *   rules: [],
 *   indicators: [members],
 *   presets: {},
 * })
 * const dataset = buildDataset({
 *   organizations: [
 *     { id: 'gw', name: '机关工委', kind: '机关工委' },
 *     { id: 'b1', name: '第一支部', kind: '党支部', parent: 'gw' },
 *   ],
 *   members: [{ id: 'p1', name: '张三', status: '正式党员', organization: 'b1' }],
 *   sessions: [],
 *   export: [{ from: '2025-01-01', to: '2025-12-31' }],
 * })
 * const config = defineConfig({ name: 'our', plugins: [plugin] })
 * const sheet = indicatorSheet(dataset, config, { from: '2025-01-01', to: '2025-12-31' })
 * for (const { depth, name, values } of sheet.rows) console.log(depth, name, values['our/members'])
 * // > 0 机关工委 1
 * // > 1 第一支部 1
 * ```
 *
 * @throws XueshiError `invalid-date`, `invalid-period`, `unknown-organization`, `unknown-indicator`, and those of
 * {@link resolveConfig}.
 */
export function indicatorSheet(dataset: Dataset, config: Config, options: IndicatorOptions): IndicatorSheet {
  if (parseDate(options.to) < parseDate(options.from))
    throw new XueshiError(
      'invalid-period',
      `起止颠倒 / ends before it begins: ${options.from}..${options.to}`,
    )
  if (options.under !== undefined && dataset.organization(options.under) === undefined)
    throw new XueshiError('unknown-organization', `没有这个党组织 / unknown organization: ${options.under}`)
  const chosen = chosenIndicators(config, options.indicators)
  const tree = listed(dataset, options.under)
  const parts = partsOf(dataset, new Set(tree.map(({ organization }) => organization)), options.to)
  const figures = chosen.map(({ id, indicator }) => ({
    id,
    indicator,
    missing: indicator.reads.filter((table) => dataset.counts[table] === undefined),
    totals: totalsOf(dataset, indicator, parts, options),
  }))
  const rows = tree
    .filter(({ depth }) => options.levels === undefined || depth <= options.levels)
    .map(({ organization, depth }): IndicatorRow => {
      const { id, name, kind, parent } = dataset.organization(organization)!
      const values: Record<string, number | null> = {}
      for (const { id: indicatorId, indicator, missing, totals } of figures)
        values[indicatorId] = missing.length > 0 ? null : indicator.value(totals.get(id) ?? indicator.empty)
      return Object.freeze({ organization: id, name, kind, parent, depth, values: Object.freeze(values) })
    })
  return Object.freeze({
    from: options.from,
    to: options.to,
    indicators: Object.freeze(
      figures.map(({ id, missing, indicator: { title, summary, unit, digits = 0 } }) =>
        Object.freeze({ id, title, summary, unit, digits, missing }),
      ),
    ),
    rows: Object.freeze(rows),
  })
}

function chosenIndicators(config: Config, words: readonly string[] | undefined) {
  const all = resolveConfig(config).plugins.flatMap((plugin) =>
    (plugin.indicators ?? []).map((indicator) => ({ id: `${plugin.name}/${indicator.id}`, indicator })),
  )
  if (words === undefined) return all
  return words.map((word) => {
    const found = all.filter(({ id }) => id === word || id.slice(id.indexOf('/') + 1) === word)
    if (found.length === 1) return found[0]!
    const shortOf = (id: string) => id.slice(id.indexOf('/') + 1)
    const near = nearestWord(
      word,
      all.flatMap(({ id }) => [id, shortOf(id)]),
    )
    const meant = all.find(({ id }) => id === near || shortOf(id) === near)?.id
    throw new XueshiError(
      'unknown-indicator',
      `没有这项指标，或者不唯一 / unknown or ambiguous indicator: ${word}`,
      meant === undefined ? {} : { hint: meant },
    )
  })
}

/** The organizations of a sheet, each before those below it. */
function listed(dataset: Dataset, under: string | undefined) {
  const children = new Map<string | null, string[]>()
  for (const { id, parent } of dataset.organizations) {
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [id])
    else siblings.push(id)
  }
  const rows: { readonly organization: string; readonly depth: number }[] = []
  const visit = (organization: string, depth: number) => {
    rows.push({ organization, depth })
    for (const child of children.get(organization) ?? []) visit(child, depth + 1)
  }
  for (const top of under === undefined ? (children.get(null) ?? []) : [under]) visit(top, 0)
  return rows
}

/** What is collected, with the organization each part belongs to; the same for all indicators of a sheet. */
interface Parts {
  readonly organizations: readonly string[]
  readonly members: readonly { readonly id: string; readonly branch: string }[]
}

/** The parts within some organizations. Who is gone on the last day, or has no branch, belongs to none. */
function partsOf(dataset: Dataset, within: ReadonlySet<string>, to: CivilDate): Parts {
  const members: { id: string; branch: string }[] = []
  for (const { id, leftOn } of dataset.members) {
    if (leftOn !== null && leftOn <= to) continue
    const { branch } = dataset.placeOn(id, to)
    if (branch !== null && within.has(branch)) members.push({ id, branch })
  }
  return { organizations: [...within], members }
}

/** Totals by organization: own parts, then each organization's total into its parent's, from the bottom up. */
function totalsOf(
  dataset: Dataset,
  indicator: Indicator,
  parts: Parts,
  { from, to }: IndicatorOptions,
): Map<string, unknown> {
  const totals = new Map<string, unknown>()
  if (indicator.reads.some((table) => dataset.counts[table] === undefined)) return totals
  const context: IndicatorContext = { from, to, dataset: declaredTables(dataset, indicator.reads) }
  const add = (organization: string, part: unknown) =>
    totals.set(
      organization,
      totals.has(organization) ? indicator.merge(totals.get(organization), part) : part,
    )
  if (indicator.over === 'organizations')
    for (const id of parts.organizations) add(id, indicator.collect({ kind: 'organization', id }, context))
  else
    for (const { branch, id } of parts.members)
      add(branch, indicator.collect({ kind: 'member', id }, context))
  // From the last to the first, every organization comes before the one above it.
  for (const id of parts.organizations.toReversed()) {
    const { parent } = dataset.organization(id)!
    if (parent !== null && totals.has(id)) add(parent, totals.get(id))
  }
  return totals
}
