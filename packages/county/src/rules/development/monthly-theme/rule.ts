import { defineRule, type Judgement, type RuleContext, type RuleSubject, type Service } from '@xueshi/core'
import { judgeLeast } from '../../../data/judged.ts'
import { groupedBy, remembered } from '../../../data/remembered.ts'
import { isUnder } from '../../../data/tree.ts'
import { least } from '../../../parameters.ts'
import { practice } from '../../../source.ts'
import { words } from '../../../wording.ts'

/** The volunteer team has a theme each month. */
export default defineRule({
  id: 'development/monthly-theme',
  title: words('志愿服务每月一主题', 'A theme of service each month'),
  subject: 'organization',
  who: { kind: ['working-committee'] },
  window: { each: 'month' },
  strength: 'local',
  assurance: 'secondary',
  parameters: { themes: least(words('每月最少主题', 'least themes a month'), 'session', 1) },
  citations: [practice()],
  uncoded: [
    words(
      '按志愿服务表核对：服务的组织（没有填的按本人所在支部）属于机关工委、填了“主题”的即算；主题的内容不核对。',
      'By services with a theme whose organization, else the branch of the person, lies under the working committee; what the theme is, is not checked.',
    ),
  ],
  summary: words(
    '机关工委的志愿服务队伍每月至少有{themes}个服务主题。',
    'The volunteers of the working committee have at least {themes} theme(s) each month.',
  ),
  advice: words(
    '请确定本月主题并组织服务；已经开展的，请在志愿服务表填写“主题”。',
    'Set the theme and serve; if it was done, fill in 主题 of the services.',
  ),
  reads: ['organizations', 'members', 'services'],
  judge,
})

function judge({ id }: RuleSubject, context: RuleContext): Judgement {
  const { asOf, dataset, window } = context
  const themes = new Set<string>()
  for (const service of themedIn(window.key.slice(0, 7), context)) {
    if (service.date > asOf) continue
    const organization = service.organization ?? dataset.placeOn(service.member, service.date).branch
    if (organization !== null && isUnder(dataset, organization, id)) themes.add(service.theme!)
  }
  const required = Number(context.parameter('themes'))
  const message = words(
    `服务主题${themes.size}个，要求${required}个。`,
    `${themes.size} themes of service, ${required} asked for.`,
  )
  return judgeLeast({ measured: themes.size, required, unit: 'session', message }, context)
}

function themedIn(month: string, { dataset }: RuleContext): readonly Service[] {
  const { services } = dataset
  const index = remembered(services, 'themed by month', () =>
    groupedBy(
      services.filter(({ theme }) => theme !== null && theme.trim() !== ''),
      ({ date }) => [date.slice(0, 7)],
    ),
  )
  return index.get(month) ?? []
}
