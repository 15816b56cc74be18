import { type EpochDay, formatDate } from '../civil/date.ts'
import { addDuration } from '../civil/duration.ts'
import { NONE } from '../dataset/columns.ts'
import type { LocalizedText } from '../locale.ts'
import { eventsOf } from '../requirement/parts.ts'
import type { Amount, MilestoneEvent, WindowEvent } from '../requirement/schema.ts'
import { actKinds } from './acts.ts'
import { amountOf, type ParametersOnDay } from './amounts.ts'
import type { EventSubject } from './event-subject.ts'
import { prepared } from './memory.ts'
import type { Plan, RulePlan } from './plan.ts'
import type { Reason, WindowOfFinding } from './record.ts'
import { variantAt } from './subject.ts'
import type { SubjectOfRule } from './subjects.ts'

/** A window that events open and close, for one subject. */
export interface EventSpan {
  readonly window: WindowOfFinding
  /** Last day that can be judged. */
  readonly until: EpochDay
  /** Whether the window goes on after the day of the check. */
  readonly open: boolean
  /** Day of the closing event, `null` where it has not happened (or the window has none). */
  readonly closing: EpochDay | null
  /** Nobody knows when the window opens: the key is `..`. */
  readonly unopened: boolean
  /** Why the window itself cannot be told. */
  readonly unknown: Reason | null
}

/** Column headers of the milestones, as the input contract names them. */
const MILESTONE_LABEL: Readonly<Record<MilestoneEvent, LocalizedText>> = {
  applied: { 'zh-CN': '申请入党日期', en: 'the day of application' },
  activist: { 'zh-CN': '确定积极分子日期', en: 'the day of becoming an activist' },
  candidate: { 'zh-CN': '确定发展对象日期', en: 'the day of becoming a candidate' },
  admitted: { 'zh-CN': '入党日期', en: 'the day of admission' },
  'full-member': { 'zh-CN': '转正日期', en: 'the day of becoming a full member' },
}

const MISSING_ACTS: Reason = { code: 'missing-table', table: 'acts' }

/** Days of milestones by member, NONE where not stated. */
export function milestoneColumn(plan: Plan, event: MilestoneEvent): Int32Array {
  const { memberApplied, memberActivist, memberCandidate, memberAdmitted, memberFull } = plan.columns
  return {
    applied: memberApplied,
    activist: memberActivist,
    candidate: memberCandidate,
    admitted: memberAdmitted,
    'full-member': memberFull,
  }[event]
}

/** An event, compiled: when it happened to a subject. */
interface EventDays {
  /** Adds the days on which it opens a window, in order; says why there may be one that nobody knows. */
  opens(subject: EventSubject, days: EpochDay[]): Reason | null
  /** Day on which it closes a window that opened on a day, NONE where it has not happened. */
  closes(subject: EventSubject, opening: EpochDay): EpochDay
}

function eventDays(plan: Plan, event: WindowEvent): EventDays {
  if (event === 'post-start') return postStarts()
  return typeof event === 'string' ? milestones(plan, event) : firstActs(plan, event.act)
}

function milestones(plan: Plan, event: MilestoneEvent): EventDays {
  const days = milestoneColumn(plan, event)
  const unknown: Reason = { code: 'missing-cell', cell: MILESTONE_LABEL[event] }
  return {
    opens: ({ member }, into) => {
      if (days[member] === NONE) return unknown
      into.push(days[member]!)
      return null
    },
    closes: ({ member }) => days[member]!,
  }
}

/** Each time the post is taken up anew; terms that follow each other without a day between are one. */
function postStarts(): EventDays {
  const starts = (subject: EventSubject) => subject.days.filter((_, i) => i % 2 === 0)
  return {
    opens: (subject, into) => {
      into.push(...starts(subject))
      return null
    },
    closes: (subject, opening) => starts(subject).find((day) => day >= opening) ?? NONE,
  }
}

/** The first act of a kind about the subject: the person it is done by or to, or the organization it names. */
function firstActs(plan: Plan, kind: string): EventDays {
  const kinds = actKinds([kind])
  const { actKind, actDay, actMember, actOrg } = plan.columns
  const isAbout = (act: number, subject: EventSubject) =>
    kinds[actKind[act]!] === 1 &&
    (subject.kind === 'organization' ||
      (actMember[act] === subject.member &&
        (subject.kind === 'member' || actOrg[act]! < 0 || actOrg[act] === subject.org)))
  const { actsOfMemberStart, actsOfMember, actsOfOrgStart, actsOfOrg } = plan.columns
  const first = (subject: EventSubject, from: EpochDay): EpochDay => {
    const isOrganization = subject.kind === 'organization'
    const owner = isOrganization ? subject.org : subject.member
    const start = isOrganization ? actsOfOrgStart : actsOfMemberStart
    const acts = isOrganization ? actsOfOrg : actsOfMember
    const end = start[owner + 1]!
    for (let i = start[owner]!; i < end; i++) {
      const act = acts[i]!
      if (actDay[act]! >= from && isAbout(act, subject)) return actDay[act]!
    }
    return NONE
  }
  return {
    opens: (subject, into) => {
      if (!plan.hasActs) return MISSING_ACTS
      const day = first(subject, NONE)
      if (day !== NONE) into.push(day)
      return null
    },
    closes: (subject, opening) => (plan.hasActs ? first(subject, opening) : NONE),
  }
}

