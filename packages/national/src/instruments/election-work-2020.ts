import { type Instrument, secondary } from './citation.ts'

const NAME = '中国共产党基层组织选举工作条例'

/** 《中国共产党基层组织选举工作条例》; none of its articles was read. */
export const electionWork2020 = {
  name: NAME,
  inForce: '2021-01-01',
  inForceNote: {
    'zh-CN': '施行日未读到；为不溯及既往，自2021年1月1日起适用。',
    en: 'The day in force was not read; used from 2021-01-01 so that no duty is made backwards.',
  },
  sentences: {
    attendance: secondary(NAME, {
      'zh-CN': '选举时到会人数须超过五分之四，见于二手材料，条文原文未读到。',
      en: 'That more than four fifths must be present at an election was seen at second hand only; the text was not read.',
    }),
  },
} as const satisfies Instrument
