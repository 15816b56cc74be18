import { defineRequirement } from '@xueshi/core'
import { memberEducation2019 } from '../../../instruments/member-education-2019.ts'
import { leastSessions } from '../../parameters.ts'
import { partyMember } from '../../who.ts'
import { words } from '../../wording.ts'

const { abroad } = memberEducation2019.sentences

/** 条例 Art. 34 ¶2. */
export default defineRequirement({
  id: 'member/abroad-contact',
  title: words('出国（境）学习研究党员每半年联系', 'Contact with members abroad each half-year'),
  subject: 'member',
  who: { all: [partyMember, { tag: ['abroad'] }] },
  window: { each: 'half-year' },
  demand: {
    measure: 'acts',
    count: { acts: ['contact'], as: 'member' },
    atLeast: { parameter: 'contacts' },
  },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    contacts: {
      ...leastSessions(1, memberEducation2019.inForce, abroad),
      title: words('每半年联系的最少次数', 'least contacts each half-year'),
    },
  },
  citations: [abroad],
  uncoded: [
    words(
      '“出国（境）学习研究党员”：以“出国（境）”标签为准，因私短期出境等也在内；不是学习研究的，请不要加此标签。',
      '“出国（境）学习研究党员” (abroad for study or research): the tag 出国（境） decides; do not give it to other travellers.',
    ),
    words(
      '半年内只有部分时间在国（境）外的：该半年不适用。',
      'Who is abroad for a part of the half-year only: that half-year is not applicable.',
    ),
    words(
      '“出国学习研究超过5年仍未返回的党员，一般予以停止党籍”（第二十四条第二款）：不在此核对。',
      'Art. 24 ¶2 (suspension after five years abroad): not checked here.',
    ),
  ],
  summary: words(
    '对出国（境）学习研究的党员，每半年至少联系{contacts}次。',
    'Members studying abroad are contacted at least {contacts} time(s) each half-year.',
  ),
  advice: words(
    '请与该党员取得联系；已经联系的，请在记录表补录“联系”，党员填被联系人，日期填联系当天。',
    'Contact the member; if done, add an act 联系 with the member contacted and the day.',
  ),
})
