import { defineRequirement } from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { leastSessions } from '../../parameters.ts'
import { usualOnly, words } from '../../wording.ts'

const { groupMeeting } = branchWork2018.sentences

/** 支部条例 Art. 13 ¶3; each Party group is a subject, so a branch without groups owes nothing. */
export default defineRequirement({
  id: 'branch/group-meeting',
  title: words('党小组会每月召开', 'Party group meeting each month'),
  subject: 'organization',
  who: { kind: ['group'] },
  window: { each: 'month' },
  demand: {
    measure: 'sessions',
    count: { kinds: ['group-meeting'] },
    atLeast: { parameter: 'sessions' },
  },
  joinableWith: [
    'branch/theme-day',
    'branch/org-life-meeting',
    'branch/org-life-meeting-q4',
    'branch/party-history-study',
  ],
  strength: 'usual',
  assurance: 'verified',
  parameters: { sessions: leastSessions(1, branchWork2018.inForce, groupMeeting) },
  citations: [groupMeeting],
  uncoded: [
    usualOnly,
    words(
      '“党员人数较多或者党员工作地、居住地比较分散的党支部……应当划分若干党小组”（第十三条第一款）：没有数字，不核对是否应划分党小组。',
      'Art. 13 ¶1, branches with many or scattered members form groups: no number is given, so whether groups are due is not checked.',
    ),
    words(
      '“组织党员参加政治学习、谈心谈话、开展批评和自我批评等”：会议内容不核对。',
      '“组织党员参加政治学习、谈心谈话、开展批评和自我批评等”: what the meeting does is not checked.',
    ),
  ],
  summary: words(
    '每个党小组每月至少召开{sessions}次党小组会。',
    'Each Party group holds at least {sessions} meeting(s) each month.',
  ),
  advice: words(
    '请在本月内召开党小组会；已经召开的，请在活动表补录，组织编码填该党小组（不是党支部）。',
    'Hold a group meeting within the month; if it was held, add it with the code of the group, not of the branch.',
  ),
})
