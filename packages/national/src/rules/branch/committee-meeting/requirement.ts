import { defineRequirement } from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { leastSessions } from '../../parameters.ts'
import { usualOnly, words } from '../../wording.ts'

const { committeeMeeting } = branchWork2018.sentences

/** 支部条例 Art. 12 ¶2; owed only where there is a committee. */
export default defineRequirement({
  id: 'branch/committee-meeting',
  title: words('支委会每月召开', 'Committee meeting each month'),
  subject: 'organization',
  who: { all: [{ kind: ['branch'] }, { hasCommittee: true }] },
  window: { each: 'month' },
  demand: {
    measure: 'sessions',
    count: { kinds: ['committee-meeting'] },
    atLeast: { parameter: 'sessions' },
  },
  joinableWith: ['branch/org-life-meeting', 'branch/org-life-meeting-q4'],
  strength: 'usual',
  assurance: 'verified',
  parameters: { sessions: leastSessions(1, branchWork2018.inForce, committeeMeeting) },
  citations: [committeeMeeting],
  uncoded: [
    usualOnly,
    words(
      '“党支部委员会会议须有半数以上委员到会方可进行”：到会人数不在此核对。',
      '“须有半数以上委员到会” (at least half of the committee present): attendance is not checked here.',
    ),
    words(
      '“重要事项提交党员大会决定前，一般应当经党支部委员会会议讨论”：议题不在数据中。',
      '“重要事项提交党员大会决定前，一般应当经党支部委员会会议讨论” (prior discussion): agendas are not in the data.',
    ),
  ],
  summary: words(
    '设支委会的党支部每月至少召开{sessions}次支委会。',
    'A branch with a committee holds at least {sessions} committee meeting(s) each month.',
  ),
  advice: words(
    '请在本月内召开支委会；已经召开的，请在活动表补录，活动类型填“支委会”。支部没有委员的，请核对任职表。',
    'Hold a committee meeting within the month; if it was held, add it with kind 支委会. If the branch has no committee, check the posts.',
  ),
})
