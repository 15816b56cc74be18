import { defineRequirement } from '@xueshi/core'
import { development2026 } from '../../../../instruments/development-2026.ts'
import { words } from '../../../wording.ts'
import { in2026Only, leastActs } from '../../texts.ts'

const { analysis } = development2026.sentences

/** 细则 Art. 11 of 2026; the text of 2014 asks the basic committees only. First owed for 2027. */
export default defineRequirement({
  id: 'development/annual-analysis/county',
  title: words(
    '县级党委组织部门的入党积极分子队伍年度分析',
    'Yearly analysis of the activists by the county',
  ),
  subject: 'organization',
  who: { kind: ['county-committee'] },
  window: { each: 'year' },
  demand: { measure: 'acts', count: { acts: ['activist-analysis'] }, atLeast: { parameter: 'analyses' } },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    analyses: leastActs(words('最少分析次数', 'least number of analyses'), in2026Only(1, [analysis])),
  },
  citations: [analysis],
  uncoded: [
    words(
      '“县级党委组织部门”：组织部门不是党组织表中的组织，记在县委名下。',
      '“县级党委组织部门”: the department is no organization of the table; its acts are recorded under the county committee.',
    ),
    words(
      '2026年：新文本5月11日才施行，不溯及年初，自2027年起核对。',
      'For 2026: the text holds from 11 May only and makes no duty backwards; first checked for 2027.',
    ),
  ],
  summary: words(
    '县级党委组织部门每年对入党积极分子队伍状况至少作{analyses}次分析。',
    'The organization department of the county committee analyses the body of activists at least {analyses} time(s) each year.',
  ),
  advice: words(
    '请在本年内作出分析，并在记录表登记：类型填“分析入党积极分子队伍”，组织编码填县委。',
    'Make the analysis within the year and add it to the table of acts with kind 分析入党积极分子队伍 and the code of the county committee.',
  ),
})
