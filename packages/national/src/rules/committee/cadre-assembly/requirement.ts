import { defineRequirement } from '@xueshi/core'
import { organWork2019 } from '../../../instruments/organ-work-2019.ts'
import { leastSessions } from '../../parameters.ts'
import { words } from '../../wording.ts'

const { cadreAssembly } = organWork2019.sentences

/** 机关条例 Art. 26(6). */
export default defineRequirement({
  id: 'committee/cadre-assembly',
  title: words('机关党员干部大会每年召开', 'Yearly assembly of members and cadres'),
  subject: 'organization',
  who: { kind: ['organ-committee'] },
  window: { each: 'year' },
  demand: {
    measure: 'sessions',
    count: { kinds: ['cadre-assembly'] },
    atLeast: { parameter: 'sessions' },
  },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    sessions: leastSessions(1, organWork2019.inForce, { ...cadreAssembly, note: organWork2019.inForceNote }),
  },
  citations: [cadreAssembly],
  uncoded: [
    words(
      '“听取本单位主要负责人通报工作情况”：会议内容和通报人不核对。',
      '“听取本单位主要负责人通报工作情况” (the head of the unit reports): what was said and by whom is not checked.',
    ),
    words(
      '不设机关党委的机关（党总支、党支部）：不核对。',
      'Organs with a general branch or a branch instead of an organ committee: not checked.',
    ),
  ],
  summary: words(
    '机关党委每年至少召开{sessions}次机关党员干部大会，听取本单位主要负责人通报工作情况。',
    'An organ committee holds at least {sessions} assembly(ies) of members and cadres each year, at which the head of the unit reports.',
  ),
  advice: words(
    '请在本年内召开机关党员干部大会；已经召开的，请在活动表补录，活动类型填“机关党员干部大会”，组织编码填机关党委。',
    'Hold the assembly within the year; if it was held, add it with kind 机关党员干部大会 and the code of the organ committee.',
  ),
})
