import { type Config, type Dataset, parseDate, type Report } from '@xueshi/core'
import type { Duty } from '../duties.ts'
import { isOfOrganization } from '../plan-year.ts'
import { comingSessions } from './coming.ts'
import { Catalogue } from './courses.ts'
import { Desk } from './desk.ts'
import { type Gap, gapsOf, topicGaps } from './gaps.ts'
import { Offers } from './joining.ts'
import { type Lack, MakeUps, needsAudience } from './make-up.ts'
import type { RemedyOptions } from './options.ts'
import { asksOnly } from './persons.ts'
import type { Remedies } from './remedies.ts'
import { remediesOf } from './result.ts'

/**
 * What closes the gaps of a report, at least cost: for every finding that is breached or pending by a requirement
 * that counts sessions, hours or days, and for every topic that is owed besides ("lack what, learn what"
 * 缺什么补什么), the sessions to come to, or the reason why nothing closes it any more.
 *
 * In this order: sessions that are to come and that the person is asked to; those that the person may be added to,
 * by what counts for the rule, by who they are for, free time and places; then new ones, held for all of a branch
 * who lack the same before it is due, taught as a course of the catalogue where one has the topic; study brought home
 * to those of whom a rule or an exemption says so. Nobody is asked to two places at a time. Whose window is over is
 * told to record what happened.
 *
 * Joining costs nothing; a new session costs its credit hours times the persons who come. The search is greedy: it
 * proves no least cost. Of windows that go on after the calendar year of the report this year's part is closed. Facts
 * that the data dates after the report (an admission, say) are not known yet. Deterministic: equal input, options and
 * seed give equal remedies.
 *
 * @param report A check of `dataset` against `config`.
 * @throws XueshiError those of `resolveConfig`.
 * @example
 * ```ts
 * import { buildDataset, check, defineConfig } from '@xueshi/core'
 * import national from '@xueshi/national'
 * import { remedy } from '@xueshi/planner'
 * import { workdayCalendar } from '@xueshi/workdays'
 *
 * const dataset = buildDataset({
 *   organizations: [{ id: 'b1', name: '财政局党支部', kind: '党支部', founded: '2020-01-01' }],
 *   members: ['m1', 'm2', 'm3'].map((id) => ({ id, name: id, status: '正式党员', organization: 'b1' })),
 *   posts: [],
 *   sessions: [],
 *   attendance: [],
 *   export: [{ exportedOn: '2026-06-10', from: '2026-01-01', to: '2026-06-10' }],
 * })
 * const config = defineConfig(national.presets.organ)
 * const report = check(dataset, config, { asOf: '2026-06-10', rules: ['national/branch/theme-day'] })
 * const { gaps, sessions } = remedy(report, dataset, config, { workdays: workdayCalendar() })
 * console.log(gaps.map(({ window, closes }) => `${window.key} ${closes}`).slice(-2)) // [ '2026-05 none', '2026-06 whole' ]
 * console.log(sessions.map(({ kinds }) => kinds.join())) // [ 'theme-day' ]
 * ```
 */
export function remedy(
  report: Report,
  dataset: Dataset,
  config: Config,
  options: RemedyOptions = {},
): Remedies {
  const { asOf } = report
  const desk = new Desk(dataset, config, asOf, options)
  const days = { first: desk.days.first, last: desk.days.to }
  // What is planned may be joined from the day after the report on.
  const found = gapsOf(report, config, { first: parseDate(asOf) + 1, last: days.last })
  const gaps: readonly Gap[] = [...found.gaps, ...topicGaps(options.topicsOwed ?? {}, desk.roster, days)]
  const offers = new Offers(desk, comingSessions(desk, asOf, options.plan ?? null))
  const catalogue = new Catalogue(desk, options.topicsOwed ?? {})
  const makeUps = new MakeUps(desk, offers, catalogue)
  const duties = gaps.flatMap((gap) => gap.duties)
  const isAsked = (duty: Duty) => isOfOrganization(duty) && asksOnly(desk, duty)
  const holdFor = (of: readonly Duty[]) => makeUps.holdFor(lacking(of, (duty) => offers.heldFor(duty).left))
  holdFor(duties.filter((duty) => isOfOrganization(duty) && !isAsked(duty)))
  const ofPersons = duties.filter((duty) => !isOfOrganization(duty))
  const joined = (duty: Duty) => {
    const member = desk.roster.personOf(duty.subject)
    if (member < 0) return duty.missing
    return desk.board.homebound.has(member)
      ? offers.attendedFor(duty, member).left
      : offers.join(duty, member, catalogue.owedBy(member)).left
  }
  makeUps.lectureFor(lacking(ofPersons.filter(needsAudience), joined))
  makeUps.holdForPersons(lacking(ofPersons, joined))
  // Trainings of an organization are for those whom it asks: who lacks something comes first.
  holdFor(duties.filter(isAsked))
  return remediesOf({
    desk,
    offers,
    catalogue,
    makeUps,
    gaps,
    unasked: found.unasked,
    report,
    config,
    options,
  })
}

function lacking(duties: readonly Duty[], left: (duty: Duty) => number): Lack[] {
  return duties.flatMap((duty) => {
    const missing = left(duty)
    return missing > 0 ? [{ duty, missing }] : []
  })
}
