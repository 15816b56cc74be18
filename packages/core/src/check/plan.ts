import type { EpochDay } from '../civil/date.ts'
import { parseDate } from '../civil/date.ts'
import type { PeriodUnit } from '../civil/period.ts'
import type { CreditPolicy } from '../config/config.ts'
import type { ResolvedConfig, ResolvedRule } from '../config/resolve.ts'
import { type RuleVariant, variantFor, variantOf } from '../config/variants.ts'
import type { Columns } from '../dataset/columns.ts'
import type { Dataset } from '../dataset/dataset.ts'
import type { Problem } from '../model/problem.ts'
import { isRuleFunction, type Rule } from '../plugin/plugin.ts'
import { demandsOf } from '../requirement/faults.ts'
import type { Demand } from '../requirement/schema.ts'
import type { Level } from '../terms.ts'
import { type ParametersOnDay, ParameterTable } from './amounts.ts'
import { type Bounds, boundsOf } from './bounds.ts'
import { heldClasses } from './credit.ts'
import { needsPosts } from './scope.ts'
import { type CalendarWindow, type WindowTable, windowTable } from './windows.ts'

/** A rule as it holds for some organizations. */
export interface VariantPlan {
  readonly level: Level
  readonly settings: RuleVariant
  readonly parameters: ParameterTable
  /** Parameters by position of the calendar window; empty for other windows. */
  readonly byWindow: readonly (ParametersOnDay | null)[]
  /** Bounds by position of the window and of the demand, in the engine's integers. */
  readonly bounds: readonly (readonly Bounds[])[]
}

/** A rule ready to run. */
export interface RulePlan {
  readonly id: string
  readonly rule: Rule
  readonly resolved: ResolvedRule
  readonly demands: readonly Demand[]
  readonly mode: 'one' | 'any' | 'all' | 'function'
  readonly calendar: WindowTable | null
  readonly variants: readonly VariantPlan[]
  /** Position in `variants` by organization; `null` where there is one variant only. */
  readonly variantOfOrg: Uint8Array | null
  /** Variant of subjects whose organization is not known. */
  readonly elsewhere: number
  /** Full ids of the rules this one supersedes. */
  readonly supersedes: readonly string[]
  readonly needsPosts: boolean
}

/** Everything a run needs besides the columns. */
export interface Plan {
  readonly dataset: Dataset
  readonly columns: Columns
  readonly asOf: EpochDay
  readonly coversFrom: EpochDay
  /** First day of the earliest calendar window: nothing before it is judged. */
  readonly judgedFrom: EpochDay
  readonly coversTo: EpochDay
  /** Sessions without a stated status count as held up to this day. */
  readonly blankUntil: EpochDay
  /** 1 held, 2 held up to `blankUntil`, 0 not held; by session class. */
  readonly held: Uint8Array
  readonly credit: CreditPolicy
  readonly dailyCap: number
  readonly hasPosts: boolean
  readonly hasAttendance: boolean
  readonly rules: readonly RulePlan[]
  /** Organizations in `under`, by position; `null` for all. */
  readonly under: Uint8Array | null
  /** Crashes of rule functions, one per rule and message; they make the run a failure of the program. */
  readonly crashes: Problem[]
}

/** Compiles the rules that are on somewhere and, where `only` is given, listed there. */
export function compilePlan(
  dataset: Dataset,
  config: ResolvedConfig,
  options: {
    readonly asOf: EpochDay
    readonly only: ReadonlySet<string> | null
    readonly under: string | null
  },
): Plan {
  const columns = dataset['~columns']
  const { asOf } = options
  const coversFrom = parseDate(dataset.covers.from)
  const exported = dataset.exportedOn === null ? asOf : parseDate(dataset.exportedOn)
  const tables = new Map<PeriodUnit, WindowTable>()
  const calendarOf = (unit: PeriodUnit) => {
    let table = tables.get(unit)
    if (table === undefined) {
      table = windowTable(unit, coversFrom, asOf)
      tables.set(unit, table)
    }
    return table
  }
  const subtrees = new SubtreeBits(columns)
  const rules = config.rules
    .filter(
      (resolved) => resolved.settings.length > 0 && (options.only === null || options.only.has(resolved.id)),
    )
    .map((resolved) => planRule(resolved, calendarOf, subtrees, columns.orgCount))
    .filter((rule) => rule.variants.some((variant) => variant.level !== 'off'))
  return {
    dataset,
    columns,
    asOf,
    coversFrom,
    judgedFrom: Math.min(coversFrom, ...[...tables.values()].map((table) => table.firstDay)),
    coversTo: parseDate(dataset.covers.to),
    blankUntil: Math.min(asOf, exported),
    held: heldClasses(columns),
    credit: config.credit,
    dailyCap: Math.round(config.credit.dailyCap * 100),
    hasPosts: dataset.counts.posts !== undefined,
    hasAttendance: dataset.counts.attendance !== undefined,
    rules,
    under: options.under === null ? null : subtrees.of(options.under),
    crashes: [],
  }
}

