import { ownersOf } from '../check/hosted.ts'
import type { Plan } from '../check/plan.ts'
import type { FindingParts } from '../check/record.ts'
import { isHeld } from '../check/rows.ts'
import { selectClasses } from '../check/selection.ts'
import type { Locale } from '../locale.ts'
import { countsSessions } from '../requirement/parts.ts'
import type { Counting, Demand } from '../requirement/schema.ts'
import { SESSION_KINDS, termName } from '../terms.ts'
import type { ExplanationNode } from './explanation.ts'
import { both, node } from './node.ts'
import { leftOut } from './session-nodes.ts'

/** Records of the window whose kind (or topic, or mode) does not count, added up by kind. */
export function otherKinds(plan: Plan, sessions: readonly number[]): ExplanationNode[] {
  if (sessions.length === 0) return []
  const counts = new Map<string, number>()
  for (const position of sessions) {
    const session = plan.dataset.session(plan.columns.sessionId[position]!)
    const key = session?.kinds[0] ?? ''
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const list = (locale: Locale) =>
    [...counts]
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .map(([kind, count]) => {
        const name =
          kind === '' ? (locale === 'en' ? 'other' : '其他') : termName(SESSION_KINDS, kind, locale)
        return locale === 'en' ? `${name} ${count}` : `${name} ${count} 次`
      })
  return [
    node(
      'left-out',
      both(
        `另有 ${sessions.length} 条考勤的活动类型、内容或者方式不符，不计：${list('zh-CN').join('、')}`,
        `${sessions.length} more records are of other kinds, topics or modes: ${list('en').join(', ')}`,
      ),
    ),
  ]
}

/** Where nothing counts: the nearest sessions before and after the window that would have counted in it. */
export function nearestOutside(plan: Plan, parts: FindingParts, demand: Demand): ExplanationNode[] {
  if (parts.subjectKind !== 'organization' || !countsSessions(demand)) return []
  const { columns } = plan
  const org = columns.orgId.indexOf(parts.subjectId)
  const classes = selectClasses(columns, demand.count, false, plan.credit)
  const { from, to } = parts.window
  let before = -1
  let after = -1
  for (const session of hostedSessions(plan, org, demand.count)) {
    const day = columns.sessionDay[session]!
    if (classes[columns.sessionClass[session]!] === 0 || !isHeld(plan, session)) continue
    if (day < from && (before < 0 || day > columns.sessionDay[before]!)) before = session
    if (to !== null && day > to && (after < 0 || day < columns.sessionDay[after]!)) after = session
  }
  return [before, after]
    .filter((session) => session >= 0)
    .map((session) => leftOut(plan, session, both('不在期间内', 'outside the window')))
}

/** Sessions of an organization, and of its groups where the counting takes them. */
export function hostedSessions(plan: Plan, org: number, count: Counting): number[] {
  const owners: number[] = []
  const sessions: number[] = []
  for (let session = 0; session < plan.columns.sessionCount; session++) {
    ownersOf(plan.columns, session, count.organizer === 'own-or-groups', owners)
    if (owners.includes(org)) sessions.push(session)
  }
  return sessions
}
