import type { Dataset, RuleContext, Service } from '@xueshi/core'
import { groupedBy, remembered } from './remembered.ts'

/** Services of a member in a window, up to the day of the check. */
export function servicesOf(member: string, { asOf, dataset, window }: RuleContext): readonly Service[] {
  const { services } = dataset
  const index = remembered(services, 'by member', () => groupedBy(services, (service) => [service.member]))
  const { from, to } = window
  return (index.get(member) ?? []).filter(
    ({ date }) => date >= from && (to === null || date <= to) && date <= asOf,
  )
}

/** Whether a service is of a kind, by its word: 双报到, 微心愿, 我为群众办实事. */
export function isOfKind({ kind }: Service, word: string): boolean {
  return kind?.includes(word) === true
}

/** Services of a dataset in a span of days. */
export function servicesBetween(dataset: Dataset, from: string, to: string): readonly Service[] {
  return dataset.services.filter(({ date }) => date >= from && date <= to)
}
