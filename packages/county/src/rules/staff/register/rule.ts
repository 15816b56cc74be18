import { defineRule, type Judgement, type RuleContext, type RuleSubject } from '@xueshi/core'
import { staffOf } from '../../../data/staff.ts'
import { least } from '../../../parameters.ts'
import { practice } from '../../../source.ts'
import { words } from '../../../wording.ts'

/** 专职备案: each organ committee has named staff for Party affairs. */
export default defineRule({
  id: 'staff/register',
  title: words('专职党务干部备案', 'Register of Party-affairs staff'),
  subject: 'organization',
  who: { kind: ['organ-committee'] },
  window: { anyDay: true },
  strength: 'local',
  assurance: 'secondary',
  parameters: {
    staff: least(words('党务干部的最少人数', 'least number of Party-affairs staff'), 'person', 1, '专职备案'),
    fullTime: least(words('其中专职的最少人数', 'of them full-time at least'), 'person', 1, '专职备案'),
  },
  citations: [practice('专职备案')],
  uncoded: [
    words(
      '只看任职表中在本机关党委任“党务干部”的；兼任的书记、委员不计。',
      'Only posts 党务干部 in the organ committee itself count, not secretaries and members who do the work besides.',
    ),
    words(
      '任职表没有填“专职”的，人数够也只能是无法判断。',
      'Where the posts do not say who is full-time, it cannot be told.',
    ),
  ],
  summary: words(
    '每个机关党委至少配备{staff}名党务干部，其中专职至少{fullTime}名。',
    'Each organ committee has at least {staff} Party-affairs staff, {fullTime} of them full-time.',
  ),
  advice: words(
    '请配备党务干部并备案；已经配备的，请在任职表登记（职务“党务干部”，专职填“是”）。',
    'Appoint the staff; where they are appointed, record the post 党务干部 with 专职.',
  ),
  reads: ['organizations', 'members', 'posts'],
  judge,
})

function judge({ id }: RuleSubject, context: RuleContext): Judgement {
  const { asOf, dataset } = context
  const staff = staffOf(dataset, id, asOf)
  const fullTime = new Set(staff.filter((post) => post.fullTime).map(({ member }) => member)).size
  const measured = new Set(staff.map(({ member }) => member)).size
  const required = Number(context.parameter('staff'))
  const asked = Number(context.parameter('fullTime'))
  const message = words(
    `党务干部${measured}人（专职${fullTime}人），要求${required}人（专职${asked}人）。`,
    `${measured} Party-affairs staff (${fullTime} full-time), ${required} (${asked}) asked for.`,
  )
  const found = { measured, required, unit: 'person', message } as const
  if (measured < required) return { verdict: 'breached', ...found }
  if (fullTime >= asked) return { verdict: 'met', ...found }
  if (dataset.hasColumn('posts', 'fullTime')) return { verdict: 'breached', ...found }
  return {
    verdict: 'unknown',
    ...found,
    message: words(
      `党务干部${measured}人；任职表没有“专职”，无法判断。`,
      `${measured} Party-affairs staff; the posts do not say who is full-time.`,
    ),
  }
}
