import { defineRequirement } from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { leastSessions } from '../../parameters.ts'
import { GRASS_ROOTS, partyMember } from '../../who.ts'
import { words } from '../../wording.ts'

const { lecture } = branchWork2018.sentences

/** 支部条例 Art. 16 ¶3. */
export default defineRequirement({
  id: 'party-group/secretary-lecture',
  title: words(
    '党委（党组）书记讲党课',
    'Lecture by the secretary of the Party committee or leadership group',
  ),
  subject: 'post',
  who: {
    all: [
      partyMember,
      {
        post: {
          roles: ['committee-secretary', 'leadership-secretary'],
          in: ['party-committee', 'leadership-group'],
        },
      },
    ],
  },
  window: { each: 'year' },
  demand: {
    measure: 'sessions',
    count: { kinds: ['party-lecture'], capacities: ['lecturer'], organizer: { kinds: GRASS_ROOTS } },
    atLeast: { parameter: 'sessions' },
  },
  joinableWith: ['branch/theme-day'],
  strength: 'must',
  assurance: 'verified',
  parameters: { sessions: leastSessions(1, branchWork2018.inForce, lecture) },
  citations: [lecture],
  uncoded: [
    words(
      '“党员领导干部应当定期为基层党员讲党课”：“定期”没有次数，只核对党委（党组）书记。',
      '“党员领导干部应当定期为基层党员讲党课” (leaders lecture regularly): no number is given; only the secretary is checked.',
    ),
    words(
      '“为基层党员”：以主办或者联办单位为基层党组织为准，不核对听课人。',
      '“为基层党员” (to members at the grass roots): host or co-host is a grass-roots organization; the audience is not checked.',
    ),
  ],
  summary: words(
    '党委（党组）书记每年至少为基层党员讲{sessions}次党课。',
    'The secretary of a Party committee or leadership group gives at least {sessions} Party lecture(s) to members at the grass roots each year.',
  ),
  advice: words(
    '请安排书记到基层党组织讲党课；已经讲过的，请在活动表的主讲人填写编号或者姓名，活动类型填“党课”。',
    'Arrange a lecture by the secretary; if it was given, name the secretary as lecturer of the session with kind 党课.',
  ),
})
