import type { EpochDay } from '../civil/date.ts'
import { NONE } from '../dataset/columns.ts'
import { eventsOf } from '../requirement/parts.ts'
import type { WindowEvent } from '../requirement/schema.ts'
import { ACT_KINDS } from '../terms.ts'
import { milestoneColumn } from './events.ts'
import { isPlain } from './member-scopes.ts'
import { remembered } from './memory.ts'
import type { Plan, RulePlan } from './plan.ts'
import { type FindingSink, VERDICT } from './sink.ts'
import { lastAt } from './sizes.ts'
import { scopeAnswers } from './subject.ts'
import { memberSubject, type SubjectOfRule } from './subjects.ts'

/** Must be judged like any other member. */
const UNTOLD = -1

/**
 * Says of a member, by position, that a rule whose windows are opened by events has nothing to ask of it, and in how
 * many windows: most members have been through the steps that such rules are about, and no window need be made to
 * say that it is none of theirs. Negative for members who must be judged; `null` where all of them must.
 */
export function uninvolved(
  plan: Plan,
  rule: RulePlan,
  sink: FindingSink,
): ((member: number) => number) | null {
  const { subject, window } = rule.rule
  const [event] = eventsOf(window)
  if (subject !== 'member' || event === undefined || sink.wants(VERDICT.NOT_APPLICABLE)) return null
  if (!isPlain(plan, rule) || rule.variants[rule.elsewhere]!.level === 'off') return null
  if (plan.asOf < plan.coversFrom) return null
  const opening = firstDays(plan, event)
  const closing = 'between' in window ? firstDays(plan, window.between[1]) : null
  if (opening === null || ('between' in window && closing === null)) return null
  const isPutOff = 'between' in window && window.plus !== undefined
  const speaks = speaksTo(plan, rule)
  const { asOf, coversFrom } = plan
  return (member) => {
    const from = opening[member]!
    if (from > asOf) return 0
    // How long a window lasts that a duration ends is told only where it must end within the data.
    if (closing === null && from !== NONE && from < coversFrom) return UNTOLD
    const last = closing === null ? NONE : closing[member]!
    const isClosed = last !== NONE && last <= asOf
    if (isClosed && isPutOff && from !== NONE) return UNTOLD
    if (isClosed && last < coversFrom) return 0
    if (isClosed && last < from) return UNTOLD
    if (speaks(member, closing === null ? from : NONE, isClosed ? last : asOf)) return UNTOLD
    return from === NONE ? 0 : 1
  }
}

/**
 * Whether a rule may speak to a member over some days. A duty that only those owe who are there on the last day, or
 * all the time, is not owed by who is out of scope on the last day (`from` is NONE where that day is known).
 */
function speaksTo(plan: Plan, rule: RulePlan): (member: number, from: EpochDay, until: EpochDay) => boolean {
  const answers = scopeAnswers(plan, rule)
  const { presence = 'whole' } = rule.rule
  const decidesAtEnd = presence === 'whole' || presence === 'end'
  const { factStart, factDay, factSet } = plan.columns
  return (member, from, until) => {
    const start = factStart[member]!
    let at = lastAt(factDay, start, factStart[member + 1]!, until)
    if (answers[factSet[at]!] === 1) return true
    if (decidesAtEnd && from === NONE) return false
    while (at > start && factDay[at]! > from) if (answers[factSet[--at]!] === 1) return true
    return false
  }
}

/** The day of an event by member, NONE where it has not happened: for acts the first one. */
function firstDays(plan: Plan, event: WindowEvent): Int32Array | null {
  if (event === 'post-start') return null
  return typeof event === 'string' ? milestoneColumn(plan, event) : firstActs(plan, event.act)
}

function firstActs(plan: Plan, kind: string): Int32Array {
  const { columns } = plan
  return remembered(columns, `first act ${kind}`, () => {
    const { actCount, actKind, actDay, actMember, memberCount } = columns
    const asked = ACT_KINDS.findIndex(({ id }) => id === kind)
    const first = new Int32Array(memberCount).fill(NONE)
    for (let act = 0; act < actCount; act++) {
      const member = actMember[act]!
      if (actKind[act] === asked && member >= 0 && first[member] === NONE) first[member] = actDay[act]!
    }
    return first
  })
}

/** Counts the windows of the members to whom a rule never speaks, and has the others judged. */
export function judgeInvolved(
  plan: Plan,
  rule: RulePlan,
  windowsOf: (member: number) => number,
  sink: FindingSink,
  judge: (subject: SubjectOfRule) => void,
): void {
  const { memberCount, memberId } = plan.columns
  const counts = sink.countsOf(rule)
  const subject = memberSubject(plan, rule)
  for (let member = 0; member < memberCount; member++) {
    const windows = windowsOf(member)
    if (windows > 0) sink.count(counts, VERDICT.NOT_APPLICABLE, memberId[member]!, windows)
    if (windows >= 0) continue
    subject.member = member
    subject.id = memberId[member]!
    judge(subject)
  }
}
