import { defineRequirement } from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { memberEducation2019 } from '../../../instruments/member-education-2019.ts'
import { leastSessions } from '../../parameters.ts'
import { words } from '../../wording.ts'

const since2018 = branchWork2018.sentences.themeDay
const since2019 = memberEducation2019.sentences.themeDay

/** 条例 Art. 16 ¶2 and 支部条例 Art. 16 ¶4; the fixed day itself is another rule. */
export default defineRequirement({
  id: 'branch/theme-day',
  title: words('主题党日每月开展', 'Theme day each month'),
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { each: 'month' },
  demand: {
    measure: 'sessions',
    count: { kinds: ['theme-day'] },
    atLeast: { parameter: 'sessions' },
  },
  joinableWith: [
    'branch/general-meeting',
    'branch/group-meeting',
    'branch/org-life-meeting',
    'branch/org-life-meeting-q4',
    'branch/democratic-appraisal',
    'branch/party-history-study',
    'party-group/secretary-lecture',
    'branch/party-lecture',
  ],
  strength: 'must',
  assurance: 'verified',
  parameters: {
    sessions: {
      ...leastSessions(1, memberEducation2019.inForce, since2019, since2018),
      versions: [
        { value: 1, from: branchWork2018.inForce, to: '2019-05-05', citations: [since2018] },
        { value: 1, from: memberEducation2019.inForce, citations: [since2019] },
      ],
    },
  },
  citations: [since2018],
  uncoded: [
    words(
      '“每月相对固定1天”：只数有没有开展，不核对是否在固定日。',
      '“每月相对固定1天” (on a fixed day of the month): whether it was held is counted, not on which day.',
    ),
    words(
      '“主题党日开展前，党支部应当认真研究确定主题和内容；开展后，应当抓好议定事项的组织落实”：不在数据中。',
      '“主题党日开展前……研究确定主题和内容；开展后……抓好……落实” (preparation and follow-up): not in the data.',
    ),
  ],
  summary: words(
    '党支部每月至少开展{sessions}次主题党日。',
    'A branch holds at least {sessions} theme day(s) each month.',
  ),
  advice: words(
    '请在本月内开展主题党日；已经开展的，请在活动表补录，活动类型填“主题党日”。党总支统一开展的，请把本支部写入联办组织。',
    'Hold a theme day within the month; if it was held, add it with kind 主题党日. A day held by the general branch counts only where this branch is named as co-host.',
  ),
})
