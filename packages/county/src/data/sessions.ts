import type { CivilDate, Dataset, Session, SessionKind } from '@xueshi/core'
import { groupedBy, remembered } from './remembered.ts'
import { organizationsOf } from './tree.ts'

/** A topic that marks a session as interactive: questions, debate, exercises on the spot. */
export const INTERACTIVE_TOPIC = '互动'

/** The civil day on which a session starts, in Asia/Shanghai. */
export function dayOf(session: Session): CivilDate {
  return session.start.slice(0, 10)
}

/**
 * Whether a session was held by a day, as the engine sees it: cancelled and planned ones were not; one without
 * a status was if it starts on or before the day and the day of the export.
 */
export function isHeldBy(session: Session, asOf: CivilDate, { exportedOn }: Dataset): boolean {
  const day = dayOf(session)
  if (day > asOf) return false
  if (session.status !== null) return session.status === 'held'
  return exportedOn === null || day <= exportedOn
}

/** Sessions that an organization hosts or co-hosts. */
export function sessionsOf(dataset: Dataset, organization: string): readonly Session[] {
  const { sessions } = dataset
  const index = remembered(sessions, 'by host', () => groupedBy(sessions, hostsOf))
  return index.get(organization) ?? []
}

/** Sessions that a branch or one of its groups hosts or co-hosts; only those of a kind, or of a program, where asked. */
export function sessionsOfBranch(
  dataset: Dataset,
  branch: string,
  only?: SessionKind | 'program',
): readonly Session[] {
  const { sessions } = dataset
  const index = remembered(sessions, only === undefined ? 'by branch' : `by branch ${only}`, () => {
    const organizations = organizationsOf(dataset)
    return groupedBy(asked(sessions, only), (session) =>
      hostsOf(session).flatMap((id) => {
        const { kind, parent = null } = organizations.get(id) ?? {}
        return kind === 'group' && parent !== null ? [id, parent] : [id]
      }),
    )
  })
  return index.get(branch) ?? []
}

function asked(sessions: readonly Session[], only: SessionKind | 'program' | undefined): readonly Session[] {
  if (only === undefined) return sessions
  if (only === 'program') return sessions.filter(({ program }) => program !== null)
  return sessions.filter(({ kinds }) => kinds.includes(only))
}

function hostsOf({ organization, coHosts }: Session): readonly string[] {
  return [organization, ...coHosts]
}

/** Whether a session lies in a span of days, both inclusive; `null` is no end. */
export function liesIn(session: Session, from: CivilDate, to: CivilDate | null): boolean {
  const day = dayOf(session)
  return day >= from && (to === null || day <= to)
}

/** Whether a session was teaching on the spot 现场教学 or interactive 互动. */
export function isFieldOrInteractive({ mode, topics }: Session): boolean {
  return mode === 'field' || topics.includes(INTERACTIVE_TOPIC)
}
