import {
  type Act,
  type ActKind,
  addDuration,
  defineRule,
  formatDate,
  type Judgement,
  parseDate,
  type RuleContext,
  type RuleSubject,
} from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { gravest } from '../../gravest.ts'
import { ownTime } from '../../parameters.ts'
import { partyMember } from '../../who.ts'
import { words } from '../../wording.ts'
import { hasSecretary, isSecretaryOf } from './secretaries.ts'

const { care } = branchWork2018.sentences

/** 支部条例 Art. 19 ¶2: the secretary and members in trouble or under discipline; the time is ours. */
export default defineRule({
  id: 'secretary/care-talk',
  title: words('书记关怀谈话', 'Talk of the secretary with members in trouble'),
  subject: 'member',
  who: partyMember,
  window: { each: 'year' },
  presence: 'any',
  strength: 'derived',
  assurance: 'verified',
  parameters: {
    within: ownTime(
      words('事项发生后的谈话期限', 'time after the event'),
      'P30D',
      branchWork2018.inForce,
      care,
    ),
  },
  citations: [care],
  uncoded: [
    words(
      '“家庭发生重大变故和出现重大困难、身心健康存在突出问题”“受到处分处置以及有不良反映”：以记录表的“关怀帮扶事项”“党纪处分”为准，没有登记的不核对。',
      '“家庭发生重大变故……”, “受到处分处置……”: acts 关怀帮扶事项 and 党纪处分 decide; what is not recorded is not checked.',
    ),
    words(
      '“应当帮助做好心理疏导”“有针对性地做好思想政治工作”：没有期限和方式；30天内有一次书记谈心谈话的记录，是本规则的设定，内容不核对。',
      '“应当帮助做好心理疏导”, “有针对性地做好思想政治工作”: no time and no form; one recorded talk of the secretary within 30 days is our own, what is said is not checked.',
    ),
    words(
      '“党支部书记”：谈话当天任该党员所在党支部书记的人；被关怀的本人就是书记的，任何人与其谈话都算。',
      '“党支部书记”: whoever is secretary of the member’s branch on the day of the talk; where the member is the secretary, a talk with anybody counts.',
    ),
    words(
      '谈话以记录表的“谈心谈话”为准；活动表的谈心谈话不计。',
      'Acts 谈心谈话 count; sessions of that kind do not.',
    ),
  ],
  summary: words(
    '党员有重大变故、困难或者受到处分的，党支部书记在{within}内与其谈心谈话。',
    'Where a member is in trouble or has been disciplined, the secretary of the branch has a talk with the member within {within}.',
  ),
  advice: words(
    '请党支部书记尽快与该党员谈心谈话；已经谈过的，请在记录表补录“谈心谈话”，党员和对方填这两个人。',
    'Let the secretary talk with the member; if done, add an act 谈心谈话 with the two persons.',
  ),
  reads: ['members', 'posts', 'acts'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const { from, to } = context.window
  const { dataset, asOf } = context
  const events = dataset
    .actsOf(subject.id, EVENTS)
    .filter(
      ({ member, date }) =>
        member === subject.id && date >= from && (to === null || date <= to) && date <= asOf,
    )
  if (events.length === 0) return NO_EVENT
  const talks = dataset.actsOf(subject.id, TALKS).filter(({ date }) => date <= asOf)
  const [first, ...rest] = events.map((event) => stateOf(event, talks, subject.id, context))
  return concluded(first!, rest)
}

const EVENTS: readonly ActKind[] = ['care-event', 'sanction']
const TALKS: readonly ActKind[] = ['talk']

const NO_EVENT: Judgement = {
  verdict: 'not-applicable',
  message: words('没有关怀帮扶事项或者处分的记录。', 'No event that calls for care is recorded.'),
}

/** What became of one event. */
interface EventState {
  readonly verdict: 'met' | 'pending' | 'unknown' | 'breached'
  readonly date: string
  readonly due: string
}

function stateOf(event: Act, talks: readonly Act[], member: string, context: RuleContext): EventState {
  const { date } = event
  const due = formatDate(addDuration(parseDate(date), String(context.parameter('within'))))
  const { dataset, asOf } = context
  const isTalk = (talk: Act) =>
    talk.date >= date &&
    talk.date <= due &&
    (isSecretaryOf(member, member, talk.date, dataset) ||
      [talk.member, talk.counterpart].some(
        (other) => other !== null && other !== member && isSecretaryOf(other, member, talk.date, dataset),
      ))
  if (talks.some(isTalk)) return { verdict: 'met', date, due }
  if (asOf < due) return { verdict: 'pending', date, due }
  const { from, to } = dataset.covers
  const isKnown = from <= date && due <= to && hasSecretary(member, date, due, dataset)
  return { verdict: isKnown ? 'breached' : 'unknown', date, due }
}

function concluded(first: EventState, rest: readonly EventState[]): Judgement {
  const states = [first, ...rest]
  const worst = gravest(first, ...rest)
  return {
    verdict: worst.verdict,
    measured: states.filter(({ verdict }) => verdict === 'met').length,
    required: states.length,
    unit: 'session',
    ...(worst.verdict === 'pending' ? { due: worst.due } : {}),
    message: messageOf(worst),
  }
}

function messageOf({ verdict, date, due }: EventState) {
  if (verdict === 'met') return words('书记已在期限内谈话。', 'The secretary talked with the member in time.')
  if (verdict === 'pending')
    return words(`${date}的事项，应在${due}以前谈话。`, `A talk about the event of ${date} is due by ${due}.`)
  if (verdict === 'unknown')
    return words(
      `${date}的事项没有书记谈话的记录；数据不全，或者所在党支部没有书记的任职记录，无法判断。`,
      `No talk about the event of ${date} is recorded; the data does not cover the time, or the branch has no secretary in the posts.`,
    )
  return words(
    `${date}的事项，到${due}没有书记谈话的记录。`,
    `No talk about the event of ${date} is recorded by ${due}.`,
  )
}
