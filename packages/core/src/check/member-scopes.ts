import { civilOf, daysInMonth, type EpochDay, tryParseDate } from '../civil/date.ts'
import { leavesOf } from '../requirement/parts.ts'
import type { Who } from '../requirement/schema.ts'
import { ALWAYS, complement, type DaySet, fromPairs, intersect, NEVER, unite } from './intervals.ts'
import { prepared, remembered } from './memory.ts'
import type { Plan, RulePlan } from './plan.ts'
import { factPredicate, liesUnder } from './scope.ts'
import { answeredDays, factAnswers, placedDays } from './subject.ts'

/**
 * Days on which a member is in scope, for a window that begins on a day: one set, or one for each answer that a
 * date of birth which is not stated leaves open.
 */
export type ScopesIn = (member: number, windowFrom: EpochDay) => readonly DaySet[]

/**
 * The scopes of a member rule whose who asks for what no fact set holds: age (which depends on the window) or
 * the place in the tree. `null` for all other rules, which fact sets alone decide.
 */
export function memberScopes(plan: Plan, rule: RulePlan): ScopesIn | null {
  const leaves = prepared(plan, rule, 'leaves', () => specialLeaves(rule))
  if (leaves === null) return null
  const { who } = rule.rule
  const ages = leaves.flatMap((leaf) => ('age' in leaf ? [leaf.age] : []))
  const here = factAnswers(plan, 'here', () => (facts) => !facts.gone)
  const daysOf = (member: number, settled: Who) =>
    intersect(
      intersect(whoDays(plan, member, settled), answeredDays(plan, member, here)),
      placedDays(plan, member),
    )
  if (ages.length === 0) return (member) => [daysOf(member, who)]
  const born = remembered(plan.columns, 'born', () => birthDays(plan))
  return (member, windowFrom) =>
    combinations(
      ages.map((age) => agesOn(born, member, windowFrom).map((years) => isWithin(years, age))),
    ).map((answers) => daysOf(member, withAnswers(who, [...answers])))
}

function specialLeaves({ rule }: RulePlan): readonly Who[] | null {
  const leaves = leavesOf(rule.who)
  const isSpecial = rule.subject === 'member' && leaves.some((leaf) => 'age' in leaf || 'under' in leaf)
  return isSpecial ? leaves : null
}

/**
 * Whether all members to whom a rule does not speak can be passed over at once, given that nothing changes about
 * them: it holds in every organization, every organization is looked at, and fact sets alone decide its scope.
 */
export function isPlain(plan: Plan, rule: RulePlan): boolean {
  return plan.under === null && rule.variantOfOrg === null && memberScopes(plan, rule) === null
}

type Age = Extract<Who, { readonly age: unknown }>['age']

function isWithin(years: number | null, age: Age): boolean | null {
  if (years === null) return null
  return years >= (age.atLeast ?? 0) && years <= (age.atMost ?? Number.POSITIVE_INFINITY)
}

/** Earliest and latest day of birth by member; both NaN where none is stated. */
interface BirthDays {
  readonly earliest: Float64Array
  readonly latest: Float64Array
}

function birthDays(plan: Plan): BirthDays {
  const { memberCount, memberId } = plan.columns
  const earliest = new Float64Array(memberCount).fill(Number.NaN)
  const latest = new Float64Array(memberCount).fill(Number.NaN)
  for (let member = 0; member < memberCount; member++) {
    const born = plan.dataset.member(memberId[member]!)?.born ?? ''
    const first = tryParseDate(born.length === 7 ? `${born}-01` : born)
    if (first === undefined) continue
    const { year, month } = civilOf(first)
    earliest[member] = first
    latest[member] = born.length === 7 ? first + daysInMonth(year, month) - 1 : first
  }
  return { earliest, latest }
}

/** The ages that are possible on a day: one, two where only the month of birth is known, `null` for any. */
function agesOn({ earliest, latest }: BirthDays, member: number, day: EpochDay): (number | null)[] {
  if (Number.isNaN(earliest[member]!)) return [null]
  const oldest = fullYears(earliest[member]!, day)
  const youngest = fullYears(latest[member]!, day)
  return oldest === youngest ? [oldest] : [oldest, youngest]
}

/** Full years from a birth to a day; who is born on 29 February is a year older on 1 March of other years. */
function fullYears(born: EpochDay, day: EpochDay): number {
  const from = civilOf(born)
  const to = civilOf(day)
  const isPast = to.month > from.month || (to.month === from.month && to.day >= from.day)
  return to.year - from.year - (isPast ? 0 : 1)
}

/** All ways to answer: each predicate has the answers it may have, `null` standing for both. */
function combinations(possible: readonly (readonly (boolean | null)[])[]): boolean[][] {
  return possible.reduce<boolean[][]>(
    (made, answers) => {
      const open = [...new Set(answers.flatMap((answer) => (answer === null ? [true, false] : [answer])))]
      return made.flatMap((before) => open.map((answer) => [...before, answer]))
    },
    [[]],
  )
}

/** The who with its age predicates answered, in order. */
function withAnswers(who: Who, answers: boolean[]): Who {
  if ('all' in who) return { all: who.all.map((part) => withAnswers(part, answers)) }
  if ('any' in who) return { any: who.any.map((part) => withAnswers(part, answers)) }
  if ('not' in who) return { not: withAnswers(who.not, answers) }
  if (!('age' in who)) return who
  return answers.shift() === true ? { all: [] } : { any: [] }
}

/** Days on which a who without ages holds of a member. */
function whoDays(plan: Plan, member: number, who: Who): DaySet {
  if (!leavesOf(who).some((leaf) => 'under' in leaf)) {
    const posts = plan.hasPosts ? 'of-member' : 'possible'
    const answers = factAnswers(plan, `part ${posts} ${JSON.stringify(who)}`, () => factPredicate(who, posts))
    return answeredDays(plan, member, answers)
  }
  if ('all' in who)
    return who.all.reduce<DaySet>((days, part) => intersect(days, whoDays(plan, member, part)), ALWAYS)
  if ('any' in who)
    return who.any.reduce<DaySet>((days, part) => unite(days, whoDays(plan, member, part)), NEVER)
  if ('not' in who) return complement(whoDays(plan, member, who.not))
  return 'under' in who ? daysUnder(plan, member, who.under) : NEVER
}

/** Days on which the branch of a member lies under one of some organizations. */
function daysUnder(plan: Plan, member: number, organizations: readonly string[]): DaySet {
  const { orgCount, placeStart, placeDay, placeBranch } = plan.columns
  const under = remembered(plan.columns, `under ${JSON.stringify(organizations)}`, () =>
    Uint8Array.from({ length: orgCount }, (_, org) => (liesUnder(plan.columns, org, organizations) ? 1 : 0)),
  )
  const start = placeStart[member]!
  const end = placeStart[member + 1]!
  const pairs: [number, number][] = []
  for (let i = start; i < end; i++)
    if (placeBranch[i]! >= 0 && under[placeBranch[i]!] === 1)
      pairs.push([i === start ? ALWAYS[0]! : placeDay[i]!, i + 1 < end ? placeDay[i + 1]! - 1 : ALWAYS[1]!])
  return fromPairs(pairs)
}
