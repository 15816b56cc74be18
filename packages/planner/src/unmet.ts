import { type EpochDay, formatDate, formatInstant, type LocalizedText } from '@xueshi/core'
import { audienceOn } from './audience.ts'
import type { Draft } from './draft.ts'
import { countsSession } from './draft.ts'
import type { Duty } from './duties.ts'
import { stretchesOf } from './grid.ts'
import type { Constraint, FreeTime, UnmetDuty } from './plan.ts'
import type { Workshop } from './plan-year.ts'
import { opponentsAt } from './repair.ts'

const MOST_ALTERNATIVES = 3

/** What is still lacking, with what forbids it and where it would be free. */
export function unmetDuties(
  shop: Workshop,
  lacking: readonly { readonly duty: Duty; readonly missing: number }[],
): UnmetDuty[] {
  return lacking.map(({ duty, missing }) => {
    const draft = failed(shop, duty)
    const { roster } = shop.agenda
    return {
      rule: duty.rule.id,
      subject: duty.subject,
      organization: draft === null ? duty.organization : roster.columns.orgId[draft.host]!,
      window: {
        key: duty.window.key,
        from: formatDate(duty.window.from),
        to: formatDate(duty.window.to),
      },
      missing: duty.measure === 'hours' ? missing / 100 : missing,
      unit: duty.unit,
      constraint: draft === null ? nobody(duty) : constraintOf(shop, draft),
      alternatives: draft === null ? [] : alternativesOf(shop, draft),
    }
  })
}

/** The session that was to serve a duty and found no time. */
function failed({ agenda }: Workshop, duty: Duty): Draft | null {
  const hours = duty.measure === 'hours'
  const member = agenda.roster.personOf(duty.subject)
  const host = duty.subject.kind === 'organization' ? agenda.roster.organization(duty.subject.id) : -1
  return (
    agenda.drafts.find(
      (draft) =>
        draft.place === null &&
        draft.from >= duty.window.from &&
        draft.to <= duty.window.to &&
        (draft.host === host || draft.needed.has(member)) &&
        countsSession(duty.count, draft, hours),
    ) ?? null
  )
}

function nobody({ count }: Duty): Constraint {
  const kinds = count.kinds?.join('、') ?? ''
  return {
    kind: 'nobody',
    id: null,
    session: null,
    message: {
      'zh-CN': `没有能承办的组织或能参加的人员${kinds === '' ? '' : `（${kinds}）`}`,
      en: `there is no organization to hold it, or nobody to come${kinds === '' ? '' : ` (${kinds})`}`,
    },
  }
}

/** Why a session found no time: nobody, no working day, too few places, shut or taken venues, or persons elsewhere. */
export function constraintOf(
  { board, agenda, dataset }: Pick<Workshop, 'board' | 'agenda' | 'dataset'>,
  draft: Draft,
): Constraint {
  const { roster } = agenda
  const own = board.days.workdays.filter((day) => draft.from <= day && day <= draft.to)
  if (draft.to < board.days.first)
    return only('past', {
      'zh-CN': `${span(draft)}已经过去，数据中没有足够的记录`,
      en: `${span(draft)} is over, and the data does not hold enough of it`,
    })
  const [day] = own
  if (day === undefined || own.length < draft.days)
    return only('workdays', {
      'zh-CN': `${span(draft)}内只有${own.length}个工作日，需要连续${draft.days}个`,
      en: `${span(draft)} has ${own.length} working days; ${draft.days} in a row are needed`,
    })
  const persons =
    own.map((at) => audienceOn(roster, draft, at, board.homebound)).find(({ length }) => length > 0) ?? []
  if (persons.length === 0)
    return only('nobody', {
      'zh-CN': `${dataset.organizations[draft.host]!.name}没有应参加的人员`,
      en: `${dataset.organizations[draft.host]!.name} has nobody who would come`,
    })
  const venue = venueConstraint(board, draft, own, persons.length, roster.path(draft.host))
  if (venue !== null) return venue
  for (const at of own)
    for (const stretch of stretchesOf(draft.minutes)) {
      const [opponent] = opponentsAt(board, draft, { days: [at], stretch, venue: -1 })
      if (opponent === undefined) continue
      const person = [...draft.needed].find((member) => opponent.attendees.includes(member))
      const host = dataset.organizations[opponent.host]!.name
      return {
        kind: 'person',
        id: person === undefined ? null : roster.columns.memberId[person]!,
        session: opponent.id,
        message: {
          'zh-CN': `${formatDate(at)}必须到会的人员已参加${host}的活动（${opponent.id}），${span(draft)}内没有共同空闲的时间`,
          en: `on ${formatDate(at)} somebody who must come is at a session of ${host} (${opponent.id}); there is no common free time in ${span(draft)}`,
        },
      }
    }
  return only('person', {
    'zh-CN': `${span(draft)}内没有半数以上人员都空闲的时间`,
    en: `in ${span(draft)} there is no time at which half of the persons are free`,
  })
}

