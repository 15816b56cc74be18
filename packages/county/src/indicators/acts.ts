import {
  ACT_KINDS,
  type Act,
  type ActKind,
  type Indicator,
  type IndicatorContext,
  type LocalizedText,
  termName,
} from '@xueshi/core'
import { groupedBy, remembered } from '../data/remembered.ts'
import { words } from '../wording.ts'
import { count, UNIT } from './figures.ts'
import { homeOf } from './held.ts'

/** Acts of a kind at home in an organization: its own, else those of a member of the branch, else at the top. */
export function actsIn(
  organization: string,
  kinds: readonly ActKind[],
  { dataset, from, to }: IndicatorContext,
): readonly Act[] {
  const { acts } = dataset
  const index = remembered(acts, `at home ${from}..${to} ${kinds.join()}`, () =>
    groupedBy(
      acts.filter((act) => kinds.includes(act.kind) && act.date >= from && act.date <= to),
      (act) => {
        const home = homeOf(dataset, act.organization, act.member, act.date)
        return home === null ? [] : [home]
      },
    ),
  )
  return index.get(organization) ?? []
}

/** Words by which a work is of a sort: in the topics or in the note of the act. */
const SORTS = {
  lectures: { ...words('党课', 'lectures'), word: /党课/ },
  models: { ...words('先进典型', 'models'), word: /典型|榜样|^models$/ },
  videos: { ...words('微视频', 'micro-videos'), word: /视频|短片/ },
}

function works(
  id: string,
  kind: 'nomination' | 'selection',
  title: LocalizedText,
  sort?: keyof typeof SORTS,
): Indicator {
  return count({
    id: `works/${id}`,
    title,
    summary: words(
      `记录表“${termName(ACT_KINDS, kind, 'zh-CN')}”的条数${sort === undefined ? '' : `，内容分类或者备注写明“${SORTS[sort]['zh-CN']}”`}；填了数量的按数量计`,
      `acts: ${termName(ACT_KINDS, kind, 'en')}${sort === undefined ? '' : `, of the sort ${SORTS[sort].en} by topic or note`}; by their amount where it is stated`,
    ),
    unit: UNIT.items,
    reads: ['organizations', 'members', 'acts'],
    over: 'organizations',
    of: (organization, context) =>
      actsIn(organization, [kind], context)
        .filter(({ note, topics }) => {
          if (sort === undefined) return true
          const { word } = SORTS[sort]
          return topics.some((topic) => word.test(topic)) || word.test(note ?? '')
        })
        .reduce((sum, { amount }) => sum + (amount ?? 1), 0),
  })
}

const acts = (id: string, kind: ActKind, zh: string, en: string) =>
  count({
    id,
    title: words(zh, en),
    summary: words(
      `记录表“${termName(ACT_KINDS, kind, 'zh-CN')}”的条数，没有填组织的按本人所在支部计`,
      `acts: ${termName(ACT_KINDS, kind, 'en')}, without organization by the branch of the member`,
    ),
    unit: UNIT.sessions,
    reads: ['organizations', 'members', 'acts'],
    over: 'organizations',
    of: (organization, context) => actsIn(organization, [kind], context).length,
  })

/** What is counted in the table of acts. */
export const recorded: readonly Indicator[] = [
  works('nominated', 'nomination', words('推荐作品', 'works nominated')),
  works('nominated/lectures', 'nomination', words('推荐党课', 'lectures nominated'), 'lectures'),
  works('nominated/models', 'nomination', words('推荐先进典型', 'models nominated'), 'models'),
  works('nominated/videos', 'nomination', words('推荐微视频', 'micro-videos nominated'), 'videos'),
  works('chosen', 'selection', words('入选作品', 'works chosen')),
  acts('bulletins', 'bulletin', '通报', 'bulletins'),
  acts('online/inspections', 'online-inspection', '线上学习督促检查', 'inspections of online learning'),
  acts('reading/plans', 'reading-plan', '读书计划', 'reading plans'),
  acts('reading/books', 'reading', '读书', 'books read'),
]
