import {
  type CivilDate,
  type Config,
  type Counting,
  check,
  type Dataset,
  type Demand,
  demandsOf,
  type EpochDay,
  type Finding,
  isAggregateRule,
  isRuleFunction,
  type LocalizedText,
  parseDate,
  type Requirement,
  type RuleInForce,
  rulesInForce,
  type Unit,
} from '@xueshi/core'
import type { UnaskedRule } from './plan.ts'

/** What a requirement still owes in a window of the year if nothing more happened. */
export interface Duty {
  readonly rule: Pick<AskedRule, 'id' | 'joinable'>
  readonly subject: Finding['subject']
  /** Organization of the subject: itself, that of the post, the branch of the member; `null` where unknown. */
  readonly organization: string | null
  readonly window: { readonly key: string; readonly from: EpochDay; readonly to: EpochDay }
  readonly measure: 'sessions' | 'hours' | 'days'
  readonly count: Counting
  /** Sessions, days, or 1/100 hours. */
  readonly missing: number
  readonly unit: Unit
}

/** Id of the person of a subject that is a member or a post. */
export function memberOf({ kind, id }: Duty['subject']): string {
  return kind === 'post' ? id.slice(0, id.indexOf('@')) : id
}

/** A requirement that a plan can meet. */
export interface AskedRule {
  readonly id: string
  readonly requirement: Requirement
  /** Full ids of the rules whose sessions may be held jointly with those of this one. */
  readonly joinable: ReadonlySet<string>
  /** Whether sessions alone can meet it. */
  readonly whole: boolean
  /** What each demand asks at least where no organization has its own value, `null` where that is no number. */
  readonly least: readonly (number | null)[]
}

/** Everything the year owes, and the rules that no plan of sessions can meet. */
export interface YearOfDuties {
  readonly duties: readonly Duty[]
  readonly asked: readonly string[]
  readonly unasked: readonly UnaskedRule[]
}

type SessionDemand = Extract<Demand, { measure: 'sessions' | 'hours' | 'days' }>

/**
 * Asks the check itself: with a year that the data covers to its end, and in which nothing more happens than what
 * is recorded, whatever it finds breached is what must be planned.
 */
export function dutiesOf(
  dataset: Dataset,
  config: Config,
  options: {
    readonly from: CivilDate
    readonly to: CivilDate
    readonly rules?: readonly string[]
    readonly under?: string
  },
): YearOfDuties {
  const { from, to } = options
  const only = options.rules === undefined ? null : new Set(options.rules)
  const on = rulesInForce(config, { asOf: to }).filter(({ id, level }) =>
    only === null ? level !== 'off' : only.has(id),
  )
  const rules = new Map<string, AskedRule>()
  const unasked: UnaskedRule[] = []
  for (const rule of on) {
    const reason = reasonAgainst(rule)
    if (reason !== null) unasked.push({ rule: rule.id, reason })
    if (reason === null || reason === PAPERS_TOO) rules.set(rule.id, askedRule(rule, reason === null))
  }
  const { findings } = check(dataset, config, {
    asOf: to,
    supposing: { covers: { from: earlier(dataset.covers.from, from), to } },
    rules: [...rules.keys()],
    ...(options.under === undefined ? {} : { under: options.under }),
  })
  const first = parseDate(from)
  const last = parseDate(to)
  const duties = findings.flatMap((finding) => dutyOf(finding, rules.get(finding.rule)!, first, last))
  return { duties, asked: [...rules.values()].filter(({ whole }) => whole).map(({ id }) => id), unasked }
}

/** Data without any session covers nothing, from the year 1 on. */
const NOTHING_BEFORE = '1900-01-01'

function earlier(a: CivilDate, b: CivilDate): CivilDate {
  return a < b && a > NOTHING_BEFORE ? a : b
}

