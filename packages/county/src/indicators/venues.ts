import type { Indicator, IndicatorContext, Session, Venue } from '@xueshi/core'
import { groupedBy, remembered } from '../data/remembered.ts'
import { words } from '../wording.ts'
import { count, UNIT } from './figures.ts'
import { heldIn, homeOf } from './held.ts'

function venuesOf(organization: string, { dataset, to }: IndicatorContext): readonly Venue[] {
  const { venues } = dataset
  const index = remembered(venues, 'by owner', () =>
    groupedBy(venues, (venue) => {
      const home = homeOf(dataset, venue.organization, null, to)
      return home === null ? [] : [home]
    }),
  )
  return index.get(organization) ?? []
}

/** Sessions of the period in a venue, which they name by id or name. */
function usesOf({ id, name }: Venue, context: IndicatorContext): readonly Session[] {
  const held = heldIn(context)
  const index = remembered(held, 'by venue', () =>
    groupedBy(held, ({ venue }) => (venue === null ? [] : [venue])),
  )
  return [...new Set([...(index.get(id) ?? []), ...(index.get(name) ?? [])])]
}

const venues = (
  id: string,
  zh: string,
  en: string,
  unit: keyof typeof UNIT,
  of: (venue: Venue, context: IndicatorContext) => number,
) =>
  count({
    id: `venues/${id}`,
    title: words(zh, en),
    summary: words(
      `${zh}，按阵地所属组织计；活动“地点”写明阵地名称或者编号的算使用`,
      `${en}, by owner; a session that names the venue or its id in 地点 uses it`,
    ),
    unit: UNIT[unit],
    reads: ['organizations', 'members', 'venues', 'sessions'],
    over: 'organizations',
    of: (organization, context) =>
      venuesOf(organization, context).reduce((sum, venue) => sum + of(venue, context), 0),
  })

/** Places of education. */
export const places: readonly Indicator[] = [
  venues('shared', '向外单位开放的阵地', 'venues open to others', 'items', ({ shared }) => (shared ? 1 : 0)),
  venues('used', '期内使用过的阵地', 'venues used', 'items', (venue, context) =>
    usesOf(venue, context).length > 0 ? 1 : 0,
  ),
  venues('unused', '期内没有使用的阵地', 'venues not used', 'items', (venue, context) =>
    usesOf(venue, context).length > 0 ? 0 : 1,
  ),
  venues(
    'uses',
    '阵地使用次数',
    'uses of venues',
    'sessions',
    (venue, context) => usesOf(venue, context).length,
  ),
]
