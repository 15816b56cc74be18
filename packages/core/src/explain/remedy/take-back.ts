import { actSpec, actsAbout, fateOfAct } from '../../check/acts.ts'
import { ownersOf } from '../../check/hosted.ts'
import { fateOf, isHeld, rowSpec } from '../../check/rows.ts'
import { selectClasses } from '../../check/selection.ts'
import { quarterTable } from '../../check/windows.ts'
import type { ActDemand, SessionDemand } from '../../requirement/parts.ts'
import { subjectOfFinding } from '../act-records.ts'
import type { DataChange } from './remedy.ts'
import type { Situation } from './situation.ts'

/** Takes back the last records of those that are too many; `null` where single records do not decide (hours, days). */
export function takeBack(
  at: Situation,
  demand: SessionDemand | ActDemand,
  tooMany: number,
): DataChange[] | null {
  if (demand.measure === 'acts') {
    const acts = countedActs(at, demand)
    return acts.length < tooMany ? null : [{ change: 'remove-acts', acts: acts.slice(-tooMany) }]
  }
  if (demand.measure !== 'sessions') return null
  if (at.parts.subjectKind === 'organization') {
    const sessions = hostedSessions(at, demand)
    return sessions.length < tooMany
      ? null
      : [{ change: 'cancel-sessions', sessions: sessions.slice(-tooMany) }]
  }
  const sessions = attendedSessions(at, demand)
  const member = at.plan.columns.memberId[at.member]!
  return sessions.length < tooMany
    ? null
    : [{ change: 'remove-attendance', member, sessions: sessions.slice(-tooMany) }]
}

function lastDay({ plan, parts }: Situation): number {
  return Math.min(parts.window.to ?? plan.asOf, plan.asOf)
}

function countedActs(at: Situation, demand: ActDemand): string[] {
  const { plan, parts } = at
  const subject = subjectOfFinding(plan, parts)
  if (subject === null) return []
  const spec = actSpec(demand)
  return [...actsAbout(plan, subject)]
    .filter((act) => {
      const day = plan.columns.actDay[act]!
      return (
        day >= parts.window.from && day <= lastDay(at) && fateOfAct(plan, spec, subject, act) === 'counted'
      )
    })
    .map((act) => plan.dataset.acts[act]!.id)
}

function hostedSessions(at: Situation, { count }: SessionDemand): string[] {
  const { plan, parts, org } = at
  const { columns } = plan
  const classes = selectClasses(columns, count, false, plan.credit)
  const owners: number[] = []
  const ids: string[] = []
  for (let session = 0; session < columns.sessionCount; session++) {
    const day = columns.sessionDay[session]!
    if (day < parts.window.from || day > lastDay(at)) continue
    if (classes[columns.sessionClass[session]!] === 0 || !isHeld(plan, session)) continue
    if (count.quarter !== undefined && quarterTable(day, day)[0] !== count.quarter) continue
    ownersOf(columns, session, count.organizer === 'own-or-groups', owners)
    if (owners.includes(org)) ids.push(columns.sessionId[session]!)
  }
  return ids
}

function attendedSessions(at: Situation, demand: SessionDemand): string[] {
  const { plan, parts, member, org } = at
  const { rowStart, rowSession, sessionDay, sessionId } = plan.columns
  const spec = rowSpec(plan, demand)
  const ids: string[] = []
  for (let row = rowStart[member]!; row < rowStart[member + 1]!; row++) {
    const session = rowSession[row]!
    const day = sessionDay[session]!
    if (day < parts.window.from || day > lastDay(at)) continue
    if (fateOf(plan, spec, member, row, org) === 'counted') ids.push(sessionId[session]!)
  }
  return ids
}
