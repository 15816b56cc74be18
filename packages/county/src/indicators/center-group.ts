import { addDuration, formatDate, type Indicator, type IndicatorContext, parseDate } from '@xueshi/core'
import { groupedBy, remembered } from '../data/remembered.ts'
import { existsOn, organizationsOf } from '../data/tree.ts'
import { words } from '../wording.ts'
import { count, share, UNIT } from './figures.ts'
import { heldBy, heldIn } from './held.ts'
import { sessionsHeld } from './sessions.ts'

const studies = (organization: string, context: IndicatorContext) =>
  heldBy(organization, context).filter(({ kinds }) => kinds.includes('center-group-study'))

/**
 * The share of studies of centre groups that were reported in time; those whose time is not over count once
 * they are reported.
 *
 * @param within Time for the report after the last day of the study; the indicator of the plugin says `P7D`.
 */
export function reportsInTime(within: string): Indicator {
  return share({
    id: 'center-group/reports-in-time',
    title: words('中心组学习按期报送率', 'studies reported in time'),
    summary: words(
      `中心组学习后按期（${within}）报送的比例；期限未满而没有报送的不计`,
      `studies reported within ${within}; those not reported whose time is not over do not count`,
    ),
    reads: ['sessions'],
    over: 'organizations',
    of: (organization, context) => {
      let inTime = 0
      let all = 0
      for (const { lastDay, reportedOn } of studies(organization, context)) {
        const due = formatDate(addDuration(parseDate(lastDay), within))
        const isReported = reportedOn !== null && reportedOn <= context.to
        if (!isReported && due > context.to) continue
        all++
        if (isReported && reportedOn <= due) inTime++
      }
      return [inTime, all]
    },
  })
}

/** Centre groups: studies, observers, reports. */
export const centerGroups: readonly Indicator[] = [
  sessionsHeld('center-group/studies', words('中心组学习', 'studies of centre groups'), ({ kinds }) =>
    kinds.includes('center-group-study'),
  ),
  sessionsHeld(
    'center-group/observed-studies',
    words('有人列席旁听的中心组学习', 'observed studies of centre groups'),
    ({ kinds, observers }) => kinds.includes('center-group-study') && observers.length > 0,
  ),
  share({
    id: 'center-group/observed',
    title: words('被列席旁听的中心组占比', 'centre groups observed'),
    summary: words(
      '期末存在的中心组中，期内至少一次学习有人列席旁听的比例',
      'centre groups of the last day of which at least one study of the period was observed',
    ),
    reads: ['organizations', 'sessions'],
    over: 'organizations',
    of: (organization, context) => {
      const group = organizationsOf(context.dataset).get(organization)!
      if (group.kind !== 'study-group' || !existsOn(group, context.to)) return [0, 0]
      return [studies(organization, context).some(({ observers }) => observers.length > 0) ? 1 : 0, 1]
    },
  }),
  count({
    id: 'center-group/sittings',
    title: words('列席旁听次数', 'sittings as observer'),
    summary: words(
      '本组织列席旁听中心组学习的次数',
      'studies of centre groups at which the organization observed',
    ),
    unit: UNIT.sessions,
    reads: ['sessions'],
    over: 'organizations',
    of: (organization, context) => {
      const held = heldIn(context)
      const index = remembered(held, 'by observer', () =>
        groupedBy(
          held.filter(({ kinds }) => kinds.includes('center-group-study')),
          ({ observers }) => observers,
        ),
      )
      return index.get(organization)?.length ?? 0
    },
  }),
  reportsInTime('P7D'),
]
