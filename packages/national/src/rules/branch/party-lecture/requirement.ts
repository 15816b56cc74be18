import { defineRequirement } from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { memberEducation2019 } from '../../../instruments/member-education-2019.ts'
import { leastSessions } from '../../parameters.ts'
import { words } from '../../wording.ts'

const { lectureAttended } = branchWork2018.sentences

/** 支部条例 Art. 16 ¶1 and 条例 Art. 16 ¶1: lectures are a duty, their number is local. Off by default. */
export default defineRequirement({
  id: 'branch/party-lecture',
  title: words('党支部上党课', 'Party lecture of a branch'),
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { each: 'quarter' },
  demand: {
    measure: 'sessions',
    count: { kinds: ['party-lecture'], organizer: 'own-or-groups' },
    atLeast: { parameter: 'sessions' },
  },
  joinableWith: ['branch/theme-day', 'branch/general-meeting', 'branch/party-history-study'],
  strength: 'local',
  assurance: 'verified',
  parameters: {
    sessions: leastSessions(1, branchWork2018.inForce, {
      ...lectureAttended,
      note: words(
        '条文只说“按期”，没有次数；每季度1次是各地做法，本规则默认关闭，由各地启用。',
        'The text says “on schedule” and gives no number; once a quarter is local practice. The rule is off until a county turns it on.',
      ),
    }),
  },
  citations: [lectureAttended, memberEducation2019.sentences.orderlyLife],
  uncoded: [
    words('“按期”：条文没有次数，各地自定。', '“按期” (on schedule): the text gives no number; it is local.'),
    words(
      '“党课应当针对党员思想和工作实际”（支部工作条例第十六条第三款）：内容不核对。',
      'Branch regulation Art. 16 ¶3 (what a lecture is about): not checked.',
    ),
    words(
      '参加上级党组织举办的党课：只有本支部列为联办组织的才计入。',
      'A lecture held by an upper organization counts only where this branch is named as co-host.',
    ),
  ],
  summary: words(
    '党支部每季度至少上{sessions}次党课（次数由地方规定）。',
    'A branch holds at least {sessions} Party lecture(s) each quarter (the number is local).',
  ),
  advice: words(
    '请在本季度内安排党课；已经上过的，请在活动表补录，活动类型填“党课”，组织编码填本支部。',
    'Hold a lecture within the quarter; if it was held, add it with kind 党课 and the code of this branch.',
  ),
})
