import { defineRequirement } from '@xueshi/core'
import { memberEducation2019 } from '../../../instruments/member-education-2019.ts'
import { ownLeast } from '../../parameters.ts'
import { FRAIL_TAGS, partyMember } from '../../who.ts'
import { words } from '../../wording.ts'

const { frail } = memberEducation2019.sentences
const atLeast = { parameter: 'visits' }

/** 条例 Art. 23 ¶2: what the organization owes members of whom nothing hard is asked; the number is ours. */
export default defineRequirement({
  id: 'member/exempt-home-learning',
  title: words('年老体弱等党员送学上门、走访', 'Study brought home to frail members'),
  subject: 'member',
  who: { all: [partyMember, { tag: FRAIL_TAGS }] },
  window: { each: 'year' },
  // Who became frail late in the year may be visited in the next one.
  presence: 'P6M',
  demand: {
    anyOf: [
      { measure: 'sessions', count: { kinds: ['home-delivery'] }, atLeast },
      { measure: 'sessions', count: { modes: ['home-delivery'] }, atLeast },
      { measure: 'acts', count: { acts: ['home-visit'], as: 'member' }, atLeast },
    ],
  },
  strength: 'derived',
  assurance: 'verified',
  parameters: {
    visits: ownLeast(
      words('送学上门、走访的最少次数', 'least visits or studies brought home'),
      1,
      memberEducation2019.inForce,
      frail,
    ),
  },
  citations: [frail],
  uncoded: [
    words(
      '“组织活动和开展学习教育不作硬性要求”：有这些标签的党员不按其他规则核对（一年中有一天即免该年度），见各规则的豁免。',
      '“组织活动和开展学习教育不作硬性要求” (nothing hard is asked): other rules exempt these members, one day of the tag exempts the window.',
    ),
    words(
      '“党组织通过送学上门、走访慰问等方式”：是党组织的义务，没有次数；每年1次、全年有标签满六个月才核对，都是本规则的设定。',
      '“党组织通过送学上门、走访慰问等方式”: a duty of the organization without a number; once a year, owed from six months of the tag in the year on, is our own.',
    ),
    words(
      '年老体弱等情形的认定（事由、批准人、是否逐年重新认定）：条文没有规定，以党员表的标签和起止日期为准。',
      'Who is found frail, by whom and for how long: the text does not say; the dated tags of the member decide.',
    ),
    words(
      '走访记录里填在“党员”一栏的是被走访人；填在“对方”一栏的是走访人，不计。',
      'The member of a visit is who was visited; the counterpart is the visitor and does not count.',
    ),
  ],
  summary: words(
    '对年老体弱、行动不便、身患重病、失能的党员，党组织每年至少送学上门或者走访慰问{visits}次。',
    'To members who are frail, mobility-limited, gravely ill or incapacitated the organization brings study home, or visits them, at least {visits} time(s) each year.',
  ),
  advice: words(
    '请安排送学上门或者走访慰问；已经走访的，请在记录表补录“走访慰问”（党员填被走访人），或者补录“送学上门”活动和考勤。标签已不符合实际的，请填结束日期。',
    'Bring study home or visit the member; if done, add an act 走访慰问 with the visited member, or the session 送学上门 with attendance. Where the tag no longer fits, end it.',
  ),
})
