import { defineRequirement } from '@xueshi/core'
import { centerGroup2017 } from '../../../instruments/center-group-2017.ts'
import { leastSessions } from '../../parameters.ts'
import { words } from '../../wording.ts'

const { quarterly } = centerGroup2017.sentences

/** 中心组学习规则, chapter 3; the number was seen at second hand only. */
export default defineRequirement({
  id: 'center-group/quarterly-study',
  title: words('理论学习中心组每季度集体学习研讨', 'Quarterly study of the centre group'),
  subject: 'organization',
  who: { kind: ['study-group'] },
  window: { each: 'quarter' },
  demand: {
    measure: 'sessions',
    count: { kinds: ['center-group-study'] },
    atLeast: { parameter: 'sessions' },
  },
  strength: 'must',
  assurance: 'secondary',
  parameters: { sessions: leastSessions(1, centerGroup2017.inForce, quarterly) },
  citations: [quarterly],
  uncoded: [
    words(
      '条文原文未读到：每次时长、到会人数、扩大学习是否计入，均未核实。',
      'The sentence was not read: length, attendance and whether enlarged sessions count are not proved.',
    ),
    words('学习计划、学习报告和列席旁听另有规则。', 'Plan, report and observers belong to other rules.'),
  ],
  summary: words(
    '党委（党组）理论学习中心组每季度至少集体学习研讨{sessions}次。',
    'A study centre group meets for collective study at least {sessions} time(s) each quarter.',
  ),
  advice: words(
    '请在本季度内组织集体学习研讨；已经组织的，请在活动表补录，组织编码填中心组。',
    'Hold a study within the quarter; if it was held, add it with the code of the centre group.',
  ),
})
