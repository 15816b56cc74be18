/**
 * A second implementation of the check with plain objects and maps, written from the clauses alone. Tests
 * hold the engine to it on random counties; the bench compares with it what such code costs. It takes clean
 * rows only: identifiers and term ids, no names or words to be recognised.
 */
import type { DatasetRows } from '../../src/model/rows.ts'
import type { Amount, Bound, Demand, RuleMeta } from '../../src/requirement/schema.ts'
import type { Level, Verdict } from '../../src/terms.ts'
import { dayOf, plus, spansBetween, textOf } from './calendar.ts'
import { attendedBy, type Setting } from './counting.ts'
import { type County, indexCounty, type Organization, type Person, stretchOn } from './county-index.ts'
import type { Credit } from './credit.ts'
import { type Case, type Outcome, outcomeOf, outcomeOfGap } from './demand.ts'
import { presenceIn, type ScopeStretch, type Subject, scopeOf, subjectsOf } from './scope.ts'

/** A requirement, or the meta of a rule function, with its full id and level. */
export interface ReferenceRule {
  /** With the plugin: `national/member/annual-hours`. */
  readonly id: string
  readonly level: Level
  readonly rule: RuleMeta & { readonly demand?: Bound }
  /** Values that hold for all dates. */
  readonly parameters?: Readonly<Record<string, number | string>>
}

export interface ReferenceOptions {
  readonly asOf: string
  readonly covers: { readonly from: string; readonly to: string }
  readonly exportedOn?: string
  readonly credit?: Partial<Credit>
  /** Judges what no demand says; gets the index, so that it need not read the rows again. */
  readonly judge?: (
    rule: ReferenceRule,
    subject: Subject,
    setting: Setting,
    parameter: (name: string) => number | string,
  ) => { readonly verdict: Verdict; readonly measured?: number; readonly required?: number }
}

export interface ReferenceFinding {
  readonly rule: string
  readonly subject: string
  readonly organization: string | null
  /** Window key. */
  readonly window: string
  readonly verdict: Verdict
  readonly measured: number | null
  readonly required: number | null
  readonly due: string | null
}

interface Frame {
  readonly key: string
  readonly from: number
  readonly to: number
}

/** All verdicts, in order of rule, organization, subject, window. */
export function referenceCheck(
  rows: DatasetRows,
  rules: readonly ReferenceRule[],
  options: ReferenceOptions,
): ReferenceFinding[] {
  return checkCounty(indexCounty(rows), rules, options)
}

/** The same over rows indexed before. */
export function checkCounty(
  county: County,
  rules: readonly ReferenceRule[],
  options: ReferenceOptions,
): ReferenceFinding[] {
  const run: Run = {
    setting: {
      county,
      asOf: dayOf(options.asOf),
      exportedOn: options.exportedOn === undefined ? undefined : dayOf(options.exportedOn),
      policy: { minutesPerHour: 60, dailyCap: 8, countedKinds: [], ...options.credit },
    },
    covers: { from: dayOf(options.covers.from), to: dayOf(options.covers.to) },
    options,
    superseded: new Set(),
    findings: [],
  }
  for (const rule of strongestFirst(rules.filter((candidate) => candidate.level !== 'off')))
    checkRule(rule, run)
  return run.findings.sort(
    (a, b) =>
      compare(a.rule, b.rule) ||
      compare(a.organization ?? '', b.organization ?? '') ||
      compare(a.subject, b.subject) ||
      compare(a.window, b.window),
  )
}

