import { defineRequirement } from '@xueshi/core'
import { development2014 } from '../../../instruments/development-2014.ts'
import { development2026 } from '../../../instruments/development-2026.ts'
import { words } from '../../wording.ts'
import { inBothTexts, leastActs } from '../texts.ts'

const { analysis, analysisInBothTexts } = development2026.sentences

/** 细则 Art. 11 of 2014 and of 2026; the county committee has a rule of its own. */
export default defineRequirement({
  id: 'development/annual-analysis',
  title: words('入党积极分子队伍年度分析', 'Yearly analysis of the activists'),
  subject: 'organization',
  who: { kind: ['organ-committee', 'party-committee'] },
  window: { each: 'year' },
  demand: { measure: 'acts', count: { acts: ['activist-analysis'] }, atLeast: { parameter: 'analyses' } },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    analyses: leastActs(
      words('最少分析次数', 'least number of analyses'),
      inBothTexts(1, [development2014.sentences.analysis], [analysis]),
    ),
  },
  citations: [analysisInBothTexts],
  uncoded: [
    words(
      '所属没有入党积极分子的：条文没有除外，仍然核对，可以登记豁免。',
      'Where there are no activists: the text makes no exception; a waiver may be recorded.',
    ),
    words(
      '“针对存在的问题，采取改进措施”：分析的内容和改进措施不核对。',
      '“针对存在的问题，采取改进措施” (mend what is found): content and measures are not checked.',
    ),
  ],
  summary: words(
    '基层党委每年对入党积极分子队伍状况至少作{analyses}次分析。',
    'A basic committee analyses the body of activists at least {analyses} time(s) each year.',
  ),
  advice: words(
    '请在本年内作出分析，并在记录表登记：类型填“分析入党积极分子队伍”，组织编码填基层党委。',
    'Make the analysis within the year and add it to the table of acts with kind 分析入党积极分子队伍 and the code of the committee.',
  ),
})
