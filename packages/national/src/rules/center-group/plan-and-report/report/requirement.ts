import { defineRequirement } from '@xueshi/core'
import { centerGroup2017 } from '../../../../instruments/center-group-2017.ts'
import { leastTimes } from '../../../parameters.ts'
import { words } from '../../../wording.ts'

const { report } = centerGroup2017.sentences

/** 中心组学习规则, chapter 4; its sentences were not read. */
export default defineRequirement({
  id: 'center-group/plan-and-report/report',
  title: words('中心组年度学习情况报告', 'Yearly study report of the centre group'),
  subject: 'organization',
  who: { kind: ['study-group'] },
  window: { each: 'year' },
  demand: { measure: 'acts', count: { acts: ['study-report'] }, atLeast: { parameter: 'times' } },
  strength: 'must',
  assurance: 'secondary',
  parameters: { times: leastTimes(1, centerGroup2017.inForce, report) },
  citations: [report],
  uncoded: [
    words(
      '条文原文未读到：报告对象、期限和内容均未核实。',
      'The sentence was not read: addressee, time limit and content of the report are not proved.',
    ),
    words(
      '“一学一报”（每次学习后报告）是地方做法，不在本规则内。',
      '一学一报 (a report after each study) is local practice and no part of this rule.',
    ),
    words(
      '次年初报告上年情况的：按记录日期计入当年，请以所属年度的日期登记。',
      'A report filed early in the next year counts in the year of its date; record it with a date in the year it is about.',
    ),
  ],
  summary: words(
    '理论学习中心组每年至少报告{times}次学习情况。',
    'A study centre group reports on its study at least {times} time(s) each year.',
  ),
  advice: words(
    '请向上级报告学习情况；已经报告的，请在记录表补录“学习报告”，组织编码填中心组。',
    'Report to the upper organization; if it was done, add the act 学习报告 with the code of the centre group.',
  ),
})
