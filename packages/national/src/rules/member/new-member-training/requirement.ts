import { defineRequirement } from '@xueshi/core'
import { development2026 } from '../../../instruments/development-2026.ts'
import { trainingPlans } from '../../../instruments/training-plans.ts'
import { leastSessions } from '../../parameters.ts'
import { frailMembers, partyMember } from '../../who.ts'
import { words } from '../../wording.ts'

const { newMembers } = trainingPlans.sentences

/** The plans' training of new members; their text was not read, so the assurance is secondary. */
export default defineRequirement({
  id: 'member/new-member-training',
  title: words('新党员集中培训', 'Central training of new members'),
  subject: 'member',
  who: partyMember,
  window: { between: ['admitted', 'full-member'], plus: { parameter: 'after' } },
  exempt: frailMembers,
  demand: { measure: 'sessions', count: { kindClass: 'central' }, atLeast: { parameter: 'sessions' } },
  strength: 'usual',
  assurance: 'secondary',
  parameters: {
    sessions: leastSessions(1, trainingPlans.inForce, newMembers),
    after: {
      title: words('转正后的时间', 'time after becoming a full member'),
      unit: 'duration',
      refinement: 'replace',
      stricter: 'lower',
      versions: [{ value: 'P12M', from: trainingPlans.inForce, citations: [newMembers] }],
    },
  },
  citations: [newMembers, development2026.sentences.probationaryTraining],
  uncoded: [
    words(
      '规划原文未读到：次数、时间、是否“一般”、由哪一级举办，均未核实；2019年教育管理条例和2026年发展党员工作细则都没有次数。',
      'The plan was not read: number, time, whether it says “usually” and who holds the training are not proved; neither regulation has a number.',
    ),
    words(
      '由上级党组织举办（据二手译文）：不核对举办单位。',
      'Held by a higher organization (second hand): the organizer is not checked.',
    ),
    words(
      '发展对象短期集中培训、在线学习班：不算集中培训。',
      'The training of candidates and online classes do not count.',
    ),
    words(
      '预备期内、转正后一年内被取消资格、离开的：不再核对。',
      'Who leaves before the time is over is not judged.',
    ),
  ],
  summary: words(
    '党员在预备期内和转正后{after}内，一般至少参加{sessions}次集中培训。',
    'Within probation and {after} after becoming a full member a member usually takes part in at least {sessions} central training.',
  ),
  advice: words(
    '请安排新党员参加集中培训；已参加的，请补录考勤，活动类型填“集中培训”。转正日期有误的，请核对党员表。',
    'Let the new member take part in a central training; if attended, add the attendance. Where the day of full membership is wrong, correct it.',
  ),
})
