import { defineRule, type Judgement, type RuleContext, type RuleSubject } from '@xueshi/core'
import { judgeLeast, unknown } from '../../../data/judged.ts'
import { isFieldOrInteractive, isHeldBy, liesIn, sessionsOfBranch } from '../../../data/sessions.ts'
import { least } from '../../../parameters.ts'
import { practice } from '../../../source.ts'
import { words } from '../../../wording.ts'
import { markedSessions } from '../../marked-sessions.ts'

/** Teaching on the spot, so that study is more than reading aloud in a meeting room. */
export default defineRule({
  id: 'branch/field-sessions',
  title: words('现场教学次数', 'Field sessions of a branch'),
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { each: 'year' },
  strength: 'local',
  assurance: 'secondary',
  parameters: {
    sessions: least(
      words('每年现场教学、互动教学的最少次数', 'least field or interactive sessions a year'),
      'session',
      1,
    ),
  },
  citations: [practice()],
  uncoded: [
    markedSessions,
    words('现场教学的地点、效果不核对。', 'Where and how well it was taught is not checked.'),
  ],
  summary: words(
    '党支部每年至少组织{sessions}次现场教学或者互动教学。',
    'A branch holds at least {sessions} field or interactive session(s) each year.',
  ),
  advice: words(
    '请到教育阵地组织现场教学；已经组织的，请在活动表“方式”填“现场教学”。',
    'Hold a session at a site; if it was held, set its mode to 现场教学.',
  ),
  reads: ['organizations', 'sessions'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const { asOf, dataset, window } = context
  if (!dataset.hasColumn('sessions', 'mode') && !dataset.hasColumn('sessions', 'topics'))
    return unknown('活动表没有“方式”和“内容分类”。', 'the sessions have neither mode nor topics.')
  const measured = sessionsOfBranch(dataset, subject.id).filter(
    (session) =>
      isFieldOrInteractive(session) &&
      liesIn(session, window.from, window.to) &&
      isHeldBy(session, asOf, dataset),
  ).length
  const required = Number(context.parameter('sessions'))
  const message = words(
    `现场教学、互动教学${measured}次，要求${required}次。`,
    `${measured} field or interactive sessions, ${required} asked for.`,
  )
  return judgeLeast({ measured, required, unit: 'session', message }, context)
}
