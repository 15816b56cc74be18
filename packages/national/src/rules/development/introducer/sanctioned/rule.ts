import { type Act, defineRule, type Judgement, type RuleContext, type RuleSubject } from '@xueshi/core'
import { development2026 } from '../../../../instruments/development-2026.ts'
import { words } from '../../../wording.ts'
import { unknown } from '../../records.ts'
import { in2026Only, personCount } from '../../texts.ts'
import {
  type Introducer,
  introducersOf,
  isProbationWithinParty,
  sanctionsDuring,
  withoutIntroducers,
} from '../introducers.ts'

const { sanctionedIntroducer } = development2026.sentences

/** 细则 Art. 14 ¶2 of 2026; the text of 2014 knows no period of effect. 不宜 is less than 不能: it only warns. */
export default defineRule({
  id: 'development/introducer/sanctioned',
  title: words('处分影响期内不宜作入党介绍人', 'No introducer within the period of effect of a sanction'),
  subject: 'member',
  who: { status: ['candidate', 'probationary'] },
  window: { between: ['candidate', 'admitted'] },
  strength: 'usual',
  assurance: 'verified',
  parameters: {
    persons: personCount(
      words('影响期内的介绍人最多人数', 'greatest number of such introducers'),
      'lower',
      in2026Only(0, [sanctionedIntroducer]),
    ),
  },
  citations: [sanctionedIntroducer],
  uncoded: [
    words('“不宜”：不是禁止，只作警告。', '“不宜” (should rather not): no ban, so this only warns.'),
    words(
      '“影响期”：以处分记录的日期至截止日期为准，不按处分种类推算；没有截止日期的无法判断。留党察看另有规则。',
      '“影响期”: from the day to the last day of the act, not worked out from the kind of sanction; without a last day it cannot be told. 留党察看 is a rule of its own.',
    ),
  ],
  summary: words(
    '受警告、严重警告、撤销党内职务处分在影响期内的党员，不宜作入党介绍人（最多{persons}名）。',
    'A member within the period of effect of a warning, a serious warning or a removal from posts should not be an introducer (at most {persons}).',
  ),
  advice: words(
    '请考虑更换入党介绍人；影响期已满的，请在处分记录中填写截止日期。',
    'Consider another introducer; where the period is over, give the act its last day.',
  ),
  reads: ['members', 'acts'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const { known, unnamed } = introducersOf(subject.id, context)
  if (known.length === 0) return withoutIntroducers(unnamed)
  const most = Number(context.parameter('persons'))
  const found = known.map((introducer) => ({ introducer, sanctions: lighter(introducer, context) }))
  const within = found.filter(({ sanctions }) => sanctions.some(({ until }) => until !== null))
  const open = found.find(({ sanctions }) => sanctions.some(({ until }) => until === null))
  if (within.length <= most && open !== undefined)
    return unknown(
      words(
        `入党介绍人${open.introducer.person.id}的处分记录没有截止日期，影响期无法判断。`,
        `The sanction of introducer ${open.introducer.person.id} has no last day; its period of effect cannot be told.`,
      ),
    )
  const ids = within.map(({ introducer }) => introducer.person.id)
  return {
    verdict: within.length > most ? 'breached' : 'met',
    measured: within.length,
    required: most,
    unit: 'person',
    message:
      within.length === 0
        ? words('入党介绍人不在处分影响期内。', 'No introducer is within the period of effect of a sanction.')
        : words(
            `入党介绍人${ids.join('、')}在处分影响期内。`,
            `Introducers within the period of effect of a sanction: ${ids.join(', ')}.`,
          ),
  }
}

function lighter(introducer: Introducer, context: RuleContext): Act[] {
  return sanctionsDuring(introducer, context).filter((sanction) => !isProbationWithinParty(sanction))
}
