import { SESSION_KINDS, termName } from '@xueshi/core'
import type { Conflict, Plan, PlanChanges } from '@xueshi/planner'
import type { Speech } from '../speech.ts'

/** What a summary is made from besides the plan. */
export interface PlanSummary {
  readonly conflicts: readonly Conflict[]
  readonly changes: PlanChanges | null
  /** Title of a rule by full id. */
  title(rule: string): string
  /** Folder and what was written into it: name and what it is. */
  readonly folder: string
  readonly files: readonly (readonly [name: string, about: string])[]
}

/** Rules or duties of one sort that are named; of others there is the number. */
const NAMED = 5

/** What a clerk wants to know of a plan, in a few lines. */
export function planSummary(plan: Plan, summary: PlanSummary, speech: Speech): string {
  const { say } = speech
  const coming = plan.sessions.filter(({ status }) => status === 'planned')
  const count = (values: Iterable<string>) => new Set(values).size
  const status = {
    published: say('放假安排已公布', 'holiday notice published'),
    provisional: say('放假安排未公布，日期暂定', 'no holiday notice yet: dates are provisional'),
    unknown: say('没有放假数据，按周一至周五试排', 'holidays unknown: weekdays stand in'),
  }[plan.calendar.status]
  const organizations = count(coming.flatMap(({ organization, coHosts }) => [organization, ...coHosts]))
  const persons = count(coming.flatMap(({ attendees }) => attendees))
  const venues = count(coming.flatMap(({ venue }) => (venue === null ? [] : [venue])))
  const lecturers = count(coming.flatMap((session) => session.lecturers))
  const held = plan.sessions.filter((session) => session.status === 'held').length
  return [
    say(
      `${plan.year}年计划（${status}）：活动 ${coming.length} 场，党组织 ${organizations} 个，人员 ${persons} 名，阵地 ${venues} 处，主讲 ${lecturers} 名`,
      `Plan of ${plan.year} (${status}): ${coming.length} sessions, ${organizations} organizations, ${persons} persons, ${venues} venues, ${lecturers} lecturers`,
    ),
    ...(held === 0 ? [] : [say(`  已举办 ${held} 场`, `  ${held} were held already`)]),
    ...kindLines(plan, speech),
    ...changeLines(summary.changes, speech),
    ...unmetLines(plan, summary, speech),
    summary.conflicts.length === 0
      ? say(
          '没有冲突：人员、师资、场所均未重复占用',
          'No conflict: no person, lecturer or venue is booked twice',
        )
      : say(
          `冲突 ${summary.conflicts.length} 处，见 plan.html`,
          `${summary.conflicts.length} conflicts: see plan.html`,
        ),
    ...unaskedLines(plan, summary, speech),
    say(`写在 ${summary.folder}：`, `Written to ${summary.folder}:`),
    ...summary.files.map(([name, about]) => `  ${name}  ${about}`),
    '',
  ].join('\n')
}

function kindLines({ sessions }: Plan, { say, locale }: Speech): string[] {
  const counts = SESSION_KINDS.map(({ id }) => {
    const number = sessions.filter(({ kinds, status }) => status === 'planned' && kinds.includes(id)).length
    return [termName(SESSION_KINDS, id, locale), number] as const
  }).filter(([, number]) => number > 0)
  if (counts.length === 0) return []
  const joined = sessions.some(({ kinds }) => kinds.length > 1)
  const words = counts.map(([name, number]) => `${name} ${number}`).join(say('、', ', '))
  return [
    `  ${words}${joined ? say('（合并举办的各计一次）', ' (a joined session counts under each kind)') : ''}`,
  ]
}

function changeLines(changes: PlanChanges | null, { say }: Speech): string[] {
  if (changes === null) return []
  const { moved, added, cancelled, changed, unchanged } = changes
  return [
    say(
      `与上一版相比：调整 ${moved.length}，新增 ${added.length}，取消 ${cancelled.length}，人员或内容有变 ${changed.length}，不变 ${unchanged}`,
      `Compared with the plan before: ${moved.length} moved, ${added.length} new, ${cancelled.length} cancelled, ${changed.length} changed, ${unchanged} unchanged`,
    ),
  ]
}

function unmetLines(plan: Plan, { title }: PlanSummary, { say, locale }: Speech): string[] {
  if (plan.unmet.length === 0)
    return [
      say(
        `${plan.asked.length} 条规则要求的活动全部排定`,
        `Everything that ${plan.asked.length} rules ask for has its place`,
      ),
    ]
  const byRule = new Map<string, Plan['unmet'][number][]>()
  for (const duty of plan.unmet) byRule.set(duty.rule, [...(byRule.get(duty.rule) ?? []), duty])
  const ranked = [...byRule].sort(([, a], [, b]) => b.length - a.length)
  const lines = ranked.slice(0, NAMED).map(([rule, duties]) => {
    const first = duties[0]!.constraint.message[locale]
    return `  ${title(rule)} ${duties.length}${say('：', ': ')}${first}${duties.length > 1 ? say(' 等', ' …') : ''}`
  })
  const rest = ranked.length - NAMED
  return [
    say(`未能安排 ${plan.unmet.length} 项：`, `Not placed: ${plan.unmet.length}`),
    ...lines,
    ...(rest > 0 ? [say(`  另有 ${rest} 条规则，见 unmet.csv`, `  ${rest} more rules in unmet.csv`)] : []),
  ]
}

/** Rules that no plan of sessions can meet, by reason. */
function unaskedLines({ unasked }: Plan, { title }: PlanSummary, { say, locale }: Speech): string[] {
  if (unasked.length === 0) return []
  const byReason = new Map<string, string[]>()
  for (const { rule, reason } of unasked)
    byReason.set(reason[locale], [...(byReason.get(reason[locale]) ?? []), title(rule)])
  const lines = [...byReason].map(([reason, rules]) => {
    const named = rules.slice(0, NAMED).join(say('、', ', '))
    const more =
      rules.length > NAMED ? say(` 等 ${rules.length} 条`, ` and ${rules.length - NAMED} more`) : ''
    return `  ${reason.replace(/[。.]$/, '')}${say('：', ': ')}${named}${more}`
  })
  return [
    say(
      `不能只靠活动满足的规则 ${unasked.length} 条：`,
      `Rules that sessions alone cannot meet: ${unasked.length}`,
    ),
    ...lines,
  ]
}