/** Demand against the half-days that the venues have; `null` where they are not what forbids it. */
function venueConstraint(
  { halls, venues, days }: Workshop['board'],
  draft: Draft,
  own: readonly EpochDay[],
  persons: number,
  path: readonly number[],
): Constraint | null {
  if (!draft.needsVenue || halls.of(path, draft.minutes).length === 0) return null
  const largest = halls.largestOf(path, draft.minutes)
  if (largest < persons)
    return only('capacity', {
      'zh-CN': `需要容纳${persons}人，可用场所最多容纳${largest}人`,
      en: `${persons} places are needed; the largest venue has ${largest}`,
    })
  let open = 0
  let free = 0
  for (const venue of halls.of(path, draft.minutes)) {
    if (halls.all[venue]!.capacity < persons) continue
    for (const day of own)
      for (const stretch of stretchesOf(draft.minutes)) {
        if (!days.isWorkday(day) || !halls.isOpen(venue, day, stretch)) continue
        open++
        if ((venues.on(venue, day) & stretch.bits) === 0) free++
      }
  }
  if (open === 0)
    return only('opening', {
      'zh-CN': `${span(draft)}内能容纳${persons}人的场所都不开放`,
      en: `in ${span(draft)} no venue for ${persons} persons is open`,
    })
  if (free > 0) return null
  return only('venue', {
    'zh-CN': `${span(draft)}内能容纳${persons}人的场所共有${open}个时段，均已占用`,
    en: `in ${span(draft)} the venues for ${persons} persons have ${open} times, all taken`,
  })
}

function only(kind: Constraint['kind'], message: LocalizedText): Constraint {
  return { kind, id: null, session: null, message }
}

function span({ from, to }: { readonly from: EpochDay; readonly to: EpochDay }): string {
  return `${formatDate(from)}..${formatDate(to)}`
}

/** Free times nearest to the window, outside of it. */
function alternativesOf({ board }: Workshop, draft: Draft): FreeTime[] {
  const found: FreeTime[] = []
  let after = draft.to + 1
  let before = draft.from - 1
  while (found.length < MOST_ALTERNATIVES && (after <= board.days.to || before >= board.days.from)) {
    const later = after <= board.days.to ? board.search(draft, after, board.days.to, after) : null
    const sooner = before >= board.days.from ? board.search(draft, board.days.from, before, before) : null
    const next =
      later !== null && (sooner === null || later.days[0]! - draft.to <= draft.from - sooner.days.at(-1)!)
        ? later
        : sooner
    if (next === null) break
    const { days, stretch, venue } = next
    found.push({
      start: formatInstant(days[0]! * 1440 + stretch.from),
      end: formatInstant(days.at(-1)! * 1440 + stretch.to),
      venue: venue < 0 ? null : board.halls.all[venue]!.id,
    })
    if (next === later) after = days.at(-1)! + 1
    else before = days[0]! - 1
  }
  return found
}
