import { type CivilDate, defineRule, type Judgement, type RuleContext, type RuleSubject } from '@xueshi/core'
import { constitution2022 } from '../../../../instruments/constitution-2022.ts'
import { development2014 } from '../../../../instruments/development-2014.ts'
import { development2026 } from '../../../../instruments/development-2026.ts'
import { actsAbout, after, dayBefore, unknown } from '../../../development/records.ts'
import { inBothTexts, leastTime, longestTime } from '../../../development/texts.ts'
import { words } from '../../../wording.ts'
import { becameFullOn, endOfExtension, NO_END, PROBATION } from '../end.ts'

const in2014 = [development2014.sentences.extension]
const in2026 = [development2026.sentences.extension]

/** 党章 Art. 7 ¶3, 细则 Art. 32 ¶2 of 2014, Art. 31 ¶2 of 2026. */
export default defineRule({
  id: 'probation/period/extension',
  title: words('延长预备期', 'Extension of the probation'),
  subject: 'member',
  who: { status: ['probationary'] },
  window: { between: ['admitted', 'full-member'] },
  // Probationary on the days before, full on the day itself.
  presence: 'any',
  strength: 'must',
  assurance: 'verified',
  parameters: {
    times: {
      title: words('最多延长次数', 'greatest number of extensions'),
      unit: 'session',
      refinement: 'raise-only',
      stricter: 'lower',
      versions: inBothTexts(1, in2014, in2026),
    },
    least: leastTime(words('最短延长时间', 'shortest extension'), inBothTexts('P6M', in2014, in2026)),
    most: longestTime(words('最长延长时间', 'longest extension'), inBothTexts('P12M', in2014, in2026)),
  },
  citations: [constitution2022.sentences.extension],
  uncoded: [
    words(
      '延长时间自一年预备期满之日起算：以记录的截止日期（最后一天或者期满之日）为准，没有截止日期的以数量（月）为准。',
      'Counted from the end of the first year: to the last day of the act, else by its amount in months.',
    ),
    words(
      '延长预备期“应当经党支部党员大会讨论通过和上级党组织批准”：批准手续不核对；同一次延长请只登记一条。',
      'Discussion by the meeting and approval above: not checked; record one act for one extension.',
    ),
    words(
      '违犯党纪而延长预备期（第三款）：与需要继续考察的一样核对。',
      'An extension for a breach of discipline (¶3) is checked like any other.',
    ),
  ],
  summary: words(
    '预备期最多延长{times}次，延长时间不少于{least}、不超过{most}，延长期满方可转正。',
    'Probation is extended at most {times} time, by {least} to {most}; nobody becomes a full member before it is over.',
  ),
  advice: words(
    '请核对延长预备期的记录（类型“延长预备期”，截止日期填延长期满之日）；不合规定的，请报上级党委处理。',
    'Check the act 延长预备期 and its last day, the end of the extension; report to the upper committee where it is against the rule.',
  ),
  reads: ['members', 'acts'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const acts = actsAbout(subject.id, 'probation-extension', context)
  const times = Number(context.parameter('times'))
  const numbers = { measured: acts.length, required: times, unit: 'session' } as const
  const [act] = acts
  if (act === undefined)
    return {
      verdict: 'not-applicable',
      message: words('没有延长预备期的记录。', 'No extension is recorded.'),
    }
  if (acts.length > times)
    return {
      verdict: 'breached',
      ...numbers,
      message: words(
        `延长预备期${acts.length}次，最多${times}次。`,
        `The probation was extended ${acts.length} times, at most ${times}.`,
      ),
    }
  const ends = endOfExtension(act, context.window.from)
  if (ends === null) return unknown(NO_END)
  const firstYear = after(context.window.from, PROBATION)
  const earliest = after(firstYear, String(context.parameter('least')))
  const latest = after(firstYear, String(context.parameter('most')))
  // The last day of the extension and the day after it are both met in practice.
  if (ends < dayBefore(earliest) || ends > latest)
    return {
      verdict: 'breached',
      ...numbers,
      message: words(
        `延长至${ends}，应在${earliest}至${latest}之间。`,
        `Extended to ${ends}, it should end between ${earliest} and ${latest}.`,
      ),
    }
  return endedInTime(ends, numbers, context)
}

function endedInTime(
  ends: CivilDate,
  numbers: Pick<Judgement, 'measured' | 'required' | 'unit'>,
  context: RuleContext,
): Judgement {
  const { asOf } = context
  const fullOn = becameFullOn(context)
  if (fullOn === null && asOf < ends)
    return {
      verdict: 'pending',
      ...numbers,
      due: ends,
      message: words(`延长的预备期到${ends}为止。`, `The extended probation ends on ${ends}.`),
    }
  if (fullOn !== null && fullOn < ends)
    return {
      verdict: 'breached',
      ...numbers,
      message: words(
        `延长的预备期到${ends}为止，${fullOn}已转正。`,
        `The extended probation ends on ${ends}, yet the member became a full one on ${fullOn}.`,
      ),
    }
  return {
    verdict: 'met',
    ...numbers,
    message: words(`延长1次，到${ends}为止，符合规定。`, `Extended once, to ${ends}: as the rule asks.`),
  }
}
