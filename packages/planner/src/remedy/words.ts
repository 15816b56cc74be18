import {
  type CivilDate,
  type Course,
  civilOf,
  formatDate,
  type LocalizedText,
  parseDate,
  SESSION_KINDS,
  TOPICS,
  termName,
  UNITS,
} from '@xueshi/core'
import type { Constraint } from '../plan.ts'
import type { Offer } from './coming.ts'
import type { Gap } from './gaps.ts'
import type { GapRemedy } from './remedies.ts'

/** What is said of a session besides the session. */
interface Telling {
  readonly invited: boolean
  readonly course: Course | null
  readonly host: string
  readonly isOfOrganization: boolean
  readonly capacity: string | null
}

/** What to do with a session: 参加10月8日主题党日. */
export function sessionWords({ draft, isNew }: Offer, telling: Telling): LocalizedText {
  const { course, host, invited, isOfOrganization, capacity } = telling
  const date = formatDate(draft.place!.days[0]!)
  const kinds = (locale: 'zh-CN' | 'en') =>
    draft.kinds.map((kind) => termName(SESSION_KINDS, kind, locale)).join(locale === 'en' ? ' with ' : '暨')
  const of = course === null ? both('', '') : both(`（课程：${course.name}）`, ` (course: ${course.name})`)
  const what = both(`${kinds('zh-CN')}${of['zh-CN']}`, `${kinds('en')}${of.en}`)
  const day = dayWords(date)
  if (isOfOrganization)
    return isNew
      ? both(`${day['zh-CN']}举办${what['zh-CN']}`, `hold ${what.en} on ${day.en}`)
      : both(`${day['zh-CN']}按计划举办${what['zh-CN']}`, `hold ${what.en} on ${day.en} as planned`)
  if (isNew && draft.mode === 'home-delivery')
    return both(
      `${day['zh-CN']}由${host}送学上门：${what['zh-CN']}`,
      `${host} brings home ${what.en} on ${day.en}`,
    )
  if (capacity === 'lecturer')
    return both(
      `${day['zh-CN']}在${host}主讲${what['zh-CN']}`,
      `lecture at ${host} (${what.en}) on ${day.en}`,
    )
  if (isNew)
    return both(
      `参加${day['zh-CN']}${host}补学：${what['zh-CN']}`,
      `come to the make-up of ${host} on ${day.en}: ${what.en}`,
    )
  return invited
    ? both(
        `按通知参加${day['zh-CN']}${host}${what['zh-CN']}`,
        `come to ${what.en} of ${host} on ${day.en} as asked`,
      )
    : both(`报名参加${day['zh-CN']}${host}${what['zh-CN']}`, `join ${what.en} of ${host} on ${day.en}`)
}

/** One sentence of a gap: what is missing, by when, and what to do. */
export function gapText(gap: Omit<GapRemedy, 'text'>, steps: readonly LocalizedText[]): LocalizedText {
  const lack = lackWords(gap)
  const { reason } = gap
  const zh = steps.map((step) => step['zh-CN']).join('；')
  const en = steps.map((step) => step.en).join('; ')
  return both(
    `${lack['zh-CN']}${zh === '' ? '' : `：${zh}`}。${reason?.message['zh-CN'] ?? ''}`,
    `${lack.en}${en === '' ? '' : `: ${en}`}.${reason === null ? '' : ` ${reason.message.en}`}`,
  )
}

/** What is missing, and by when. */
export function lackWords({ title, missing, unit, due, topics }: Omit<GapRemedy, 'text'>): LocalizedText {
  const content = (locale: 'zh-CN' | 'en') => topicNames(topics, locale)
  const amount = (locale: 'zh-CN' | 'en') => termName(UNITS, unit, locale)
  return both(
    `${title['zh-CN']}${topics.length === 0 ? '' : `（${content('zh-CN').join('、')}）`}还差${missing}${amount('zh-CN')}${due === null ? '' : `，${due}前`}`,
    `${title.en}${topics.length === 0 ? '' : ` (${content('en').join(', ')})`}: ${missing} ${amount('en')} missing${due === null ? '' : ` by ${due}`}`,
  )
}

/** The title of a gap that no rule asks about. */
export const TOPIC_OWED: LocalizedText = { 'zh-CN': '应学内容', en: 'Topic owed' }

/** Why a gap is not closed. */
export function reasonOf(
  { fault, of: { window } }: Gap,
  constraint: Constraint | undefined,
): NonNullable<GapRemedy['reason']> {
  if (constraint !== undefined)
    return {
      kind: constraint.kind,
      message: both(`${constraint.message['zh-CN']}。`, `${sentence(constraint.message.en)}.`),
    }
  const kind = fault ?? 'workdays'
  return { kind, message: MESSAGES[kind](window.from, window.to) }
}

const MESSAGES = {
  'window-over': (from: CivilDate, to: CivilDate | null) =>
    both(
      `${from}至${to}已经过去，不能再补办；其间确已开展或参加的，请补录。`,
      `${from} to ${to} is over: nothing held now counts; record what took place then.`,
    ),
  'too-late': () => both('期限内已经不能达到，补办也不算。', 'It cannot be met any more in its window.'),
  exceeded: () =>
    both('已经超过上限，举办活动不能改变。', 'More was done than is allowed: no session changes that.'),
  later: (_: CivilDate, to: CivilDate | null) =>
    both(
      `期限到${to}，这里只安排本年度应完成的部分。`,
      `It is open until ${to}: these steps are this year's part of it.`,
    ),
  'records-too': () =>
    both(
      '另外还要求记录（如联系、谈话），请办理后登记。',
      'Records (contacts, talks) are asked for besides.',
    ),
  workdays: () => both('期限内没有可用的工作日。', 'No working day is left in its window.'),
} satisfies Record<
  NonNullable<Gap['fault']> | 'workdays',
  (from: CivilDate, to: CivilDate | null) => LocalizedText
>

/** Names of topics; words of a county stay as they are. */
export function topicNames(topics: readonly string[], locale: 'zh-CN' | 'en'): string[] {
  return topics.map((topic) => termName(TOPICS, topic, locale))
}

/** 10月8日, 2025-10-08. */
export function dayWords(date: CivilDate): LocalizedText {
  const { month, day } = civilOf(parseDate(date))
  return both(`${month}月${day}日`, date)
}

export function both(zh: string, en: string): LocalizedText {
  return { 'zh-CN': zh, en }
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).replace(/[.]$/, '')
}
