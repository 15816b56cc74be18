import type { Columns } from '../dataset/columns.ts'
import { countsSessions } from '../requirement/parts.ts'
import type { Demand } from '../requirement/schema.ts'
import { ORGANIZATION_KINDS } from '../terms.ts'
import type { Plan, RulePlan } from './plan.ts'
import { selectClasses } from './selection.ts'
import { quarterTable } from './windows.ts'

const GROUP = ORGANIZATION_KINDS.findIndex((kind) => kind.id === 'group')

/** A count of sessions held per organization and window. */
export interface HostedCount {
  readonly classes: Uint8Array
  /** Sessions of Party groups count for their branch too. */
  readonly withGroups: boolean
  readonly quarter: number
  readonly rule: RulePlan
  /** [organization × window] */
  readonly counts: Uint16Array
}

/** Counts the sessions of all organization demands in one pass over the sessions (clauses 2 and 11). */
export function countHosted(
  plan: Plan,
  demands: readonly { rule: RulePlan; demand: Demand }[],
): HostedCount[] {
  const counters: HostedCount[] = demands.map(({ rule, demand }) => {
    const count = countsSessions(demand) ? demand.count : {}
    return {
      classes: selectClasses(plan.columns, count, false, plan.credit),
      withGroups: count.organizer === 'own-or-groups',
      quarter: count.quarter ?? 0,
      rule,
      counts: new Uint16Array(plan.columns.orgCount * rule.calendar!.windows.length),
    }
  })
  const byClass = plan.columns.classes.map((_, c) => counters.filter((counter) => counter.classes[c] === 1))
  const { sessionCount, sessionDay, sessionClass, sessionHost, coHostStart, orgKind } = plan.columns
  const first = Math.min(...counters.map((counter) => counter.rule.calendar!.firstDay), plan.asOf + 1)
  const quarters = quarterTable(first, plan.asOf)
  const owners: number[] = []
  for (let s = 0; s < sessionCount; s++) {
    const day = sessionDay[s]!
    const held = plan.held[sessionClass[s]!]!
    if (held === 0 || day > (held === 1 ? plan.asOf : plan.blankUntil) || day < first) continue
    for (const counter of byClass[sessionClass[s]!]!) {
      const { calendar } = counter.rule
      if (day < calendar!.firstDay || (counter.quarter !== 0 && quarters[day - first] !== counter.quarter))
        continue
      const window = calendar!.ofDay[day - calendar!.firstDay]!
      const host = sessionHost[s]!
      if (
        host >= 0 &&
        coHostStart[s] === coHostStart[s + 1] &&
        !(counter.withGroups && orgKind[host] === GROUP)
      ) {
        counter.counts[host * calendar!.windows.length + window]!++
        continue
      }
      ownersOf(plan.columns, s, counter.withGroups, owners)
      for (const org of owners) counter.counts[org * calendar!.windows.length + window]!++
    }
  }
  return counters
}

/** Host and co-hosts of a session, each once; with groups, a group's branch is an owner too. */
export function ownersOf(columns: Columns, session: number, withGroups: boolean, owners: number[]): void {
  owners.length = 0
  const { sessionHost, coHostStart, coHost, orgKind, orgParent } = columns
  let next = coHostStart[session]!
  for (let org = sessionHost[session]!; ; org = coHost[next++]!) {
    if (org >= 0) {
      if (!owners.includes(org)) owners.push(org)
      if (withGroups && orgKind[org] === GROUP) {
        const branch = orgParent[org]!
        if (branch >= 0 && !owners.includes(branch)) owners.push(branch)
      }
    }
    if (next >= coHostStart[session + 1]!) return
  }
}
