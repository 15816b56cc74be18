import { defineRequirement } from '@xueshi/core'
import { development2014 } from '../../../instruments/development-2014.ts'
import { development2026 } from '../../../instruments/development-2026.ts'
import { words } from '../../wording.ts'
import { inBothTexts, leastActs } from '../texts.ts'

const { politicalReview, politicalReviewInBothTexts } = development2026.sentences

/** 细则 Art. 16 of 2014 and of 2026: nobody is admitted without a political review. */
export default defineRequirement({
  id: 'development/political-review',
  title: words('发展对象政治审查', 'Political review of candidates'),
  subject: 'member',
  // A candidate until the day before admission, a probationary member on the day itself.
  who: { status: ['candidate', 'probationary'] },
  window: { between: ['candidate', 'admitted'] },
  demand: {
    measure: 'acts',
    count: { acts: ['political-review'], as: 'member' },
    atLeast: { parameter: 'reviews' },
  },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    reviews: leastActs(
      words('最少审查次数', 'least number of reviews'),
      inBothTexts(1, [development2014.sentences.politicalReview], [politicalReview]),
    ),
  },
  citations: [politicalReviewInBothTexts],
  uncoded: [
    words(
      '“政治审查不合格的，不能发展入党”：审查结论不在数据中，只核对入党前有审查记录。',
      '“政治审查不合格的，不能发展入党” (who fails is not admitted): the outcome is not in the data; only that there was a review before admission.',
    ),
    words(
      '“对发展对象进行政治审查”：列为发展对象之前的审查不计。',
      '“对发展对象进行政治审查” (of candidates): a review before the person became a candidate does not count.',
    ),
    words(
      '审查的内容、方法、函调外调、“政审联审制度”（2026年文本）和结论性材料：不核对。',
      'Content and methods of the review, the joint review of 2026, and its papers: not checked.',
    ),
  ],
  summary: words(
    '未经政治审查的，不能发展入党：入党前至少有{reviews}次政治审查。',
    'Nobody is admitted without a political review: at least {reviews} before admission.',
  ),
  advice: words(
    '请先完成政治审查再讨论接收，并在记录表登记：类型填“政治审查”，党员编号填本人。',
    'Complete the review before the branch meeting and add it to the table of acts with kind 政治审查 and the id of the candidate.',
  ),
})
