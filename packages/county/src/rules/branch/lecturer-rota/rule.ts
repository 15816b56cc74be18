import { defineRule, type Judgement, type RuleContext, type RuleSubject } from '@xueshi/core'
import { judgeLeast } from '../../../data/judged.ts'
import { isHeldBy, liesIn, sessionsOfBranch } from '../../../data/sessions.ts'
import { least } from '../../../parameters.ts'
import { practice } from '../../../source.ts'
import { words } from '../../../wording.ts'

/** 轮流上讲台: members of a branch take turns to lecture. */
export default defineRule({
  id: 'branch/lecturer-rota',
  title: words('党员轮流上讲台', 'Members take turns to lecture'),
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { each: 'year' },
  strength: 'local',
  assurance: 'secondary',
  parameters: {
    lecturers: least(
      words('每年讲课的最少人数', 'least number of different lecturers a year'),
      'person',
      2,
      '轮流上讲台',
    ),
  },
  citations: [practice('轮流上讲台')],
  uncoded: [
    words(
      '讲课人是否本支部党员不核对：上级党组织书记、外请讲师也计。',
      'Whether a lecturer is a member of the branch is not checked: secretaries from above and guests count too.',
    ),
    words(
      '只计本支部及其党小组举办、联办的党课；“主讲人”一栏和考勤身份“主讲”都计，同一人只计一次。',
      'Party lectures hosted or co-hosted by the branch or its groups count, lecturers from the session or its attendance, each person once.',
    ),
  ],
  summary: words(
    '党支部每年至少有{lecturers}人上讲台讲党课。',
    'At least {lecturers} different persons lecture in a branch each year.',
  ),
  advice: words(
    '请安排其他党员讲党课；已经讲过的，请在活动表“主讲人”补录。',
    'Let another member lecture; if one did, add the lecturer to the session.',
  ),
  reads: ['organizations', 'sessions', 'attendance'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const { asOf, dataset, window } = context
  const lecturers = new Set<string>()
  let lectures = 0
  for (const session of sessionsOfBranch(dataset, subject.id, 'party-lecture')) {
    if (!liesIn(session, window.from, window.to) || !isHeldBy(session, asOf, dataset)) continue
    lectures++
    for (const lecturer of session.lecturers) lecturers.add(lecturer)
    for (const lecturer of dataset.presentAt(session.id, 'lecturer')) lecturers.add(lecturer)
  }
  const required = Number(context.parameter('lecturers'))
  const message = words(
    `党课${lectures}次，讲课${lecturers.size}人，要求${required}人。`,
    `${lectures} lectures by ${lecturers.size} persons, ${required} asked for.`,
  )
  return judgeLeast({ measured: lecturers.size, required, unit: 'person', message }, context)
}
