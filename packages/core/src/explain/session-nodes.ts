import { UNKNOWN_CREDIT } from '../check/credit.ts'
import type { SettledRow } from '../check/crowded.ts'
import type { Plan } from '../check/plan.ts'
import { formatDate } from '../civil/date.ts'
import { formatInstant } from '../civil/instant.ts'
import { NONE } from '../dataset/columns.ts'
import type { LocalizedText } from '../locale.ts'
import type { ExplanationNode } from './explanation.ts'
import { both, node } from './node.ts'

/** A session that counts, and for how much. */
export function countedNode(plan: Plan, session: number, text: LocalizedText): ExplanationNode {
  return sessionNode(plan, session, 'counted', text)
}

/** The hours that a record earns, and the cap that took some of those that were stated. */
export function hoursText(plan: Plan, settled: SettledRow): LocalizedText {
  const hours = settled.counted / 100
  const credit = Math.max(settled.credit, statedHours(plan, settled.row)) / 100
  const cap = capName(plan, settled)
  return hours < credit
    ? both(
        `计 ${hours} 学时（原 ${credit} 学时，超过${cap['zh-CN']}）`,
        `${hours} hours counted (of ${credit}, ${cap.en})`,
      )
    : both(`计 ${hours} 学时`, `${hours} hours counted`)
}

/** Hours on the row, else of its session, in 1/100; 0 where none are stated. */
function statedHours({ columns }: Plan, row: number): number {
  const own = columns.rowHours[row]!
  if (own !== UNKNOWN_CREDIT) return own
  const ofSession = columns.sessionHours[columns.rowSession[row]!]!
  return ofSession === NONE ? 0 : ofSession
}

/** The cap that left less of a credit. */
function capName(plan: Plan, { overYear }: Pick<SettledRow, 'overYear'>): LocalizedText {
  if (overYear) return both('全年线上学时上限', 'yearly cap of online hours')
  return plan.caps.halfDay === null
    ? both('每日上限', 'daily cap')
    : both('每日或每半日上限', 'cap of the day or half-day')
}

/** A session that does not count, and why. */
export function leftOut(plan: Plan, session: number, why: LocalizedText): ExplanationNode {
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

/** Why a row that is of the right kind earns no hours. */
export function whyNotCounted(plan: Plan, settled: SettledRow, credit: Uint16Array): LocalizedText | null {
  if (settled.instead >= 0) {
    const other = plan.columns.sessionId[plan.columns.rowSession[settled.instead]!]!
    return both(`与 ${other} 时间重叠，只计学时多的一个`, `overlaps ${other}, of which more counts`)
  }
  return credit[settled.row] === UNKNOWN_CREDIT
    ? both('没有结束时间也没有学时，无法计算', 'neither end nor hours, cannot be counted')
    : null
}
