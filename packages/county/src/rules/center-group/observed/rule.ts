import { defineRule, type Judgement, type RuleContext, type RuleSubject } from '@xueshi/core'
import { judgeLeast, unknown } from '../../../data/judged.ts'
import { isHeldBy, liesIn, sessionsOf } from '../../../data/sessions.ts'
import { least } from '../../../parameters.ts'
import { practice } from '../../../source.ts'
import { words } from '../../../wording.ts'

/** Every centre group is sat in on at least once a year 列席旁听. */
export default defineRule({
  id: 'center-group/observed',
  title: words('中心组学习列席旁听全覆盖', 'Every centre group observed'),
  subject: 'organization',
  who: { kind: ['study-group'] },
  window: { each: 'year' },
  strength: 'local',
  assurance: 'secondary',
  parameters: {
    studies: least(
      words('每年被列席旁听的最少次数', 'least observed studies a year'),
      'session',
      1,
      '列席旁听',
    ),
  },
  citations: [practice('列席旁听')],
  uncoded: [
    words(
      '由谁列席旁听、列席后的点评和反馈不核对；活动表“列席单位”有填写即算。',
      'Who observes and what feedback is given is not checked; any entry in 列席单位 counts.',
    ),
    words(
      '年内成立、撤销的中心组该年度不适用。',
      'A group founded or dissolved within the year is not applicable.',
    ),
  ],
  summary: words(
    '每个中心组每年至少有{studies}次学习有人列席旁听。',
    'At least {studies} study(ies) of each centre group are observed each year.',
  ),
  advice: words(
    '请安排列席旁听；已经列席的，请在活动表“列席单位”补录。',
    'Have a study observed; if it was, fill in 列席单位 of the session.',
  ),
  reads: ['organizations', 'sessions'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const { asOf, dataset, window } = context
  if (!dataset.hasColumn('sessions', 'observers'))
    return unknown('活动表没有“列席单位”。', 'the sessions have no column 列席单位.')
  const studies = sessionsOf(dataset, subject.id).filter(
    (session) =>
      session.kinds.includes('center-group-study') &&
      liesIn(session, window.from, window.to) &&
      isHeldBy(session, asOf, dataset),
  )
  const measured = studies.filter(({ observers }) => observers.length > 0).length
  const required = Number(context.parameter('studies'))
  const message = words(
    `举办学习${studies.length}次，其中有人列席旁听${measured}次，要求${required}次。`,
    `${studies.length} studies were held, ${measured} of them observed, ${required} asked for.`,
  )
  return judgeLeast({ measured, required, unit: 'session', message }, context)
}
