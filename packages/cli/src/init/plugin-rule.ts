/** The rule of a new plugin with what it rests on, and its number. */

/** Where the rule is written; everything in it is to be replaced. */
export const documentSource = `import type { Citation } from '@xueshi/core'

/**
 * 示例文件，请换成本县的名称、文号、条款和原文；对照原件核对过以后，assurance 写 'verified'。
 *
 * An example: put the title, number, article and words of your own document here, and \`verified\` once they
 * were compared with the original.
 */
export const fieldTeaching: Citation = {
  instrument: '示例县党员教育现场教学工作安排',
  document: '示组发〔2024〕12号',
  article: '第三条',
  articleConfirmed: true,
  quote: '党支部应当结合实际，每半年至少组织1次现场教学，可以与主题党日一并开展。',
  assurance: 'quoted',
}

/** 本规则的施行首日 / First day in force. */
export const inForce = '2025-01-01'
`

/** A branch holds a field session each half-year. */
export const requirementSource = `import { defineRequirement } from '@xueshi/core'
import { fieldTeaching, inForce } from '../../../document.ts'

/** 每个党支部每半年至少一次现场教学 / Each branch, at least one field session each half-year. */
export default defineRequirement({
  id: 'branch/field-session',
  title: { 'zh-CN': '每半年一次现场教学', en: 'A field session each half-year' },
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { each: 'half-year' },
  // 按“方式”计数，不按活动类型：主题党日去现场也算 / counted by mode: a theme day held in the field counts
  demand: { measure: 'sessions', count: { modes: ['field'] }, atLeast: { parameter: 'sessions' } },
  strength: 'local',
  assurance: 'quoted',
  parameters: {
    sessions: {
      title: { 'zh-CN': '最少次数', en: 'least number of sessions' },
      unit: 'session',
      refinement: 'raise-only',
      stricter: 'higher',
      versions: [{ value: 1, from: inForce, citations: [fieldTeaching] }],
    },
  },
  citations: [fieldTeaching],
  uncoded: [
    {
      'zh-CN': '“结合实际”：现场教学的内容不核对。',
      en: '“结合实际” (as suits the branch): what was taught is not checked.',
    },
  ],
  summary: {
    'zh-CN': '党支部每半年至少组织{sessions}次现场教学。',
    en: 'A branch holds at least {sessions} field session(s) each half-year.',
  },
  advice: {
    'zh-CN': '请在本半年内组织现场教学；已经组织的，请在活动表补录，方式填“现场教学”，组织编码填本支部。',
    en: 'Hold a field session within the half-year; if one was held, add it to the sessions with mode 现场教学 and the code of the branch.',
  },
})
`

/** Another value for the yearly hours of members. */
export const refinementJson = `{
  "$schema": "../node_modules/@xueshi/core/schema/refinements-1.schema.json",
  "refinements": [
    {
      "authority": "county",
      "issuer": "示例县委组织部",
      "rule": "national/member/annual-hours",
      "parameter": "hours",
      "value": 40,
      "from": "2025-01-01",
      "citation": {
        "instrument": "示例县党员教育培训工作安排",
        "document": "示组发〔2024〕3号",
        "article": "第二条",
        "quote": "党员每年集中学习培训时间一般不少于40学时。"
      },
      "reason": "本县的要求高于全国标准"
    }
  ]
}
`
