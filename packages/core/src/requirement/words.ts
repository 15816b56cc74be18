import type { Locale, LocalizedText } from '../locale.ts'
import {
  ACT_KINDS,
  CAPACITIES,
  ORGANIZATION_KINDS,
  SESSION_KINDS,
  SESSION_MODES,
  TOPICS,
  UNITS,
} from '../terms.ts'
import { both, joined, names } from './joined.ts'
import type {
  ActCounting,
  Amount,
  Bound,
  Counting,
  Demand,
  MilestoneEvent,
  RuleMeta,
  Size,
  Window,
  WindowEvent,
} from './schema.ts'
import { valueText } from './value-text.ts'

export { describeWho } from './who-words.ts'

const EVENTS: Record<MilestoneEvent | 'post-start', LocalizedText> = {
  applied: both('申请入党', 'application'),
  activist: both('确定为入党积极分子', 'becoming an activist'),
  candidate: both('确定为发展对象', 'becoming a candidate'),
  admitted: both('支部大会接收为预备党员', 'admission by the branch meeting'),
  'full-member': both('转为正式党员', 'becoming a full member'),
  'post-start': both('任职', 'the start of the post'),
}

/** What opens or closes a window, in words. */
export function describeEvent(event: WindowEvent): LocalizedText {
  if (typeof event === 'string') return EVENTS[event]
  const kind = names(ACT_KINDS, [event.act])
  return both(`“${kind['zh-CN']}”记录`, `the act “${kind.en}”`)
}

const NOT_YET: Record<MilestoneEvent | 'post-start', LocalizedText> = {
  applied: both('尚未申请入党', 'no application'),
  activist: both('尚未确定为入党积极分子', 'no becoming an activist'),
  candidate: both('尚未确定为发展对象', 'no becoming a candidate'),
  admitted: both('支部大会尚未接收为预备党员', 'no admission by the branch meeting'),
  'full-member': both('尚未转为正式党员', 'no becoming a full member'),
  'post-start': both('尚未任职', 'no start of the post'),
}

/** That an event has not happened, in words. */
export function describeMissingEvent(event: WindowEvent): LocalizedText {
  if (typeof event === 'string') return NOT_YET[event]
  const text = describeEvent(event)
  return both(`尚无${text['zh-CN']}`, `no ${text.en}`)
}

const PERIODS = {
  month: both('每月', 'each month'),
  quarter: both('每季度', 'each quarter'),
  'half-year': both('每半年', 'each half-year'),
  year: both('每年', 'each year'),
} as const

/** An amount as it is written: a number, a duration in words, or the name of the parameter. */
function asWritten(amount: Amount, locale: Locale): string {
  return typeof amount === 'object' ? amount.parameter : valueText(amount, locale)
}

