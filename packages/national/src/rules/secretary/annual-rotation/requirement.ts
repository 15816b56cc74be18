import { defineRequirement } from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { leastSessions } from '../../parameters.ts'
import { frailMembers, partyMember } from '../../who.ts'
import { words } from '../../wording.ts'

const { secretaryRotation } = branchWork2018.sentences

/** 支部条例 Art. 25 ¶2; binds the secretary only. */
export default defineRequirement({
  id: 'secretary/annual-rotation',
  title: words('党支部书记年度轮训', 'Yearly rotation training of branch secretaries'),
  subject: 'post',
  who: { all: [partyMember, { post: { roles: ['secretary'], in: ['branch'] } }] },
  window: { each: 'year' },
  exempt: frailMembers,
  demand: {
    measure: 'sessions',
    count: { kinds: ['rotation-training'], organizer: { kinds: ['county-committee', 'working-committee'] } },
    atLeast: { parameter: 'sessions' },
  },
  strength: 'must',
  assurance: 'verified',
  parameters: { sessions: leastSessions(1, branchWork2018.inForce, secretaryRotation) },
  citations: [secretaryRotation],
  uncoded: [
    words(
      '“县级以上党组织举办”：以县委、机关工委主办或者联办为准；省、市举办的，请把主办单位登记为县委或者机关工委。',
      '“县级以上党组织举办” (held at county level or above): host or co-host is the county committee or the organ working committee; record classes of city or province under one of these.',
    ),
    words(
      '“对新任党支部书记应当进行任职培训”：另有规则；任职培训不算轮训。',
      '“对新任党支部书记应当进行任职培训” (induction of new secretaries): another rule; induction training is no rotation.',
    ),
    words(
      '“注意统筹安排，防止频繁参训”：不核对上限。',
      '“注意统筹安排，防止频繁参训” (not too often): no upper bound is checked.',
    ),
  ],
  summary: words(
    '党支部书记每年至少参加{sessions}次县级以上党组织举办的集中轮训。',
    'A branch secretary takes part in at least {sessions} rotation training held at county level or above each year.',
  ),
  advice: words(
    '请安排书记参加县委或者机关工委举办的集中轮训；已参加的，请补录考勤，活动类型填“集中轮训”。',
    'Let the secretary take part in a rotation of the county or working committee; if attended, add the attendance with kind 集中轮训.',
  ),
})
