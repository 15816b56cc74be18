import { defineRequirement } from '@xueshi/core'
import { development2014 } from '../../../../instruments/development-2014.ts'
import { development2026 } from '../../../../instruments/development-2026.ts'
import { words } from '../../../wording.ts'
import { inBothTexts, leastTime } from '../../texts.ts'

const { candidateInBothTexts } = development2026.sentences

/** 细则 Art. 13 of 2014 and of 2026: a year or more between becoming an activist and a candidate. */
export default defineRequirement({
  id: 'development/activist/duration',
  title: words('入党积极分子培养时间', 'Time as an activist'),
  subject: 'member',
  // An activist until the day before, a candidate on the day itself.
  who: { status: ['activist', 'candidate'] },
  window: { between: ['activist', 'candidate'] },
  demand: { measure: 'lag', atLeast: { parameter: 'least' } },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    least: leastTime(
      words('最短培养时间', 'least time'),
      inBothTexts('P1Y', [development2014.sentences.candidate], [candidateInBothTexts]),
    ),
  },
  citations: [candidateInBothTexts],
  uncoded: [
    words(
      '“基本具备党员条件”“听取党小组、培养联系人、党员和群众”意见、支部委员会讨论：不在数据中。',
      '“基本具备党员条件”, and the opinions that are heard and the discussion of the committee: not in the data.',
    ),
    words(
      '“培养教育时间可以连续计算”（第十二条）：变动单位的，以最初确定为入党积极分子的日期为准；中断培养的时间不扣除。',
      '“培养教育时间可以连续计算” (Art. 12; time goes on after a move): counted from the first day as an activist; interruptions are not taken off.',
    ),
  ],
  summary: words(
    '入党积极分子经过{least}以上培养教育和考察，方可列为发展对象。',
    'An activist is educated and observed for at least {least} before becoming a candidate.',
  ),
  advice: words(
    '培养不满规定时间的，不能列为发展对象；已经列为的，请核对日期，日期无误的报上级党委处理。',
    'Nobody becomes a candidate earlier; check the dates, and report to the upper committee where they are right.',
  ),
})
