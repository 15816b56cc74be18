import {
  addDuration,
  type Dataset,
  defineRule,
  formatDate,
  type Judgement,
  parseDate,
  type RuleContext,
  type RuleSubject,
} from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { postsOf } from '../../posts-on.ts'
import { partyMember } from '../../who.ts'
import { usualOnly, words } from '../../wording.ts'

const { seniority } = branchWork2018.sentences

/** 支部条例 Art. 23: Party age on taking office, judged of who is in office on the day of the check. */
export default defineRule({
  id: 'branch/secretary-seniority',
  title: words('党支部书记任职时的党龄', 'Party age of a branch secretary on taking office'),
  subject: 'post',
  who: { all: [partyMember, { post: { roles: ['secretary'], in: ['branch'] } }] },
  window: { anyDay: true },
  strength: 'usual',
  assurance: 'verified',
  parameters: {
    partyAge: {
      title: words('任职时的最短党龄', 'least Party age on taking office'),
      unit: 'duration',
      refinement: 'raise-only',
      stricter: 'higher',
      versions: [{ value: 'P1Y', from: branchWork2018.inForce, citations: [seniority] }],
    },
  },
  citations: [seniority],
  uncoded: [
    usualOnly,
    words(
      '“党龄”：从转为正式党员之日算起（党章第七条）；转正日期空白的无法判断。',
      '“党龄” (Party age): from the day of full membership on (Constitution Art. 7); unknown where that day is blank.',
    ),
    words(
      '“具备良好政治素质，热爱党的工作”等其他条件：不在数据中。',
      '“具备良好政治素质，热爱党的工作” and the other qualities: not in the data.',
    ),
    words(
      '2018年10月28日以前任职的：不适用。连任（前后任期首尾相接）的，以第一次任职之日为准。',
      'Who took office before 2018-10-28: not applicable. With terms that follow one another the first day counts.',
    ),
  ],
  summary: words(
    '党支部书记任职时，一般应当有{partyAge}以上党龄。',
    'On taking office a branch secretary usually has been a full member for {partyAge}.',
  ),
  advice: words(
    '请核对转正日期和任职日期；党龄确实不足的，请报上级党组织说明理由。',
    'Check the days of full membership and of taking office; where the Party age is too short, give the upper organization the reason.',
  ),
  reads: ['members', 'posts'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const { dataset, asOf } = context
  const start = startOf(subject, asOf, dataset)
  if (start < branchWork2018.inForce)
    return {
      verdict: 'not-applicable',
      message: words(
        `${start}任职，早于支部工作条例施行。`,
        `Took office on ${start}, before the regulation was in force.`,
      ),
    }
  const fullOn = dataset.member(subject.member ?? '')?.fullOn ?? null
  if (fullOn === null) return withoutFullMembership(subject, context, start)
  const due = formatDate(addDuration(parseDate(fullOn), String(context.parameter('partyAge'))))
  return due <= start
    ? {
        verdict: 'met',
        message: words(
          `${fullOn}转正，${start}任职，党龄符合规定。`,
          `Full member on ${fullOn}, in office from ${start}: long enough.`,
        ),
      }
    : {
        verdict: 'breached',
        message: words(
          `${fullOn}转正，${start}任职，到${due}才满规定的党龄。`,
          `Full member on ${fullOn}, in office from ${start}: the Party age is reached on ${due} only.`,
        ),
      }
}

/** A probationary member has no Party age; of a full member without a day of full membership nothing can be told. */
function withoutFullMembership(subject: RuleSubject, { dataset }: RuleContext, start: string): Judgement {
  if (dataset.member(subject.member ?? '')?.status === 'probationary')
    return {
      verdict: 'breached',
      message: words(
        `${start}任职时是预备党员，没有党龄。`,
        `A probationary member when taking office on ${start}.`,
      ),
    }
  return {
    verdict: 'unknown',
    message: words('转正日期空白，无法判断党龄。', 'The day of full membership is blank.'),
  }
}

/** First day in office of who is in office on a day; terms without a gap are one. */
function startOf({ member, organization }: RuleSubject, day: string, dataset: Dataset): string {
  const own = postsOf(dataset, organization ?? '')
    .filter((post) => post.member === member && post.role === 'secretary' && post.from <= day)
    .sort((a, b) => (a.from < b.from ? 1 : -1))
  let start = day
  for (const { from, to } of own) if (from < start && (to === null || dayAfter(to) >= start)) start = from
  return start
}

function dayAfter(day: string): string {
  return formatDate(parseDate(day) + 1)
}
