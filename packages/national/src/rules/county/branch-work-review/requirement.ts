import { defineRequirement } from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { leastTimes } from '../../parameters.ts'
import { words } from '../../wording.ts'

const { yearlyReview } = branchWork2018.sentences

/** 支部条例 Art. 29 ¶1. */
export default defineRequirement({
  id: 'county/branch-work-review',
  title: words('县委专题研究党支部建设', 'Study of branch work by the county committee'),
  subject: 'organization',
  who: { kind: ['county-committee'] },
  window: { each: 'year' },
  demand: { measure: 'acts', count: { acts: ['special-study'] }, atLeast: { parameter: 'times' } },
  strength: 'must',
  assurance: 'verified',
  parameters: { times: leastTimes(1, branchWork2018.inForce, yearlyReview) },
  citations: [yearlyReview],
  uncoded: [
    words(
      '“各级党委（党组）应当……定期研究讨论”：其他各级没有次数，不核对。',
      '“各级党委（党组）应当……定期研究讨论” (committees at all levels discuss it regularly): no number for other levels, not checked.',
    ),
    words(
      '“各级党委（党组）书记应当带头建立党支部工作联系点”（第二款）：不在数据中。',
      '“各级党委（党组）书记应当带头建立党支部工作联系点” (¶2, contact branches): not in the data.',
    ),
  ],
  summary: words(
    '县级党委每年至少专题研究{times}次党支部建设工作。',
    'The county committee studies the work of branches at least {times} time(s) each year.',
  ),
  advice: words(
    '请提请县委专题研究党支部建设工作；已经研究的，请在记录表补录“专题研究党支部建设”，组织编码填县委。',
    'Ask the county committee to study it; if it was done, add the act 专题研究党支部建设 with the code of the county committee.',
  ),
})
