import { type Instrument, secondary } from './citation.ts'

const NAME = '全国党员教育培训工作规划'
const LOCAL = '贵州师范大学党员干部学习培训学时登记暂行办法'

/** The five-year plans 《全国党员教育培训工作规划》; none of their sentences on hours was read. */
export const trainingPlans = {
  name: NAME,
  inForce: '2020-01-01',
  inForceNote: {
    'zh-CN': '2019—2023年规划于2019年11月见诸报道，施行日未读到；为不溯及既往，自2020年1月1日起适用。',
    en: 'The plan for 2019–2023 was reported in November 2019, its day in force was not read; used from 2020-01-01 so that no duty is made backwards.',
  },
  sentences: {
    hours: secondary(NAME, {
      'zh-CN':
        '56学时见于二手材料；2019—2023年规划和2024—2028年规划的原文均未读到，后者是否沿用56学时未能核实。2019年教育管理条例和支部工作条例都没有这个数字。',
      en: 'The 56 hours were seen at second hand; neither the plan for 2019–2023 nor that for 2024–2028 was read, and whether the latter keeps 56 is not proved. Neither regulation of 2018 or 2019 has the number.',
    }),
    newMembers: secondary(NAME, {
      'zh-CN':
        '预备期内和转正后一年内参加1次集中培训，见于2014—2018年规划的二手译文；2019—2023年、2024—2028年规划的原文均未读到，是否沿用未能核实。',
      en: 'One central training within probation and the first year after it was seen at second hand, of the plan for 2014–2018; neither the plan for 2019–2023 nor that for 2024–2028 was read, and whether they keep it is not proved.',
    }),
  },
} as const satisfies Instrument

/** A local rule of 2021 (校组通字〔2021〕31号) that repeats the hours of the plan. */
export const localHours2021 = {
  name: LOCAL,
  inForce: '2022-01-01',
  inForceNote: {
    'zh-CN': '文号为2021年，施行日未读到，从宽记为2022年1月1日；只作旁证，不作依据。',
    en: 'Numbered in 2021, its day in force was not read and is put at 2022-01-01; it supports the number and is no legal base.',
  },
  sentences: {
    hours: secondary(
      LOCAL,
      {
        'zh-CN': '地方性规定（校组通字〔2021〕31号），只作旁证。',
        en: 'A local rule (校组通字〔2021〕31号), given as support only.',
      },
      {
        article: '第二条',
        articleConfirmed: true,
        quote:
          '全校基层党组织书记和班子成员每年参加集中培训和集体学习时间不少于56学时，至少参加1次集中培训。',
      },
    ),
    halfDay: secondary(
      LOCAL,
      {
        'zh-CN': '地方性规定（校组通字〔2021〕31号），只作旁证；每半天4学时即每天8学时。',
        en: 'A local rule (校组通字〔2021〕31号), given as support only; 4 hours a half-day make 8 a day.',
      },
      {
        article: '第十四条',
        articleConfirmed: true,
        quote: '集中培训和学习学时按照每1小时为1学时计算，每半天不能计算超过4学时。',
      },
    ),
    together: secondary(
      LOCAL,
      {
        'zh-CN': '地方性规定（校组通字〔2021〕31号），只作旁证：它允许各项学时合并计算，全国性规定没有说。',
        en: 'A local rule (校组通字〔2021〕31号), given as support only: it lets hours count for several duties; no national text says so.',
      },
      { article: '第五条', articleConfirmed: true, quote: '以上学时可以合并累计计算。' },
    ),
  },
} as const satisfies Instrument
