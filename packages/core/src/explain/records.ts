import { creditColumn } from '../check/credit.ts'
import type { Plan } from '../check/plan.ts'
import type { FindingParts } from '../check/record.ts'
import { fateOf, isHeld, type RowFate, rowSpec, settledRows } from '../check/rows.ts'
import { memberOfFinding, postOfFinding } from '../check/scope-of-finding.ts'
import { selectClasses } from '../check/selection.ts'
import { quarterTable } from '../check/windows.ts'
import type { LocalizedText } from '../locale.ts'
import type { CountingDemand } from '../requirement/parts.ts'
import type { Demand } from '../requirement/schema.ts'
import { describeActs, describeCounting } from '../requirement/words.ts'
import { actNodes, eventNodes } from './act-records.ts'
import type { ExplanationNode } from './explanation.ts'
import { both, bracketed, node } from './node.ts'
import { hostedSessions, nearestOutside, otherKinds } from './outside.ts'
import { countedNode, hoursText, leftOut, whyNotCounted } from './session-nodes.ts'
import { sizeNodes } from './sizes.ts'
import { lastJudgedDay } from './statements.ts'

/** The events of the window, then each record that was counted or left out, demand by demand, in order of time. */
export function recordNodes(plan: Plan, parts: FindingParts): ExplanationNode[] {
  const nodes: ExplanationNode[] = eventNodes(plan, parts)
  const groups: { readonly demand: Demand; readonly nodes: readonly ExplanationNode[] }[] = []
  const seen = new Set<string>()
  for (const demand of parts.plan.demands) {
    if (demand.measure === 'lag') continue
    const key =
      demand.measure === 'size'
        ? `${demand.when?.size} ${demand.of}`
        : JSON.stringify([demand.measure, demand.count])
    if (seen.has(key)) continue
    seen.add(key)
    const own = recordsOf(plan, parts, demand)
    if (demand.measure === 'size') nodes.push(...own.filter((made) => !isSaid(nodes, made)))
    else groups.push({ demand, nodes: own })
  }
  if (groups.length < 2) return [...nodes, ...groups.flatMap((group) => group.nodes)]
  return [
    ...nodes,
    ...groups.map((group) => {
      const what = countedText(group.demand)
      return node('part', both(`计算${bracketed(what['zh-CN'])}：`, `counting ${what.en}:`), group.nodes)
    }),
  ]
}

function isSaid(nodes: readonly ExplanationNode[], made: ExplanationNode): boolean {
  return nodes.some(({ text }) => text.en === made.text.en)
}

/** What a demand counts, with its unit where hours and days are meant. */
function countedText(demand: Demand): LocalizedText {
  if (demand.measure === 'acts') return describeActs(demand.count)
  if (demand.measure === 'size' || demand.measure === 'lag') return both('', '')
  const what = describeCounting(demand.count)
  if (demand.measure === 'days') return both(`${what['zh-CN']}的天数`, `days of ${what.en}`)
  return demand.measure === 'hours' ? both(`${what['zh-CN']}的学时`, `hours of ${what.en}`) : what
}

function recordsOf(plan: Plan, parts: FindingParts, demand: Demand): ExplanationNode[] {
  if (parts.verdict === 'not-applicable') return []
  if (demand.measure === 'size') return sizeNodes(plan, parts, demand)
  if (demand.measure === 'lag') return []
  const nodes =
    demand.measure === 'acts'
      ? actNodes(plan, parts, demand)
      : parts.subjectKind === 'organization'
        ? hostedNodes(plan, parts, demand)
        : attendanceNodes(plan, parts, demand)
  const isRead =
    demand.measure === 'acts' ? plan.hasActs : parts.subjectKind === 'organization' || plan.hasAttendance
  if (nodes.some(({ kind }) => kind === 'counted') || !isRead || demand.measure === 'gap') return nodes
  const around = parts.verdict === 'breached' ? nearestOutside(plan, parts, demand) : []
  const what = demand.measure === 'acts' ? describeActs(demand.count) : describeCounting(demand.count)
  return [
    node(
      'missing',
      both(`期间内没有可计的${bracketed(what['zh-CN'])}`, `nothing that counts in the window: ${what.en}`),
    ),
    ...nodes,
    ...around,
  ]
}

