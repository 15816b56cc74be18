import type { EpochDay } from '../civil/date.ts'
import { type FactSet, NONE, OPEN } from '../dataset/columns.ts'
import { leavesOf } from '../requirement/parts.ts'
import { ALWAYS, complement, type DaySet, intersect, NEVER, unite } from './intervals.ts'
import { prepared, remembered } from './memory.ts'
import type { Plan, RulePlan, VariantPlan } from './plan.ts'
import type { PostSubject } from './posts.ts'
import { factPredicate, type PostInQuestion } from './scope.ts'
import { lastAt } from './sizes.ts'

/** Answers a predicate over fact sets once per set: 1 where it holds, by position of the set. */
export function factAnswers(
  plan: Plan,
  key: string,
  predicate: () => (facts: FactSet) => boolean,
): Uint8Array {
  return remembered(plan.columns, `facts ${key}`, () => {
    const holds = predicate()
    return Uint8Array.from(plan.columns.factSets, (facts) => (holds(facts) ? 1 : 0))
  })
}

/** Who is gone is in scope of nothing, also where the who is a negation. */
function stillHere(predicate: (facts: FactSet) => boolean): (facts: FactSet) => boolean {
  return (facts) => !facts.gone && predicate(facts)
}

/** Fact sets in which the who of a member rule holds; any post is possible where their table is missing. */
export function scopeAnswers(plan: Plan, rule: RulePlan): Uint8Array {
  return prepared(plan, rule, 'scope', () => {
    const { who } = rule.rule
    const posts = plan.hasPosts ? 'of-member' : 'possible'
    return factAnswers(plan, `${posts} ${JSON.stringify(who)}`, () => stillHere(factPredicate(who, posts)))
  })
}

/** Fact sets that answer for a post, as one that is full-time or as one that is not. */
type PostAnswers = (post: PostInQuestion, fullTime: boolean) => Uint8Array

/** Fact sets in which the who of a post rule holds for a post, worked out once per role and place of post. */
export function postAnswers(plan: Plan, rule: RulePlan): PostAnswers {
  return prepared(plan, rule, 'posts', () => answersOfPosts(plan, rule))
}

function answersOfPosts(plan: Plan, rule: RulePlan): PostAnswers {
  const { who } = rule.rule
  const asked = JSON.stringify(who)
  const known = new Map<string, Uint8Array>()
  return (post, fullTime) => {
    const key = fullTime ? `${post.key} full-time` : post.key
    let answers = known.get(key)
    if (answers === undefined) {
      answers = factAnswers(plan, `${key} ${asked}`, () =>
        stillHere(factPredicate(who, { ...post, fullTime })),
      )
      known.set(key, answers)
    }
    return answers
  }
}

/** Fact sets with a tag that exempts from the rule. */
export function exemptAnswers(plan: Plan, rule: RulePlan): Uint8Array {
  return prepared(plan, rule, 'exempt', () => {
    const tags = new Set(rule.rule.exempt?.flatMap((exemption) => exemption.tags))
    return factAnswers(
      plan,
      `exempt ${JSON.stringify([...tags])}`,
      () => (facts) => facts.tags.some((tag) => tags.has(tag)),
    )
  })
}

/** Days on which a member belongs here: from the first affiliation on, where one is known. */
export function placedDays(plan: Plan, member: number): DaySet {
  const { placeStart, placeDay, placeBranch } = plan.columns
  const start = placeStart[member]!
  const end = placeStart[member + 1]!
  if (placeBranch[start]! >= 0 || end - start === 1) return ALWAYS
  for (let i = start; i < end; i++) if (placeBranch[i]! >= 0) return [placeDay[i]!, OPEN]
  return ALWAYS
}

/** Days of a member on which an answer holds. */
export function answeredDays(plan: Plan, member: number, answers: Uint8Array): DaySet {
  const { factStart, factDay, factSet } = plan.columns
  const start = factStart[member]!
  const end = factStart[member + 1]!
  if (end - start === 1) return answers[factSet[start]!] === 1 ? ALWAYS : NEVER
  const days: number[] = []
  // Change points are in order of day, so that stretches follow one another.
  for (let i = start; i < end; i++) {
    if (answers[factSet[i]!] !== 1) continue
    const from = i === start ? NONE : factDay[i]!
    let last = i
    while (last + 1 < end && answers[factSet[last + 1]!] === 1) last++
    const to = last + 1 < end ? factDay[last + 1]! - 1 : OPEN
    i = last
    if (from > to) continue
    if (days.length > 0 && days.at(-1)! + 1 === from) days[days.length - 1] = to
    else days.push(from, to)
  }
  return days.length === 0 ? NEVER : days
}

