import { defineRequirement } from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { memberEducation2019 } from '../../../instruments/member-education-2019.ts'
import { leastSessions } from '../../parameters.ts'
import { words } from '../../wording.ts'

const since2018 = branchWork2018.sentences.organizationalLife
const since2019 = memberEducation2019.sentences.organizationalLife

/** 支部条例 Art. 17 and 条例 Art. 17; a meeting of one of its groups counts for the branch. */
export default defineRequirement({
  id: 'branch/org-life-meeting',
  title: words('组织生活会每年召开', 'Organizational life meeting each year'),
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { each: 'year' },
  demand: {
    measure: 'sessions',
    count: { kinds: ['org-life-meeting'], organizer: 'own-or-groups' },
    atLeast: { parameter: 'sessions' },
  },
  joinableWith: [
    'branch/org-life-meeting-q4',
    'branch/democratic-appraisal',
    'branch/general-meeting',
    'branch/committee-meeting',
    'branch/group-meeting',
    'branch/theme-day',
  ],
  strength: 'must',
  assurance: 'verified',
  parameters: {
    sessions: {
      ...leastSessions(1, memberEducation2019.inForce, since2019),
      versions: [
        { value: 1, from: branchWork2018.inForce, to: '2019-05-05', citations: [since2018] },
        { value: 1, from: memberEducation2019.inForce, citations: [since2019] },
      ],
    },
  },
  citations: [since2018],
  uncoded: [
    words(
      '“组织生活会应当确定主题，会前认真学习，谈心谈话，听取意见；会上查摆问题，开展批评和自我批评，明确整改方向；会后制定整改措施，逐一整改落实”（支部工作条例第十七条第二款）：会前、会上、会后各环节不核对。',
      'Branch regulation Art. 17 ¶2 (study and talks before, criticism during, measures after the meeting): the steps are not checked.',
    ),
    words(
      '“一般以党员大会、党支部委员会会议或者党小组会形式进行”：会议形式不核对。',
      '“一般以党员大会、党支部委员会会议或者党小组会形式进行” (form of the meeting): not checked.',
    ),
  ],
  summary: words(
    '党支部每年至少召开{sessions}次组织生活会。',
    'A branch holds at least {sessions} organizational life meeting(s) each year.',
  ),
  advice: words(
    '请在本年内召开组织生活会；党小组召开的也算本支部。已经召开的，请在活动表补录，活动类型填“组织生活会”。',
    'Hold an organizational life meeting within the year; one held by a Party group counts too. If it was held, add it with kind 组织生活会.',
  ),
})
