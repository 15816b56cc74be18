import { NONE } from '../dataset/columns.ts'
import type { RuleMeta } from '../requirement/schema.ts'
import { actKinds } from './acts.ts'
import type { Plan } from './plan.ts'
import { kindBits } from './selection.ts'

/** Whether a session is one that a rule about sessions speaks of: held, of its kinds, named by such an act. */
export function sessionFilter(plan: Plan, { sessions }: RuleMeta): (session: number) => boolean {
  const { classes, sessionClass, sessionDay } = plan.columns
  // A session of unknown kinds alone has no bit at all: it is left out only where kinds are asked for.
  const kinds = sessions?.kinds === undefined ? null : kindBits({ kinds: sessions.kinds }, false, plan.credit)
  const named = sessions?.acts === undefined ? null : sessionsNamedBy(plan, sessions.acts)
  // By class: the last day up to which its sessions were held, NONE for classes that are not asked for.
  const limit = Int32Array.from(classes, (sessionClass, c) =>
    plan.held[c] === 0 || (kinds !== null && (sessionClass.kinds & kinds) === 0)
      ? NONE
      : plan.held[c] === 1
        ? plan.asOf
        : plan.blankUntil,
  )
  return (session) =>
    sessionDay[session]! <= limit[sessionClass[session]!]! && (named === null || named[session] === 1)
}

/** 1 by position of the session where an act of one of these kinds, not later than the day of the check, names it. */
function sessionsNamedBy(plan: Plan, ids: readonly string[]): Uint8Array {
  const { actCount, actDay, actKind, actSession, sessionCount } = plan.columns
  const kinds = actKinds(ids)
  const named = new Uint8Array(sessionCount)
  for (let act = 0; act < actCount; act++)
    if (kinds[actKind[act]!] === 1 && actSession[act]! >= 0 && actDay[act]! <= plan.asOf)
      named[actSession[act]!] = 1
  return named
}
