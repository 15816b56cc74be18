import type { Indicator, IndicatorContext } from '@xueshi/core'
import { remembered } from '../data/remembered.ts'
import { FRAIL_TAGS } from '../source.ts'
import { words } from '../wording.ts'
import { actsIn } from './acts.ts'
import { count, ofPart, type Part, share, UNIT } from './figures.ts'
import { attendanceIn, heldBy } from './held.ts'
import { personOn } from './persons.ts'

/** Members who learned at a session, or were visited, in the period. */
function isReached(member: string, context: IndicatorContext): boolean {
  if (attendanceIn(context).members.has(member)) return true
  const { acts } = context.dataset
  const { from, to } = context
  const visited = remembered(
    acts,
    `visited ${from}..${to}`,
    () =>
      new Set(
        acts.flatMap((act) =>
          act.kind === 'home-visit' && act.member !== null && act.date >= from && act.date <= to
            ? [act.member]
            : [],
        ),
      ),
  )
  return visited.has(member)
}

const reached = (member: string, context: IndicatorContext): Part =>
  personOn(member, context).isMember ? [isReached(member, context) ? 1 : 0, 1] : [0, 0]

const reads = ['members', 'sessions', 'attendance', 'acts'] as const

/** From which shares of reached members on an organization is of the first and of the second grade. */
export interface GradeLimits {
  /** Percent, 0 to 100. */
  readonly first: number
  /** Percent, not above `first`. */
  readonly second: number
}

/**
 * The grade 1 to 3 of an organization by the share of its members who were reached at all (分级管理). It grades
 * organizations, never persons; an organization without members has none. The plugin has it with 95 and 80.
 *
 * @example
 * ```ts
 * import { coverageGrade } from '@xueshi/county'
 *
 * console.log(coverageGrade({ first: 98, second: 90 }).id) // nobody-missed/grade
 * ```
 */
export function coverageGrade({ first, second }: GradeLimits): Indicator {
  return ofPart(
    {
      id: 'nobody-missed/grade',
      title: words('教育覆盖等级', 'grade of coverage'),
      summary: words(
        `按期内参加过学习或者被走访的党员比例：${first}%以上为1级，${second}%以上为2级，其余为3级`,
        `by the share of members reached in the period: 1 from ${first} percent on, 2 from ${second} on, else 3`,
      ),
      reads,
      over: 'members',
      of: reached,
    },
    words('级', 'grade'),
    0,
    ([part, whole]) => (part * 100 >= first * whole ? 1 : part * 100 >= second * whole ? 2 : 3),
  )
}

/** No member left behind 不让一个党员掉队. */
export const nobodyMissed: readonly Indicator[] = [
  count({
    id: 'nobody-missed/missed',
    title: words('期内没有参加任何学习的党员', 'members not reached'),
    summary: words(
      '期末党员中，期内没有出席（补学）任何活动、也没有被走访的人数',
      'members of the last day who attended no session, made none up, and were not visited',
    ),
    unit: UNIT.persons,
    reads,
    over: 'members',
    of: (member, context) => {
      const [part, whole] = reached(member, context)
      return whole - part
    },
  }),
  coverageGrade({ first: 95, second: 80 }),
  share({
    id: 'home/frail-reached',
    title: words('年老体弱等党员送学覆盖率', 'frail members reached'),
    summary: words(
      '期末有年老体弱、行动不便、身患重病、失能标签的党员中，期内参加过活动或者被走访的比例',
      'members with a tag of frailty who attended a session or were visited in the period',
    ),
    reads,
    over: 'members',
    of: (member, context) =>
      personOn(member, context).tags.some((tag) => FRAIL_TAGS.includes(tag))
        ? reached(member, context)
        : [0, 0],
  }),
  count({
    id: 'home/deliveries',
    title: words('送学上门、走访慰问', 'study brought home, visits'),
    summary: words(
      '类型或者方式为“送学上门”的活动，加上“走访慰问”记录',
      'sessions of kind or mode 送学上门, and acts 走访慰问',
    ),
    unit: UNIT.sessions,
    reads: ['organizations', 'members', 'sessions', 'acts'],
    over: 'organizations',
    of: (organization, context) =>
      heldBy(organization, context).filter(
        ({ kinds, mode }) => kinds.includes('home-delivery') || mode === 'home-delivery',
      ).length + actsIn(organization, ['home-visit'], context).length,
  }),
]
