import { defineRule, type Judgement, type RuleContext, type RuleSubject } from '@xueshi/core'
import { judgeLeast } from '../../../data/judged.ts'
import { remembered } from '../../../data/remembered.ts'
import { isOfKind, servicesOf } from '../../../data/services.ts'
import { least } from '../../../parameters.ts'
import { frailMembers, practice } from '../../../source.ts'
import { words } from '../../../wording.ts'

/** 双报到: members report to the community where they live and serve there. */
export default defineRule({
  id: 'service/double-report',
  title: words('在职党员双报到', 'Members serve in their communities'),
  subject: 'member',
  who: { all: [{ status: ['full'] }, { not: { suspended: true } }, { not: { tag: ['retired'] } }] },
  window: { each: 'year' },
  exempt: frailMembers,
  strength: 'local',
  assurance: 'secondary',
  parameters: {
    services: least(words('每年双报到服务的最少次数', 'least such services a year'), 'session', 1, '双报到'),
  },
  citations: [practice('双报到')],
  uncoded: [
    words(
      '只计志愿服务表中类型含“双报到”的；微心愿、我为群众办实事另行统计，不在此列。',
      'Only services whose kind says 双报到 count; 微心愿 and 我为群众办实事 are indicators.',
    ),
    words(
      '离退休党员（标签“离退休”）、年内转正的不适用。',
      'Retired members, and who becomes a full member within the year, are not applicable.',
    ),
  ],
  summary: words(
    '在职正式党员每年至少参加{services}次双报到服务。',
    'Full members in service take part in 双报到 at least {services} time(s) each year.',
  ),
  advice: words(
    '请到社区报到并参加服务；已经参加的，请在志愿服务表补录（类型“双报到”）。',
    'Report to the community and serve; if it was done, add the service 双报到.',
  ),
  reads: ['services'],
  judge,
})

function judge({ id }: RuleSubject, context: RuleContext): Judgement {
  let served = 0
  for (const service of servicesOf(id, context)) if (isOfKind(service, '双报到')) served++
  // Many have served as often as others: they are told the same.
  return remembered(context, served, () => judgeNumber(served, context))
}

function judgeNumber(measured: number, context: RuleContext): Judgement {
  const required = Number(context.parameter('services'))
  const message = words(
    `双报到服务${measured}次，要求${required}次。`,
    `${measured} services 双报到, ${required} asked for.`,
  )
  return judgeLeast({ measured, required, unit: 'session', message }, context)
}
