import type { Indicator, IndicatorContext, Service } from '@xueshi/core'
import { groupedBy, remembered } from '../data/remembered.ts'
import { isOfKind, servicesBetween } from '../data/services.ts'
import { words } from '../wording.ts'
import { count, UNIT } from './figures.ts'
import { homeOf } from './held.ts'

function inPeriod({ dataset, from, to }: IndicatorContext): readonly Service[] {
  return remembered(dataset.services, `${from}..${to}`, () => servicesBetween(dataset, from, to))
}

function servicesAt(organization: string, context: IndicatorContext): readonly Service[] {
  const services = inPeriod(context)
  const index = remembered(services, 'by branch', () =>
    groupedBy(services, ({ date, member }) => {
      const home = homeOf(context.dataset, null, member, date)
      return home === null ? [] : [home]
    }),
  )
  return index.get(organization) ?? []
}

const services = (id: string, zh: string, en: string, word: string | null) =>
  count({
    id: `services/${id}`,
    title: words(zh, en),
    summary: words(
      `志愿服务表的条数${word === null ? '' : `，类型含“${word}”`}，按服务时本人所在支部计`,
      `services${word === null ? '' : ` whose kind says ${word}`}, by the branch of the person on the day`,
    ),
    unit: UNIT.personTimes,
    reads: ['organizations', 'members', 'services'],
    over: 'organizations',
    of: (organization, context) =>
      servicesAt(organization, context).filter((service) => word === null || isOfKind(service, word)).length,
  })

/** Voluntary service. */
export const volunteering: readonly Indicator[] = [
  count({
    id: 'services/volunteers',
    title: words('参加志愿服务人数', 'volunteers'),
    summary: words(
      '期末在册人员中，期内参加过志愿服务的人数',
      'persons of the last day who served in the period',
    ),
    unit: UNIT.persons,
    reads: ['services'],
    over: 'members',
    of: (member, context) => {
      const list = inPeriod(context)
      const served = remembered(list, 'persons', () => new Set(list.map((service) => service.member)))
      return served.has(member) ? 1 : 0
    },
  }),
  services('all', '志愿服务人次', 'services', null),
  services('double-report', '双报到', '双报到', '双报到'),
  services('small-wishes', '微心愿', '微心愿', '微心愿'),
  services('practical-matters', '我为群众办实事', '我为群众办实事', '办实事'),
]
