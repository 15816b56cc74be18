import { defineRule, type Judgement, parseDate, type RuleContext, type RuleSubject } from '@xueshi/core'
import { constitution2022 } from '../../../../instruments/constitution-2022.ts'
import { development2014 } from '../../../../instruments/development-2014.ts'
import { development2026 } from '../../../../instruments/development-2026.ts'
import { after, unknown } from '../../../development/records.ts'
import { inBothTexts, longestTime } from '../../../development/texts.ts'
import { words } from '../../../wording.ts'
import { becameFullOn, hasLeft, LEFT } from '../end.ts'

const { extension, probation } = constitution2022.sentences
const in2014 = [development2014.sentences.probation, development2014.sentences.extension]
const in2026 = [development2026.sentences.probation, development2026.sentences.extension]

/**
 * 党章 Art. 7, 细则 Art. 32 of 2014, Art. 31 of 2026: a year, and a year at most if it is extended. A function,
 * because time does not run on for those who lost the status, and no requirement can say so.
 */
export default defineRule({
  id: 'probation/period/limit',
  title: words('预备期最长两年', 'Two years of probation at most'),
  subject: 'member',
  who: { status: ['probationary'] },
  window: { between: ['admitted', 'full-member'] },
  // Probationary on the days before, full on the day itself.
  presence: 'any',
  strength: 'must',
  assurance: 'verified',
  parameters: {
    most: longestTime(
      words('预备期连同延长的最长时间', 'longest time with an extension'),
      inBothTexts('P2Y', in2014, in2026),
    ),
  },
  citations: [probation, extension],
  uncoded: [
    words(
      '两年为预备期一年加最长延长一年；没有延长的，期满应当及时讨论，另有规则。',
      'Two years are one of probation and one of extension; without an extension the branch decides soon after the first: a rule of its own.',
    ),
    words(
      '“对转入的预备党员……可以推迟讨论其转正问题，推迟时间不超过六个月”：转正时间仍自预备期满之日算起；讨论推迟而尚未填写转正日期的，请登记豁免。',
      'After a transfer the discussion may be put off for up to six months, the full membership still dates from the end of probation: record a waiver meanwhile.',
    ),
    words(
      '取消预备党员资格的：请在党员表填写离开日期，填写后不再核对。',
      'Who lost the status: fill in the day of leaving in the table of members; nothing is asked after that.',
    ),
  ],
  summary: words(
    '预备党员自支部大会通过之日起，至迟{most}内应当转为正式党员或者取消资格。',
    'Within {most} of admission a probationary member has become a full member or lost the status.',
  ),
  advice: words(
    '请党支部立即讨论转正问题；已经转正的，请补填转正日期；已经取消资格的，请填写离开日期。',
    'Let the branch decide at once; fill in the day of full membership, or of leaving.',
  ),
  reads: ['members'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const { asOf, window } = context
  const latest = after(window.from, String(context.parameter('most')))
  const fullOn = becameFullOn(context)
  const begin = parseDate(window.from)
  const numbers = {
    measured: parseDate(fullOn ?? asOf) - begin,
    required: parseDate(latest) - begin,
    unit: 'day',
  } as const
  if (fullOn !== null)
    return {
      verdict: fullOn <= latest ? 'met' : 'breached',
      ...numbers,
      message: words(
        `${fullOn}转正，至迟应在${latest}。`,
        `A full member since ${fullOn}; ${latest} was the last day.`,
      ),
    }
  if (hasLeft(subject.id, context)) return LEFT
  if (asOf <= latest)
    return {
      verdict: 'pending',
      ...numbers,
      due: latest,
      message: words(`至迟在${latest}前转正或者取消资格。`, `To be decided by ${latest} at the latest.`),
    }
  // The day of full membership is a cell of the member: only days after the end of the data are not known.
  if (latest > context.dataset.covers.to) return unknown(notKnownUntil(latest))
  return {
    verdict: 'breached',
    ...numbers,
    message: words(
      `至迟应在${latest}转正，至今没有转正日期。`,
      `${latest} was the last day; there is no full membership yet.`,
    ),
  }
}

function notKnownUntil(latest: string) {
  return words(
    `数据不到${latest}，无法判断此前是否已经转正。`,
    `The data ends before ${latest}; whether the full membership came by then cannot be told.`,
  )
}
