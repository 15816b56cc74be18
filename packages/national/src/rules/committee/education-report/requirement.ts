import { defineRequirement } from '@xueshi/core'
import { memberEducation2019 } from '../../../instruments/member-education-2019.ts'
import { leastTimes } from '../../parameters.ts'
import { words } from '../../wording.ts'

const { yearlyReport } = memberEducation2019.sentences

/** 条例 Art. 43. */
export default defineRequirement({
  id: 'committee/education-report',
  title: words('党员教育管理情况每年报告', 'Yearly report on the education of members'),
  subject: 'organization',
  who: { kind: ['organ-committee', 'party-committee'] },
  window: { each: 'year' },
  demand: { measure: 'acts', count: { acts: ['education-report'] }, atLeast: { parameter: 'times' } },
  strength: 'must',
  assurance: 'verified',
  parameters: { times: leastTimes(1, memberEducation2019.inForce, yearlyReport) },
  citations: [yearlyReport],
  uncoded: [
    words(
      '“作为向上级党组织报告工作的重要内容”：以记录表登记的报告为准，报告内容不核对。',
      '“作为向上级党组织报告工作的重要内容” (an important part of the report): a recorded report counts, its content is not checked.',
    ),
    words(
      '“在基层党建工作述职评议考核中，对党组织负责人抓党员教育管理工作情况作出评价”：评价不在数据中。',
      '“在基层党建工作述职评议考核中……作出评价” (appraisal of the heads): not in the data.',
    ),
    words(
      '次年初报告上年情况的：按报告日期计入当年；跨年报送的，请以年度报告的所属年度日期登记。',
      'A report on one year that is filed early in the next counts in the year of its date; record it with a date in the year it is about.',
    ),
  ],
  summary: words(
    '机关党委、基层党委每年至少{times}次向上级党组织报告党员教育管理工作情况。',
    'An organ committee or basic committee reports at least {times} time(s) a year on the education of its members.',
  ),
  advice: words(
    '请向上级党组织报告党员教育管理情况；已经报告的，请在记录表补录“党员教育管理情况报告”。',
    'Report to the upper organization; if it was done, add the act 党员教育管理情况报告.',
  ),
})
