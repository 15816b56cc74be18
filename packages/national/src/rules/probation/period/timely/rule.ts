import { defineRule, type Judgement, type RuleContext, type RuleSubject } from '@xueshi/core'
import { constitution2022 } from '../../../../instruments/constitution-2022.ts'
import { development2014 } from '../../../../instruments/development-2014.ts'
import { development2026 } from '../../../../instruments/development-2026.ts'
import { actsAbout, after, notCovered, unknown } from '../../../development/records.ts'
import { inBothTexts } from '../../../development/texts.ts'
import { ownNumber, words } from '../../../wording.ts'
import { becameFullOn, endOfExtension, hasLeft, LEFT, NO_END, PROBATION } from '../end.ts'

/** 党章 Art. 7 ¶3, 细则 Art. 32 ¶2 of 2014, Art. 31 ¶2 of 2026: “及时” has no number, the grace is ours. */
export default defineRule({
  id: 'probation/period/timely',
  title: words('预备期满及时讨论转正', 'Decision soon after the end of probation'),
  subject: 'member',
  who: { status: ['probationary'] },
  window: { between: ['admitted', 'full-member'] },
  // Probationary on the days before, full on the day itself.
  presence: 'any',
  strength: 'derived',
  assurance: 'verified',
  parameters: {
    grace: {
      title: words('期满后讨论的期限', 'time for the decision after the end'),
      unit: 'duration',
      refinement: 'replace',
      stricter: 'lower',
      versions: inBothTexts(
        'P1M',
        [{ ...development2014.sentences.timely, note: ownNumber }],
        [{ ...development2026.sentences.timely, note: ownNumber }],
      ),
    },
  },
  citations: [constitution2022.sentences.timely],
  uncoded: [
    words(
      '“及时”：条文没有期限，期满后的时间由本规则设定，各地可以另定；登记了讨论转正、延长预备期或者转正日期的，即为已经讨论。',
      '“及时” (soon): the article gives no time, this one is our own; a recorded discussion, an extension or a day of full membership shows the decision.',
    ),
    words(
      '“对转入的预备党员……可以推迟讨论其转正问题，推迟时间不超过六个月”：请登记豁免。',
      'After a transfer the discussion may be put off for up to six months: record a waiver.',
    ),
  ],
  summary: words(
    '预备期（连同延长）满后，党支部应当及时讨论转正，期限{grace}。',
    'After the end of probation (with its extension) the branch decides soon: within {grace}.',
  ),
  advice: words(
    '请党支部召开党员大会讨论，并在记录表登记“讨论转正”或者“延长预备期”；已经转正的，请补填转正日期；已经取消资格的，请填写离开日期。',
    'Let the branch meeting decide and add the act 讨论转正 or 延长预备期; fill in the day of full membership, or of leaving.',
  ),
  reads: ['members', 'acts'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const { asOf, window } = context
  const extension = actsAbout(subject.id, 'probation-extension', context).at(-1)
  const end = extension === undefined ? after(window.from, PROBATION) : endOfExtension(extension, window.from)
  if (end === null) return unknown(NO_END)
  const due = after(end, String(context.parameter('grace')))
  const discussed = actsAbout(subject.id, 'full-membership-meeting', context)[0]?.date ?? null
  const fullOn = becameFullOn(context)
  const decided = discussed !== null && (fullOn === null || discussed < fullOn) ? discussed : fullOn
  if (decided === null && hasLeft(subject.id, context)) return LEFT
  if (decided === null && asOf <= due)
    return {
      verdict: 'pending',
      due,
      message: words(
        `预备期到${end}为止，请在${due}前讨论转正。`,
        `Probation ends on ${end}; the branch decides by ${due}.`,
      ),
    }
  if (decided === null) {
    const blind = notCovered(end, due, context)
    if (blind !== null) return unknown(blind)
    return {
      verdict: 'breached',
      message: words(
        `预备期到${end}为止，至今没有讨论转正的记录。`,
        `Probation ended on ${end}; no decision is recorded.`,
      ),
    }
  }
  return decided <= due
    ? {
        verdict: 'met',
        message: words(
          `预备期到${end}为止，${decided}讨论转正。`,
          `Probation ended on ${end}, decided on ${decided}.`,
        ),
      }
    : {
        verdict: 'breached',
        message: words(
          `预备期到${end}为止，${decided}才讨论转正，应在${due}前。`,
          `Probation ended on ${end}, decided on ${decided} only; ${due} was the last day.`,
        ),
      }
}
