import { type EpochDay, parseDate } from '../civil/date.ts'
import { XueshiError } from '../errors.ts'
import { maskValue } from '../model/problem.ts'
import type {
  AggregatePart,
  AggregateRule,
  Judgement,
  RuleContext,
  RuleFunction,
  RuleSubject,
} from '../plugin/plugin.ts'
import type { TableName } from '../terms.ts'
import type { ParametersOnDay } from './amounts.ts'
import { ruleContext } from './context.ts'
import { type Conclusion, without } from './outcome.ts'
import type { Plan, RulePlan } from './plan.ts'
import type { Reason, WindowOfFinding } from './record.ts'
import { VERDICT } from './sink.ts'
import { OrganizationSizes } from './sizes.ts'
import { speaksOf } from './standing.ts'

/** Runs the functions of rules: makes what they see, and keeps a crash of one from ending the run. */
export class FunctionRunner {
  readonly #plan: Plan
  readonly #sizes = new Map<EpochDay, OrganizationSizes>()
  /** Windows of the calendar are those of all subjects, and so is what functions see in them. */
  readonly #contexts = new WeakMap<WindowOfFinding, Map<ParametersOnDay, RuleContext>>()
  readonly #missing = new Map<RulePlan, TableName | null>()

  constructor(plan: Plan) {
    this.#plan = plan
  }

  /** Why a rule cannot be asked at all in a window: a table is missing, or the day is not covered. */
  unanswerable(
    rule: RulePlan,
    reads: readonly TableName[],
    window: WindowOfFinding,
    until: EpochDay,
  ): Reason | null {
    let missing = this.#missing.get(rule)
    if (missing === undefined) {
      const needed: readonly TableName[] = rule.needsPosts ? [...reads, 'posts'] : reads
      missing = needed.find((table) => this.#plan.dataset.counts[table] === undefined) ?? null
      this.#missing.set(rule, missing)
    }
    if (missing !== null) return { code: 'missing-table', table: missing }
    return window.key === 'standing' && !speaksOf(this.#plan, until)
      ? { code: 'uncovered', from: until, to: until }
      : null
  }

  /** What a function sees in a window that is judged up to a day. A window belongs to one rule. */
  context(
    reads: readonly TableName[],
    parameters: ParametersOnDay,
    window: WindowOfFinding,
    until: EpochDay,
  ): RuleContext {
    let contexts = this.#contexts.get(window)
    if (contexts === undefined) {
      contexts = new Map()
      this.#contexts.set(window, contexts)
    }
    let context = contexts.get(parameters)
    if (context === undefined) {
      context = this.#makeContext(reads, parameters, window, until)
      contexts.set(parameters, context)
    }
    return context
  }

  #makeContext(
    reads: readonly TableName[],
    parameters: ParametersOnDay,
    window: WindowOfFinding,
    until: EpochDay,
  ): RuleContext {
    let sizes = this.#sizes.get(until)
    if (sizes === undefined) {
      sizes = new OrganizationSizes(this.#plan.population ?? this.#plan.columns, until)
      this.#sizes.set(until, sizes)
    }
    return ruleContext(this.#plan, reads, parameters, window, sizes)
  }

  /** The result of a function, or the reason that it crashed. */
  call<T>(rule: RulePlan, run: () => T): { readonly value: T } | { readonly crash: Reason } {
    try {
      return { value: run() }
    } catch (error) {
      return { crash: { code: 'function', message: crash(this.#plan, rule, error) } }
    }
  }

  /** What a rule collects of a part, or the reason that it crashed. */
  collect(
    rule: RulePlan,
    definition: AggregateRule,
    part: AggregatePart,
    context: RuleContext,
  ): { readonly value: unknown } | { readonly crash: Reason } {
    try {
      return { value: definition.collect(part, context) }
    } catch (error) {
      return { crash: { code: 'function', message: crash(this.#plan, rule, error) } }
    }
  }

  /** What a function says of a subject; that it crashed is something it says too. */
  ask(rule: RulePlan, definition: RuleFunction, subject: RuleSubject, context: RuleContext): Judgement {
    try {
      return valid(definition.judge(subject, context))
    } catch (error) {
      return { verdict: 'unknown', message: crash(this.#plan, rule, error) }
    }
  }

  /** The conclusion of a `judge`. */
  judge(rule: RulePlan, run: () => Judgement): Conclusion {
    const result = this.call(rule, () => valid(run()))
    return 'crash' in result ? without(rule, VERDICT.UNKNOWN, result.crash) : conclusionOf(result.value)
  }
}

/** The number of a verdict that a function may give, -1 for every other word. */
export function verdictOf({ verdict }: Judgement): number {
  switch (verdict) {
    case 'met':
      return VERDICT.MET
    case 'not-applicable':
      return VERDICT.NOT_APPLICABLE
    case 'breached':
      return VERDICT.BREACHED
    case 'pending':
      return VERDICT.PENDING
    case 'unknown':
      return VERDICT.UNKNOWN
    default:
      return -1
  }
}

function valid(judgement: Judgement): Judgement {
  // A rule cannot waive itself: only a waiver of the data does that.
  if (verdictOf(judgement) < 0)
    throw new XueshiError(
      'invalid-rule',
      `规则不能给出这个结论 / a rule cannot give this verdict: ${judgement.verdict}`,
      { hint: 'met, pending, breached, not-applicable, unknown' },
    )
  dueOf(judgement)
  return judgement
}

function dueOf({ verdict, due }: Judgement): EpochDay | null {
  return verdict === 'pending' && due !== undefined ? parseDate(due) : null
}

/** The conclusion of a judgement. */
export function conclusionOf(judgement: Judgement): Conclusion {
  const { measured, message, required, unit } = judgement
  return {
    verdict: verdictOf(judgement),
    reason: message === undefined ? null : { code: 'function', message },
    numbers: {
      measured: measured ?? null,
      required: required ?? null,
      unit: unit ?? 'session',
      cap: false,
      alternatives: null,
      due: dueOf(judgement),
      demand: undefined,
    },
  }
}

/** One crash is an event, not the end of the run: it is reported once per rule and message. */
function crash(plan: Plan, rule: RulePlan, error: unknown) {
  const what = maskValue(error instanceof Error ? error.message : String(error))
  const message = {
    'zh-CN': `规则 ${rule.id} 运行出错：${what}`,
    en: `rule ${rule.id} crashed: ${what}`,
  }
  if (!plan.crashes.some((problem) => problem.message.en === message.en))
    plan.crashes.push({ code: 'rule-crashed', severity: 'fatal', message })
  return message
}
