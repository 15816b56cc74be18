import type { RuleContext, Session } from '@xueshi/core'

/** The civil day on which a session starts, in Asia/Shanghai. */
export function dayOf(session: Session): string {
  return session.start.slice(0, 10)
}

/**
 * Whether a session was held by the day of the check, as the engine sees it: cancelled and planned ones were
 * not; one without a status was if it starts on or before the day of the check and of the export.
 */
export function isHeld(session: Session, { asOf, dataset }: RuleContext): boolean {
  const day = dayOf(session)
  if (session.status !== null) return session.status === 'held' && day <= asOf
  return day <= asOf && (dataset.exportedOn === null || day <= dataset.exportedOn)
}