/** A window in words; `amount` shows its duration, which may be a parameter. */
export function describeWindow(
  window: Window,
  amount: (value: Amount, locale: Locale) => string = asWritten,
): LocalizedText {
  if ('each' in window) return PERIODS[window.each]
  if ('between' in window) {
    const [from, to] = window.between.map(describeEvent) as [LocalizedText, LocalizedText]
    const { plus } = window
    return plus === undefined
      ? both(`从${from['zh-CN']}到${to['zh-CN']}`, `from ${from.en} to ${to.en}`)
      : both(
          `从${from['zh-CN']}到${to['zh-CN']}后${amount(plus, 'zh-CN')}`,
          `from ${from.en} to ${amount(plus, 'en')} after ${to.en}`,
        )
  }
  if ('after' in window) {
    const event = describeEvent(window.after)
    return both(
      `${event['zh-CN']}后${amount(window.within, 'zh-CN')}内`,
      `within ${amount(window.within, 'en')} of ${event.en}`,
    )
  }
  if ('term' in window)
    return both(
      `自 ${window.from} 起每${valueText(window.term, 'zh-CN')}`,
      `every ${valueText(window.term, 'en')} from ${window.from}`,
    )
  if ('session' in window) return both('活动当天', 'on the day of the session')
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
  const kinds = [
    ...(count.kinds === undefined ? [] : [names(SESSION_KINDS, count.kinds)]),
    ...(count.kindClass === undefined ? [] : [CLASSES[count.kindClass]]),
  ]
  if (kinds.length > 0) parts.push(joined(kinds, '或者', ' or '))
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

/** Which acts count, in words. */
export function describeActs(count: ActCounting): LocalizedText {
  const kinds = names(ACT_KINDS, count.acts)
  const parts: LocalizedText[] = [both(`“${kinds['zh-CN']}”记录`, `acts: ${kinds.en}`)]
  if (count.as === 'member') parts.push(both('以本人为对象', 'about the person'))
  if (count.as === 'counterpart') parts.push(both('本人为对方', 'with the person as counterpart'))
  if (count.ofPost === true) parts.push(both('属于任职所在组织', 'of the organization of the post'))
  if (count.topics !== undefined) {
    const topics = names(TOPICS, count.topics)
    parts.push(both(`内容为${topics['zh-CN']}`, `on ${topics.en}`))
  }
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

/** What a size counts, in words. */
export function describeSize(size: Size): LocalizedText {
  return SIZES[size]
}

const MEASURE_UNIT = {
  sessions: 'session',
  hours: 'hour',
  days: 'day',
  acts: 'session',
  size: 'person',
  gap: 'month',
} as const

/** One measure with its bound, in words; `amount` shows numbers and parameters. */
export function describeDemand(demand: Demand, amount: (value: Amount) => string): LocalizedText {
  if (demand.measure === 'lag') return describeLag(demand, amount)
  const unit = UNITS.find((term) => term.id === MEASURE_UNIT[demand.measure])!
  if (demand.measure === 'gap') {
    const what = describeCounting(demand.count)
    return both(
      `连续不参加${what['zh-CN']}的时间不超过 ${amount(demand.atMost)}`,
      `no longer than ${amount(demand.atMost)} without ${what.en}`,
    )
  }
  const what =
    demand.measure === 'size'
      ? SIZES[demand.of]
      : demand.measure === 'acts'
        ? describeActs(demand.count)
        : describeCounting(demand.count)
  const named = demand.measure === 'acts' ? both('次', 'times') : both(unit.zh, unit.en)
  const some = (value: Amount) => {
    const shown = amount(value)
    return both(
      `${shown} ${named['zh-CN']}`,
      `${shown} ${shown === '1' ? named.en.replace(/s$/, '') : named.en}`,
    )
  }
  const bounds: LocalizedText[] = []
  if (demand.atLeast !== undefined) {
    const least = some(demand.atLeast)
    bounds.push(both(`不少于 ${least['zh-CN']}`, `at least ${least.en}`))
  }
  if (demand.atMost !== undefined) {
    const most = some(demand.atMost)
    bounds.push(both(`不超过 ${most['zh-CN']}`, `at most ${most.en}`))
  }
  const bound = joined(bounds, '、', ' and ')
  // Conditions of what counts end with a comma before the bound, a name alone does not need one.
  const comma = what['zh-CN'].includes('，') ? '，' : ''
  const text = both(`${what['zh-CN']}${comma}${bound['zh-CN']}`, `${what.en}: ${bound.en}`)
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
    `${SIZES[size]['zh-CN']} ${when['zh-CN']}时，${text['zh-CN']}`,
    `with ${when.en} ${SIZES[size].en}, ${text.en}`,
  )
}

function describeLag(
  demand: Extract<Demand, { measure: 'lag' }>,
  amount: (value: Amount) => string,
): LocalizedText {
  const bounds: LocalizedText[] = []
  if (demand.atLeast !== undefined)
    bounds.push(both(`不少于 ${amount(demand.atLeast)}`, `at least ${amount(demand.atLeast)}`))
  if (demand.atMost !== undefined)
    bounds.push(both(`不超过 ${amount(demand.atMost)}`, `at most ${amount(demand.atMost)}`))
  const bound = joined(bounds, '、', ' and ')
  return both(`前后两个事项相隔${bound['zh-CN']}`, `from the first event to the second ${bound.en}`)
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

/** Which sessions of the hosts a rule about sessions speaks of. */
export function describeSessions(sessions: RuleMeta['sessions']): LocalizedText {
  const kinds = names(SESSION_KINDS, sessions?.kinds ?? [])
  const acts = names(ACT_KINDS, sessions?.acts ?? [])
  const parts = [
    ...(sessions?.kinds === undefined
      ? []
      : [both(`，活动类型为${kinds['zh-CN']}`, `, sessions of kind: ${kinds.en}`)]),
    ...(sessions?.acts === undefined
      ? []
      : [both(`，并有“${acts['zh-CN']}”记录`, `, sessions named by an act: ${acts.en}`)]),
  ]
  return joined(parts, '', '')
}
