import { defineRequirement } from '@xueshi/core'
import { development2026 } from '../../../../instruments/development-2026.ts'
import { words } from '../../../wording.ts'
import { in2026Only, longestTime } from '../../texts.ts'

const { branchMeeting } = development2026.sentences

/** 细则 Art. 19 ¶1 of 2026; the text of 2014 has no time limit. The admission is the day of the branch meeting. */
export default defineRequirement({
  id: 'development/deadlines/branch-meeting',
  title: words('预审合格后提交党员大会', 'Branch meeting after the pre-review'),
  subject: 'member',
  who: { status: ['candidate', 'probationary'] },
  window: { between: [{ act: 'pre-review' }, 'admitted'] },
  demand: { measure: 'lag', atMost: { parameter: 'within' } },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    within: longestTime(
      words('提交讨论的期限', 'time limit of the meeting'),
      in2026Only('P1M', [branchMeeting]),
    ),
  },
  citations: [branchMeeting],
  uncoded: [
    words(
      '“预审合格”：记录没有预审结果，请只登记合格的预审；重新预审的，以第一次为准，改期的请登记豁免。',
      '“预审合格” (passed): acts have no outcome, so record passed pre-reviews only; of several the first counts, record a waiver where it was repeated.',
    ),
    words(
      '党员大会没有通过的，没有入党日期，期满后仍会提示：请登记豁免。',
      'Where the meeting did not admit the person there is no day of admission and the time runs out: record a waiver.',
    ),
    words(
      '“发展对象未来三个月内将离开工作、学习单位的，一般不办理接收预备党员的手续”（第十八条第三款）：将来的去向不在数据中。',
      'Art. 18 ¶3 (usually nobody is admitted who leaves the unit within three months): what is to come is not in the data.',
    ),
  ],
  summary: words(
    '经基层党委预审合格的发展对象，应当在{within}内提交党支部党员大会讨论。',
    'Within {within} of a passed pre-review the branch meeting discusses the admission.',
  ),
  advice: words(
    '请尽快召开党员大会讨论；已经通过的，请补填入党日期（支部大会通过之日）。',
    'Hold the branch meeting; where it has admitted the person, fill in the day of admission.',
  ),
})