const WHY: Record<Exclude<RowFate, 'counted' | 'other-kind'>, LocalizedText> = {
  cancelled: both('活动已取消', 'the session was cancelled'),
  planned: both('活动尚未举行', 'the session is still planned'),
  excused: both('请假', 'excused'),
  absent: both('缺席', 'absent'),
  'made-up-not-held': both('补学尚未举行', 'the make-up has not been held'),
  'made-up': both('补学，学时记在补学活动', 'made up; the hours are on the make-up'),
  observer: both('列席旁听不计', 'observers do not count'),
  capacity: both('参加身份不符', 'not in the capacity asked for'),
  organizer: both('举办单位不符', 'not held by the organization asked for'),
  quarter: both('不在要求的季度', 'not in the quarter asked for'),
  'hours-only': both('只计学时', 'hours only'),
}

function attendanceNodes(plan: Plan, parts: FindingParts, demand: CountingDemand): ExplanationNode[] {
  const { columns } = plan
  const member = memberOfFinding(plan, parts)
  if (member < 0) return []
  const spec = rowSpec(plan, demand)
  const postOrg = postOfFinding(plan, parts)?.org ?? -1
  const last = parts.window.to ?? lastJudgedDay(plan, parts)
  const found: { readonly session: number; readonly node: ExplanationNode }[] = []
  const add = (session: number, made: ExplanationNode) => found.push({ session, node: made })
  const counted: number[] = []
  const others: number[] = []
  for (let row = columns.rowStart[member]!; row < columns.rowStart[member + 1]!; row++) {
    const session = columns.rowSession[row]!
    const day = columns.sessionDay[session]!
    if (day < parts.window.from || day > last) continue
    const fate = fateOf(plan, spec, member, row, postOrg)
    if (fate === 'other-kind') others.push(session)
    else if (fate === 'counted') counted.push(row)
    else add(session, leftOut(plan, session, WHY[fate]))
  }
  if (demand.measure === 'days') addDays(plan, counted, add)
  else if (demand.measure !== 'hours')
    for (const row of counted)
      add(columns.rowSession[row]!, countedNode(plan, columns.rowSession[row]!, both('计 1 次', 'counted')))
  else {
    const credit = creditColumn(columns, plan.credit)
    for (const settled of settledRows(plan, spec, credit, member, postOrg, parts.window.from, last)) {
      const session = columns.rowSession[settled.row]!
      const why = whyNotCounted(plan, settled, credit)
      add(
        session,
        why === null ? countedNode(plan, session, hoursText(plan, settled)) : leftOut(plan, session, why),
      )
    }
  }
  const listed = found
    .sort(
      (a, b) => columns.sessionStart[a.session]! - columns.sessionStart[b.session]! || a.session - b.session,
    )
    .map((entry) => entry.node)
  return [...listed, ...otherKinds(plan, others)]
}

/** Days are counted once, however many sessions they have. */
function addDays(
  plan: Plan,
  rows: readonly number[],
  add: (session: number, made: ExplanationNode) => void,
): void {
  const { rowSession, sessionDay, sessionEndDay } = plan.columns
  let last = Number.NEGATIVE_INFINITY
  for (const row of rows) {
    const session = rowSession[row]!
    const end = sessionEndDay[session]!
    const days = Math.max(0, end - Math.max(sessionDay[session]!, last + 1) + 1)
    last = Math.max(last, end)
    add(
      session,
      days === 0
        ? leftOut(plan, session, both('当天已计', 'the day is counted already'))
        : countedNode(
            plan,
            session,
            both(`计 ${days} 天`, days === 1 ? '1 day counted' : `${days} days counted`),
          ),
    )
  }
}

function hostedNodes(plan: Plan, parts: FindingParts, demand: CountingDemand): ExplanationNode[] {
  const { columns } = plan
  const org = columns.orgId.indexOf(parts.subjectId)
  const classes = selectClasses(columns, demand.count, false, plan.credit)
  const nodes: ExplanationNode[] = []
  const until = parts.window.to ?? plan.asOf
  for (const session of hostedSessions(plan, org, demand.count)) {
    const day = columns.sessionDay[session]!
    if (day < parts.window.from || day > until || classes[columns.sessionClass[session]!] === 0) continue
    const { quarter } = demand.count
    if (!isHeld(plan, session))
      nodes.push(leftOut(plan, session, columns.sessionStatus[session] === 3 ? WHY.cancelled : WHY.planned))
    else if (quarter !== undefined && quarterTable(day, day)[0] !== quarter)
      nodes.push(leftOut(plan, session, WHY.quarter))
    else nodes.push(countedNode(plan, session, both('计 1 次', 'counted')))
  }
  return nodes
}
