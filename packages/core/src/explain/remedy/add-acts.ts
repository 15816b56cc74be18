import { actsAbout } from '../../check/acts.ts'
import { isAct } from '../../check/events.ts'
import { type EpochDay, formatDate } from '../../civil/date.ts'
import { type ActDemand, eventsOf } from '../../requirement/parts.ts'
import type { WindowEvent } from '../../requirement/schema.ts'
import type { ActKind } from '../../terms.ts'
import { subjectOfFinding } from '../act-records.ts'
import type { AddActs, RedateAct } from './remedy.ts'
import { daysFor, type Situation } from './situation.ts'

/** Acts that add so much to what a demand counts; `null` where another act of the kind would move the window. */
export function addActs(at: Situation, demand: ActDemand, missing: number): AddActs[] | null {
  if (missing <= 0 || missing > 400) return null
  const moving = eventsOf(at.parts.plan.rule.window).flatMap((event) => (isAct(event) ? [event.act] : []))
  const kind = demand.count.acts.find((id) => !moving.includes(id))
  const [day] = daysFor(at)
  if (kind === undefined || day === undefined) return null
  return [
    {
      ...actOf(at, kind, demand.count.ofPost === true, demand.count.as === 'counterpart'),
      topic: demand.count.topics?.[0] ?? null,
      dates: Array<string>(Math.ceil(missing)).fill(formatDate(day)),
    },
  ]
}

/**
 * Lets the act that closes a window lie on a day: the one there is gets the date, where there is none one is added.
 * `null` where another act of the kind would come before that day and close the window instead.
 */
export function closeWithAct(
  at: Situation,
  event: Extract<WindowEvent, { readonly act: string }>,
  day: EpochDay,
): AddActs | RedateAct | null {
  const { plan, parts, org } = at
  const { actDay, actMember, actOrg } = plan.columns
  const subject = subjectOfFinding(plan, parts)
  if (subject === null) return null
  const [closing, ...later] = [...actsAbout(plan, subject)].filter(
    (act) =>
      plan.dataset.acts[act]!.kind === event.act &&
      actDay[act]! >= parts.window.from &&
      actDay[act]! <= plan.asOf &&
      (subject.kind === 'organization' || actMember[act] === subject.member) &&
      (subject.kind !== 'post' || actOrg[act]! < 0 || actOrg[act] === org),
  )
  const date = formatDate(day)
  if (closing === undefined) return { ...actOf(at, event.act, subject.kind === 'post', false), dates: [date] }
  return later.some((act) => actDay[act]! < day)
    ? null
    : { change: 'redate-act', act: plan.dataset.acts[closing]!.id, date }
}

function actOf(at: Situation, kind: ActKind, ofPost: boolean, asCounterpart: boolean): AddActs {
  const { orgId, memberId } = at.plan.columns
  const person = at.member < 0 ? null : memberId[at.member]!
  return {
    change: 'add-acts',
    kind,
    organization: person === null || ofPost ? (orgId[at.org] ?? null) : null,
    member: asCounterpart ? null : person,
    counterpart: asCounterpart ? person : null,
    topic: null,
    dates: [],
  }
}
