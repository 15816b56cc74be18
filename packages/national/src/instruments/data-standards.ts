import { type Instrument, secondary } from './citation.ts'

const NAME = '公民身份号码（GB 11643—1999）'

/** The national standard on citizen numbers; its wording was not read, its check digit was recomputed. */
export const citizenNumber1999 = {
  name: NAME,
  inForce: '2000-01-01',
  inForceNote: {
    'zh-CN': '标准号为1999年，施行日未读到，从宽记为2000年1月1日。',
    en: 'Numbered in 1999, its day in force was not read and is put at 2000-01-01.',
  },
  sentences: {
    checkDigit: secondary(NAME, {
      'zh-CN': '标准原文未读到；第18位校验码的权数和对应关系据转引，并按MOD 11-2重新计算。',
      en: 'The standard itself was not read; weights and map of the check digit come from pages that quote it and were recomputed from MOD 11-2.',
    }),
  },
} as const satisfies Instrument
