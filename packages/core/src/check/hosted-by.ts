import type { Counting } from '../requirement/schema.ts'
import { ORGANIZATION_KINDS } from '../terms.ts'
import { remembered } from './memory.ts'
import type { Plan } from './plan.ts'
import { isHeld } from './rows.ts'
import { selectClasses } from './selection.ts'

const GROUP = ORGANIZATION_KINDS.findIndex((kind) => kind.id === 'group')

/** Sessions an organization held within `[from, until]`, for windows of its own. */
export function countHostedBy(plan: Plan, count: Counting, org: number, from: number, until: number): number {
  const { sessionDay, sessionClass, orgKind, orgChildStart, orgChild } = plan.columns
  const classes = selectClasses(plan.columns, count, false, plan.credit)
  const index = sessionsByOwner(plan)
  const sessions = new Set(index.get(org))
  if (count.organizer === 'own-or-groups')
    for (let i = orgChildStart[org]!; i < orgChildStart[org + 1]!; i++)
      if (orgKind[orgChild[i]!] === GROUP)
        for (const session of index.get(orgChild[i]!) ?? []) sessions.add(session)
  let held = 0
  for (const session of sessions) {
    const day = sessionDay[session]!
    if (day >= from && day <= until && classes[sessionClass[session]!] === 1 && isHeld(plan, session)) held++
  }
  return held
}

/** Sessions by host and co-host. */
export function sessionsByOwner(plan: Plan): ReadonlyMap<number, readonly number[]> {
  return remembered(plan.columns, 'sessions by host', () => {
    const { sessionCount, sessionHost, coHostStart, coHost } = plan.columns
    const index = new Map<number, number[]>()
    const add = (org: number, session: number) => {
      const list = index.get(org)
      if (list === undefined) index.set(org, [session])
      else if (list.at(-1) !== session) list.push(session)
    }
    for (let session = 0; session < sessionCount; session++) {
      if (sessionHost[session]! >= 0) add(sessionHost[session]!, session)
      for (let i = coHostStart[session]!; i < coHostStart[session + 1]!; i++) add(coHost[i]!, session)
    }
    return index
  })
}
