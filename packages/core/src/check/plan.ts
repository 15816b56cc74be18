import type { EpochDay } from '../civil/date.ts'
import { parseDate } from '../civil/date.ts'
import type { CreditPolicy } from '../config/config.ts'
import type { ResolvedConfig, ResolvedRule } from '../config/resolve.ts'
import { isUniform, type RuleVariant, variantFor, variantKey } from '../config/variants.ts'
import type { Columns } from '../dataset/columns.ts'
import type { Coverage, Dataset } from '../dataset/dataset.ts'
import type { Problem } from '../model/problem.ts'
import type { Rule, WorkdayCalendar } from '../plugin/plugin.ts'
import { demandsOfRule } from '../requirement/parts.ts'
import type { Demand, Window } from '../requirement/schema.ts'
import type { Level } from '../terms.ts'
import { type ParametersOnDay, ParameterTable } from './amounts.ts'
import { type Bounds, boundsOf } from './bounds.ts'
import { type Caps, capsOf } from './caps.ts'
import { heldClasses } from './credit.ts'
import { needsPosts } from './scope.ts'
import { type CalendarWindow, termTable, type WindowTable, windowTable } from './windows.ts'

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
  readonly variantOfOrg: Uint16Array | null
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
  /** Columns of all members, where `columns` holds only some of them: sizes are counted over these. */
  readonly population?: Columns
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
  readonly caps: Caps
  readonly hasPosts: boolean
  readonly hasAttendance: boolean
  readonly hasActs: boolean
  /** Working days of the config, `null` where it has none. */
  readonly workdays: WorkdayCalendar | null
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
    readonly covers?: Pick<Coverage, 'from' | 'to'>
  },
): Plan {
  const columns = dataset['~columns']
  const { asOf } = options
  const covers = options.covers ?? dataset.covers
  const coversFrom = parseDate(covers.from)
  const exported = dataset.exportedOn === null ? asOf : parseDate(dataset.exportedOn)
  const tables = new Map<string, WindowTable>()
  const calendarOf = (window: Window): WindowTable | null => {
    const make =
      'each' in window
        ? () => windowTable(window.each, coversFrom, asOf)
        : 'term' in window
          ? () => termTable(window.term, parseDate(window.from), coversFrom, asOf)
          : null
    if (make === null) return null
    const key = JSON.stringify(window)
    let table = tables.get(key)
    if (table === undefined) {
      table = make()
      tables.set(key, table)
    }
    return table
  }
  const subtrees = new SubtreeBits(columns)
  const rules = config.rules
    .filter(
      (resolved) => resolved.settings.length > 0 && (options.only === null || options.only.has(resolved.id)),
    )
    .map((resolved) => planRule(resolved, calendarOf, columns))
    .filter((rule) => rule.variants.some((variant) => variant.level !== 'off'))
  return {
    dataset,
    columns,
    asOf,
    coversFrom,
    judgedFrom: Math.min(coversFrom, ...[...tables.values()].map((table) => table.firstDay)),
    coversTo: parseDate(covers.to),
    blankUntil: Math.min(asOf, exported),
    held: heldClasses(columns),
    credit: config.credit,
    dailyCap: Math.round(config.credit.dailyCap * 100),
    caps: capsOf(config.credit),
    hasPosts: dataset.counts.posts !== undefined,
    hasAttendance: dataset.counts.attendance !== undefined,
    hasActs: dataset.counts.acts !== undefined,
    workdays: config.workdays,
    rules,
    under: options.under === null ? null : subtrees.of(options.under),
    crashes: [],
  }
}

function planRule(
  resolved: ResolvedRule,
  calendarOf: (window: Window) => WindowTable | null,
  columns: Columns,
): RulePlan {
  const { rule, plugin } = resolved
  const calendar = calendarOf(rule.window)
  const { variants, variantOfOrg } = variantsOf(resolved, columns)
  return {
    id: resolved.id,
    rule,
    resolved,
    demands: demandsOfRule(rule),
    mode: modeOf(rule),
    calendar,
    variants: variants.map((settings) => planVariant(rule, settings, calendar?.windows ?? [])),
    variantOfOrg,
    elsewhere: 0,
    supersedes: (rule.supersedes ?? []).map((id) => `${plugin.name}/${id}`),
    needsPosts: needsPosts(rule.who),
  }
}

function modeOf(rule: Rule): RulePlan['mode'] {
  if (!('demand' in rule)) return 'function'
  return 'anyOf' in rule.demand ? 'any' : 'allOf' in rule.demand ? 'all' : 'one'
}

function planVariant(rule: Rule, settings: RuleVariant, windows: readonly CalendarWindow[]): VariantPlan {
  const parameters = new ParameterTable(rule, settings)
  const byWindow = windows.map((window) => parameters.on(window.from))
  const demands = demandsOfRule(rule)
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
function variantsOf(resolved: ResolvedRule, { orgCount, orgId, orgParent }: Columns) {
  const variants: RuleVariant[] = [variantFor(resolved, [])]
  if (isUniform(resolved)) return { variants, variantOfOrg: null }
  const byKey = new Map<string, number>([[variantKey(resolved, []), 0]])
  const variantOfOrg = new Uint16Array(orgCount)
  for (let org = 0; org < orgCount; org++) {
    const path: string[] = []
    for (let above = org; above >= 0; above = orgParent[above]!) path.push(orgId[above]!)
    const key = variantKey(resolved, path)
    let position = byKey.get(key)
    if (position === undefined) {
      position = variants.length
      byKey.set(key, position)
      variants.push(variantFor(resolved, path))
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
