import {
  type Coverage,
  defineRule,
  type Judgement,
  type LocalizedText,
  type RuleContext,
  type RuleSubject,
} from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { memberEducation2019 } from '../../../instruments/member-education-2019.ts'
import { leastTimes } from '../../parameters.ts'
import { usualOnly, words } from '../../wording.ts'
import { type Persons, personsOf } from './persons.ts'
import { type Talks, talksOf } from './talks.ts'

const { talks: sentence } = branchWork2018.sentences
const from = branchWork2018.inForce

/**
 * 支部条例 Art. 19 ¶1. By default the practical reading: each pair of committee members, each member with one
 * of the committee and with one other member. `partners` at the size of the branch or more is the strict
 * reading: all pairs.
 */
export default defineRule({
  id: 'branch/talk-matrix',
  title: words('谈心谈话全覆盖', 'Talks between all members of a branch'),
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { each: 'year' },
  strength: 'usual',
  assurance: 'verified',
  parameters: {
    talks: {
      ...leastTimes(1, from, sentence),
      title: words('每对每年最少谈话次数', 'least talks of a pair'),
    },
    partners: {
      title: words(
        '每名党员至少与几名支委、几名其他党员谈话（1：实用口径；不小于支部人数：严格口径，两两之间）',
        'with how many of the committee, and of the other members, each member talks (1: practical reading; the size of the branch or more: strict reading, all pairs)',
      ),
      unit: 'person',
      refinement: 'raise-only',
      stricter: 'higher',
      versions: [
        {
          value: 1,
          from,
          citations: [
            {
              ...sentence,
              note: words(
                '条文没有说是否每两人之间都要谈；默认按实用口径（每名党员各1名），严格口径由各地设定。',
                'The text does not say whether each pair must talk; the practical reading (one each) is the default, the strict one may be set.',
              ),
            },
          ],
        },
      ],
    },
    groupSize: {
      title: words(
        '谈心谈话活动到场不超过几人时，计为到场人员两两谈话',
        'up to how many persons present a session counts as talks between all of them',
      ),
      unit: 'person',
      refinement: 'replace',
      stricter: 'lower',
      versions: [
        {
          value: 2,
          from,
          citations: [
            {
              ...sentence,
              note: words(
                '条文没有说集体谈话是否计入；默认只计一对一谈话。',
                'The text does not say whether a talk in a group counts; by default only talks of two do.',
              ),
            },
          ],
        },
      ],
    },
  },
  citations: [sentence],
  uncoded: [
    usualOnly,
    words(
      '“党支部应当经常开展谈心谈话”“谈心谈话应当坦诚相见、交流思想、交换意见、帮助提高”：只数次数，不核对内容。',
      'That talks are frequent and frank: only their number is checked.',
    ),
    words(
      '年内转入、新任或者新接收的，条文没有折算规定：当年不要求，但与其谈话计入；与年内卸任的支委谈话，算与支委谈，也算与其他党员谈。',
      'Those who came into the branch or the post within the year: the text knows no proration; nothing is demanded of them, talks with them count. A talk with somebody who left the committee within the year counts as either.',
    ),
    words(
      `年老体弱、行动不便、身患重病、失能的党员不作硬性要求（《${memberEducation2019.name}》${memberEducation2019.sentences.frail.article}），停止党籍的不在其内；支部书记、委员本人有此情形的，支委之间也不要求。`,
      'Nothing is demanded of frail, mobility-limited, gravely ill or incapacitated members (member education regulation, Art. 23 ¶2). The same holds for committee members, and for suspended membership.',
    ),
    words(
      '“党员和党员之间”：指未担任支委的党员之间，与支委的谈话不重复计入。',
      '“党员和党员之间” (between members): those without a committee post; a talk with the committee does not count for both.',
    ),
  ],
  summary: words(
    '支部委员每两人之间、每名党员与至少{partners}名支委（不设支委会的与书记）、每名党员与至少{partners}名其他党员，每年谈心谈话一般不少于{talks}次；到场不超过{groupSize}人的谈话活动计为两两谈话。',
    'Each pair of committee members, each member with at least {partners} of the committee (without one: the secretary) and with at least {partners} other member(s) usually talk at least {talks} time(s) a year; a session with at most {groupSize} persons counts as talks between all of them.',
  ),
  advice: words(
    '请安排尚缺的谈心谈话；已经谈过的，请在记录表补录“谈心谈话”，填写党员编号和对方党员编号。',
    'Hold the talks that are missing; where they were held, add the act 谈心谈话 with both persons.',
  ),
  reads: ['organizations', 'members', 'posts', 'sessions', 'attendance', 'acts'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const { asOf, dataset, window } = context
  const end = window.to!
  const isOpen = end > asOf
  const days = { from: window.from, to: isOpen ? asOf : end }
  const persons = personsOf(dataset, subject.id, days.from, days.to)
  if (persons.committee.size === 0)
    return {
      verdict: 'unknown',
      message: words(
        '无法判断：任职表没有本支部的书记、委员。',
        'Cannot be told: the posts name no secretary or committee member of this branch.',
      ),
    }
  const everybody = new Set([...persons.committee, ...persons.ordinary])
  const talks = talksOf(
    dataset,
    subject.id,
    everybody,
    persons.everInCommittee,
    days,
    Number(context.parameter('groupSize')),
  )
  const found = weigh(
    persons,
    talks,
    Number(context.parameter('talks')),
    Number(context.parameter('partners')),
  )
  if (found.required === 0)
    return {
      verdict: 'not-applicable',
      message: words('没有须谈心谈话的党员。', 'Nobody of whom a talk is demanded.'),
    }
  const { covers } = dataset
  const isCovered = covers.from <= days.from && covers.to >= days.to
  const verdict =
    found.done === found.required ? 'met' : isOpen ? 'pending' : isCovered ? 'breached' : 'unknown'
  return {
    verdict,
    measured: found.done,
    required: found.required,
    unit: 'session',
    ...(verdict === 'pending' ? { due: end } : {}),
    message: verdict === 'unknown' ? uncovered(covers, missing(found)) : missing(found),
  }
}

function uncovered(covers: Coverage, what: LocalizedText): LocalizedText {
  return words(
    `无法判断：数据只含 ${covers.from}..${covers.to}；${what['zh-CN']}`,
    `Cannot be told: the data covers ${covers.from}..${covers.to} only; ${what.en}`,
  )
}

/** How many pairs and members fall short, those that do not left out. */
function missing({ required, done, pairs, withoutCommittee, withoutMember }: Weighed): LocalizedText {
  if (done === required) return words(`应谈的${required}项已全部完成。`, `All ${required} talks were held.`)
  const parts = [
    { count: pairs, zh: '支委之间缺{n}对', en: '{n} pair(s) of the committee' },
    { count: withoutCommittee, zh: '{n}名党员缺与支委的谈话', en: '{n} member(s) with the committee' },
    { count: withoutMember, zh: '{n}名党员缺与其他党员的谈话', en: '{n} member(s) with another member' },
  ].filter(({ count }) => count > 0)
  const list = (language: 'zh' | 'en', comma: string) =>
    parts.map((part) => part[language].replace('{n}', String(part.count))).join(comma)
  return words(
    `应谈${required}项，完成${done}项，尚缺${required - done}项：${list('zh', '，')}。`,
    `${done} of ${required} held, ${required - done} missing: ${list('en', ', ')}.`,
  )
}

/** What is demanded and what of it is done, and how many pairs and members fall short. */
interface Weighed {
  readonly required: number
  readonly done: number
  readonly pairs: number
  readonly withoutCommittee: number
  readonly withoutMember: number
}

function weigh(persons: Persons, talks: Talks, least: number, partners: number): Weighed {
  const { committee, everInCommittee, lasting, ordinary, owing } = persons
  const sum = { required: 0, done: 0, pairs: 0, withoutCommittee: 0, withoutMember: 0 }
  lasting.forEach((a, i) => {
    for (const b of lasting.slice(i + 1)) {
      const done = talks.between(a, b) >= least ? 1 : 0
      sum.required++
      sum.done += done
      sum.pairs += 1 - done
    }
  })
  const toCommittee = talks.group(everInCommittee)
  const toOrdinary = talks.group(ordinary)
  for (const member of owing) {
    const ofCommittee = Math.min(partners, committee.size)
    const ofMembers = Math.min(partners, owing.length - 1)
    const withCommittee = Math.min(ofCommittee, talks.partners(member, toCommittee, least))
    const withMembers = Math.min(ofMembers, talks.partners(member, toOrdinary, least))
    sum.required += ofCommittee + ofMembers
    sum.done += withCommittee + withMembers
    if (withCommittee < ofCommittee) sum.withoutCommittee++
    if (withMembers < ofMembers) sum.withoutMember++
  }
  return sum
}
