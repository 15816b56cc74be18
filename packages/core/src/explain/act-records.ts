import { type ActFate, actSpec, actsAbout, fateOfAct } from '../check/acts.ts'
import type { EventSubject } from '../check/event-subject.ts'
import type { Plan } from '../check/plan.ts'
import type { FindingParts } from '../check/record.ts'
import { memberOfFinding, postOfFinding } from '../check/scope-of-finding.ts'
import { formatDate } from '../civil/date.ts'
import type { LocalizedText } from '../locale.ts'
import type { ActDemand } from '../requirement/parts.ts'
import type { WindowEvent } from '../requirement/schema.ts'
import { describeEvent, describeMissingEvent } from '../requirement/words.ts'
import { ACT_KINDS, termName } from '../terms.ts'
import type { ExplanationKind, ExplanationNode } from './explanation.ts'
import { both, node } from './node.ts'
import { lastJudgedDay } from './statements.ts'

const WHY: Record<Exclude<ActFate, 'counted' | 'other-kind'>, LocalizedText> = {
  'not-yet': both('日期在检查日之后', 'dated after the day of the check'),
  role: both('本人不是所要求的一方', 'the person is not the side asked for'),
  organization: both('不属于任职所在组织', 'not of the organization of the post'),
  topic: both('内容分类不符', 'not on the topic asked for'),
}

/** Each act of the window that was counted or left out, in order of date. */
export function actNodes(plan: Plan, parts: FindingParts, demand: ActDemand): ExplanationNode[] {
  const subject = subjectOfFinding(plan, parts)
  if (subject === null || !plan.hasActs) return []
  const spec = actSpec(demand)
  const last = parts.window.to ?? lastJudgedDay(plan, parts)
  const nodes: ExplanationNode[] = []
  for (const act of actsAbout(plan, subject)) {
    const day = plan.columns.actDay[act]!
    if (day < parts.window.from || day > last) continue
    const fate = fateOfAct(plan, spec, subject, act)
    if (fate === 'counted') nodes.push(actNode(plan, act, 'counted', both('计 1 次', 'counted')))
    else if (fate !== 'other-kind')
      nodes.push(
        actNode(plan, act, 'left-out', both(`不计：${WHY[fate]['zh-CN']}`, `left out: ${WHY[fate].en}`)),
      )
  }
  return nodes
}

/** The events that opened and closed the window, with the act each was read from. */
export function eventNodes(plan: Plan, parts: FindingParts): ExplanationNode[] {
  const { window } = parts.plan.rule
  const isOpened = parts.window.key !== '..'
  if ('after' in window) return isOpened ? [eventNode(plan, parts, window.after, parts.window.from)] : []
  if (!('between' in window) || !isOpened) return []
  const [opening, closing] = window.between
  return [
    eventNode(plan, parts, opening, parts.window.from),
    parts.closing === null || parts.closing === undefined
      ? node(
          'missing',
          both(
            `截至 ${formatDate(plan.asOf)} ${describeMissingEvent(closing)['zh-CN']}`,
            `${describeMissingEvent(closing).en} by ${formatDate(plan.asOf)}`,
          ),
        )
      : eventNode(plan, parts, closing, parts.closing),
  ]
}

function eventNode(plan: Plan, parts: FindingParts, event: WindowEvent, day: number): ExplanationNode {
  const what = describeEvent(event)
  const subject = typeof event === 'object' ? subjectOfFinding(plan, parts) : null
  const act =
    subject === null || typeof event === 'string'
      ? undefined
      : actsAbout(plan, subject).find(
          (candidate) =>
            plan.columns.actDay[candidate] === day && plan.dataset.acts[candidate]!.kind === event.act,
        )
  return act === undefined
    ? node('counted', both(`${formatDate(day)} ${what['zh-CN']}`, `${formatDate(day)}: ${what.en}`))
    : actNode(plan, act, 'counted', what)
}

function actNode(plan: Plan, position: number, kind: ExplanationKind, text: LocalizedText): ExplanationNode {
  const act = plan.dataset.acts[position]!
  const name = (locale: 'zh-CN' | 'en') => termName(ACT_KINDS, act.kind, locale)
  const zh = act.document === null ? '' : `（${act.document}）`
  const en = act.document === null ? '' : ` (${act.document})`
  return node(
    kind,
    both(
      `${act.date} ${act.id} ${name('zh-CN')}${zh}：${text['zh-CN']}`,
      `${act.date} ${act.id} ${name('en')}${en}: ${text.en}`,
    ),
    [],
    { act: act.id, place: act.place },
  )
}

/** The subject of a finding as acts speak of it, `null` for sessions and unknown ids. */
export function subjectOfFinding(plan: Plan, parts: FindingParts): EventSubject | null {
  if (parts.subjectKind === 'organization') {
    const org = plan.columns.orgId.indexOf(parts.subjectId)
    return org < 0 ? null : { kind: 'organization', member: -1, org, days: [] }
  }
  const member = memberOfFinding(plan, parts)
  if (member < 0) return null
  const post = postOfFinding(plan, parts)
  return post === undefined
    ? { kind: 'member', member, org: -1, days: [] }
    : { kind: 'post', member, org: post.org, days: post.days }
}
