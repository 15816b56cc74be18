import { defineRule, type Judgement, type RuleContext, type RuleSubject } from '@xueshi/core'
import { constitution2022 } from '../../../instruments/constitution-2022.ts'
import { development2014 } from '../../../instruments/development-2014.ts'
import { development2026 } from '../../../instruments/development-2026.ts'
import { words } from '../../wording.ts'
import { isFullMember, notCovered, unknown } from '../records.ts'
import { inBothTexts, personCount } from '../texts.ts'
import { introducersOf, lastDay } from './introducers.ts'

const { introducers, introducersInBothTexts } = development2026.sentences

/** 细则 Art. 14 ¶1 of 2014 and of 2026, 党章 Art. 5 ¶2. */
export default defineRule({
  id: 'development/introducer',
  title: words('入党介绍人', 'Introducers'),
  subject: 'member',
  // A candidate until the day before admission, a probationary member on the day itself.
  who: { status: ['candidate', 'probationary'] },
  window: { between: ['candidate', 'admitted'] },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    persons: personCount(
      words('正式党员介绍人数', 'introducers who are full members'),
      'higher',
      inBothTexts(2, [development2014.sentences.introducers], [introducers]),
    ),
  },
  citations: [introducersInBothTexts, constitution2022.sentences.introducers],
  uncoded: [
    words(
      '“入党介绍人一般由培养联系人担任，也可以由党组织指定”和介绍人的主要任务：不核对。',
      'That introducers are usually the contact persons, and their tasks: not checked.',
    ),
    words(
      '“两名”：多于两名的不提示；在确定之日是正式党员的才计入。',
      '“两名” (two): more than two are not shown; only those count who were full members on the day of being named.',
    ),
  ],
  summary: words(
    '发展对象入党前应当有{persons}名正式党员作入党介绍人。',
    'Before admission a candidate has {persons} full members as introducers.',
  ),
  advice: words(
    '请确定入党介绍人，并在记录表登记：类型填“入党介绍人”，党员编号填发展对象，对方党员编号填介绍人，每人一条。',
    'Name the introducers and add one act each with kind 入党介绍人, the candidate as member and the introducer as counterpart.',
  ),
  reads: ['members', 'acts'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const required = Number(context.parameter('persons'))
  const { known, unnamed } = introducersOf(subject.id, context)
  const fit = known.filter(({ person, since }) => isFullMember(person, since)).length
  const unfit = known.length - fit
  const open = context.window.to === null || context.window.to > context.asOf
  const numbers = { measured: fit, required, unit: 'person' } as const
  const others = unfit === 0 ? { zh: '', en: '' } : notFull(unfit)
  const message = words(
    `作入党介绍人的正式党员${fit}名，应有${required}名。${others.zh}`,
    `${fit} of ${required} introducers who are full members.${others.en}`,
  )
  if (fit >= required) return { verdict: 'met', ...numbers, message }
  if (open) return { verdict: 'pending', ...numbers, message }
  if (fit + unnamed >= required)
    return unknown(
      words(
        `有${unnamed}条入党介绍人的记录没有对方党员编号，或者编号不在党员表中。`,
        `${unnamed} acts name no introducer who is in the table of members.`,
      ),
    )
  const blind = notCovered(context.window.from, lastDay(context), context)
  return blind === null ? { verdict: 'breached', ...numbers, message } : unknown(blind)
}

function notFull(persons: number): { readonly zh: string; readonly en: string } {
  return {
    zh: `另有${persons}名在确定之日不是正式党员，不计入。`,
    en: ` ${persons} more were no full members when named and do not count.`,
  }
}