const FUNCTION: LocalizedText = {
  'zh-CN': '由程序判断的规则，不能从要求推出活动；检查时照常判断。',
  en: 'a rule written as a function: no sessions follow from it; the check judges it as ever.',
}
const STATE: LocalizedText = {
  'zh-CN': '要求的是状态、记录或期限，不是活动。',
  en: 'asks for a state, a record or a deadline, not for sessions.',
}
export const PAPERS_TOO: LocalizedText = {
  'zh-CN': '除活动外还要求记录（如联系、谈话），活动已排，记录请另行安排。',
  en: 'asks for records (contacts, talks) besides sessions: the sessions are planned, the records are not.',
}

/** Why a rule cannot be met by sessions alone; `null` where it can. */
export function reasonAgainst({ rule }: RuleInForce): LocalizedText | null {
  if (isRuleFunction(rule) || isAggregateRule(rule)) return FUNCTION
  const { demand } = rule
  const demands = demandsOf(demand)
  const plannable = demands.filter(isPlannable)
  if (plannable.length === 0) return STATE
  return 'allOf' in demand && plannable.length < demands.length ? PAPERS_TOO : null
}

export function askedRule({ id, rule, plugin, parameters }: RuleInForce, whole: boolean): AskedRule {
  const requirement = rule as Requirement
  return {
    id,
    requirement,
    joinable: new Set((rule.joinableWith ?? []).map((other) => `${plugin.name}/${other}`)),
    whole,
    least: demandsOf(requirement.demand).map((demand) => {
      const amount = isPlannable(demand) ? demand.atLeast : undefined
      const value = typeof amount === 'object' ? parameters[amount.parameter]?.value : amount
      return typeof value === 'number' ? value : null
    }),
  }
}

function isPlannable(demand: Demand): demand is SessionDemand {
  return (
    (demand.measure === 'sessions' || demand.measure === 'hours' || demand.measure === 'days') &&
    demand.atLeast !== undefined
  )
}

/** Units of what sessions are counted in. */
const UNITS: Readonly<Record<Demand['measure'], Unit>> = {
  sessions: 'session',
  hours: 'hour',
  days: 'day',
  acts: 'session',
  lag: 'day',
  gap: 'day',
  size: 'person',
}

function dutyOf(finding: Finding, rule: AskedRule, first: EpochDay, last: EpochDay): Duty[] {
  const { verdict, window } = finding
  // A window without an end is open as long as nothing happens: what it asks is better done this year.
  const open = verdict === 'pending' && finding.due === null && window.to === null
  // What cannot be told for want of data cannot be met by it either: sessions will tell.
  const untold = verdict === 'unknown' && window.to !== null
  if (verdict !== 'breached' && !open && !untold) return []
  const from = Math.max(first, parseDate(window.from))
  const to = window.to === null ? last : Math.min(last, parseDate(window.to))
  if (from > to) return []
  const owed = owedParts(finding, rule, { from, to })
  // Of a choice the first that sessions can meet is enough.
  return 'anyOf' in rule.requirement.demand ? owed.slice(0, 1) : owed
}

/** What each demand of a finding still lacks that sessions can add to, in a window. */
export function owedParts(
  finding: Finding,
  rule: AskedRule,
  { from, to }: { readonly from: EpochDay; readonly to: EpochDay },
): Duty[] {
  const parts = finding.alternatives ?? [
    { measured: finding.measured, required: finding.required, unit: finding.unit, met: false },
  ]
  return demandsOf(rule.requirement.demand).flatMap((one, i) => {
    // What cannot be told may come without numbers.
    const part = parts[i] ?? { measured: null, required: null, unit: UNITS[one.measure], met: false }
    const required = part.required ?? rule.least[i] ?? null
    if (!isPlannable(one) || part.met || required === null) return []
    const missing = required - (part.measured ?? 0)
    return [
      {
        rule,
        subject: finding.subject,
        organization: finding.organization,
        window: { key: finding.window.key, from, to },
        measure: one.measure,
        count: one.count,
        missing: one.measure === 'hours' ? Math.round(missing * 100) : missing,
        unit: part.unit,
      },
    ]
  })
}