/** Whether an event is read from the table of acts. */
export function isAct(event: WindowEvent): event is Extract<WindowEvent, { readonly act: string }> {
  return typeof event === 'object'
}

const NO_SPANS: readonly EventSpan[] = []

/**
 * The windows of a subject of a rule that has event windows, as a function prepared once per rule. Windows that
 * ended before the data begins, or that open after the day of the check, are none. How long a window goes on is
 * what holds for the organization of the subject on the day of the event (clause 5).
 */
export function eventSpans(plan: Plan, rule: RulePlan): (subject: SubjectOfRule) => readonly EventSpan[] {
  return prepared(plan, rule, 'spans', () => spansOfRule(plan, rule))
}

function spansOfRule(plan: Plan, rule: RulePlan): (subject: SubjectOfRule) => readonly EventSpan[] {
  const { window } = rule.rule
  const endOf = 'after' in window ? deadlines(rule, window.within) : closings(plan, rule)
  const [event] = eventsOf(window)
  if (event === undefined || endOf === null || plan.asOf < plan.coversFrom) return () => NO_SPANS
  const opening = eventDays(plan, event)
  const days: EpochDay[] = []
  return (subject) => {
    days.length = 0
    const unknown = opening.opens(subject, days)
    if (unknown !== null) return listOf(spanOf(plan, subject, NONE, endOf, unknown))
    if (days.length === 1) return listOf(spanOf(plan, subject, days[0]!, endOf, null))
    return days.flatMap((day) => listOf(spanOf(plan, subject, day, endOf, null)))
  }
}

function listOf(span: EventSpan | null): readonly EventSpan[] {
  return span === null ? NO_SPANS : [span]
}

/** How a window ends. */
interface Ending {
  /** `null` where the window has no end yet. */
  readonly to: EpochDay | null
  readonly closing: EpochDay | null
  readonly unknown: Reason | null
}

/** The ending of a window that opened on a day (NONE: nobody knows when). */
type EndOf = (subject: SubjectOfRule, from: EpochDay) => Ending

const NO_END: Ending = { to: null, closing: null, unknown: null }

/** Windows that end a duration after their event. */
function deadlines(rule: RulePlan, within: Amount): EndOf {
  return (subject, from) => {
    const parameters = from === NONE ? null : parametersOn(rule, subject, from)
    return parameters === null ? NO_END : { ...NO_END, to: later(from, within, parameters) }
  }
}

/** Windows that end with an event, or a duration after it; `null` for all other windows. */
function closings(plan: Plan, rule: RulePlan): EndOf | null {
  const { window } = rule.rule
  if (!('between' in window)) return null
  const { between, plus } = window
  const closing = eventDays(plan, between[1])
  const open = isAct(between[1]) && !plan.hasActs ? { ...NO_END, unknown: MISSING_ACTS } : NO_END
  return (subject, from) => {
    const day = closing.closes(subject, from)
    if (day === NONE || day > plan.asOf) return open
    const unknown: Reason | null = day < from ? { code: 'dates-out-of-order' } : null
    const parameters = plus === undefined || from === NONE ? null : parametersOn(rule, subject, from)
    return { to: parameters === null ? day : later(day, plus!, parameters), closing: day, unknown }
  }
}

function parametersOn(rule: RulePlan, subject: SubjectOfRule, day: EpochDay): ParametersOnDay | null {
  return variantAt(rule, subject.orgOn(day)).parameters.on(day)
}

function later(day: EpochDay, amount: Amount, parameters: ParametersOnDay): EpochDay {
  return addDuration(day, String(amountOf(amount, parameters)))
}

/** A window that an event has opened; most are never shown, so that their key is made when asked for. */
class OpenedWindow implements WindowOfFinding {
  readonly from: EpochDay
  readonly to: EpochDay | null

  constructor(from: EpochDay, to: EpochDay | null) {
    this.from = from
    this.to = to
  }

  get key(): string {
    return `${formatDate(this.from)}..`
  }
}

/** One window, `null` where it ended before the data begins or opens after the day of the check. */
function spanOf(
  plan: Plan,
  subject: SubjectOfRule,
  from: EpochDay,
  endOf: EndOf,
  unopened: Reason | null,
): EventSpan | null {
  const { asOf, coversFrom } = plan
  if (from > asOf) return null
  const { to, closing, unknown } = endOf(subject, from)
  if (to !== null && to < coversFrom) return null
  const open = to === null || to > asOf
  const window: WindowOfFinding =
    unopened === null ? new OpenedWindow(from, to) : { key: '..', from: coversFrom, to }
  return {
    window,
    until: open ? asOf : to,
    open,
    closing,
    unopened: unopened !== null,
    unknown: unopened ?? unknown,
  }
}
