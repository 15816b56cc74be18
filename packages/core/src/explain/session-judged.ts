import type { Plan } from '../check/plan.ts'
import type { FindingParts } from '../check/record.ts'
import type { Act, Attendance } from '../dataset/dataset.ts'
import type { Locale } from '../locale.ts'
import { ACT_KINDS, ATTENDANCE_STATUSES, CAPACITIES, SESSION_KINDS, termName } from '../terms.ts'
import type { ExplanationNode } from './explanation.ts'
import { both, node } from './node.ts'

/** More rows than this are only added up. */
const MOST_ROWS = 200

/** The session that a rule about sessions judges: what, when, whose, and its records. */
export function sessionNodes(plan: Plan, parts: FindingParts): ExplanationNode[] {
  if (parts.subjectKind !== 'session') return []
  const { dataset } = plan
  const session = dataset.session(parts.subjectId)
  if (session === undefined) return []
  const host = dataset.organization(session.organization)?.name ?? session.organization
  const when = session.timeless ? session.start.slice(0, 10) : session.start.slice(0, 16).replace('T', ' ')
  const kinds = (locale: Locale) => session.kinds.map((kind) => termName(SESSION_KINDS, kind, locale))
  const title = session.title === null ? '' : `“${session.title}”`
  const acts = dataset.acts.filter((act) => act.session === session.id)
  return [
    node(
      'session',
      both(
        `${when} ${host}${kinds('zh-CN').join('、')}${title}（活动编号 ${session.id}）`,
        `${when} ${kinds('en').join(', ')} ${title} of ${host} (session ${session.id})`.replace('  ', ' '),
      ),
      [...attendanceNode(dataset.attendanceAt(session.id)), ...acts.map(actNode)],
      { session: session.id, place: session.place },
    ),
  ]
}

function attendanceNode(rows: readonly Attendance[]): ExplanationNode[] {
  if (rows.length === 0)
    return [node('missing', both('这次活动没有考勤记录', 'the session has no attendance'))]
  const sums = (locale: Locale) =>
    ATTENDANCE_STATUSES.flatMap(({ id }) => {
      const count = rows.filter(({ status }) => status === id).length
      if (count === 0) return []
      const name = termName(ATTENDANCE_STATUSES, id, locale)
      return [locale === 'en' ? `${name} ${count}` : `${name} ${count} 人`]
    })
  const shown = rows.length > MOST_ROWS ? [] : rows.map(rowNode)
  return [
    node(
      'session',
      both(`考勤 ${rows.length} 人：${sums('zh-CN').join('，')}`, `attendance: ${sums('en').join(', ')}`),
      shown,
    ),
  ]
}

function rowNode({ member, status, capacity, place }: Attendance): ExplanationNode {
  const text = (locale: Locale) => {
    const word = termName(ATTENDANCE_STATUSES, status, locale)
    if (capacity === 'member') return word
    const as = termName(CAPACITIES, capacity, locale)
    return locale === 'en' ? `${word} (${as})` : `${word}（${as}）`
  }
  return node(
    'session',
    both(`${member} ${text('zh-CN')}`, `${member} ${text('en')}`),
    [],
    place === null ? {} : { place },
  )
}

function actNode(act: Act): ExplanationNode {
  const { entitled, present, inFavour, member } = act
  const numbers: readonly (readonly [number | null, string, string])[] = [
    [entitled, '应到', 'entitled'],
    [present, '实到', 'present'],
    [inFavour, '赞成', 'in favour'],
  ]
  const known = numbers.filter(([value]) => value !== null)
  const zh = known.map(([value, name]) => `${name} ${value} 人`).join('，')
  const en = known.map(([value, , name]) => `${name} ${value}`).join(', ')
  const about = member === null ? '' : ` ${member}`
  return node(
    'session',
    both(
      `${termName(ACT_KINDS, act.kind, 'zh-CN')}记录 ${act.id}${about}${zh === '' ? '' : `：${zh}`}`,
      `${termName(ACT_KINDS, act.kind, 'en')} ${act.id}${about}${en === '' ? '' : `: ${en}`}`,
    ),
    [],
    { act: act.id, place: act.place },
  )
}
