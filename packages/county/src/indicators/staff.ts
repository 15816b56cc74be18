import type { Indicator, IndicatorContext } from '@xueshi/core'
import { remembered } from '../data/remembered.ts'
import { words } from '../wording.ts'
import { count, UNIT } from './figures.ts'

/** Whether each person with a post of Party-affairs staff on the last day has a full-time one. */
function staffOn({ dataset, to }: IndicatorContext): ReadonlyMap<string, boolean> {
  const { posts } = dataset
  return remembered(posts, `staff ${to}`, () => {
    const staff = new Map<string, boolean>()
    for (const post of posts) {
      if (post.role !== 'party-affairs-staff' || post.from > to || (post.to !== null && post.to < to))
        continue
      staff.set(post.member, post.fullTime || staff.get(post.member) === true)
    }
    return staff
  })
}

const staff = (id: string, zh: string, en: string, has: (fullTime: boolean | undefined) => boolean) =>
  count({
    id: `staff/${id}`,
    title: words(zh, en),
    summary: words(
      `期末任“党务干部”的人${id === 'full-time' ? '中专职的' : ''}，每人只计一次，按所在支部计`,
      `persons with the post 党务干部${id === 'full-time' ? ' full-time' : ''} on the last day, each once, by branch`,
    ),
    unit: UNIT.persons,
    reads: ['posts'],
    over: 'members',
    of: (member, context) => (has(staffOn(context).get(member)) ? 1 : 0),
  })

/** Party-affairs staff. */
export const partyAffairs: readonly Indicator[] = [
  staff('all', '党务干部', 'Party-affairs staff', (fullTime) => fullTime !== undefined),
  staff('full-time', '专职党务干部', 'full-time Party-affairs staff', (fullTime) => fullTime === true),
]
