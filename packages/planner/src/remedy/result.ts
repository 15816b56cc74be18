import {
  type Config,
  type EpochDay,
  formatDate,
  formatInstant,
  parseDate,
  type Report,
  resolveConfig,
} from '@xueshi/core'
import type { Draft } from '../draft.ts'
import type { UnaskedRule } from '../plan.ts'
import type { Offer } from './coming.ts'
import type { Catalogue } from './courses.ts'
import type { Desk } from './desk.ts'
import { capacityAt, type Gain } from './gain.ts'
import type { Gap } from './gaps.ts'
import type { Offers } from './joining.ts'
import type { MakeUps } from './make-up.ts'
import type { RemedyOptions } from './options.ts'
import type { GapRemedy, MakeUpSession, Remedies, RemedyStep } from './remedies.ts'
import { byMember, byOrganization } from './views.ts'
import { gapText, reasonOf, sessionWords, TOPIC_OWED } from './words.ts'

/** Everything that was found out about the gaps. */
interface Found {
  readonly desk: Desk
  readonly offers: Offers
  readonly catalogue: Catalogue
  readonly makeUps: MakeUps
  readonly gaps: readonly Gap[]
  readonly unasked: readonly UnaskedRule[]
  readonly report: Report
  readonly config: Config
  readonly options: RemedyOptions
}

/** The remedies from the sessions that have a place. */
export function remediesOf(found: Found): Remedies {
  const { desk, report, config, options, unasked } = found
  const titles = new Map(resolveConfig(config).rules.map(({ id, rule }) => [id, rule.title]))
  const gaps = found.gaps.map((gap) => gapRemedy(found, gap, titles))
  const used = new Set(
    gaps.flatMap(({ steps }) => steps.flatMap((step) => (step.step === 'record' ? [] : [step.session]))),
  )
  const sessions = found.makeUps.placed
    .filter(({ draft }) => used.has(draft.id))
    .map(({ draft, hours }) => makeUpSession(found, draft, hours))
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1))
  return {
    version: 1,
    asOf: report.asOf,
    calendar:
      options.workdays === undefined ? null : { name: options.workdays.name, status: desk.days.status },
    gaps,
    sessions,
    byOrganization: byOrganization(gaps, sessions),
    byMember: byMember(gaps, (id) => branchOf(desk, id, parseDate(report.asOf))),
    unasked: [...unasked].sort((a, b) => (a.rule < b.rule ? -1 : 1)),
    cost: {
      newSessions: sessions.length,
      personHours: rounded(sessions.reduce((sum, { hours, persons }) => sum + hours * persons.length, 0)),
    },
  }
}

function gapRemedy(
  found: Found,
  gap: Gap,
  titles: ReadonlyMap<string, { 'zh-CN': string; en: string }>,
): GapRemedy {
  const { desk, offers, makeUps } = found
  const member = desk.roster.personOf(gap.of.subject)
  const gains = gap.duties.map((duty) => gainOf(offers, duty, member))
  const open = gap.duties.find((_, i) => gains[i]!.left > 0)
  const counted = [...new Set(gains.flatMap((gain) => gain.counted))]
  const isWhole = gap.duties.length > 0 && open === undefined && gap.fault === null
  const closes = isWhole ? 'whole' : counted.length > 0 ? 'part' : 'none'
  const steps =
    gap.fault === 'window-over' ? [recordStep(gap)] : counted.map((offer) => stepOf(found, offer, member))
  const news = counted.filter(({ isNew }) => isNew)
  const cost = news.reduce(
    (sum, { draft }) => sum + (desk.stated.get(draft) ?? 0) * (member < 0 ? draft.attendees.length : 1),
    0,
  )
  const constraint = open === undefined ? undefined : makeUps.constraints.get(open)
  const reason = isWhole ? null : reasonOf(gap, constraint)
  const title = gap.of.rule === null ? TOPIC_OWED : (titles.get(gap.of.rule) ?? TOPIC_OWED)
  const remedy = {
    ...gap.of,
    title,
    topics: gap.topics,
    due: gap.due,
    closes,
    steps,
    reason,
    cost: { newSessions: news.length, personHours: rounded(cost / 100) },
  } as const
  const words = counted.map((offer) =>
    sessionWords(offer, {
      invited: offers.isInvited(offer, member),
      course: found.catalogue.courseOf(offer.draft.id),
      host: desk.dataset.organizations[offer.draft.host]!.name,
      isOfOrganization: member < 0,
      capacity: member < 0 ? null : capacityAt(offer.draft, member),
    }),
  )
  return { ...remedy, text: gapText(remedy, words) }
}

function gainOf(offers: Offers, duty: Gap['duties'][number], member: number): Gain {
  return duty.subject.kind === 'organization' ? offers.heldFor(duty) : offers.attendedFor(duty, member)
}

function recordStep({ of }: Gap): RemedyStep {
  return { step: 'record', from: of.window.from, to: of.window.to! }
}

function stepOf({ offers }: Found, offer: Offer, member: number): RemedyStep {
  const { draft, isNew } = offer
  const session = draft.id
  const date = formatDate(draft.place!.days[0]!)
  const capacity = member < 0 ? null : capacityAt(draft, member)
  if (isNew) return { step: draft.mode === 'home-delivery' ? 'deliver' : 'hold', session, date, capacity }
  return { step: 'join', session, date, invited: member < 0 || offers.isInvited(offer, member), capacity }
}

function makeUpSession({ desk, catalogue, options }: Found, draft: Draft, hours: number): MakeUpSession {
  const { memberId, orgId } = desk.roster.columns
  const { days, stretch, venue } = draft.place!
  const last = days.at(-1)!
  const isTimed = options.workdays !== undefined
  const at = (day: EpochDay, minute: number) => (isTimed ? formatInstant(day * 1440 + minute) : null)
  return {
    id: draft.id,
    organization: orgId[draft.host]!,
    kinds: draft.kinds,
    topics: draft.topics,
    mode: draft.mode,
    hours: hours / 100,
    date: formatDate(days[0]!),
    lastDay: formatDate(last),
    start: at(days[0]!, stretch.from),
    end: at(last, stretch.to),
    venue: isTimed && venue >= 0 ? desk.board.halls.all[venue]!.id : null,
    course: catalogue.courseOf(draft.id)?.id ?? null,
    lecturers: [...draft.lecturers.map((member) => memberId[member]!), ...catalogue.lecturersOf(draft.id)],
    persons: draft.attendees.map((member) => memberId[member]!).sort(),
    provisional: desk.days.status !== 'published',
  }
}

function branchOf({ roster }: Desk, id: string, day: EpochDay): string | null {
  const branch = roster.branchOn(roster.member(id), day)
  return branch < 0 ? null : roster.columns.orgId[branch]!
}

function rounded(hours: number): number {
  return Math.round(hours * 100) / 100
}