interface Run {
  readonly setting: Setting
  readonly covers: { readonly from: number; readonly to: number }
  readonly options: ReferenceOptions
  /** rule, subject and window that a stronger rule takes the place of. */
  readonly superseded: Set<string>
  readonly findings: ReferenceFinding[]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function weakerOf(rule: ReferenceRule): string[] {
  const plugin = rule.id.slice(0, rule.id.length - rule.rule.id.length)
  return (rule.rule.supersedes ?? []).map((id) => plugin + id)
}

function strongestFirst(rules: ReferenceRule[]): ReferenceRule[] {
  const rank = (rule: ReferenceRule): number =>
    1 +
    Math.max(
      0,
      ...rules
        .filter((other) => other !== rule && weakerOf(other).includes(rule.id))
        .map((other) => rank(other)),
    )
  return [...rules].sort((a, b) => rank(a) - rank(b))
}

function checkRule(rule: ReferenceRule, run: Run): void {
  const { county } = run.setting
  for (const subject of subjectsOf(rule.rule.who, rule.rule.subject, county)) {
    const scope = scopeOf(rule.rule.who, subject, county)
    if ('rolling' in rule.rule.window) {
      if (subject.kind !== 'organization') checkRolling(rule, subject, scope, run)
      continue
    }
    if (lacksOpeningEvent(rule, subject, scope, run)) {
      addFinding(rule, subject, '..', lastDayOfWindow(rule, subject, run), UNKNOWN, run)
      continue
    }
    for (const frame of framesOf(rule, subject, run)) checkFrame(rule, subject, scope, frame, run)
  }
}

const EVENTS = {
  applied: 'appliedOn',
  activist: 'activistOn',
  candidate: 'candidateOn',
  admitted: 'admittedOn',
  'full-member': 'fullOn',
} as const

/** Whether a subject in scope has no date for the event that opens its window: nobody can tell then. */
function lacksOpeningEvent(
  rule: ReferenceRule,
  subject: Subject,
  scope: readonly ScopeStretch[],
  run: Run,
): boolean {
  const { window } = rule.rule
  const { asOf } = run.setting
  if (!('between' in window) || subject.kind === 'organization' || asOf < run.covers.from) return false
  const [opening, closing] = window.between.map((event) => subject.person.row[EVENTS[event]])
  if (opening !== undefined || (closing !== undefined && dayOf(closing) < run.covers.from)) return false
  const last = lastDayOfWindow(rule, subject, run)
  return scope.find((stretch) => stretch.from <= last && stretch.to >= last)?.inScope !== false
}

/** The day a window between events closed, or the day of the check. */
function lastDayOfWindow(rule: ReferenceRule, subject: Subject, run: Run): number {
  const { window } = rule.rule
  const { asOf } = run.setting
  if (!('between' in window) || subject.kind === 'organization') return asOf
  const closing = subject.person.row[EVENTS[window.between[1]]]
  return closing === undefined ? asOf : Math.min(dayOf(closing), asOf)
}

/** The windows that share a day with what is covered and what has happened. */
function framesOf(rule: ReferenceRule, subject: Subject, run: Run): Frame[] {
  const { window } = rule.rule
  const { asOf } = run.setting
  const { from: earliest } = run.covers
  if (asOf < earliest) return []
  if ('each' in window) return spansBetween(window.each, earliest, asOf)
  if ('anyDay' in window) return [{ key: 'standing', from: asOf, to: asOf }]
  if (!('between' in window) || subject.kind === 'organization') return []
  const [opening, closing] = window.between.map((event) => subject.person.row[EVENTS[event]])
  if (opening === undefined) return []
  const from = dayOf(opening)
  const to = closing === undefined || dayOf(closing) > asOf ? Number.POSITIVE_INFINITY : dayOf(closing)
  return from > asOf || to < earliest ? [] : [{ key: `${opening}..`, from, to }]
}

/** A look-up of parameters in force on a day, `undefined` for the whole where one that is asked for is not. */
function amountsOn(rule: ReferenceRule, day: number): (amount: Amount) => number | string | undefined {
  return (amount) => {
    if (typeof amount !== 'object') return amount
    const fixed = rule.parameters?.[amount.parameter]
    if (fixed !== undefined) return fixed
    return rule.rule.parameters[amount.parameter]?.versions.find(
      (version) => dayOf(version.from) <= day && (version.to === undefined || dayOf(version.to) >= day),
    )?.value
  }
}

/** Every amount a bound asks for. */
function amountsOf(bound: Bound): Amount[] {
  const demands: Demand[] = 'anyOf' in bound ? bound.anyOf : 'allOf' in bound ? bound.allOf : [bound]
  return demands.flatMap((demand) => {
    const amounts: (Amount | undefined)[] = [
      demand.atMost,
      ...(demand.measure === 'gap' ? [demand.noticeFrom] : [demand.atLeast]),
      ...(demand.measure === 'size' ? [demand.when?.atLeast, demand.when?.atMost] : []),
    ]
    return amounts.filter((amount) => amount !== undefined)
  })
}

function isInForce(rule: ReferenceRule, day: number): boolean {
  const amount = amountsOn(rule, day)
  const asked =
    rule.rule.demand === undefined
      ? Object.keys(rule.rule.parameters).map((parameter) => ({ parameter }))
      : amountsOf(rule.rule.demand)
  return asked.every((candidate) => amount(candidate) !== undefined)
}

/** A day of an exemption within the window, up to the day of the check. */
function isExempt(rule: ReferenceRule, subject: Subject, from: number, end: number): boolean {
  if (rule.rule.exempt === undefined || subject.kind === 'organization') return false
  const tags = rule.rule.exempt.flatMap((exemption) => exemption.tags)
  return subject.person.stretches.some(
    (stretch) => stretch.to >= from && stretch.from <= end && tags.some((tag) => stretch.tags.has(tag)),
  )
}

function isWaived(rule: ReferenceRule, subject: Subject, from: number, end: number, run: Run): boolean {
  return run.setting.county.waivers.some(
    (waiver) =>
      (waiver.rule === rule.id || waiver.rule === rule.rule.id) &&
      waiver.subject === subject.id &&
      waiver.from <= end &&
      waiver.to >= from,
  )
}

function organizationOf(subject: Subject, day: number): Organization | undefined {
  if (subject.kind !== 'member') return subject.organization
  return stretchOn(subject.person, day).branch
}

const NOT_APPLICABLE: Outcome = { state: 'not-applicable', measured: null, required: null, due: null }
const UNKNOWN: Outcome = { state: 'unknown', measured: null, required: null, due: null }

function checkFrame(
  rule: ReferenceRule,
  subject: Subject,
  scope: readonly ScopeStretch[],
  frame: Frame,
  run: Run,
): void {
  const { asOf } = run.setting
  const end = Math.min(frame.to, asOf)
  const presence = rule.rule.presence ?? 'whole'
  const enough =
    presence === 'whole' || presence === 'any' || presence === 'end'
      ? presence
      : // A window younger than the minimum has been owed by those in scope ever since.
        Math.min(plus(frame.from, presence) - frame.from, end - frame.from + 1)
  const { present, days } = presenceIn(scope, frame.from, end, enough)
  const key = (id: string) => `${id}\n${subject.id}\n${frame.key}`
  const add = (outcome: Outcome) => addFinding(rule, subject, frame.key, end, outcome, run)

  if (present === false || isExempt(rule, subject, frame.from, end)) return add(NOT_APPLICABLE)
  if (!isInForce(rule, frame.from) || run.superseded.has(key(rule.id))) return add(NOT_APPLICABLE)
  if (present === true) for (const weaker of weakerOf(rule)) run.superseded.add(key(weaker))

  let outcome: Outcome
  if (present === undefined) outcome = UNKNOWN
  else {
    const amount = amountsOn(rule, frame.from) as Case['amount']
    outcome =
      rule.rule.demand === undefined
        ? outcomeOfFunction(rule, subject, (name) => amount({ parameter: name }), run)
        : outcomeOf(rule.rule.demand, {
            subject,
            from: frame.from,
            to: frame.to,
            days,
            covers: run.covers,
            amount,
            setting: run.setting,
          })
  }
  const waivable = outcome.state !== 'met' && outcome.state !== 'not-applicable'
  if (waivable && isWaived(rule, subject, frame.from, end, run)) add({ ...outcome, state: 'waived' })
  else add(outcome)
}

function outcomeOfFunction(
  rule: ReferenceRule,
  subject: Subject,
  parameter: (name: string) => number | string,
  run: Run,
): Outcome {
  const { asOf } = run.setting
  const standing = 'anyDay' in rule.rule.window
  if (standing && (asOf < run.covers.from || asOf > run.covers.to)) return UNKNOWN
  const judgement = run.options.judge?.(rule, subject, run.setting, parameter)
  if (judgement === undefined) throw new Error(`nobody judges ${rule.id}`)
  return {
    state: judgement.verdict,
    measured: judgement.measured ?? null,
    required: judgement.required ?? null,
    due: null,
  }
}

/** Judged on the day of the check only, looking back from it. */
function checkRolling(
  rule: ReferenceRule,
  subject: Subject & { person: Person },
  scope: readonly ScopeStretch[],
  run: Run,
): void {
  const { demand } = rule.rule
  const { asOf } = run.setting
  if (demand === undefined || !('measure' in demand) || demand.measure !== 'gap' || asOf < run.covers.from)
    return
  const now = scope.findIndex((stretch) => stretch.from <= asOf && stretch.to >= asOf)
  // Out of scope on the day: the key looks back to the last stretch in scope, or to the first covered day.
  let first = now
  if (scope[now]!.inScope === false) while (first >= 0 && scope[first]!.inScope === false) first--
  while (first > 0 && scope[first - 1]!.inScope === true) first--
  const acts = attendedBy(subject, demand.count, run.setting).map((meeting) => meeting.day)
  const lastAct = Math.max(Number.NEGATIVE_INFINITY, ...acts)
  const begin = scope[first]?.from ?? Number.NEGATIVE_INFINITY
  const isAct = lastAct >= begin && lastAct !== Number.NEGATIVE_INFINITY
  // Who has been in scope for ever is so since the first affiliation, or since the data begin.
  const known = subject.person.stretches.find((stretch) => stretch.branch !== undefined)?.from
  const earliest = known !== undefined && Number.isFinite(known) ? known : run.covers.from
  const day = isAct ? lastAct : begin === Number.NEGATIVE_INFINITY ? earliest : begin
  const present = scope[now]!.inScope
  const key = `since-${textOf(present === false ? asOf : day)}`
  const add = (outcome: Outcome) => addFinding(rule, subject, key, asOf, outcome, run)

  if (present === false || isExempt(rule, subject, day, asOf) || !isInForce(rule, asOf))
    return add(NOT_APPLICABLE)
  if (present === undefined) return add(UNKNOWN)
  const outcome = outcomeOfGap(
    demand,
    {
      subject,
      from: day,
      to: asOf,
      days: [{ from: day, to: asOf }],
      covers: run.covers,
      amount: amountsOn(rule, asOf) as Case['amount'],
      setting: run.setting,
    },
    { day, isAct },
  )
  const waivable = outcome.state !== 'met' && outcome.state !== 'not-applicable'
  if (waivable && isWaived(rule, subject, day, asOf, run)) add({ ...outcome, state: 'waived' })
  else add(outcome)
}

function addFinding(
  rule: ReferenceRule,
  subject: Subject,
  window: string,
  end: number,
  outcome: Outcome,
  run: Run,
): void {
  run.findings.push({
    rule: rule.id,
    subject: subject.id,
    organization: organizationOf(subject, end)?.id ?? null,
    window,
    verdict: outcome.state,
    measured: outcome.measured,
    required: outcome.required,
    due: outcome.due === null ? null : textOf(outcome.due),
  })
}
