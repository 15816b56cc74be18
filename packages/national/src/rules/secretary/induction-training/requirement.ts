import { defineRequirement } from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { organWork2019 } from '../../../instruments/organ-work-2019.ts'
import { leastSessions, ownTime } from '../../parameters.ts'
import { basicSecretary, frailMembers, partyMember } from '../../who.ts'
import { words } from '../../wording.ts'

const { induction } = branchWork2018.sentences

/** 支部条例 Art. 25 ¶2 and 机关条例 Art. 31; neither has a deadline, so the duty in time is derived. */
export default defineRequirement({
  id: 'secretary/induction-training',
  title: words('新任书记任职培训', 'Induction training of new secretaries'),
  subject: 'post',
  who: { all: [partyMember, basicSecretary] },
  window: { after: 'post-start', within: { parameter: 'deadline' } },
  exempt: frailMembers,
  demand: {
    measure: 'sessions',
    count: { kinds: ['induction-training'] },
    atLeast: { parameter: 'sessions' },
  },
  strength: 'derived',
  assurance: 'verified',
  parameters: {
    sessions: leastSessions(1, branchWork2018.inForce, induction),
    deadline: ownTime(
      words('任职后的期限', 'time after taking office'),
      'P6M',
      branchWork2018.inForce,
      induction,
    ),
  },
  citations: [induction, organWork2019.sentences.induction],
  uncoded: [
    words(
      '任职培训是“应当”，但两部条例都没有期限：任职后六个月内是本规则的设定（五年规划有此期限之说，原文未读到），各地可以另定。',
      'The training is a must, but neither regulation has a deadline: six months are our own (the plans are said to have them, unread) and may be replaced.',
    ),
    words(
      '“新任”：同一人在同一党组织连任（前后任期首尾相接）不算新任；调到别的党组织任书记算新任。任职前参加的培训不算。',
      '“新任” (new): who is re-elected in the same organization without a gap is not new, who becomes secretary elsewhere is. Training before taking office does not count.',
    ),
    words(
      '“机关基层党组织负责人”：只核对机关党委、党总支、党支部的书记，副书记和委员不核对。',
      '“机关基层党组织负责人” (heads): secretaries only, no deputies or committee members.',
    ),
    words(
      '期限未满即离任的：不适用。举办单位不核对。',
      'Who leaves the post before the time is over: not applicable. The organizer is not checked.',
    ),
  ],
  summary: words(
    '新任机关基层党组织书记、党支部书记，任职后{deadline}内至少参加{sessions}次任职培训。',
    'A new secretary takes part in at least {sessions} induction training within {deadline} of taking office.',
  ),
  advice: words(
    '请安排参加任职培训；已参加的，请补录考勤，活动类型填“任职培训”。连任的，请把前后任期的起止日期填写连续。',
    'Let the secretary take part in an induction training; if attended, add the attendance with kind 任职培训. For a re-election, let the terms in the table of posts follow one another.',
  ),
})
