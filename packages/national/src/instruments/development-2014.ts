import { type Instrument, verified } from './citation.ts'

const NAME = '中国共产党发展党员工作细则'

/** 《中国共产党发展党员工作细则》 of 2014 (中办发〔2014〕33号), all 44 articles read. */
export const development2014 = {
  name: NAME,
  inForce: '2014-05-28',
  inForceTo: '2026-05-10',
  sentences: {
    training: verified(
      NAME,
      '第十七条',
      '基层党委或县级党委组织部门应当对发展对象进行短期集中培训。培训时间一般不少于三天（或不少于二十四个学时）。',
      { 'zh-CN': '2014年文本，施行至2026年5月10日。', en: 'Text of 2014, in force until 2026-05-10.' },
    ),
    gate: verified(NAME, '第十七条', '未经培训的，除个别特殊情况外，不能发展入党。', {
      'zh-CN': '2014年文本，施行至2026年5月10日。',
      en: 'Text of 2014, in force until 2026-05-10.',
    }),
  },
} as const satisfies Instrument
