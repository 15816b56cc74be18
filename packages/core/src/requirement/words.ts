import type { LocalizedText } from '../locale.ts'
import {
  CAPACITIES,
  MEMBER_STATUSES,
  MEMBER_TAGS,
  ORGANIZATION_KINDS,
  ROLES,
  SESSION_KINDS,
  SESSION_MODES,
  type Term,
  TOPICS,
  UNITS,
} from '../terms.ts'
import type { Amount, Bound, Counting, Demand, MilestoneEvent, Size, Who, Window } from './schema.ts'

const both = (zh: string, en: string): LocalizedText => ({ 'zh-CN': zh, en })

/** Names of terms, joined. */
function names(terms: readonly Term[], ids: readonly string[]): LocalizedText {
  const found = ids.map((id) => terms.find((term) => term.id === id) ?? { zh: id, en: id })
  return both(found.map((term) => term.zh).join('、'), found.map((term) => term.en).join(', '))
}

function joined(parts: readonly LocalizedText[], zh: string, en: string): LocalizedText {
  return both(parts.map((part) => part['zh-CN']).join(zh), parts.map((part) => part.en).join(en))
}

/** Who a rule speaks of, in words. */
export function describeWho(who: Who): LocalizedText {
  if ('all' in who) return joined(who.all.map(describePart), '，且', ' and ')
  if ('any' in who) return joined(who.any.map(describePart), '，或', ' or ')
  if ('not' in who) {
    const part = describeWho(who.not)
    return both(`非（${part['zh-CN']}）`, `not (${part.en})`)
  }
  if ('status' in who) return names(MEMBER_STATUSES, who.status)
  if ('suspended' in who) return both('停止党籍', 'membership suspended')
  if ('tag' in who) return names(MEMBER_TAGS, who.tag)
  if ('post' in who) {
    const kinds = names(ORGANIZATION_KINDS, who.post.in)
    const roles = names(ROLES, who.post.roles)
    return both(`在${kinds['zh-CN']}任${roles['zh-CN']}`, `holds a post (${roles.en}) in: ${kinds.en}`)
  }
  if ('below' in who) {
    const kind = names(ORGANIZATION_KINDS, [who.below])
    return both(`在${kind['zh-CN']}所属组织`, `below the ${kind.en}`)
  }
  if ('kind' in who) return names(ORGANIZATION_KINDS, who.kind)
  if ('parentKind' in who) {
    const kinds = names(ORGANIZATION_KINDS, who.parentKind)
    return both(`直接隶属${kinds['zh-CN']}`, `directly below: ${kinds.en}`)
  }
  return both('设有委员会', 'has a committee')
}

/** A part of a who, in brackets where it has parts itself. */
function describePart(who: Who): LocalizedText {
  const text = describeWho(who)
  const compound = ('all' in who && who.all.length > 1) || ('any' in who && who.any.length > 1)
  return compound ? both(`（${text['zh-CN']}）`, `(${text.en})`) : text
}

const EVENTS: Record<MilestoneEvent, LocalizedText> = {
  applied: both('申请入党', 'application'),
  activist: both('确定为入党积极分子', 'becoming an activist'),
  candidate: both('确定为发展对象', 'becoming a candidate'),
  admitted: both('支部大会接收为预备党员', 'admission by the branch meeting'),
  'full-member': both('转为正式党员', 'becoming a full member'),
}

const PERIODS = {
  month: both('每月', 'each month'),
  quarter: both('每季度', 'each quarter'),
  'half-year': both('每半年', 'each half-year'),
  year: both('每年', 'each year'),
} as const

/** A window in words. */
export function describeWindow(window: Window): LocalizedText {
  if ('each' in window) return PERIODS[window.each]
  if ('between' in window) {
    const [from, to] = window.between
    return both(
      `从${EVENTS[from]['zh-CN']}到${EVENTS[to]['zh-CN']}`,
      `from ${EVENTS[from].en} to ${EVENTS[to].en}`,
    )
  }
  return 'rolling' in window
    ? both('从检查之日往前看', 'looking back from the day of the check')
    : both('检查之日', 'on the day of the check')
}

const CLASSES = {
  'organizational-life': both('组织生活', 'organizational life'),
  learning: both('集中学习培训', 'central study and training'),
  central: both('集中培训', 'central training'),
} as const

