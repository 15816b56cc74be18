import { type Instrument, verified } from './citation.ts'

const NAME = '党史学习教育工作条例'

/** 《党史学习教育工作条例》, all 34 articles read. */
export const partyHistory2024 = {
  name: NAME,
  inForce: '2024-02-05',
  sentences: {
    yearlyStudy: verified(
      NAME,
      '第十九条',
      '基层党组织应当把党史学习教育纳入年度工作计划，通过“三会一课”、主题党日等形式开展党史学习教育，每年至少组织1次以党史为主要内容的学习或者主题党日。',
    ),
    centerGroupPlan: verified(
      NAME,
      '第十七条',
      '各级党委（党组）理论学习中心组应当把党史作为集体学习的重要内容，纳入学习计划。',
    ),
  },
} as const satisfies Instrument
