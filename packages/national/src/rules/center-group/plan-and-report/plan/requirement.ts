import { defineRequirement } from '@xueshi/core'
import { centerGroup2017 } from '../../../../instruments/center-group-2017.ts'
import { leastTimes } from '../../../parameters.ts'
import { words } from '../../../wording.ts'

const { plan } = centerGroup2017.sentences

/** 中心组学习规则, chapter 4; its sentences were not read. */
export default defineRequirement({
  id: 'center-group/plan-and-report/plan',
  title: words('中心组年度学习计划', 'Yearly study plan of the centre group'),
  subject: 'organization',
  who: { kind: ['study-group'] },
  window: { each: 'year' },
  demand: { measure: 'acts', count: { acts: ['study-plan'] }, atLeast: { parameter: 'times' } },
  strength: 'must',
  assurance: 'secondary',
  parameters: { times: leastTimes(1, centerGroup2017.inForce, plan) },
  citations: [plan],
  uncoded: [
    words(
      '条文原文未读到：计划的内容、制定时间和报备均未核实。',
      'The sentence was not read: content, time and filing of the plan are not proved.',
    ),
    words(
      '上年末制定的下一年度计划：按记录日期计入，请以计划所属年度的日期登记。',
      'A plan made late in the year before counts by its date; record it with a date in the year it is for.',
    ),
  ],
  summary: words(
    '理论学习中心组每年至少制定{times}份学习计划。',
    'A study centre group makes at least {times} study plan(s) each year.',
  ),
  advice: words(
    '请制定年度学习计划；已经制定的，请在记录表补录“学习计划”，组织编码填中心组，日期填计划所属年度。',
    'Make the plan of the year; if it was made, add the act 学习计划 with the code of the centre group and a date in the year of the plan.',
  ),
})
