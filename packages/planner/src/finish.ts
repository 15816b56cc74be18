import { civilOf, formatDate, formatInstant, type LocalizedText, SESSION_KINDS, termName } from '@xueshi/core'
import type { Draft } from './draft.ts'
import type { PlanOptions } from './options.ts'
import { byStart, byText } from './order.ts'
import type { Plan, PlannedSession, UnmetDuty } from './plan.ts'
import type { Workshop } from './plan-year.ts'
import { lot } from './seed.ts'
import { fixedDay, moveNote } from './theme-days.ts'

/** The plan of a year from the sessions that have a place. */
export function finished(shop: Workshop, options: PlanOptions, unmet: readonly UnmetDuty[]): Plan {
  const { agenda, days, year } = shop
  const ids = new Map<readonly number[], readonly string[]>()
  const sessions = agenda.drafts
    .filter((draft) => draft.place !== null && draft.attendees.length > 0)
    .map((draft) => sessionOf(shop, draft, ids))
  sessions.sort(byStart)
  return {
    version: 1,
    year: options.year,
    calendar: { name: options.workdays.name, status: days.status },
    seed: agenda.seed,
    sessions,
    unmet: [...unmet].sort((a, b) => byText(key(a), key(b))),
    unasked: year.unasked,
    asked: year.asked,
  }
}

function sessionOf(
  shop: Workshop,
  draft: Draft,
  ids: Map<readonly number[], readonly string[]>,
): PlannedSession {
  const { agenda, board, days, dataset } = shop
  const { columns } = agenda.roster
  const place = draft.place!
  const [first] = place.days
  const last = place.days.at(-1)!
  return {
    id: draft.id,
    organization: columns.orgId[draft.host]!,
    coHosts: [],
    kinds: draft.kinds,
    title: titleOf(draft),
    start: formatInstant(first! * 1440 + place.stretch.from),
    end: formatInstant(last * 1440 + place.stretch.to),
    date: formatDate(first!),
    lastDay: formatDate(last),
    hours: agenda.hours(draft) / 100,
    mode: draft.mode,
    topics: draft.topics,
    lecturers: lecturersOf(shop, draft),
    venue: place.venue < 0 ? null : board.halls.all[place.venue]!.id,
    observers: draft.observers.map((org) => columns.orgId[org]!),
    attendees: attendeesOf(draft, columns.memberId, ids),
    serves: draft.serves,
    notes: movedFrom(shop, draft),
    status: 'planned',
    provisional: days.status !== 'published',
  }
  function movedFrom(all: Workshop, one: Draft): LocalizedText[] {
    if (one.wanted === null) return []
    const fixed = fixedDay(all.agenda, dataset, one)
    return fixed === null || fixed === first ? [] : [moveNote(fixed, first!, days)]
  }
}

function titleOf({ kinds, place }: Draft): string {
  const { month } = civilOf(place!.days[0]!)
  return `${month}月${kinds.map((kind) => termName(SESSION_KINDS, kind, 'zh-CN')).join('暨')}`
}

/** Lists that sessions share are written once. */
function attendeesOf(
  { attendees }: Draft,
  memberId: readonly string[],
  ids: Map<readonly number[], readonly string[]>,
): readonly string[] {
  let known = ids.get(attendees)
  if (known === undefined) {
    known = attendees.map((member) => memberId[member]!).sort(byText)
    ids.set(attendees, known)
  }
  return known
}

function lecturersOf({ agenda, board }: Workshop, draft: Draft): string[] {
  const { memberId } = agenda.roster.columns
  const members = draft.lecturers.map((member) => memberId[member]!)
  if (draft.registered >= 0) return [...members, board.lectern.speakers[draft.registered]!.id]
  if (members.length > 0 || !draft.kinds.includes('party-lecture')) return members
  // No lecturer of the register was free: one of those who come lectures.
  return [memberId[draft.attendees[lot(agenda.seed, draft.id) % draft.attendees.length]!]!]
}

function key({ rule, subject, window }: UnmetDuty): string {
  return `${rule} ${subject.id} ${window.key}`
}
