import { defineRule, type Judgement, type RuleContext, type RuleSubject } from '@xueshi/core'
import { judgeLeast, notOwed } from '../../../data/judged.ts'
import { isForMembers, names, programsOver } from '../../../data/programs.ts'
import { isHeldBy, sessionsOfBranch } from '../../../data/sessions.ts'
import { least } from '../../../parameters.ts'
import { practice } from '../../../source.ts'
import { namedSessions, words, yearOfProgram } from '../../../wording.ts'

/** A rotation is studied collectively, in the branch and by oneself: the branch records the self-study too. */
export default defineRule({
  id: 'rotation/self-study',
  title: words('轮训期间组织自学', 'Self-study within a rotation'),
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { each: 'year' },
  strength: 'local',
  assurance: 'secondary',
  parameters: {
    sessions: least(words('每年轮训自学的最少次数', 'least self-studies of rotations a year'), 'session', 1),
  },
  citations: [practice()],
  uncoded: [
    namedSessions,
    yearOfProgram,
    words('自学的笔记、学时和效果不核对。', 'Notes, hours and results of self-study are not checked.'),
  ],
  summary: words(
    '有轮训任务的年度，党支部至少组织{sessions}次轮训自学。',
    'In a year with a rotation a branch arranges at least {sessions} self-study(ies) of it.',
  ),
  advice: words(
    '请安排自学；已经自学的，请补录活动（类型或者方式填“自学”，培训项目填轮训名称）。',
    'Arrange the self-study; if it was done, add a session of kind or mode 自学 that names the program.',
  ),
  reads: ['organizations', 'sessions', 'programs'],
  judge,
})

function judge({ id }: RuleSubject, context: RuleContext): Judgement {
  const { asOf, dataset } = context
  const programs = programsOver(context, 'rotation', id).filter(
    (program) => isForMembers(program) && program.from <= asOf,
  )
  if (programs.length === 0) return notOwed('没有轮训任务。', 'No rotation is to be done.')
  const measured = sessionsOfBranch(dataset, id, 'program').filter(
    (session) =>
      (session.kinds.includes('self-study') || session.mode === 'self-study') &&
      programs.some((program) => names(session, program)) &&
      isHeldBy(session, asOf, dataset),
  ).length
  const required = Number(context.parameter('sessions'))
  const message = words(
    `轮训自学${measured}次，要求${required}次。`,
    `${measured} self-studies of the rotation, ${required} asked for.`,
  )
  return judgeLeast({ measured, required, unit: 'session', message }, context)
}
