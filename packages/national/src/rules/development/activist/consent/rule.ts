import { defineRule, type Judgement, type RuleContext, type RuleSubject } from '@xueshi/core'
import { development2014 } from '../../../../instruments/development-2014.ts'
import { development2026 } from '../../../../instruments/development-2026.ts'
import { words } from '../../../wording.ts'
import { actsAbout, notCovered, unknown } from '../../records.ts'
import { inBothTexts, leastActs } from '../../texts.ts'
import { dayOfMaturity } from '../maturity.ts'

const { candidateInBothTexts, consent } = development2026.sentences

/** 细则 Art. 13: filed with the upper committee (2014), consented to by it (2026), by the day of becoming a candidate. */
export default defineRule({
  id: 'development/activist/consent',
  title: words('发展对象报上级党委', 'The upper committee on a candidate'),
  subject: 'member',
  who: { status: ['candidate', 'probationary'] },
  // The step that is judged lies at the opening: its day decides which text holds.
  window: { between: ['candidate', 'admitted'] },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    records: leastActs(
      words('备案或者同意的最少次数', 'least number of filings or consents'),
      inBothTexts(1, [development2014.sentences.candidate], [consent]),
    ),
  },
  citations: [candidateInBothTexts],
  uncoded: [
    words(
      '2014年文本为“报上级党委备案后”，2026年文本为“报上级党委同意”：记录类型相同，不区分备案和同意；由哪一级党委同意不核对。',
      'The text of 2014 asks for filing, that of 2026 for consent: one kind of act stands for both; which committee it is is not checked.',
    ),
    words(
      '确定入党积极分子的备案（第八条）不是这里的备案：只计成为入党积极分子之后的记录，第八条的备案请不要用这一类型登记。',
      'The filing of an activist (Art. 8) is another one: only acts after becoming an activist count; do not record that filing under this kind.',
    ),
    words(
      '同意与公示的先后（2026年文本先同意、后公示）：不核对。',
      'That consent comes before the notice (text of 2026): not checked.',
    ),
  ],
  summary: words(
    '列为发展对象之前，应当报上级党委备案（2026年5月11日起为同意），至少有{records}条记录。',
    'Before an activist becomes a candidate the upper committee is told (from 2026-05-11 on: consents); at least {records} act is recorded.',
  ),
  advice: words(
    '请报上级党委，并在记录表登记：类型填“上级党委同意”，日期填备案或者同意之日，党员编号填本人。',
    'Put the case to the upper committee and add its answer to the table of acts with kind 上级党委同意, its day and the id of the person.',
  ),
  reads: ['members', 'acts'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const candidateOn = context.window.from
  const required = Number(context.parameter('records'))
  const activistOn = context.dataset.member(subject.id)?.activistOn ?? null
  const acts = actsAbout(subject.id, 'upper-consent', context)
  const inTime = acts.filter(
    ({ date }) => date <= candidateOn && (activistOn === null || date > activistOn),
  ).length
  const late = acts.find(({ date }) => date > candidateOn)
  if (inTime < required) {
    const blind = notCovered(dayOfMaturity(activistOn, candidateOn), candidateOn, context)
    if (blind !== null) return unknown(blind)
  }
  const dated = late === undefined || inTime >= required ? { zh: '', en: '' } : lateWords(late.date)
  return {
    verdict: inTime < required ? 'breached' : 'met',
    measured: inTime,
    required,
    unit: 'session',
    message: words(
      `列为发展对象（${candidateOn}）当日及以前报上级党委的记录${inTime}条，应有${required}条。${dated.zh}`,
      `${inTime} of ${required} acts of the upper committee by ${candidateOn}, the day of becoming a candidate.${dated.en}`,
    ),
  }
}

function lateWords(date: string): { readonly zh: string; readonly en: string } {
  return { zh: `${date}才有记录。`, en: ` The first one is of ${date}.` }
}
