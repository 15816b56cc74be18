import { defineRule, type Judgement, type RuleContext, type RuleSubject } from '@xueshi/core'
import { cadreTraining2023 } from '../../../instruments/cadre-training-2023.ts'
import { gravest } from '../../gravest.ts'
import { remembered } from '../../remembered.ts'
import { partyMember } from '../../who.ts'
import { words } from '../../wording.ts'
import { everyRank } from '../ranks.ts'
import { type ClassRecord, classesOf, type TrainingClass } from './classes.ts'

const { leave } = cadreTraining2023.sentences

/** 干部教育培训工作条例 Art. 15: leave of at most a seventh of the hours of a class. */
export default defineRule({
  id: 'cadre/class-leave',
  title: words('干部培训班请假时间', 'Leave from classes of cadres'),
  subject: 'member',
  who: { all: [partyMember, { rank: everyRank }] },
  window: { each: 'year' },
  presence: 'any',
  strength: 'usual',
  assurance: 'verified',
  parameters: {
    hoursPerLeave: {
      title: words('每满多少学时可以请假1学时', 'hours of a class for each hour of leave'),
      unit: 'hour',
      refinement: 'raise-only',
      stricter: 'higher',
      versions: [
        {
          value: 7,
          from: cadreTraining2023.inForce,
          citations: [{ ...leave, note: cadreTraining2023.inForceNote }],
        },
      ],
    },
  },
  citations: [leave],
  uncoded: [
    words(
      '“原则上”：可以有例外，理由不在数据中，故只作警告。',
      '“原则上” (in principle): exceptions are lawful and not in the data, so this only warns.',
    ),
    words(
      '“超过的应予退学”：退学由办班单位决定，软件不作此结论。',
      '“超过的应予退学” (to be dismissed): that is for the organizer; the software does not conclude it.',
    ),
    words(
      '“请假时间”：请假、缺席都计，补学的不计；没有考勤记录的活动不计。',
      '“请假时间” (leave): excused and absent both count, made-up sessions do not, nor do sessions without a record.',
    ),
    words(
      '“总学时”：按同一培训项目的集中培训、集中轮训、任职培训活动（含尚未举办的，不含取消的）学时合计；跨年的班次归入结束的年度。',
      '“总学时” (hours of the class): the hours of all central, rotation and induction sessions of the program, those to come too, cancelled ones not; a class belongs to the year it ends in.',
    ),
  ],
  summary: words(
    '干部参加培训班，请假累计原则上不超过总学时的1/{hoursPerLeave}。',
    'In a class a cadre is on leave for no more than 1/{hoursPerLeave} of its hours, in principle.',
  ),
  advice: words(
    '请提醒学员保证学习时间，缺课的安排补学并登记；请假有误的，请更正考勤；学时有误的，请更正活动表。',
    'Remind the trainee, arrange and record make-up sessions; where leave or hours are wrong, correct them.',
  ),
  reads: ['sessions', 'attendance'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const [first, ...rest] = classesOf(subject.id, context)
  if (first === undefined) return NO_CLASS
  const judgement = judgementOn(first, context)
  if (rest.length === 0) return judgement
  return gravest(judgement, ...rest.map((attended) => judgementOn(attended, context)))
}

const NO_CLASS: Judgement = {
  verdict: 'not-applicable',
  message: words('没有在本年度结束的培训班。', 'No class of this year.'),
}

/** Members of a class who missed as much are told the same. */
function judgementOn({ record, missed }: TrainingClass, context: RuleContext): Judgement {
  const told = remembered(context, record, () => new Map<number, Judgement>())
  let judgement = told.get(missed)
  if (judgement === undefined) {
    judgement = judgeClass(record, missed, context)
    told.set(missed, judgement)
  }
  return judgement
}

function judgeClass(record: ClassRecord, missed: number, context: RuleContext): Judgement {
  const { program, total, untold, lastDay } = record
  if (untold !== null)
    return {
      verdict: 'unknown',
      message: words(
        `“${program}”的活动 ${untold} 没有学时，无法计算总学时。`,
        `Session ${untold} of “${program}” has no hours.`,
      ),
    }
  const perLeave = Number(context.parameter('hoursPerLeave'))
  const limit = Math.floor(total / perLeave)
  const numbers = { measured: missed / 100, required: limit / 100, unit: 'hour' } as const
  const message = words(
    `“${program}”请假、缺席${missed / 100}学时，总学时${total / 100}，上限${limit / 100}学时。`,
    `${missed / 100} hours of leave or absence in “${program}”, of ${total / 100}; at most ${limit / 100}.`,
  )
  if (missed * perLeave > total) return { verdict: 'breached', ...numbers, message }
  if (lastDay > context.asOf) return { verdict: 'pending', ...numbers, due: lastDay, message }
  return { verdict: 'met', ...numbers, message }
}
