import { defineRequirement } from '@xueshi/core'
import { memberEducation2019 } from '../../../instruments/member-education-2019.ts'
import { organWork2019 } from '../../../instruments/organ-work-2019.ts'
import { leastSessions } from '../../parameters.ts'
import { frailMembers, partyMember } from '../../who.ts'
import { words } from '../../wording.ts'

const { centralTraining } = organWork2019.sentences

/** 机关条例 Art. 18: the organ's organizations let members take part in central training every year. */
export default defineRequirement({
  id: 'member/annual-central-training',
  title: words('机关党员年度集中培训', 'Yearly central training of members in organs'),
  subject: 'member',
  who: { all: [partyMember, { below: 'working-committee' }] },
  window: { each: 'year' },
  exempt: frailMembers,
  demand: { measure: 'sessions', count: { kindClass: 'central' }, atLeast: { parameter: 'sessions' } },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    sessions: leastSessions(1, organWork2019.inForce, {
      ...centralTraining,
      note: organWork2019.inForceNote,
    }),
  },
  citations: [centralTraining, memberEducation2019.sentences.rotation],
  uncoded: [
    words(
      '“组织党员……每年参加集中培训”：义务主体是机关党组织，这里逐人核对是否参加。',
      '“组织党员……每年参加集中培训”: the duty is the organization’s; here each member’s attendance is checked.',
    ),
    words(
      '“党组织领导班子成员”：这里只作为党员核对；任职的另有规则（committee/annual-central-training）。',
      '“党组织领导班子成员” (members of the leading bodies): checked as members here; their posts are another rule (committee/annual-central-training).',
    ),
    words(
      '没有学时、天数要求；集中培训、集中轮训、任职培训都算一次。',
      'No hours or days are named; central training, rotation and induction training count once each.',
    ),
  ],
  summary: words(
    '机关党员每年至少参加{sessions}次集中培训或者集中轮训。',
    'A member in an organ takes part in at least {sessions} central or rotation training each year.',
  ),
  advice: words(
    '请安排该党员参加本年度集中培训或者轮训；已参加的，请补录考勤，活动类型填“集中培训”或者“集中轮训”。',
    'Let the member take part in a training or rotation of this year; if attended, add the attendance.',
  ),
})
