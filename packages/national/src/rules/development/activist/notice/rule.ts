import { type Act, defineRule, type Judgement, type RuleContext, type RuleSubject } from '@xueshi/core'
import { development2026 } from '../../../../instruments/development-2026.ts'
import { words } from '../../../wording.ts'
import { actsAbout, dayBefore, notCovered, unknown } from '../../records.ts'
import { in2026Only } from '../../texts.ts'
import { dayOfMaturity } from '../maturity.ts'

const { consent, noticeResult } = development2026.sentences

/** 细则 Art. 13 of 2026; the text of 2014 knows no notice. Judged for those who became candidates from 2026-05-11 on. */
export default defineRule({
  id: 'development/activist/notice',
  title: words('拟列发展对象公示', 'Public notice before becoming a candidate'),
  subject: 'member',
  who: { status: ['candidate', 'probationary'] },
  // The step that is judged lies at the opening: its day decides which text holds.
  window: { between: ['candidate', 'admitted'] },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    workdays: {
      title: words('公示最少工作日', 'least working days of the notice'),
      unit: 'day',
      refinement: 'raise-only',
      stricter: 'higher',
      versions: in2026Only(5, [consent]),
    },
  },
  citations: [consent, noticeResult],
  uncoded: [
    words(
      '公示首日和末日是工作日的，都计入；条文没有说首日是否计入。',
      'The first and the last day of the notice count where they are working days; the text does not say whether the first does.',
    ),
    words(
      '“拟列为发展对象的流动人员，应当在流出地和流入地同时公示”和公示的地点：不核对，有几次公示的取工作日最多的一次。',
      'A mobile person has a notice in both places, and where it hangs: not checked; of several notices the longest counts.',
    ),
    words(
      '“公示结果不影响发展入党的，可以列为发展对象”：公示结果不在数据中，只核对公示已经结束。',
      '“公示结果不影响发展入党的，可以列为发展对象” (the outcome): not in the data; only that the notice had ended.',
    ),
  ],
  summary: words(
    '拟列为发展对象的，列为之前公示不少于{workdays}个工作日。',
    'Before an activist becomes a candidate a notice hangs for at least {workdays} working days.',
  ),
  advice: words(
    '请在列为发展对象之前公示满规定的工作日，并在记录表登记：类型填“公示”，日期填首日，截止日期填末日。没有公示或者公示不足的，请报上级党委处理。',
    'Hang the notice before the person becomes a candidate and add it to the table of acts with kind 公示, its first day and its last; report to the upper committee where it was missing or too short.',
  ),
  reads: ['members', 'acts'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const candidateOn = context.window.from
  const required = Number(context.parameter('workdays'))
  const activistOn = context.dataset.member(subject.id)?.activistOn ?? null
  const notices = actsAbout(subject.id, 'public-notice', context).filter(
    ({ date }) => date < candidateOn && (activistOn === null || date >= activistOn),
  )
  if (notices.length === 0) {
    const blind = notCovered(dayOfMaturity(activistOn, candidateOn), candidateOn, context)
    if (blind !== null) return unknown(blind)
    const message = words(
      `${candidateOn}列为发展对象，此前没有公示记录。`,
      `A candidate since ${candidateOn}; no notice before that day is recorded.`,
    )
    return { verdict: 'breached', measured: 0, required, unit: 'day', message }
  }
  return longest(notices, candidateOn, required, context)
}

/** Of several notices the longest counts; one that goes on counts up to the day before the person became a candidate. */
function longest(
  notices: readonly Act[],
  candidateOn: string,
  required: number,
  context: RuleContext,
): Judgement {
  let most = 0
  let openEnded = false
  for (const { date, until } of notices) {
    const end = until === null || until >= candidateOn ? dayBefore(candidateOn) : until
    const days = context.workdays(date, end)
    if (days === undefined)
      return unknown(
        words(
          `没有${date}至${end}的工作日历，无法计算公示的工作日。请在配置中加入工作日历。`,
          `There is no calendar of working days for ${date} to ${end}; add one to the config.`,
        ),
      )
    if (until === null && days >= required) openEnded = true
    else most = Math.max(most, days)
  }
  if (most < required && openEnded)
    return unknown(
      words(
        '公示记录没有截止日期，无法计算公示的工作日。',
        'The notice has no last day; its working days cannot be told.',
      ),
    )
  return {
    verdict: most < required ? 'breached' : 'met',
    measured: most,
    required,
    unit: 'day',
    message: words(
      `列为发展对象（${candidateOn}）之前公示${most}个工作日，应不少于${required}个工作日。`,
      `Noticed for ${most} working days before becoming a candidate on ${candidateOn}, at least ${required} are due.`,
    ),
  }
}
