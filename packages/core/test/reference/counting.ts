import type { Counting } from '../../src/requirement/schema.ts'
import { SESSION_KINDS, type SessionKindTerm } from '../../src/terms.ts'
import { type County, type Meeting, type Organization, type Person, stretchOn } from './county-index.ts'
import { type Credit, creditOf, type Earned } from './credit.ts'
import type { Subject } from './scope.ts'

/** Everything a count depends on besides the subject. */
export interface Setting {
  readonly county: County
  readonly asOf: number
  readonly exportedOn: number | undefined
  readonly policy: Credit
}

const TERMS = new Map<string, SessionKindTerm>(SESSION_KINDS.map((term) => [term.id, term]))
const DEFAULT_CAPACITIES = ['member', 'lecturer', 'chair']

/** Whether a session has taken place as of the day of the check. */
export function isHeld(meeting: Meeting, { asOf, exportedOn }: Setting): boolean {
  if (meeting.day > asOf) return false
  if (meeting.status === undefined) return meeting.day <= Math.min(asOf, exportedOn ?? asOf)
  return meeting.status === 'held'
}

/** Whether the kind, topic and mode of a session fit; `hours`: and whether it earns any. */
function fits(meeting: Meeting, count: Counting, purpose: 'hours' | 'attendance', policy: Credit): boolean {
  if (count.topics !== undefined && !meeting.topics.some((topic) => count.topics!.includes(topic)))
    return false
  if (count.modes !== undefined && !(count.modes as string[]).includes(meeting.mode ?? '')) return false
  return meeting.kinds.some((kind) => {
    const term = TERMS.get(kind)
    if (term === undefined) return false
    const policyEarns = term.policyHours === true && policy.countedKinds.includes(kind)
    if (purpose === 'hours' && term.policyHours === true && !policyEarns) return false
    if (count.kinds === undefined && count.kindClass === undefined) return true
    if (((count.kinds ?? []) as string[]).includes(kind)) return true
    switch (count.kindClass) {
      case 'organizational-life':
        return term.organizationalLife === true
      case 'learning':
        return term.learning === true || (purpose === 'hours' && policyEarns)
      case 'central':
        return term.central === true
      default:
        return false
    }
  })
}

/** The organizations one of which must hold a session, or `undefined` where anybody may. */
function organizersFor(
  subject: Subject,
  organizer: Counting['organizer'],
  day: number,
): ((host: Organization) => boolean) | undefined {
  if (organizer === undefined && subject.kind !== 'organization') return undefined
  if (typeof organizer === 'object') return (host) => (organizer.kinds as string[]).includes(host.kind)
  if (subject.kind === 'organization') {
    const own = subject.organization
    if (organizer === 'own-or-groups')
      return (host) => host === own || (host.kind === 'group' && host.parent === own)
    return (host) => host === own
  }
  if (organizer === 'post' && subject.kind === 'post') return (host) => host === subject.organization
  const { branch, group } = stretchOn(subject.person, day)
  if (organizer === 'own-or-groups')
    return (host) =>
      host === branch || (host.kind === 'group' && host.parent === branch && branch !== undefined)
  return (host) => host === branch || host === group
}

function isOrganized(meeting: Meeting, subject: Subject, count: Counting): boolean {
  const allowed = organizersFor(subject, count.organizer, meeting.day)
  return allowed === undefined || meeting.hosts.some(allowed)
}

/** The sessions held that count for an organization. */
export function heldBy(
  subject: Subject & { kind: 'organization' },
  count: Counting,
  setting: Setting,
): Meeting[] {
  const pool =
    typeof count.organizer === 'object'
      ? [...setting.county.meetings.values()]
      : count.organizer === 'own-or-groups'
        ? [subject.organization, ...subject.organization.children].flatMap((host) => host.meetings)
        : subject.organization.meetings
  return [...new Set(pool)].filter(
    (meeting) =>
      isHeld(meeting, setting) &&
      fits(meeting, count, 'attendance', setting.policy) &&
      isOrganized(meeting, subject, count),
  )
}

/** The sessions a member attended that count, each once: also those made up for, and lectures by name. */
export function attendedBy(
  subject: Subject & { person: Person },
  count: Counting,
  setting: Setting,
): Meeting[] {
  const capacities: readonly string[] = count.capacities ?? DEFAULT_CAPACITIES
  const attended = new Set<Meeting>()
  const consider = (meeting: Meeting) => {
    if (
      isHeld(meeting, setting) &&
      fits(meeting, count, 'attendance', setting.policy) &&
      isOrganized(meeting, subject, count)
    )
      attended.add(meeting)
  }
  for (const part of subject.person.parts) {
    if (!capacities.includes(part.capacity)) continue
    if (part.status === 'present') consider(part.meeting)
    else if (part.status === 'made-up' && (part.makeUp === undefined || isHeld(part.makeUp, setting)))
      consider(part.meeting)
  }
  // A session that only names its lecturer is a lecture given, not a record of who was there.
  if (count.capacities !== undefined && capacities.includes('lecturer')) {
    // Whoever is recorded as not having been there has given no lecture.
    const missed = new Set(
      subject.person.parts.filter((part) => part.status !== 'present').map((part) => part.meeting),
    )
    for (const meeting of subject.person.lectures) if (!missed.has(meeting)) consider(meeting)
  }
  return [...attended]
}

/** What sessions earn a member: attendance on its day, a make-up on the make-up's day and only once. */
export function earnedBy(subject: Subject & { person: Person }, count: Counting, setting: Setting): Earned[] {
  const capacities: readonly string[] = count.capacities ?? DEFAULT_CAPACITIES
  const earned = new Map<Meeting, number | undefined>()
  const counts = (meeting: Meeting) =>
    isHeld(meeting, setting) &&
    fits(meeting, count, 'hours', setting.policy) &&
    isOrganized(meeting, subject, count)
  const recorded = new Set(subject.person.parts.map((part) => part.meeting))
  for (const part of subject.person.parts) {
    if (part.status !== 'present') continue
    if (capacities.includes(part.capacity) && counts(part.meeting))
      earned.set(part.meeting, creditOf(part.meeting, part.hours, setting.policy))
  }
  for (const part of subject.person.parts) {
    if (part.status !== 'made-up') continue
    // The make-up's own row decides about its hours; without a make-up named there is nothing to earn them.
    const at = part.makeUp
    if (at === undefined || recorded.has(at) || !counts(at)) continue
    // The capacity on the row is that in the missed session; at the make-up one is a member, or its lecturer.
    if (!capacities.includes(subject.person.lectures.includes(at) ? 'lecturer' : 'member')) continue
    const credit = creditOf(at, part.hours, setting.policy)
    const before = earned.get(at)
    if (!earned.has(at) || (credit !== undefined && credit > (before ?? -1))) earned.set(at, credit)
  }
  return [...earned].map(([meeting, credit]) => ({ meeting, credit }))
}
