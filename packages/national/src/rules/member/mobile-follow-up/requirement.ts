import { defineRequirement } from '@xueshi/core'
import { memberEducation2019 } from '../../../instruments/member-education-2019.ts'
import { ownLeast } from '../../parameters.ts'
import { frailMembers, partyMember } from '../../who.ts'
import { words } from '../../wording.ts'

const { mobile } = memberEducation2019.sentences

/** 条例 Art. 32 ¶1: contact with mobile members and their education; the numbers and the quarter are ours. */
export default defineRequirement({
  id: 'member/mobile-follow-up',
  title: words('流动党员联系和教育', 'Contact with and education of mobile members'),
  subject: 'member',
  who: { all: [partyMember, { tag: ['mobile'] }] },
  window: { each: 'quarter' },
  exempt: frailMembers,
  demand: {
    allOf: [
      {
        measure: 'acts',
        count: { acts: ['contact'], as: 'member' },
        atLeast: { parameter: 'contacts' },
      },
      {
        measure: 'sessions',
        count: { kindClass: 'learning', kinds: ['online-study', 'self-study', 'home-delivery'] },
        atLeast: { parameter: 'studies' },
      },
    ],
  },
  strength: 'derived',
  assurance: 'verified',
  parameters: {
    contacts: ownLeast(
      words('每季度联系的最少次数', 'least contacts each quarter'),
      1,
      memberEducation2019.inForce,
      mobile,
    ),
    studies: ownLeast(
      words('每季度学习的最少次数', 'least studies each quarter'),
      1,
      memberEducation2019.inForce,
      mobile,
    ),
  },
  citations: [mobile],
  uncoded: [
    words(
      '“经常联系”“跟进”：没有次数和期限；每季度各1次是本规则的设定。',
      '“经常联系”, “跟进” (often, follow up): no number and no time; once a quarter each is our own.',
    ),
    words(
      '“外出6个月以上”：以党员表的“流动党员”标签和起止日期为准，不核对外出时间。',
      '“外出6个月以上” (away for six months): the dated tag 流动党员 decides; how long the member was away is not checked.',
    ),
    words(
      '“外出学习、工作、生活6个月以上并且地点相对固定的，应当转移组织关系”（第二十五条第三款）：应转未转的不提示。',
      'Art. 25 ¶3 (who is away for long in one place moves the affiliation): not checked.',
    ),
    words(
      '流出地、流入地党组织共同负责：在任何党组织的联系和学习都算。',
      'The branches at both ends share the duty: contact and study count wherever they took place.',
    ),
  ],
  summary: words(
    '对流动党员，每季度至少联系{contacts}次，并至少有{studies}次学习记录。',
    'With a mobile member there are at least {contacts} contact(s) and {studies} recorded study session(s) each quarter.',
  ),
  advice: words(
    '请联系该党员，并安排就近或者在线参加学习；已经联系、学习的，请在记录表补录“联系”（党员填被联系人），补录考勤。已返回的，请结束流动党员标签。',
    'Contact the member and arrange study nearby or online; if done, add an act 联系 with the member contacted, and the attendance. Where the member is back, end the tag.',
  ),
})
