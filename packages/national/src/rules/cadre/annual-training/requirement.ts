import { defineRequirement } from '@xueshi/core'
import { cadreTraining2023 } from '../../../instruments/cadre-training-2023.ts'
import { leastHours } from '../../parameters.ts'
import { partyMember } from '../../who.ts'
import { words } from '../../wording.ts'
import { townshipLevelAndBelow } from '../ranks.ts'

const since = { ...cadreTraining2023.sentences.yearly, note: cadreTraining2023.inForceNote }

/** 干部教育培训工作条例 Art. 14 ¶2: twelve days or ninety hours a year, never converted into each other. */
export default defineRequirement({
  id: 'cadre/annual-training',
  title: words('乡科级以下干部年度培训', 'Yearly training of cadres of township level and below'),
  subject: 'member',
  who: { all: [partyMember, { rank: townshipLevelAndBelow }] },
  window: { each: 'year' },
  demand: {
    anyOf: [
      { measure: 'days', count: { kindClass: 'central' }, atLeast: { parameter: 'days' } },
      { measure: 'hours', count: { kindClass: 'central' }, atLeast: { parameter: 'hours' } },
    ],
  },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    days: {
      title: words('最少天数', 'least days'),
      unit: 'day',
      refinement: 'raise-only',
      stricter: 'higher',
      versions: [{ value: 12, from: cadreTraining2023.inForce, citations: [since] }],
    },
    hours: leastHours(90, cadreTraining2023.inForce, since),
  },
  citations: [cadreTraining2023.sentences.yearly],
  uncoded: [
    words(
      '“干部教育培训主管部门认可的集中培训”：活动类型为集中培训、集中轮训、任职培训的都计入，举办单位、是否认可不核对。',
      '“干部教育培训主管部门认可的集中培训” (recognized): central, rotation and induction training count; who held it and whether it was recognized is not checked.',
    ),
    words(
      '“干部应当结合岗位职责参加网络培训，完成规定的学时”（第三款）：网络学习另有规则，不计入这里的学时。',
      'Art. 14 ¶3 (online training): another rule; its hours do not count here.',
    ),
    words(
      '当年录用、调入、入党的：条文没有规定，该年度不适用，不折算。',
      'Who comes within the year: the text is silent, the year is not applicable, nothing is prorated.',
    ),
    words(
      '年老体弱等党员“不作硬性要求”出自党员教育管理工作条例，不免干部培训；因病因事不能参训的，请登记豁免。',
      'The exemption of frail members is in the regulation on the education of members and not in this one; record a waiver where a cadre cannot take part.',
    ),
    words(
      '与党员年度32学时、书记56学时能否重复计算：条文没有规定，同一次培训各自计入。',
      'Whether the hours count for the yearly 32 or 56 hours too the text does not say: each counts them.',
    ),
    words(
      '职级按党员表现在的职级；不是党员的干部不在数据中。',
      'The rank is the present one; cadres who are no members are not in the data.',
    ),
  ],
  summary: words(
    '乡科级领导干部和一级主任科员以下公务员，每年参加集中培训累计不少于{days}天或者不少于{hours}学时。',
    'Cadres of township level and below have at least {days} days or at least {hours} hours of central training each year.',
  ),
  advice: words(
    '请安排参加干部教育培训主管部门认可的集中培训；已参加的，请补录考勤，多日的班次请填结束日期和学时。',
    'Arrange a recognized training; if attended, add the attendance, and give classes of several days their end and hours.',
  ),
})
