import { memberOf } from '../duties.ts'
import { byText } from '../order.ts'
import type {
  GapRemedy,
  MakeUpSession,
  MemberRemedies,
  OrganizationRemedies,
  SessionToJoin,
} from './remedies.ts'

/** What each organization has to do, in order of id: those with gaps, and those that hold new sessions. */
export function byOrganization(
  gaps: readonly GapRemedy[],
  sessions: readonly MakeUpSession[],
): OrganizationRemedies[] {
  const positions = new Map(grouped(gaps, ({ organization }) => organization ?? ''))
  for (const { organization } of sessions) if (!positions.has(organization)) positions.set(organization, [])
  const hosts = new Map(sessions.map(({ id, organization }) => [id, organization]))
  return [...positions].sort(byKey).map(([organization, own]) => ({
    organization: organization === '' ? null : organization,
    gaps: own,
    hold: sessions.filter((session) => session.organization === organization).map(({ id }) => id),
    join: toJoin(
      own.map((at) => gaps[at]!),
      (session) => hosts.get(session) === organization,
    ),
    record: own.filter((at) => gaps[at]!.steps.some(({ step }) => step === 'record')),
    open: own.filter((at) => gaps[at]!.closes !== 'whole' && gaps[at]!.reason?.kind !== 'window-over'),
  }))
}

/** The gaps of each person, in order of id. */
export function byMember(
  gaps: readonly GapRemedy[],
  branchOf: (member: string) => string | null,
): MemberRemedies[] {
  const ofPersons = gaps.map(({ subject }) => (subject.kind === 'organization' ? '' : memberOf(subject)))
  return grouped(gaps, (_, at) => ofPersons[at]!)
    .filter(([member]) => member !== '')
    .map(([member, positions]) => {
      const days = new Map<string, string>()
      for (const at of positions)
        for (const step of gaps[at]!.steps) if ('session' in step) days.set(step.session, step.date)
      const sessions = [...days].sort(byDay).map(([session]) => session)
      return { member, organization: branchOf(member), gaps: positions, sessions }
    })
}

function toJoin(gaps: readonly GapRemedy[], isOwn: (session: string) => boolean): SessionToJoin[] {
  const found = new Map<string, { date: string; holds: boolean; invited: Set<string>; added: Set<string> }>()
  for (const { steps, subject } of gaps)
    for (const step of steps) {
      if (step.step === 'record' || isOwn(step.session)) continue
      let one = found.get(step.session)
      if (one === undefined) {
        one = { date: step.date, holds: false, invited: new Set(), added: new Set() }
        found.set(step.session, one)
      }
      if (subject.kind === 'organization') one.holds = true
      else (step.step === 'join' && step.invited ? one.invited : one.added).add(memberOf(subject))
    }
  return [...found]
    .map(([session, { date, holds, invited, added }]) => ({
      session,
      date,
      holds,
      invited: [...invited].sort(),
      added: [...added].sort(),
    }))
    .sort((a, b) => byDay([a.session, a.date], [b.session, b.date]))
}

function byDay([a, on]: readonly [string, string], [b, at]: readonly [string, string]): number {
  return byText(on, at) || byText(a, b)
}

function grouped(
  gaps: readonly GapRemedy[],
  keyOf: (gap: GapRemedy, at: number) => string,
): (readonly [string, number[]])[] {
  const groups = new Map<string, number[]>()
  gaps.forEach((gap, at) => {
    const key = keyOf(gap, at)
    const own = groups.get(key)
    if (own === undefined) groups.set(key, [at])
    else own.push(at)
  })
  return [...groups].sort(byKey)
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return byText(a, b)
}
