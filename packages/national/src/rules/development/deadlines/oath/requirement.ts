import { defineRequirement } from '@xueshi/core'
import { constitution2022 } from '../../../../instruments/constitution-2022.ts'
import { development2026 } from '../../../../instruments/development-2026.ts'
import { usualOnly, words } from '../../../wording.ts'
import { in2026Only, longestTime } from '../../texts.ts'

const { oath } = development2026.sentences

/** 细则 Art. 29 ¶1 of 2026; the text of 2014 has no time limit. */
export default defineRequirement({
  id: 'development/deadlines/oath',
  title: words('入党宣誓', 'Oath'),
  subject: 'member',
  // Full members are not asked for what lies behind them.
  who: { status: ['probationary'] },
  window: { between: [{ act: 'admission-approval' }, { act: 'oath' }] },
  demand: { measure: 'lag', atMost: { parameter: 'within' } },
  strength: 'usual',
  assurance: 'verified',
  parameters: {
    within: longestTime(words('宣誓期限', 'time limit of the oath'), in2026Only('P1M', [oath])),
  },
  citations: [oath, constitution2022.sentences.oath],
  uncoded: [
    usualOnly,
    words(
      '“预备党员必须面向党旗进行入党宣誓”：2014年文本没有期限，按2014年文本审批的不核对是否宣誓。',
      'The text of 2014 gives no time: whoever was approved under it is not asked for the oath.',
    ),
    words(
      '“县级以上党委可以在‘七一’、国庆等重大纪念日组织集中宣誓”：因此超过期限的，请登记豁免。',
      'County committees may hold oaths together on great days: record a waiver where that makes it later.',
    ),
  ],
  summary: words(
    '批复同意接收预备党员后，一般在{within}内举行入党宣誓。',
    'The oath is usually taken within {within} of the approval.',
  ),
  advice: words(
    '请组织入党宣誓，并在记录表登记：类型填“入党宣誓”，党员编号填本人。',
    'Hold the oath and add it to the table of acts with kind 入党宣誓 and the id of the member.',
  ),
})
