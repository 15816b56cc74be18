import { defineRequirement } from '@xueshi/core'
import { partyHistory2024 } from '../../../instruments/party-history-2024.ts'
import { leastTimes } from '../../parameters.ts'
import { words } from '../../wording.ts'

const { centerGroupPlan } = partyHistory2024.sentences

/** 党史条例 Art. 17: Party history stands in the study plan. */
export default defineRequirement({
  id: 'center-group/party-history',
  title: words('中心组学习计划列入党史', 'Party history in the study plan of the centre group'),
  subject: 'organization',
  who: { kind: ['study-group'] },
  window: { each: 'year' },
  demand: {
    measure: 'acts',
    count: { acts: ['study-plan'], topics: ['party-history'] },
    atLeast: { parameter: 'times' },
  },
  strength: 'must',
  assurance: 'verified',
  parameters: { times: leastTimes(1, partyHistory2024.inForce, centerGroupPlan) },
  citations: [centerGroupPlan],
  uncoded: [
    words(
      '“作为集体学习的重要内容”：只核对学习计划是否列入，不核对实际学了几次。',
      '“作为集体学习的重要内容” (an important part of collective study): only the plan is checked, not how often it was studied.',
    ),
    words(
      '条文没有写“每年”：学习计划按年度制定，故按年核对；以记录的内容分类为准，不核对计划文本。',
      'The text does not say “each year”: study plans are yearly, so each year is checked. The topic given for the act decides, not the text of the plan.',
    ),
  ],
  summary: words(
    '理论学习中心组每年的学习计划中，至少有{times}份列入党史内容。',
    'Of the study plans of a centre group in a year, at least {times} holds Party history.',
  ),
  advice: words(
    '请把党史纳入年度学习计划；已经纳入的，请在记录表该“学习计划”的内容分类填“党史”。',
    'Put Party history into the study plan of the year; if it is there, give the act 学习计划 the topic 党史.',
  ),
})
