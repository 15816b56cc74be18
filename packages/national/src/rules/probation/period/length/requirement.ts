import { defineRequirement } from '@xueshi/core'
import { constitution2022 } from '../../../../instruments/constitution-2022.ts'
import { development2014 } from '../../../../instruments/development-2014.ts'
import { development2026 } from '../../../../instruments/development-2026.ts'
import { inBothTexts, leastTime } from '../../../development/texts.ts'
import { words } from '../../../wording.ts'

const { probation, probationBegins } = constitution2022.sentences

/** 党章 Art. 7, 细则 Art. 32 of 2014, Art. 31 of 2026: nobody becomes a full member before the year is over. */
export default defineRequirement({
  id: 'probation/period/length',
  title: words('预备期满一年', 'A year of probation'),
  subject: 'member',
  who: { status: ['probationary'] },
  window: { between: ['admitted', 'full-member'] },
  // Probationary on the days before, full on the day itself.
  presence: 'any',
  demand: { measure: 'lag', atLeast: { parameter: 'least' } },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    least: leastTime(
      words('预备期', 'probation'),
      inBothTexts('P1Y', [development2014.sentences.probation], [development2026.sentences.probation]),
    ),
  },
  citations: [probation, probationBegins],
  uncoded: [
    words(
      '延长了预备期的，须到延长期满：另有规则。',
      'Where the probation was extended it ends later: a rule of its own.',
    ),
    words(
      '“认真履行党员义务、具备党员条件的，应当按期转为正式党员”和取消预备党员资格：是否具备条件不在数据中。',
      'Whether the person is fit, and the loss of the status: not in the data.',
    ),
  ],
  summary: words(
    '预备期为{least}，自支部大会通过之日算起，期满方可转为正式党员。',
    'Probation lasts {least} from the branch meeting; nobody becomes a full member before it is over.',
  ),
  advice: words(
    '请核对入党日期和转正日期；日期无误而提前转正的，请报上级党委处理。',
    'Check the days of admission and of becoming a full member; report to the upper committee where they are right and it was too early.',
  ),
})
