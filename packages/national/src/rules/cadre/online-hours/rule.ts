import { defineRule, type Judgement, type RuleContext, type RuleSubject } from '@xueshi/core'
import { cadrePlan2023, cadreTraining2023 } from '../../../instruments/cadre-training-2023.ts'
import { partyMember } from '../../who.ts'
import { words } from '../../wording.ts'
import { everyRank } from '../ranks.ts'
import { onlineStudyOf } from './online-study.ts'

const { online } = cadrePlan2023.sentences
const ofRegulation = cadreTraining2023.sentences.online

/**
 * 干部条例 Art. 14 ¶3 and the plan's 50 hours. A function, because the credit policy of a county decides only
 * which hours count as collective study: hours of online study are hours of online study without it.
 */
export default defineRule({
  id: 'cadre/online-hours',
  title: words('干部年度网络自学学时', 'Yearly hours of online study of cadres'),
  subject: 'member',
  who: { all: [partyMember, { rank: everyRank }] },
  window: { each: 'year' },
  strength: 'must',
  assurance: 'quoted',
  parameters: {
    hours: {
      title: words('网络自学最少学时', 'least hours of online study'),
      unit: 'hour',
      refinement: 'raise-only',
      stricter: 'higher',
      versions: [
        {
          value: 50,
          from: cadreTraining2023.inForce,
          to: cadrePlan2023.inForceTo,
          citations: [{ ...ofRegulation, note: cadreTraining2023.inForceNote }, online],
        },
      ],
    },
  },
  citations: [ofRegulation, online],
  uncoded: [
    words(
      '“完成规定的学时”：条例没有数字；50学时出自2023—2027年规划（转引），规划期满后不再核对。',
      '“完成规定的学时”: the regulation has no number; the 50 hours are of the plan for 2023–2027, at second hand in words, and end with it.',
    ),
    words(
      '“结合岗位职责”：学习内容不核对。',
      '“结合岗位职责” (fitting the post): what is studied is not checked.',
    ),
    words(
      '只计活动类型为“在线学习”并登记为出席的学时：考勤填了学时的按考勤，否则按活动；不受学时折算办法、每天上限和时间重叠的限制。',
      'Attended sessions of kind 在线学习 count with the hours of the attendance, else of the session; credit policy, daily cap and overlap play no part.',
    ),
    words(
      '当年录用、调入、入党的：条文没有规定，该年度不适用。职级按党员表现在的职级。',
      'Who comes within the year: not applicable. The rank is the present one.',
    ),
  ],
  summary: words(
    '干部每年参加网络自学不少于{hours}学时。',
    'A cadre has at least {hours} hours of online study each year.',
  ),
  advice: words(
    '请在干部网络学院等平台补足学时；已学未登记的，请补录“在线学习”活动和考勤，并填写学时。',
    'Make up the hours online; where they were not recorded, add the session 在线学习 with attendance and hours.',
  ),
  reads: ['sessions', 'attendance'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const required = Number(context.parameter('hours'))
  const { from, to } = context.window
  const { hundredths, untold } = onlineStudyOf(subject.id, context)
  const numbers = { measured: hundredths / 100, required, unit: 'hour' } as const
  if (hundredths >= required * 100) return { verdict: 'met', ...numbers }
  if (to === null || context.asOf < to)
    return { verdict: 'pending', ...numbers, ...(to === null ? {} : { due: to }) }
  if (untold !== null)
    return {
      verdict: 'unknown',
      ...numbers,
      message: words(
        `已知${numbers.measured}学时；活动 ${untold} 没有学时，无法判断。`,
        `${numbers.measured} hours are known; session ${untold} has no hours.`,
      ),
    }
  const { covers } = context.dataset
  if (covers.from > from || covers.to < to)
    return {
      verdict: 'unknown',
      ...numbers,
      message: words(
        `已知${numbers.measured}学时；数据只有${covers.from}至${covers.to}，无法判断全年。`,
        `${numbers.measured} hours are known; the data covers ${covers.from} to ${covers.to} only.`,
      ),
    }
  return { verdict: 'breached', ...numbers }
}
