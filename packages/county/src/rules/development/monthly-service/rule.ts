import { defineRule, type Judgement, type RuleContext, type RuleSubject } from '@xueshi/core'
import { judgeLeast } from '../../../data/judged.ts'
import { remembered } from '../../../data/remembered.ts'
import { servicesOf } from '../../../data/services.ts'
import { least } from '../../../parameters.ts'
import { practice } from '../../../source.ts'
import { words } from '../../../wording.ts'

/** Activists, candidates and probationary members serve as volunteers each month; it counts in their assessment. */
export default defineRule({
  id: 'development/monthly-service',
  title: words('发展对象志愿服务', 'Monthly service of those on the way into the Party'),
  subject: 'member',
  who: { status: ['activist', 'candidate', 'probationary'] },
  window: { each: 'month' },
  strength: 'local',
  assurance: 'secondary',
  parameters: {
    services: least(words('每月志愿服务的最少次数', 'least services a month'), 'session', 1),
  },
  citations: [practice()],
  uncoded: [
    words(
      '每月的主题、服务时长不核对（主题另有规则）。',
      'Hours are not checked; the theme of the month has its own rule.',
    ),
    words(
      '月内才列为入党积极分子的，当月不适用。',
      'Who becomes an activist within a month owes nothing in it.',
    ),
    words(
      '服务如何计入考察，由党组织决定。',
      'How service counts in the assessment is for the organization.',
    ),
  ],
  summary: words(
    '入党积极分子、发展对象、预备党员每月至少参加{services}次志愿服务。',
    'Activists, candidates and probationary members serve as volunteers at least {services} time(s) each month.',
  ),
  advice: words(
    '请组织参加志愿服务；已经参加的，请在志愿服务表补录。',
    'Serve; if it was done, add the service.',
  ),
  reads: ['services'],
  judge,
})

function judge({ id }: RuleSubject, context: RuleContext): Judgement {
  const { length } = servicesOf(id, context)
  // Many have served as often as others: they are told the same.
  return remembered(context, length, () => judgeNumber(length, context))
}

function judgeNumber(measured: number, context: RuleContext): Judgement {
  const required = Number(context.parameter('services'))
  const message = words(
    `志愿服务${measured}次，要求${required}次。`,
    `${measured} services, ${required} asked for.`,
  )
  return judgeLeast({ measured, required, unit: 'session', message }, context)
}
