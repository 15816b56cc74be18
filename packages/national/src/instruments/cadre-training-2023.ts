import { type Instrument, quotedWithoutArticle, secondary, verified } from './citation.ts'

const NAME = '干部教育培训工作条例'
const PLAN = '全国干部教育培训规划（2023—2027年）'

/** 《干部教育培训工作条例》 of 2023, chapter 3 read (Articles 14 to 16). */
export const cadreTraining2023 = {
  name: NAME,
  inForce: '2024-01-01',
  inForceNote: {
    'zh-CN': '所据材料只载明2023年修订，未载明施行日；为不溯及既往，自2024年1月1日起适用。',
    en: 'The material names the year 2023 only, not the day; used from 2024-01-01 so that no duty is made backwards.',
  },
  sentences: {
    fiveYears: verified(
      NAME,
      '第十四条第一款',
      '省部级、厅局级、县处级党政领导干部和四级调研员及相当层次职级以上公务员，经组织选调，应当每5年参加党校（行政学院）、干部学院等干部教育培训机构脱产培训，以及干部教育培训主管部门认可的其他集中培训，累计不少于3个月或者550学时。',
    ),
    yearly: verified(
      NAME,
      '第十四条第二款',
      '乡科级党政领导干部和一级主任科员及相当层次职级以下公务员，应当每年参加干部教育培训主管部门认可的集中培训，累计不少于12天或者90学时。',
    ),
    online: verified(NAME, '第十四条第三款', '干部应当结合岗位职责参加网络培训，完成规定的学时。'),
    leave: verified(NAME, '第十五条', '累计请假时间原则上不得超过总学时的1/7，超过的应予退学。'),
  },
} as const satisfies Instrument

/** 《全国干部教育培训规划（2023—2027年）》; known from a report on it. */
export const cadrePlan2023 = {
  name: PLAN,
  inForce: '2023-01-01',
  inForceTo: '2027-12-31',
  inForceNote: {
    'zh-CN': '按规划名称，五年自2023年1月1日起算；规划印发日未读到。',
    en: 'By the name of the plan its five years begin on 2023-01-01; the day of issue was not read.',
  },
  sentences: {
    period: secondary(PLAN, {
      'zh-CN': '“每5年”从哪天起算，条例没有规定；本规则按规划期2023—2027年起算，各地可以另定。',
      en: 'The regulation does not say from which day five years run; this rule takes the years of the plan, 2023–2027, and a county may take others.',
    }),
    online: quotedWithoutArticle(PLAN, '各类别干部每年参加网络自学不少于50学时', {
      'zh-CN': '文字据一所干部在线学习学院的介绍转引，规划原文和附表未读到。',
      en: 'The words were read on the page of an academy that reports them; the plan and its annex were not.',
    }),
  },
} as const satisfies Instrument
