import { defineRequirement } from '@xueshi/core'
import { partyHistory2024 } from '../../../instruments/party-history-2024.ts'
import { leastSessions } from '../../parameters.ts'
import { words } from '../../wording.ts'

const { yearlyStudy } = partyHistory2024.sentences

/** 党史条例 Art. 19, for branches. */
export default defineRequirement({
  id: 'branch/party-history-study',
  title: words('党史学习每年组织', 'Study of Party history each year'),
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { each: 'year' },
  demand: {
    measure: 'sessions',
    count: { kindClass: 'learning', topics: ['party-history'] },
    atLeast: { parameter: 'sessions' },
  },
  joinableWith: [
    'branch/theme-day',
    'branch/general-meeting',
    'branch/group-meeting',
    'branch/party-lecture',
  ],
  strength: 'must',
  assurance: 'verified',
  parameters: { sessions: leastSessions(1, partyHistory2024.inForce, yearlyStudy) },
  citations: [yearlyStudy],
  uncoded: [
    words(
      '“基层党组织”：党总支、机关党委同样有此义务，这里只核对党支部。',
      '“基层党组织” (grass-roots organizations): general branches and committees owe it too; only branches are checked.',
    ),
    words(
      '“应当把党史学习教育纳入年度工作计划”：计划不在数据中。',
      '“应当把党史学习教育纳入年度工作计划” (part of the yearly plan): plans are not in the data.',
    ),
    words(
      '“以党史为主要内容”：以活动的内容分类为准，不核对实际内容。',
      '“以党史为主要内容” (mainly on Party history): the topic given for the session decides.',
    ),
  ],
  summary: words(
    '党支部每年至少组织{sessions}次以党史为主要内容的学习或者主题党日。',
    'A branch holds at least {sessions} study session(s) or theme day(s) mainly on Party history each year.',
  ),
  advice: words(
    '请组织一次党史学习或者党史主题党日；已经组织的，请在活动表的内容分类填“党史”。',
    'Hold a study session or theme day on Party history; if it was held, give the session the topic 党史.',
  ),
})
