import { defineRequirement } from '@xueshi/core'
import { development2014 } from '../../../instruments/development-2014.ts'
import { development2026 } from '../../../instruments/development-2026.ts'
import { words } from '../../wording.ts'
import { alsoIn2014, inBothTexts, leastActs } from '../texts.ts'

const { report } = development2026.sentences

/** 细则 Art. 39 of 2014, Art. 38 of 2026. */
export default defineRequirement({
  id: 'development/annual-report',
  title: words('发展党员工作年度报告', 'Yearly report on developing members'),
  subject: 'organization',
  who: { kind: ['county-committee'] },
  window: { each: 'year' },
  demand: { measure: 'acts', count: { acts: ['development-report'] }, atLeast: { parameter: 'reports' } },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    reports: leastActs(
      words('最少报告次数', 'least number of reports'),
      inBothTexts(1, [development2014.sentences.report], [report]),
    ),
  },
  citations: [alsoIn2014(report, '第三十九条')],
  uncoded: [
    words(
      '“各级党委组织部门”：组织部门不是党组织表中的组织，只核对县委名下的报告。',
      '“各级党委组织部门”: the departments are no organizations of the table; only reports under the county committee are checked.',
    ),
    words(
      '“向同级党委和上级党委组织部门”“工作情况”和“工作计划”：报送对象和内容不核对，有一次报告即可。',
      'To whom it goes, and that it holds both report and plan: not checked; one act is enough.',
    ),
    words(
      '县级党委对发展党员工作“每半年检查一次”（2014年文本第三十八条，2026年文本已取消）：没有相应的记录类型，不核对。',
      'The half-yearly inspection by county committees (Art. 38 of 2014, gone in 2026): there is no kind of act for it.',
    ),
  ],
  summary: words(
    '党委组织部门每年至少报告{reports}次发展党员工作情况和工作计划。',
    'The organization department reports on developing members, with its plan, at least {reports} time(s) each year.',
  ),
  advice: words(
    '请在本年内报告，并在记录表登记：类型填“发展党员工作报告”，组织编码填县委。',
    'Report within the year and add it to the table of acts with kind 发展党员工作报告 and the code of the county committee.',
  ),
})
