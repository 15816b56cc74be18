import { creditColumn, UNKNOWN_CREDIT } from '../check/credit.ts'
import type { SettledRow } from '../check/crowded.ts'
import { ownersOf } from '../check/hosted.ts'
import type { Plan } from '../check/plan.ts'
import type { FindingParts } from '../check/record.ts'
import { fateOf, isHeld, type RowFate, rowSpec, settledRows } from '../check/rows.ts'
import { memberOfFinding, postOfFinding } from '../check/scope-of-finding.ts'
import { selectClasses } from '../check/selection.ts'
import { OrganizationSizes } from '../check/sizes.ts'
import { quarterTable } from '../check/windows.ts'
import { formatDate } from '../civil/date.ts'
import { formatInstant } from '../civil/instant.ts'
import type { LocalizedText } from '../locale.ts'
import type { Demand } from '../requirement/schema.ts'
import type { ExplanationNode } from './explanation.ts'
import { both, node } from './node.ts'
import { lastJudgedDay } from './statements.ts'

/** Each record that was counted or left out, demand by demand, in order of time. */
export function recordNodes(plan: Plan, parts: FindingParts): ExplanationNode[] {
  const nodes: ExplanationNode[] = []
  const seen = new Set<string>()
  for (const demand of parts.plan.demands) {
    if (demand.measure === 'size') {
      nodes.push(...sizeNodes(plan, parts, demand))
      continue
    }
    const key = JSON.stringify([demand.count, demand.measure === 'hours'])
    if (seen.has(key)) continue
    seen.add(key)
    nodes.push(
      ...(parts.subjectKind === 'organization'
        ? hostedNodes(plan, parts, demand)
        : attendanceNodes(plan, parts, demand)),
    )
  }
  return nodes
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

function attendanceNodes(
  plan: Plan,
  parts: FindingParts,
  demand: Exclude<Demand, { measure: 'size' }>,
): ExplanationNode[] {
  const { columns } = plan
  const member = memberOfFinding(plan, parts)
  if (member < 0) return []
  const spec = rowSpec(plan, demand)
  const postOrg = postOfFinding(plan, parts)?.org ?? -1
  const last = parts.window.to ?? lastJudgedDay(plan, parts)
  const found: { readonly session: number; readonly node: ExplanationNode }[] = []
  const add = (session: number, made: ExplanationNode) => found.push({ session, node: made })
  const counted: number[] = []
  for (let row = columns.rowStart[member]!; row < columns.rowStart[member + 1]!; row++) {
    const session = columns.rowSession[row]!
    const day = columns.sessionDay[session]!
    if (day < parts.window.from || day > last) continue
    const fate = fateOf(plan, spec, member, row, postOrg)
    if (fate === 'other-kind') continue
    if (fate === 'counted') counted.push(row)
    else add(session, leftOut(plan, session, WHY[fate]))
  }
  if (demand.measure !== 'hours')
    for (const row of counted)
      add(columns.rowSession[row]!, countedNode(plan, columns.rowSession[row]!, null))
  else {
    const credit = creditColumn(columns, plan.credit)
    for (const settled of settledRows(plan, spec, credit, member, postOrg, parts.window.from, last)) {
      const session = columns.rowSession[settled.row]!
      const why = whyNotCounted(plan, settled, credit)
      add(session, why === null ? countedNode(plan, session, settled) : leftOut(plan, session, why))
    }
  }
  return found
    .sort(
      (a, b) => columns.sessionStart[a.session]! - columns.sessionStart[b.session]! || a.session - b.session,
    )
    .map((entry) => entry.node)
}

/** Why a row that is of the right kind earns no hours. */
function whyNotCounted(plan: Plan, settled: SettledRow, credit: Uint16Array): LocalizedText | null {
  if (settled.instead >= 0) {
    const other = plan.columns.sessionId[plan.columns.rowSession[settled.instead]!]!
    return both(`与 ${other} 时间重叠，只计学时多的一个`, `overlaps ${other}, of which more counts`)
  }
  return credit[settled.row] === UNKNOWN_CREDIT
    ? both('没有结束时间也没有学时，无法计算', 'neither end nor hours, cannot be counted')
    : null
}

function hostedNodes(
  plan: Plan,
  parts: FindingParts,
  demand: Exclude<Demand, { measure: 'size' }>,
): ExplanationNode[] {
  const { columns } = plan
  const org = columns.orgId.indexOf(parts.subjectId)
  const classes = selectClasses(columns, demand.count, false, plan.credit)
  const owners: number[] = []
  const nodes: ExplanationNode[] = []
  const until = parts.window.to ?? plan.asOf
  for (let session = 0; session < columns.sessionCount; session++) {
    const day = columns.sessionDay[session]!
    if (day < parts.window.from || day > until || classes[columns.sessionClass[session]!] === 0) continue
    ownersOf(columns, session, demand.count.organizer === 'own-or-groups', owners)
    if (!owners.includes(org)) continue
    if (!isHeld(plan, session)) {
      nodes.push(leftOut(plan, session, columns.sessionStatus[session] === 3 ? WHY.cancelled : WHY.planned))
      continue
    }
    const { quarter } = demand.count
    if (quarter !== undefined && quarterTable(day, day)[0] !== quarter)
      nodes.push(leftOut(plan, session, WHY.quarter))
    else nodes.push(countedNode(plan, session, null))
  }
  return nodes
}

function sizeNodes(
  plan: Plan,
  parts: FindingParts,
  demand: Extract<Demand, { measure: 'size' }>,
): ExplanationNode[] {
  const org = plan.columns.orgId.indexOf(parts.subjectId)
  if (org < 0) return []
  const sizes = new OrganizationSizes(plan.columns, plan.asOf)
  const wanted = demand.when === undefined ? [demand.of] : [demand.when.size, demand.of]
  return wanted.map((of) => {
    const committee = of === 'committee' || of === 'committee-besides-secretary'
    const size = committee ? sizes.own(org, of) : sizes.subtree(org, of)
    return node(
      'counted',
      both(
        `${formatDate(plan.asOf)} ${SIZE_NAME[of]['zh-CN']} ${size} 人`,
        `${SIZE_NAME[of].en} on ${formatDate(plan.asOf)}: ${size}`,
      ),
    )
  })
}

const SIZE_NAME = {
  'full-members': both('正式党员', 'full members'),
  members: both('正式党员和预备党员', 'full and probationary members'),
  committee: both('委员会成员（含书记）', 'committee members with the secretary'),
  'committee-besides-secretary': both('书记以外的委员会成员', 'committee members besides the secretary'),
} as const

function countedNode(
  plan: Plan,
  session: number,
  settled: { counted: number; credit: number } | null,
): ExplanationNode {
  const hours =
    settled === null
      ? both('计 1 次', 'counted')
      : settled.counted < settled.credit
        ? both(
            `计 ${settled.counted / 100} 学时（原 ${settled.credit / 100} 学时，超过每日上限）`,
            `${settled.counted / 100} hours counted (of ${settled.credit / 100}, daily cap)`,
          )
        : both(`计 ${settled.counted / 100} 学时`, `${settled.counted / 100} hours counted`)
  return sessionNode(plan, session, 'counted', hours)
}

function leftOut(plan: Plan, session: number, why: LocalizedText): ExplanationNode {
  return sessionNode(plan, session, 'left-out', both(`不计：${why['zh-CN']}`, `left out: ${why.en}`))
}

function sessionNode(
  plan: Plan,
  position: number,
  kind: 'counted' | 'left-out',
  text: LocalizedText,
): ExplanationNode {
  const { columns, dataset } = plan
  const id = columns.sessionId[position]!
  const session = dataset.session(id)
  const when =
    columns.sessionTimeless[position] === 1
      ? formatDate(columns.sessionDay[position]!)
      : formatInstant(columns.sessionStart[position]!).slice(0, 16).replace('T', ' ')
  const title = session?.title ?? ''
  return node(
    kind,
    both(
      `${when} ${id} ${title}：${text['zh-CN']}`.replace(' ：', '：'),
      `${when} ${id} ${title}: ${text.en}`.replace(' : ', ': '),
    ),
    [],
    session === undefined ? { session: id } : { session: id, place: session.place },
  )
}
