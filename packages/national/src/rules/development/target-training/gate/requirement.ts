import { defineRequirement } from '@xueshi/core'
import { development2014 } from '../../../../instruments/development-2014.ts'
import { development2026 } from '../../../../instruments/development-2026.ts'
import { words } from '../../../wording.ts'
import { inBothTexts, leastActs } from '../../texts.ts'

/** 细则 Art. 17 of 2014 and of 2026: nobody is admitted without any training. */
export default defineRequirement({
  id: 'development/target-training/gate',
  title: words('未经培训不能发展入党', 'Nobody is admitted untrained'),
  subject: 'member',
  // A candidate until the day before admission, a probationary member on the day itself.
  who: { status: ['candidate', 'probationary'] },
  window: { between: ['candidate', 'admitted'] },
  demand: {
    measure: 'sessions',
    count: { kinds: ['target-training'] },
    atLeast: { parameter: 'sessions' },
  },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    sessions: leastActs(
      words('最少培训次数', 'least number of training sessions'),
      inBothTexts(1, [development2014.sentences.gate], [development2026.sentences.gate]),
    ),
  },
  citations: [development2026.sentences.trainingInBothTexts],
  uncoded: [
    words(
      '“除个别特殊情况外”：特殊情况不在数据中，请登记豁免。',
      '“除个别特殊情况外” (special cases): not in the data, record a waiver.',
    ),
    words(
      '培训够不够时间：另有规则；列为发展对象之前参加的培训不算。',
      'Whether the training is long enough: a rule of its own; training before the person became a candidate does not count.',
    ),
  ],
  summary: words(
    '未经短期集中培训的发展对象，不能发展入党：入党前至少参加{sessions}次发展对象培训。',
    'Nobody is admitted without training: at least {sessions} session of the training before admission.',
  ),
  advice: words(
    '请先安排参加发展对象培训，再讨论接收；已参加的，请补录考勤，活动类型填“发展对象培训”；确属特殊情况的登记豁免。',
    'Train the candidate before the branch meeting; if attended, add the attendance with kind 发展对象培训; record a waiver in a special case.',
  ),
})
