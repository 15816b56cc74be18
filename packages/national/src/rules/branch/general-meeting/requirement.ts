import { defineRequirement } from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { memberEducation2019 } from '../../../instruments/member-education-2019.ts'
import { leastSessions } from '../../parameters.ts'
import { usualOnly, words } from '../../wording.ts'

const { generalMeeting } = branchWork2018.sentences

/** 支部条例 Art. 11 ¶1. */
export default defineRequirement({
  id: 'branch/general-meeting',
  title: words('党员大会每季度召开', 'General meeting each quarter'),
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { each: 'quarter' },
  demand: {
    measure: 'sessions',
    count: { kinds: ['general-meeting'] },
    atLeast: { parameter: 'sessions' },
  },
  joinableWith: [
    'branch/theme-day',
    'branch/org-life-meeting',
    'branch/org-life-meeting-q4',
    'branch/democratic-appraisal',
    'branch/party-history-study',
    'branch/party-lecture',
  ],
  strength: 'usual',
  assurance: 'verified',
  parameters: { sessions: leastSessions(1, branchWork2018.inForce, generalMeeting) },
  citations: [generalMeeting, memberEducation2019.sentences.orderlyLife],
  uncoded: [
    usualOnly,
    words(
      '“由全体党员参加”：只数会议，不核到会人数；表决到会人数另有规则。',
      '“由全体党员参加” (all members take part): meetings are counted, not who came; quorum of votes is another rule.',
    ),
  ],
  summary: words(
    '党支部每季度至少召开{sessions}次党员大会。',
    'A branch holds at least {sessions} general meeting(s) each quarter.',
  ),
  advice: words(
    '请在本季度内召开党员大会；已经召开的，请在活动表补录，活动类型填“党员大会”，组织编码填本支部。',
    'Hold a general meeting within the quarter; if it was held, add it to the sessions with kind 党员大会 and the code of this branch.',
  ),
})
