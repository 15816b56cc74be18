import {
  addDuration,
  defineRule,
  formatDate,
  type Judgement,
  parseDate,
  type RuleContext,
  type RuleSubject,
} from '@xueshi/core'
import { unknown } from '../../../data/judged.ts'
import { limit } from '../../../parameters.ts'
import { practice } from '../../../source.ts'
import { words } from '../../../wording.ts'

/** 一学一报: one report after each study of a centre group. */
export default defineRule({
  id: 'center-group/report-after-study',
  title: words('中心组学习一学一报', 'A report after each study of a centre group'),
  subject: 'session',
  who: { kind: ['study-group'] },
  window: { session: true },
  sessions: { kinds: ['center-group-study'] },
  strength: 'local',
  assurance: 'secondary',
  parameters: {
    within: limit(words('学习后报送的期限', 'time for the report after the study'), 'P7D', '一学一报'),
  },
  citations: [practice('一学一报')],
  uncoded: [
    words('报告的内容不核对，只看“报送日期”。', 'What the report says is not checked, only its date.'),
    words(
      '期限按自然日计，自学习最后一天的次日起算；最后一天报送的为按期。',
      'Calendar days, counted from the day after the last day of the study; a report on the last of them is in time.',
    ),
  ],
  summary: words(
    '中心组每次集体学习后{within}内报送学习情况。',
    'A centre group reports on each study within {within}.',
  ),
  advice: words(
    '请报送学习情况；已经报送的，请在活动表填写“报送日期”。',
    'Send the report; if it was sent, fill in 报送日期 of the session.',
  ),
  reads: ['sessions'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const { asOf, dataset } = context
  if (!dataset.hasColumn('sessions', 'reportedOn'))
    return unknown('活动表没有“报送日期”。', 'the sessions have no column 报送日期.')
  const { lastDay, reportedOn } = dataset.session(subject.id)!
  const due = formatDate(addDuration(parseDate(lastDay), String(context.parameter('within'))))
  if (reportedOn !== null && reportedOn < lastDay)
    return unknown(
      `报送日期 ${reportedOn} 早于学习日期 ${lastDay}，请更正。`,
      `the report of ${reportedOn} is dated before the study of ${lastDay}.`,
    )
  if (reportedOn !== null && reportedOn <= asOf)
    return reportedOn <= due
      ? {
          verdict: 'met',
          message: words(`${reportedOn} 报送，按期。`, `reported on ${reportedOn}, in time.`),
        }
      : {
          verdict: 'breached',
          message: words(
            `${reportedOn} 报送，迟于 ${due}。`,
            `reported on ${reportedOn}, later than ${due}.`,
          ),
        }
  if (asOf < due)
    return {
      verdict: 'pending',
      due,
      message: words(`尚未报送，最迟 ${due}。`, `not reported yet, due ${due}.`),
    }
  if (dataset.exportedOn !== null && dataset.exportedOn < due)
    return unknown(
      `导出日 ${dataset.exportedOn} 时期限（${due}）未满。`,
      `the data was exported on ${dataset.exportedOn}, before the time was over (${due}).`,
    )
  return { verdict: 'breached', message: words(`${due} 前没有报送。`, `no report by ${due}.`) }
}