/**
 * The same from a day on, up to the day of the check; what lies before is not looked at. For most members
 * nothing changes in that time, and then nothing is made.
 */
export function answeredSince(plan: Plan, member: number, answers: Uint8Array, from: EpochDay): DaySet {
  const { factStart, factDay, factSet } = plan.columns
  const end = factStart[member + 1]!
  let at = factStart[member]!
  while (at + 1 < end && factDay[at + 1]! <= from) at++
  const answer = answers[factSet[at]!]!
  while (++at < end && factDay[at]! <= plan.asOf)
    if (answers[factSet[at]!] !== answer) return answeredDays(plan, member, answers)
  return answer === 1 ? ALWAYS : NEVER
}

/** Says of members about whom nothing changes in the judged time which facts hold of them; -1 for all others. */
export function steadyFacts(plan: Plan): Int32Array {
  const { memberCount, factStart, factDay, factSet, placeStart, placeDay, placeBranch } = plan.columns
  const { judgedFrom, asOf } = plan
  const steady = new Int32Array(memberCount)
  for (let member = 0; member < memberCount; member++) {
    const end = factStart[member + 1]!
    const at = lastAt(factDay, factStart[member]!, end, judgedFrom)
    const placed = placeStart[member]!
    const places = placeStart[member + 1]!
    const belongs = places - placed === 1 || placeBranch[lastAt(placeDay, placed, places, judgedFrom)]! >= 0
    steady[member] = belongs && (at + 1 === end || factDay[at + 1]! > asOf) ? factSet[at]! : -1
  }
  return steady
}

/** Days from `from` on on which a member is in scope of a rule. */
export function memberScopeSince(plan: Plan, member: number, answers: Uint8Array, from: EpochDay): DaySet {
  const answered = answeredSince(plan, member, answers, from)
  if (answered.length === 0) return answered
  const { placeStart, placeDay, placeBranch } = plan.columns
  const start = placeStart[member]!
  const end = placeStart[member + 1]!
  // Who belongs somewhere on the day belongs somewhere ever after.
  if (end - start === 1 || placeBranch[lastAt(placeDay, start, end, from)]! >= 0) return answered
  return intersect(answered, placedDays(plan, member))
}

/** Days on which a member is in scope of a rule. */
export function memberScope(plan: Plan, member: number, answers: Uint8Array): DaySet {
  return intersect(answeredDays(plan, member, answers), placedDays(plan, member))
}

/**
 * Days on which the holder of a post is in scope of its rule, from a day on (NONE: from the beginning). What the
 * rule says of full-time posts is told apart by day.
 */
export function postScopes(plan: Plan, rule: RulePlan, since: EpochDay): (post: PostSubject) => DaySet {
  const answersFor = postAnswers(plan, rule)
  const asksFullTime = prepared(plan, rule, 'asks full-time', () =>
    leavesOf(rule.rule.who).some((leaf) => 'post' in leaf && leaf.post.fullTime === true),
  )
  const holder = (post: PostSubject, fullTime: boolean) => {
    const answers = answersFor(post, fullTime)
    return since === NONE
      ? memberScope(plan, post.member, answers)
      : memberScopeSince(plan, post.member, answers, since)
  }
  return (post) => {
    const scope = intersect(post.days, holder(post, false))
    if (!asksFullTime || post.fullTimeDays.length === 0) return scope
    return unite(
      intersect(post.fullTimeDays, holder(post, true)),
      intersect(complement(post.fullTimeDays), scope),
    )
  }
}

/** Branch position of a member on a day, -1 where unknown. */
export function branchOn(plan: Plan, member: number, day: EpochDay): number {
  const { placeStart, placeDay, placeBranch } = plan.columns
  return placeBranch[lastAt(placeDay, placeStart[member]!, placeStart[member + 1]!, day)]!
}

/** Party group position of a member on a day, -1 where there is none. */
export function groupOn(plan: Plan, member: number, day: EpochDay): number {
  const { placeStart, placeDay, placeGroup } = plan.columns
  return placeGroup[lastAt(placeDay, placeStart[member]!, placeStart[member + 1]!, day)]!
}

/** The variant of a rule for an organization position. */
export function variantAt(rule: RulePlan, org: number): VariantPlan {
  return rule.variants[rule.variantOfOrg === null || org < 0 ? rule.elsewhere : rule.variantOfOrg[org]!]!
}

/** First day of the stretch of scope that holds the day, or of the last one before it; NONE where it has no beginning. */
export function scopeStart(scope: DaySet, day: EpochDay): EpochDay {
  let start: EpochDay = NONE
  for (let i = 0; i < scope.length && scope[i]! <= day; i += 2) start = scope[i]!
  return start
}
