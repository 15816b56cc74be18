import { defineRequirement } from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { organWork2019 } from '../../../instruments/organ-work-2019.ts'
import { leastSessions } from '../../parameters.ts'
import { COMMITTEE_ROLES, frailMembers, partyMember } from '../../who.ts'
import { words } from '../../wording.ts'

const { centralTraining } = organWork2019.sentences

/** 机关条例 Art. 18: the organ's organizations let members of their leading bodies take part every year. */
export default defineRequirement({
  id: 'committee/annual-central-training',
  title: words('机关党组织班子成员年度集中培训', 'Yearly central training of committee members in organs'),
  subject: 'post',
  who: {
    all: [
      partyMember,
      { post: { roles: COMMITTEE_ROLES, in: ['branch', 'general-branch', 'organ-committee'] } },
      { below: 'working-committee' },
    ],
  },
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
  citations: [centralTraining, branchWork2018.sentences.frequentTraining],
  uncoded: [
    words(
      '“组织……党组织领导班子成员……参加集中培训”：义务主体是机关党组织，这里按任职逐人核对；一人有几个任职的，一次培训对每个任职都算。',
      '“组织……党组织领导班子成员……参加集中培训”: the duty is the organization’s; each post is checked, and one training serves every post of a person.',
    ),
    words(
      '“应当经常对党支部书记、副书记和其他委员进行培训”：“经常”没有次数。',
      '“应当经常对党支部书记、副书记和其他委员进行培训” (often): no number is given.',
    ),
    words(
      '没有学时、天数要求；集中培训、集中轮训、任职培训都算一次，举办单位不核对。',
      'No hours or days are named; central training, rotation and induction training count once each, whoever holds them.',
    ),
    words(
      '年内任职、免职的：该年度不适用；作为党员的集中培训另有规则。',
      'Posts begun or ended within the year: the year is not applicable; the training owed as a member is another rule.',
    ),
  ],
  summary: words(
    '机关党组织的书记、副书记、委员每年至少参加{sessions}次集中培训或者集中轮训。',
    'Secretaries, deputies and committee members in organs take part in at least {sessions} central or rotation training each year.',
  ),
  advice: words(
    '请安排参加本年度集中培训或者轮训；已参加的，请补录考勤。任职已经结束的，请填免职日期。',
    'Let the person take part in a training or rotation of this year; if attended, add the attendance. Where the post has ended, fill in its last day.',
  ),
})