/** Which sessions count, in words. */
export function describeCounting(count: Counting): LocalizedText {
  const parts: LocalizedText[] = []
  if (count.kinds !== undefined) parts.push(names(SESSION_KINDS, count.kinds))
  if (count.kindClass !== undefined) parts.push(CLASSES[count.kindClass])
  if (count.topics !== undefined) {
    const topics = names(TOPICS, count.topics)
    parts.push(both(`内容为${topics['zh-CN']}`, `on ${topics.en}`))
  }
  if (count.modes !== undefined) {
    const modes = names(SESSION_MODES, count.modes)
    parts.push(both(`方式为${modes['zh-CN']}`, `in mode ${modes.en}`))
  }
  if (count.organizer !== undefined) parts.push(describeOrganizer(count.organizer))
  if (count.capacities !== undefined) {
    const capacities = names(CAPACITIES, count.capacities)
    parts.push(both(`以${capacities['zh-CN']}身份`, `as ${capacities.en}`))
  }
  if (count.quarter !== undefined) parts.push(both(`在第${count.quarter}季度`, `in quarter ${count.quarter}`))
  return joined(parts, '，', ', ')
}

function describeOrganizer(organizer: NonNullable<Counting['organizer']>): LocalizedText {
  if (typeof organizer === 'object') {
    const kinds = names(ORGANIZATION_KINDS, organizer.kinds)
    return both(`由${kinds['zh-CN']}举办`, `held by: ${kinds.en}`)
  }
  if (organizer === 'own')
    return both('由本组织（所在支部或党小组）举办', 'held by the own organization (branch or group)')
  if (organizer === 'own-or-groups')
    return both('由本支部或其党小组举办', 'held by the branch or one of its groups')
  return both('由任职所在组织举办', 'held by the organization of the post')
}

const SIZES: Record<Size, LocalizedText> = {
  'full-members': both('正式党员', 'full members'),
  members: both('正式党员和预备党员', 'full and probationary members'),
  committee: both('委员会成员（含书记）', 'committee members with the secretary'),
  'committee-besides-secretary': both('书记以外的委员会成员', 'committee members besides the secretary'),
}

const MEASURE_UNIT = {
  sessions: 'session',
  hours: 'hour',
  days: 'day',
  size: 'person',
  gap: 'month',
} as const

/** One measure with its bound, in words; `amount` shows numbers and parameters. */
export function describeDemand(demand: Demand, amount: (value: Amount) => string): LocalizedText {
  const unit = UNITS.find((term) => term.id === MEASURE_UNIT[demand.measure])!
  if (demand.measure === 'gap') {
    const what = describeCounting(demand.count)
    return both(
      `连续不参加${what['zh-CN']}的时间不超过 ${amount(demand.atMost)}`,
      `no longer than ${amount(demand.atMost)} without ${what.en}`,
    )
  }
  const what = demand.measure === 'size' ? SIZES[demand.of] : describeCounting(demand.count)
  const bounds: LocalizedText[] = []
  if (demand.atLeast !== undefined)
    bounds.push(
      both(`不少于 ${amount(demand.atLeast)} ${unit.zh}`, `at least ${amount(demand.atLeast)} ${unit.en}`),
    )
  if (demand.atMost !== undefined)
    bounds.push(
      both(`不超过 ${amount(demand.atMost)} ${unit.zh}`, `at most ${amount(demand.atMost)} ${unit.en}`),
    )
  const bound = joined(bounds, '、', ' and ')
  const text = both(`${what['zh-CN']} ${bound['zh-CN']}`, `${what.en}: ${bound.en}`)
  if (demand.measure !== 'size' || demand.when === undefined) return text
  const { size, atLeast, atMost } = demand.when
  const when = joined(
    [
      ...(atLeast === undefined ? [] : [both(`${amount(atLeast)} 人以上`, `at least ${amount(atLeast)}`)]),
      ...(atMost === undefined ? [] : [both(`${amount(atMost)} 人以下`, `at most ${amount(atMost)}`)]),
    ],
    '、',
    ' and ',
  )
  return both(
    `${SIZES[size]['zh-CN']}${when['zh-CN']}时，${text['zh-CN']}`,
    `with ${when.en} ${SIZES[size].en}, ${text.en}`,
  )
}

/** A bound in words. */
export function describeBound(bound: Bound, amount: (value: Amount) => string): LocalizedText {
  if ('anyOf' in bound)
    return joined(
      bound.anyOf.map((demand) => describeDemand(demand, amount)),
      '，或者',
      ', or ',
    )
  if ('allOf' in bound)
    return joined(
      bound.allOf.map((demand) => describeDemand(demand, amount)),
      '；并且',
      '; and ',
    )
  return describeDemand(bound, amount)
}
