import { defineRequirement } from '@xueshi/core'
import { memberEducation2019 } from '../../../instruments/member-education-2019.ts'
import { leastSessions } from '../../parameters.ts'
import { words } from '../../wording.ts'

const { rotation } = memberEducation2019.sentences

/** 条例 Art. 20, for basic committees. */
export default defineRequirement({
  id: 'committee/annual-rotation',
  title: words('基层党委组织党员集中轮训', 'Rotation training held by a basic committee'),
  subject: 'organization',
  who: { kind: ['organ-committee', 'party-committee'] },
  window: { each: 'year' },
  demand: {
    measure: 'sessions',
    count: { kinds: ['rotation-training'] },
    atLeast: { parameter: 'sessions' },
  },
  strength: 'must',
  assurance: 'verified',
  parameters: { sessions: leastSessions(1, memberEducation2019.inForce, rotation) },
  citations: [rotation],
  uncoded: [
    words(
      '“市、县党委或者基层党委”：只核对机关党委和基层党委；由县委、机关工委统一轮训的，请把本党委列为联办组织。',
      '“市、县党委或者基层党委” (city, county or basic committee): only basic and organ committees are checked; name the committee as co-host of a rotation held by the county.',
    ),
    words(
      '轮训覆盖面：条文没有比例，不核对参加人数。',
      'Coverage: the text gives no share; how many took part is not checked.',
    ),
    words(
      '“主要依托县级党校（行政学校）、基层党校等进行”：不核对地点。',
      '“主要依托县级党校……” (mainly at Party schools): the place is not checked.',
    ),
    words(
      '培训项目表不单独计入：轮训项目须有至少1次由本党委主办或者联办的集中轮训活动。',
      'A row of the table of programs alone does not count: at least one session of it is hosted or co-hosted by the committee.',
    ),
  ],
  summary: words(
    '机关党委、基层党委每年至少组织{sessions}次党员集中轮训。',
    'An organ committee or basic committee holds at least {sessions} rotation training(s) of members each year.',
  ),
  advice: words(
    '请在本年内组织党员集中轮训；已经组织的，请在活动表补录，活动类型填“集中轮训”，组织编码或者联办组织填本党委。',
    'Hold a rotation within the year; if it was held, add it with kind 集中轮训 and this committee as host or co-host.',
  ),
})
