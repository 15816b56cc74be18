import { defineRequirement } from '@xueshi/core'
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
