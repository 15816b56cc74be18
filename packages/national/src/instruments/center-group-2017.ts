import { type Instrument, secondary } from './citation.ts'

const NAME = '中国共产党党委（党组）理论学习中心组学习规则'

/** 《中国共产党党委（党组）理论学习中心组学习规则》; Articles 5 to 14 were not read. */
export const centerGroup2017 = {
  name: NAME,
  inForce: '2017-01-30',
  sentences: {
    quarterly: secondary(
      NAME,
      {
        'zh-CN': '每季度不少于1次的数字见于二手材料，条文原文未读到；按章条对应在第三章（第八条至第十条）。',
        en: 'The number, once a quarter, was seen at second hand only; the sentence was not read. By the map of chapters it stands in chapter 3 (Articles 8 to 10).',
      },
      { article: '第三章' },
    ),
    plan: secondary(
      NAME,
      {
        'zh-CN':
          '第四章规定学习计划见于转引，“每年1份”见于二手材料，条文原文未读到；按章条对应在第十一条至第十四条之间。',
        en: 'That chapter 4 asks for a study plan was read in quotations, that it is a yearly one at second hand; the sentence was not read. By the map of chapters it stands within Articles 11 to 14.',
      },
      { article: '第四章' },
    ),
    report: secondary(
      NAME,
      {
        'zh-CN':
          '“每年向上级报告学习情况”只见于二手材料，条文原文未读到；按章条对应在第四章（第十一条至第十四条）。',
        en: 'The yearly report on study was seen at second hand only; the sentence was not read. By the map of chapters it stands in chapter 4 (Articles 11 to 14).',
      },
      { article: '第四章' },
    ),
  },
} as const satisfies Instrument
