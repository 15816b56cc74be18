/**
 * A second implementation of the check with plain objects and maps, written from the clauses alone. Tests
 * hold the engine to it on random counties; the bench compares with it what such code costs. It takes clean
 * rows only: identifiers and term ids, no names or words to be recognised.
 */
import type { DatasetRows } from '../../src/model/rows.ts'
import type { Who } from '../../src/requirement/schema.ts'
import type { Verdict } from '../../src/terms.ts'
import { dayOf, plus, textOf } from './calendar.ts'
import { attendedBy, type Setting } from './counting.ts'
import { type County, indexCounty, type Organization, type Person, stretchOn } from './county-index.ts'
import type { Credit } from './credit.ts'
import { type Case, type Outcome, outcomeOf, outcomeOfGap } from './demand.ts'
import { type Frame, framesOf, lacksOpeningEvent, lastDayOfWindow } from './frames.ts'
import { amountsOn, isInForce, type ReferenceRule } from './rule.ts'
import { presenceIn, type ScopeStretch, type Subject, scopeOf, subjectsOf } from './scope.ts'

export type { ReferenceRule } from './rule.ts'

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
  const ranks = new Map(rules.map((rule) => [rule, rank(rule)]))
  return [...rules].sort((a, b) => ranks.get(a)! - ranks.get(b)!)
}

function checkRule(rule: ReferenceRule, run: Run): void {
  const { setting, covers } = run
  for (const subject of subjectsOf(rule.rule.who, rule.rule.subject, setting.county)) {
    // A window whose beginning nobody knows is told by the first covered day.
    const scope = scopeOf(rule.rule.who, subject, setting.county, covers.from)
    if ('rolling' in rule.rule.window) {
      if (subject.kind !== 'organization') checkRolling(rule, subject, scope, run)
      continue
    }
    const { asOf, county } = setting
    if (lacksOpeningEvent(rule, subject, scope, covers, asOf, county)) {
      const end = lastDayOfWindow(rule, subject, asOf, county)
      addFinding(rule, subject, { key: '..', end, outcome: UNKNOWN }, run)
      continue
    }
    for (const frame of framesOf(rule, subject, covers, asOf, county)) {
      const end = Math.min(frame.to, asOf)
      const then = asksAge(rule.rule.who) ? scopeOf(rule.rule.who, subject, county, frame.from) : scope
      addFinding(
        rule,
        subject,
        { key: frame.key, end, outcome: checkFrame(rule, subject, then, frame, run) },
        run,
      )
    }
  }
}

/** Whether a predicate depends on the window. */
function asksAge(who: Who): boolean {
  if ('all' in who) return who.all.some(asksAge)
  if ('any' in who) return who.any.some(asksAge)
  return 'not' in who ? asksAge(who.not) : 'age' in who
}

/** A day of an exemption within the window, up to the day of the check. */
function isExempt(rule: ReferenceRule, subject: Subject, from: number, end: number): boolean {
  if (rule.rule.exempt === undefined || subject.kind === 'organization') return false
  const tags = rule.rule.exempt.flatMap((exemption) => exemption.tags)
  return subject.person.stretches.some(
    (stretch) => stretch.to >= from && stretch.from <= end && tags.some((tag) => stretch.tags.has(tag)),
  )
}

/** The outcome, or that it is waived: where something is missing and a waiver speaks of a day of the window. */
function waived(
  outcome: Outcome,
  rule: ReferenceRule,
  subject: Subject,
  from: number,
  end: number,
  run: Run,
): Outcome {
  if (outcome.state === 'met' || outcome.state === 'not-applicable') return outcome
  const isWaived = run.setting.county.waivers.some(
    (waiver) =>
      (waiver.rule === rule.id || waiver.rule === rule.rule.id) &&
      waiver.subject === subject.id &&
      waiver.from <= end &&
      waiver.to >= from,
  )
  return isWaived ? { ...outcome, state: 'waived' } : outcome
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
): Outcome {
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

  if (present === false || isExempt(rule, subject, frame.from, end)) return NOT_APPLICABLE
  if (!isInForce(rule, frame.from) || run.superseded.has(key(rule.id))) return NOT_APPLICABLE
  if (present === true) for (const weaker of weakerOf(rule)) run.superseded.add(key(weaker))

  let outcome: Outcome
  if (present === undefined || frame.untold === true) outcome = UNKNOWN
  else {
    const amount = amountsOn(rule, frame.from) as Case['amount']
    outcome =
      rule.rule.demand === undefined
        ? outcomeOfFunction(rule, subject, (name) => amount({ parameter: name }), run)
        : outcomeOf(rule.rule.demand, {
            subject,
            from: frame.from,
            to: frame.to,
            closing: frame.closing,
            closesByAct: 'between' in rule.rule.window && typeof rule.rule.window.between[1] === 'object',
            days,
            covers: run.covers,
            amount,
            setting: run.setting,
          })
  }
  return waived(outcome, rule, subject, frame.from, end, run)
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
  const add = (outcome: Outcome) => addFinding(rule, subject, { key, end: asOf, outcome }, run)

  if (present === false || isExempt(rule, subject, day, asOf) || !isInForce(rule, asOf)) {
    add(NOT_APPLICABLE)
    return
  }
  if (present === undefined) {
    add(UNKNOWN)
    return
  }
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
  add(waived(outcome, rule, subject, day, asOf, run))
}

function addFinding(
  rule: ReferenceRule,
  subject: Subject,
  { key, end, outcome }: { key: string; end: number; outcome: Outcome },
  run: Run,
): void {
  run.findings.push({
    rule: rule.id,
    subject: subject.id,
    organization: organizationOf(subject, end)?.id ?? null,
    window: key,
    verdict: outcome.state,
    measured: outcome.measured,
    required: outcome.required,
    due: outcome.due === null ? null : textOf(outcome.due),
  })
}