function planRule(
  resolved: ResolvedRule,
  calendarOf: (unit: PeriodUnit) => WindowTable,
  subtrees: SubtreeBits,
  orgCount: number,
): RulePlan {
  const { rule, plugin } = resolved
  const calendar = 'each' in rule.window ? calendarOf(rule.window.each) : null
  const { variants, variantOfOrg } = variantsOf(resolved, subtrees, orgCount)
  const isFunction = isRuleFunction(rule)
  return {
    id: resolved.id,
    rule,
    resolved,
    demands: isFunction ? [] : demandsOf(rule.demand),
    mode: isFunction ? 'function' : 'anyOf' in rule.demand ? 'any' : 'allOf' in rule.demand ? 'all' : 'one',
    calendar,
    variants: variants.map((settings) => planVariant(rule, settings, calendar?.windows ?? [])),
    variantOfOrg,
    elsewhere: 0,
    supersedes: (rule.supersedes ?? []).map((id) => `${plugin.name}/${id}`),
    needsPosts: needsPosts(rule.who),
  }
}

function planVariant(rule: Rule, settings: RuleVariant, windows: readonly CalendarWindow[]): VariantPlan {
  const parameters = new ParameterTable(rule, settings)
  const byWindow = windows.map((window) => parameters.on(window.from))
  const demands = isRuleFunction(rule) ? [] : demandsOf(rule.demand)
  return {
    level: settings.level,
    settings,
    parameters,
    byWindow,
    bounds: byWindow.map((values) =>
      values === null ? [] : demands.map((demand) => boundsOf(demand, values)),
    ),
  }
}

/** Variant 0 is what holds where no `when` applies; the others follow in order of organization. */
function variantsOf(resolved: ResolvedRule, subtrees: SubtreeBits, orgCount: number) {
  const everywhere = variantOf(resolved.settings.filter((applied) => applied.under === null))
  if (resolved.settings.every((applied) => applied.under === null))
    return { variants: [everywhere], variantOfOrg: null }
  const variants: RuleVariant[] = [everywhere]
  const byKey = new Map<string, number>([
    [resolved.settings.map((s) => (s.under === null ? '1' : '0')).join(''), 0],
  ])
  const variantOfOrg = new Uint8Array(orgCount)
  for (let org = 0; org < orgCount; org++) {
    const applies = (id: string) => subtrees.holds(id, org)
    const key = resolved.settings.map((s) => (s.under === null || s.under.some(applies) ? '1' : '0')).join('')
    let position = byKey.get(key)
    if (position === undefined) {
      position = variants.length
      byKey.set(key, position)
      variants.push(variantFor(resolved, applies))
    }
    variantOfOrg[org] = position
  }
  return { variants, variantOfOrg }
}

/** Which organizations lie in the subtree of one. */
export class SubtreeBits {
  readonly #columns: Columns
  readonly #byId = new Map<string, Uint8Array>()

  constructor(columns: Columns) {
    this.#columns = columns
  }

  of(id: string): Uint8Array {
    let bits = this.#byId.get(id)
    if (bits === undefined) {
      const { orgCount, orgId, orgParent } = this.#columns
      bits = new Uint8Array(orgCount)
      const root = orgId.indexOf(id)
      for (let org = 0; root >= 0 && org < orgCount; org++)
        for (let above = org; above >= 0; above = orgParent[above]!)
          if (above === root) {
            bits[org] = 1
            break
          }
      this.#byId.set(id, bits)
    }
    return bits
  }

  holds(id: string, org: number): boolean {
    return this.of(id)[org] === 1
  }
}
