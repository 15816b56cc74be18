import { type Instrument, verified } from './citation.ts'

const NAME = '中国共产党发展党员工作细则'

/** 《中国共产党发展党员工作细则》 as revised and issued on 2026-05-11, all 44 articles read. */
export const development2026 = {
  name: NAME,
  inForce: '2026-05-11',
  sentences: {
    /** Words that stand in the texts of 2014 and 2026 alike, under the same number. */
    trainingInBothTexts: verified(NAME, '第十七条', '县级党委组织部门应当对发展对象进行短期集中培训', {
      'zh-CN': '2014年和2026年两个文本条号、文字相同的部分；学时天数见各版本引文。',
      en: 'Words equal in the texts of 2014 and 2026; for days and hours see the citations of each version.',
    }),
    training: verified(
      NAME,
      '第十七条',
      '基层党委或者县级党委组织部门应当对发展对象进行短期集中培训，一般采取线下方式，根据需要也可以采取视频方式。培训时间一般不少于三天或者不少于二十四个学时。',
      { 'zh-CN': '2026年文本，自2026年5月11日起施行。', en: 'Text of 2026, in force from 2026-05-11.' },
    ),
    gate: verified(NAME, '第十七条', '除个别特殊情况外，未经培训的，不能发展入党。', {
      'zh-CN': '2026年文本，自2026年5月11日起施行。',
      en: 'Text of 2026, in force from 2026-05-11.',
    }),
  },
} as const satisfies Instrument
