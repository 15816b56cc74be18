import { defineRule, type Judgement, type RuleContext, type RuleSubject } from '@xueshi/core'
import { notOwed, shortOf, unknown } from '../../../data/judged.ts'
import { isFieldOrInteractive, isHeldBy, liesIn, sessionsOfBranch } from '../../../data/sessions.ts'
import { least } from '../../../parameters.ts'
import { practice } from '../../../source.ts'
import { words } from '../../../wording.ts'
import { markedSessions } from '../../marked-sessions.ts'

/** The share of theme days that are more than sitting in a room. */
export default defineRule({
  id: 'branch/field-share',
  title: words('主题党日现场教学占比', 'Share of field sessions among theme days'),
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { each: 'year' },
  strength: 'local',
  assurance: 'secondary',
  parameters: {
    share: least(
      words('现场教学、互动教学的最低占比', 'least share of field or interactive ones'),
      'percent',
      25,
    ),
  },
  citations: [practice()],
  uncoded: [
    markedSessions,
    words(
      '占比按已举办的主题党日计，年中只作提示，年底才下结论。',
      'The share is of the theme days held; before the end of the year it is only pending.',
    ),
  ],
  summary: words(
    '党支部全年主题党日中，现场教学、互动教学不少于{share}%。',
    'Of the theme days of a branch at least {share} percent are field or interactive ones each year.',
  ),
  advice: words(
    '请把后面的主题党日安排到教育阵地；已经现场开展的，请在活动表“方式”填“现场教学”。',
    'Hold the next theme days at sites; where they were, set the mode to 现场教学.',
  ),
  reads: ['organizations', 'sessions'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const { asOf, dataset, window } = context
  if (!dataset.hasColumn('sessions', 'mode') && !dataset.hasColumn('sessions', 'topics'))
    return unknown('活动表没有“方式”和“内容分类”。', 'the sessions have neither mode nor topics.')
  const days = sessionsOfBranch(dataset, subject.id, 'theme-day').filter(
    (session) => liesIn(session, window.from, window.to) && isHeldBy(session, asOf, dataset),
  )
  const to = window.to!
  const isOpen = asOf < to
  if (days.length === 0 && !isOpen) return notOwed('没有举办主题党日。', 'No theme day was held.')
  const field = days.filter(isFieldOrInteractive).length
  const measured = days.length === 0 ? 0 : Math.round((field * 1000) / days.length) / 10
  const required = Number(context.parameter('share'))
  const message = words(
    `主题党日${days.length}次，其中现场教学、互动教学${field}次，占${measured}%，要求${required}%。`,
    `${field} of ${days.length} theme days are field or interactive ones: ${measured} percent of ${required} asked for.`,
  )
  const found = { measured, required, unit: 'percent', message } as const
  if (isOpen) return { verdict: 'pending', ...found, due: to }
  if (field * 100 >= required * days.length) return { verdict: 'met', ...found }
  return shortOf(found, context, window.from, to)
}
