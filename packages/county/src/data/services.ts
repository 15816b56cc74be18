import type { CivilDate, Dataset, RuleContext, Service } from '@xueshi/core'
import { groupedBy, remembered } from './remembered.ts'

/** Services of a member in a window, up to the day of the check. */
export function servicesOf(member: string, context: RuleContext): readonly Service[] {
  const { asOf, dataset, window } = context
  const last = window.to === null || asOf < window.to ? asOf : window.to
  const services = remembered(context, 'services', () => byMember(dataset, window.from, last))
  return services.get(member) ?? NONE
}

const NONE: readonly Service[] = []

/** By member: rules ask for each of them. */
function byMember(
  { services }: Dataset,
  from: CivilDate,
  to: CivilDate,
): ReadonlyMap<string, readonly Service[]> {
  return remembered(services, `by member ${from}..${to}`, () => {
    const byMonth = remembered(services, 'by month', () => groupedBy(services, ({ date }) => [monthOf(date)]))
    const between = [...byMonth]
      .filter(([month]) => month >= monthOf(from) && month <= monthOf(to))
      .flatMap(([, ofMonth]) => ofMonth.filter(({ date }) => date >= from && date <= to))
    return groupedBy(between, ({ member }) => [member])
  })
}

function monthOf(date: CivilDate): string {
  return date.slice(0, 7)
}

/** Whether a service is of a kind, by its word: 双报到, 微心愿, 我为群众办实事. */
export function isOfKind({ kind }: Service, word: string): boolean {
  return kind?.includes(word) === true
}

/** Services of a dataset in a span of days. */
export function servicesBetween(dataset: Dataset, from: string, to: string): readonly Service[] {
  return dataset.services.filter(({ date }) => date >= from && date <= to)
}
