import { defineRequirement } from '@xueshi/core'
import { cadrePlan2023, cadreTraining2023 } from '../../../instruments/cadre-training-2023.ts'
import { partyMember } from '../../who.ts'
import { words } from '../../wording.ts'
import { countyLevelAndAbove } from '../ranks.ts'

const { fiveYears } = cadreTraining2023.sentences
const { period } = cadrePlan2023.sentences

/** 干部教育培训工作条例 Art. 14 ¶1: three months or 550 hours in five years, never converted into each other. */
export default defineRequirement({
  id: 'cadre/five-year-training',
  title: words('县处级以上干部五年培训', 'Training of cadres of county level and above in five years'),
  subject: 'member',
  who: { all: [partyMember, { rank: countyLevelAndAbove }] },
  window: { term: 'P5Y', from: cadrePlan2023.inForce },
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
      title: words('最少天数（3个月的读法）', 'least days (how three months are read)'),
      unit: 'day',
      refinement: 'replace',
      stricter: 'higher',
      versions: [
        {
          value: 90,
          from: cadrePlan2023.inForce,
          citations: [
            {
              ...fiveYears,
              note: words(
                '条文写“3个月”，没有写天数；按90个培训日计是本规则的读法，各地可以另定，不与学时互相折算。',
                'The text says three months and no days; 90 days of training is our reading, may be replaced, and is never converted into hours.',
              ),
            },
            period,
          ],
        },
      ],
    },
    hours: {
      title: words('最少学时', 'least credit hours'),
      unit: 'hour',
      refinement: 'raise-only',
      stricter: 'higher',
      versions: [{ value: 550, from: cadrePlan2023.inForce, citations: [fiveYears, period] }],
    },
  },
  citations: [fiveYears],
  uncoded: [
    words(
      '“每5年”：从哪天起算、是否按任意五年滚动计算，条文没有规定；本规则按规划期，自2023年1月1日起每五年一期。',
      '“每5年” (every five years): from which day, and whether any five years are meant, the text does not say; terms of five years from 2023-01-01 follow the plan.',
    ),
    words(
      '“经组织选调”“脱产培训”“干部教育培训主管部门认可的其他集中培训”：活动类型为集中培训、集中轮训、任职培训的都计入，举办单位、是否脱产、是否认可不核对。',
      '“经组织选调”, “脱产培训” and “认可的其他集中培训”: central, rotation and induction training count; who held it, whether full-time or recognized is not checked.',
    ),
    words(
      '“提拔担任领导职务的，确因特殊情况在提任前未达到教育培训要求的，应当在提任后1年内完成培训”：职级没有日期，特殊情况不在数据中，提任后1年的补训期限不核对。',
      '“提拔担任领导职务的……应当在提任后1年内完成培训” (promoted cadres catch up within a year): ranks have no dates and special cases are not in the data; not checked.',
    ),
    words(
      '职级按党员表现在的职级，对整个五年期有效；期内调入、入党、调出的，该期不适用，不折算。',
      'The rank is the present one and holds for the whole term; who comes or goes within it is not applicable, nothing is prorated.',
    ),
    words(
      '年老体弱等党员“不作硬性要求”出自党员教育管理工作条例，不免干部培训；因病因事不能参训的，请登记豁免。',
      'The exemption of frail members is in the regulation on the education of members and not in this one; record a waiver where a cadre cannot take part.',
    ),
    words(
      '与党员年度32学时、书记56学时能否重复计算：条文没有规定，同一次培训各自计入。',
      'Whether the hours count for the yearly 32 or 56 hours too the text does not say: each counts them.',
    ),
    words('干部不是党员的：不在数据中。', 'Cadres who are no Party members are not in the data.'),
  ],
  summary: words(
    '县处级以上领导干部和四级调研员以上公务员，每5年参加集中培训累计不少于{days}天（3个月）或者不少于{hours}学时。',
    'Cadres of county level and above and consultants have at least {days} days (three months) or at least {hours} hours of central training in five years.',
  ),
  advice: words(
    '请安排参加党校（行政学院）、干部学院脱产培训或者认可的集中培训；已参加的，请补录考勤，多日的班次请填结束日期和学时。',
    'Arrange a class of a Party school or another recognized training; if attended, add the attendance, and give classes of several days their end and hours.',
  ),
})
