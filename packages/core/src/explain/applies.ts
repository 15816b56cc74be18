import { type DaySet, daysWithin } from '../check/intervals.ts'
import { valueText } from '../check/messages.ts'
import type { Plan } from '../check/plan.ts'
import type { FindingParts } from '../check/record.ts'
import { scopeOfFinding } from '../check/scope-of-finding.ts'
import { type EpochDay, formatDate } from '../civil/date.ts'
import type { Locale, LocalizedText } from '../locale.ts'
import type { Presence } from '../requirement/schema.ts'
import { describeSessions, describeWho } from '../requirement/words.ts'
import { MEMBER_TAGS, termName } from '../terms.ts'
import type { ExplanationNode } from './explanation.ts'
import { both, node, span } from './node.ts'
import { quoteNode } from './parameters.ts'
import { lastJudgedDay } from './statements.ts'

/** Who the rule speaks of and on which days of the window that held. */
export function appliesNode(plan: Plan, parts: FindingParts): ExplanationNode {
  const { rule } = parts.plan
  const who = describeWho(rule.who)
  const kind = parts.verdict === 'not-applicable' ? 'not-applicable' : 'applies'
  const isOneDay = parts.window.from === parts.window.to
  const children = [node(kind, daysText(plan, parts))]
  if (!isOneDay) children.push(node(kind, presenceText(rule.presence)))
  for (const { tags, citation } of rule.exempt ?? []) {
    const names = (locale: Locale) =>
      tags.map((tag) => termName(MEMBER_TAGS, tag, locale)).join(locale === 'en' ? ', ' : '、')
    children.push(
      node(
        kind,
        both(
          `标签为${names('zh-CN')}的党员不作硬性要求（《${citation.instrument}》${citation.article ?? ''}）`,
          `no hard requirement for members tagged as ${names('en')} (${citation.instrument} ${citation.article ?? ''})`,
        ),
        [quoteNode(citation)],
      ),
    )
  }
  const subject = rule.subject === 'session' ? both('主办组织为', 'sessions held by: ') : both('', '')
  return node(
    kind,
    both(
      `适用对象：${subject['zh-CN']}${who['zh-CN']}${describeSessions(rule.sessions)['zh-CN']}`,
      `applies to: ${subject.en}${who.en}${describeSessions(rule.sessions).en}`,
    ),
    children,
  )
}

/** On which days of the window the subject was in scope; of a session, its host. */
function daysText(plan: Plan, parts: FindingParts): LocalizedText {
  const scope = scopeOfFinding(plan, parts)
  const { from, to } = parts.window
  const until = lastJudgedDay(plan, parts)
  const days = daysWithin(scope, from, until)
  const ranges = (locale: Locale) => rangesText(scope, from, until, locale)
  const en = `in scope on ${days} ${days === 1 ? 'day' : 'days'} of the window: ${ranges('en') || 'none'}`
  if (parts.subjectKind === 'session')
    return both(`活动当天（${formatDate(from)}）主办组织${days > 0 ? '属于' : '不属于'}适用对象`, en)
  if (from === to) return both(`${formatDate(from)} ${days > 0 ? '属于' : '不属于'}适用对象`, en)
  if (days === 0) return both(`${span(from, until, 'zh-CN')} 没有属于适用对象的日子`, en)
  return both(
    days === until - from + 1
      ? `${span(from, until, 'zh-CN')} 一直属于适用对象，共 ${days} 天`
      : `期间内有 ${days} 天属于适用对象：${ranges('zh-CN')}`,
    en,
  )
}

function presenceText(presence: Presence | undefined): LocalizedText {
  switch (presence ?? 'whole') {
    case 'whole':
      return both('整个期间都属于适用对象的，才有此要求', 'owed by those in scope for the whole window')
    case 'any':
      return both(
        '期间内任何一天属于适用对象的，即有此要求',
        'owed by those in scope on any day of the window',
      )
    case 'end':
      return both('期间最后一天属于适用对象的，即有此要求', 'owed by those in scope at the end of the window')
    default:
      return both(
        `期间内属于适用对象满 ${valueText(presence!, 'zh-CN')}的，才有此要求`,
        `owed by those in scope for ${valueText(presence!, 'en')}`,
      )
  }
}

/** The days of a set within some days, range by range. */
export function rangesText(scope: DaySet, from: EpochDay, to: EpochDay, locale: Locale): string {
  const ranges: string[] = []
  for (let i = 0; i < scope.length; i += 2) {
    const first = Math.max(scope[i]!, from)
    const last = Math.min(scope[i + 1]!, to)
    if (first <= last) ranges.push(span(first, last, locale))
  }
  return ranges.join(locale === 'en' ? ', ' : '，')
}
