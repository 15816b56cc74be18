import { defineRequirement } from '@xueshi/core'
import { development2014 } from '../../../../instruments/development-2014.ts'
import { development2026 } from '../../../../instruments/development-2026.ts'
import { words } from '../../../wording.ts'
import { inBothTexts, leastActs } from '../../texts.ts'

const { reviews } = development2026.sentences

/** 细则 Art. 11 of 2014 and of 2026. */
export default defineRequirement({
  id: 'development/activist/reviews',
  title: words('入党积极分子半年考察', 'Half-yearly review of activists'),
  subject: 'member',
  who: { status: ['activist'] },
  window: { each: 'half-year' },
  demand: {
    measure: 'acts',
    count: { acts: ['activist-review'], as: 'member' },
    atLeast: { parameter: 'reviews' },
  },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    reviews: leastActs(
      words('最少考察次数', 'least number of reviews'),
      inBothTexts(1, [development2014.sentences.reviews], [reviews]),
    ),
  },
  citations: [development2026.sentences.reviewsInBothTexts],
  uncoded: [
    words(
      '“每半年”：按上半年（1—6月）、下半年（7—12月）计，整个半年都是入党积极分子的才核对；从哪一天起算，条文没有说。',
      '“每半年”: January to June and July to December; owed by those who are activists for the whole of it. The text does not say from which day half-years run.',
    ),
    words(
      '“针对存在的问题，采取改进措施”：考察内容、由谁考察和改进措施不核对。',
      '“针对存在的问题，采取改进措施” (mend what is found): content, reviewers and measures are not checked.',
    ),
  ],
  summary: words(
    '党支部每半年对入党积极分子至少考察{reviews}次。',
    'The branch reviews each activist at least {reviews} time(s) every half-year.',
  ),
  advice: words(
    '请党支部在本半年内完成考察，并在记录表登记：类型填“考察入党积极分子”，党员编号填被考察人。',
    'Let the branch review the activist within the half-year and add it to the table of acts with kind 考察入党积极分子 and the id of the activist.',
  ),
})
