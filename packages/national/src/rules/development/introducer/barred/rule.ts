import { defineRule, type Judgement, type RuleContext, type RuleSubject } from '@xueshi/core'
import { development2014 } from '../../../../instruments/development-2014.ts'
import { development2026 } from '../../../../instruments/development-2026.ts'
import { words } from '../../../wording.ts'
import { inBothTexts, personCount } from '../../texts.ts'
import { introducersOf, isProbationWithinParty, sanctionsDuring, withoutIntroducers } from '../introducers.ts'

const { barredIntroducer, barredIntroducerInBothTexts } = development2026.sentences

/** 细则 Art. 14 ¶2 of 2014 and of 2026. */
export default defineRule({
  id: 'development/introducer/barred',
  title: words('留党察看的不能作入党介绍人', 'No introducer under probation within the Party'),
  subject: 'member',
  who: { status: ['candidate', 'probationary'] },
  window: { between: ['candidate', 'admitted'] },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    persons: personCount(
      words('受留党察看处分的介绍人最多人数', 'greatest number of introducers under that sanction'),
      'lower',
      inBothTexts(0, [development2014.sentences.barredIntroducer], [barredIntroducer]),
    ),
  },
  citations: [barredIntroducerInBothTexts],
  uncoded: [
    words(
      '“尚未恢复党员权利”：以处分记录的截止日期为准；没有截止日期的，视为尚未恢复。',
      '“尚未恢复党员权利” (rights not yet restored): until the last day of the act; without one they are not.',
    ),
    words(
      '处分的种类：记录的内容分类、文号或者备注写有“留党察看”的才计入。',
      'The kind of sanction: only acts whose topics, document or note say 留党察看.',
    ),
  ],
  summary: words(
    '受留党察看处分、尚未恢复党员权利的党员不能作入党介绍人（最多{persons}名）。',
    'A member under 留党察看 whose rights are not restored cannot be an introducer (at most {persons}).',
  ),
  advice: words(
    '请更换入党介绍人；处分已经解除的，请在处分记录中填写截止日期。',
    'Name another introducer; where the sanction has ended, give the act its last day.',
  ),
  reads: ['members', 'acts'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const { known, unnamed } = introducersOf(subject.id, context)
  if (known.length === 0) return withoutIntroducers(unnamed)
  const most = Number(context.parameter('persons'))
  const barred = known.filter((introducer) =>
    sanctionsDuring(introducer, context).some(isProbationWithinParty),
  )
  const ids = barred.map(({ person }) => person.id)
  return {
    verdict: barred.length > most ? 'breached' : 'met',
    measured: barred.length,
    required: most,
    unit: 'person',
    message:
      barred.length === 0
        ? words('入党介绍人没有留党察看处分记录。', 'No introducer is recorded under 留党察看.')
        : words(
            `入党介绍人${ids.join('、')}受留党察看处分。`,
            `Introducers under 留党察看: ${ids.join(', ')}.`,
          ),
  }
}
