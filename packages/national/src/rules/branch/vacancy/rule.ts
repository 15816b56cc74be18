import {
  addDuration,
  type CivilDate,
  type Dataset,
  defineRule,
  formatDate,
  type Judgement,
  type Post,
  parseDate,
  type RuleContext,
  type RuleSubject,
} from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { groupedBy } from '../../grouped.ts'
import { holdersOn } from '../../holders-on.ts'
import { ownTime } from '../../parameters.ts'
import { goneOn, postsOf } from '../../posts-on.ts'
import { COMMITTEE_ROLES } from '../../who.ts'
import { words } from '../../wording.ts'

const { vacancy } = branchWork2018.sentences

/** Seats that stand for one another: committee members are one kind of seat, whatever they look after. */
const SEATS = [
  { roles: ['secretary'], zh: '书记', en: 'secretary' },
  { roles: ['deputy-secretary'], zh: '副书记', en: 'deputy secretary' },
  {
    roles: COMMITTEE_ROLES.filter((role) => role !== 'secretary' && role !== 'deputy-secretary'),
    zh: '委员',
    en: 'committee member',
  },
] as const

/** 支部条例 Art. 21 ¶2: vacancies are filled in time. The number of days is ours. */
export default defineRule({
  id: 'branch/vacancy',
  title: words('支委空缺及时补选', 'Vacancies of a branch committee filled in time'),
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { anyDay: true },
  strength: 'derived',
  assurance: 'verified',
  parameters: {
    limit: ownTime(words('补选期限', 'time to fill a vacancy'), 'P3M', branchWork2018.inForce, vacancy),
  },
  citations: [vacancy],
  uncoded: [
    words(
      '“及时”：条文没有期限，由参数规定。',
      '“及时” (in time): the text gives no limit; the parameter does.',
    ),
    words(
      '“确有必要时，上级党组织可以指派党支部书记或者副书记”：指派同补选一样，任职表有人接任即为补上。',
      '“上级党组织可以指派党支部书记或者副书记” (appointment by the upper organization): a successor in the table of posts fills the seat, elected or appointed.',
    ),
    words(
      '各委员不分分工合并计算；换届选举或者补选之后，以及同一天有两人以上到任（视为换届）之后，此前的空缺不再提示。',
      'Committee members are counted together whatever they look after; an election or by-election, or a day on which two persons or more took up posts (taken for an election), settles all vacancies before it.',
    ),
    words(
      '党员减少到不足7人、依规不再设支委会的：空缺仍会提示，请登记豁免或者“换届选举”。',
      'A branch that shrank below seven full members needs no committee: its vacancies still show; record a waiver or the election.',
    ),
  ],
  summary: words(
    '党支部书记、副书记、委员出现空缺的，在{limit}内补选或者指派。',
    'A vacancy of secretary, deputy or committee member of a branch is filled within {limit}.',
  ),
  advice: words(
    '请及时补选或者报请上级指派；已经补上的，请在任职表补录接任者，或者在记录表补录“补选”。',
    'Hold a by-election or ask for an appointment; if the seat was filled, add the successor to the posts or the act 补选.',
  ),
  reads: ['organizations', 'members', 'posts', 'acts'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const { asOf, dataset } = context
  const posts = postsOf(dataset, subject.id).filter(
    (post) => post.from <= asOf && COMMITTEE_ROLES.some((role) => role === post.role),
  )
  if (posts.length === 0)
    return {
      verdict: 'unknown',
      message: words(
        '无法判断：任职表没有本支部的书记、委员。',
        'Cannot be told: the posts name no secretary or committee member of this branch.',
      ),
    }
  const settled = settledOn(dataset, subject.id, posts, asOf)
  const vacant = SEATS.flatMap((seat) => {
    const ends = endsOf(dataset, posts, seat.roles, asOf).filter((end) => end > settled)
    return vacanciesSince(dataset, subject.id, seat.roles, ends, asOf).map((since) => ({ seat, since }))
  })
  if (vacant.length === 0)
    return {
      verdict: 'met',
      measured: 0,
      required: 0,
      unit: 'person',
      message: words('没有空缺。', 'No vacancy.'),
    }
  const oldest = vacant.reduce((a, b) => (b.since < a.since ? b : a))
  const due = formatDate(addDuration(parseDate(oldest.since), String(context.parameter('limit'))))
  const { seat, since } = oldest
  return {
    verdict: asOf > due ? 'breached' : 'pending',
    measured: vacant.length,
    required: 0,
    unit: 'person',
    due,
    message: words(
      `空缺${vacant.length}人，其中${seat.zh}自${since}任职结束后无人接任，应在${due}前补上。`,
      `${vacant.length} vacant; the post of ${seat.en} that ended on ${since} has no successor, due by ${due}.`,
    ),
  }
}

/**
 * The last day on which the committee was filled anew: of an election or by-election, or on which two persons or
 * more took up posts, as after an election that nobody recorded. Before all days where there was none.
 */
function settledOn(dataset: Dataset, branch: string, posts: readonly Post[], asOf: CivilDate): CivilDate {
  const elections = dataset
    .actsAt(branch, ['election', 'by-election'])
    .filter(({ date }) => date <= asOf)
    .map((act) => act.date)
  const starts = [...groupedBy(posts, (post) => post.from)]
    .filter(([, begun]) => new Set(begun.map((post) => post.member)).size > 1)
    .map(([date]) => date)
  return [...elections, ...starts].sort().at(-1) ?? ''
}

/** Last days, in order, of the posts of those who have left a kind of seat. */
function endsOf(
  dataset: Dataset,
  posts: readonly Post[],
  roles: readonly string[],
  asOf: CivilDate,
): readonly CivilDate[] {
  const seats = posts.filter((post) => roles.includes(post.role))
  const isOver = (post: Post) => (lastDay(dataset, post) ?? asOf) < asOf
  const seated = new Set(seats.filter((post) => !isOver(post)).map((post) => post.member))
  return seats
    .filter((post) => isOver(post) && !seated.has(post.member))
    .map((post) => lastDay(dataset, post)!)
    .sort()
}

/** The last day of a post: its own, or the day before the person was gone. */
function lastDay(dataset: Dataset, { member, to }: Post): CivilDate | null {
  const gone = goneOn(dataset, member)
  if (gone === null) return to
  const before = formatDate(parseDate(gone) - 1)
  return to === null || before < to ? before : to
}

/** Ends without a successor: the latest ones, as newcomers are taken to follow those who left first. */
function vacanciesSince(
  dataset: Dataset,
  branch: string,
  roles: readonly string[],
  ends: readonly CivilDate[],
  asOf: CivilDate,
): readonly CivilDate[] {
  const now = holdersOn(dataset, branch, roles, asOf).size
  const before = Math.max(0, ...ends.map((end) => holdersOn(dataset, branch, roles, end).size))
  return before > now ? ends.slice(-(before - now)) : []
}
