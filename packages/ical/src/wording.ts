import {
  type Dataset,
  type Locale,
  SESSION_KINDS,
  SESSION_MODES,
  SESSION_STATUSES,
  type Session,
  TOPICS,
  termName,
} from '@xueshi/core'
import { feedLine } from './text.ts'

interface Labels {
  readonly kinds: string
  readonly host: string
  readonly coHosts: string
  readonly observers: string
  readonly lecturers: string
  readonly topics: string
  readonly program: string
  readonly mode: string
  readonly hours: string
  readonly status: string
  readonly timeless: string
  readonly start: string
  readonly endless: string
  readonly cancelled: string
  readonly myFeed: string
  readonly feedOf: string
  readonly list: string
  readonly colon: string
}

const LABELS: Record<Locale, Labels> = {
  'zh-CN': {
    kinds: '活动类型',
    host: '主办',
    coHosts: '联办',
    observers: '列席单位',
    lecturers: '主讲人',
    topics: '内容分类',
    program: '培训项目',
    mode: '方式',
    hours: '学时',
    status: '状态',
    timeless: '只注明日期，未注明具体时间',
    start: '开始时间',
    endless: '未注明结束时间',
    cancelled: '【取消】',
    myFeed: '我的组织生活',
    feedOf: '的组织生活',
    list: '、',
    colon: '：',
  },
  en: {
    kinds: 'Kind',
    host: 'Host',
    coHosts: 'Co-hosts',
    observers: 'Observers',
    lecturers: 'Lecturers',
    topics: 'Topics',
    program: 'Programme',
    mode: 'Mode',
    hours: 'Hours',
    status: 'Status',
    timeless: 'Only the day is stated, not the time',
    start: 'Start',
    endless: 'The end is not stated',
    cancelled: '[Cancelled] ',
    myFeed: 'My organizational life',
    feedOf: ': organizational life',
    list: ', ',
    colon: ': ',
  },
}

/**
 * Whether a session is shown as whole days: only its days are known, or it ends on a later day nobody knows
 * when.
 */
export function isDays(session: Session): boolean {
  return session.timeless || (session.end === null && session.lastDay > session.start.slice(0, 10))
}

/** The kinds of a session in words, unknown kinds as the export writes them. */
export function kindNames(session: Session, locale: Locale): string[] {
  const names = session.kinds.map((kind) => termName(SESSION_KINDS, kind, locale))
  return [...names, ...session.unknownKinds.map(feedLine)].filter((name) => name !== '')
}

/** One line for a calendar's grid: the kinds that the title does not name itself, then the title. */
export function summaryOf(session: Session, locale: Locale): string {
  const labels = LABELS[locale]
  const title = feedLine(session.title ?? '')
  const kinds = kindNames(session, locale).filter((name) => !title.includes(name))
  const parts = [kinds.join(labels.list), title].filter((part) => part !== '')
  return (session.status === 'cancelled' ? labels.cancelled : '') + parts.join(labels.colon)
}

/** What a participant wants to know, a line each. Of persons it names the lecturers alone. */
export function descriptionOf(session: Session, dataset: Dataset, locale: Locale): string {
  const labels = LABELS[locale]
  const organizations = (words: readonly string[]) => words.map((word) => organizationName(word, dataset))
  const lines: string[] = []
  const add = (label: string, words: readonly string[]) => {
    const said = words.map(feedLine).filter((word) => word !== '')
    if (said.length > 0) lines.push(label + labels.colon + said.join(labels.list))
  }
  add(labels.kinds, kindNames(session, locale))
  add(labels.host, organizations([session.organization]))
  add(labels.coHosts, organizations(session.coHosts))
  add(labels.observers, organizations(session.observers))
  add(
    labels.lecturers,
    session.lecturers.map((lecturer) => dataset.member(lecturer)?.name ?? lecturer),
  )
  add(
    labels.topics,
    session.topics.map((topic) => termName(TOPICS, topic, locale)),
  )
  if (session.program !== null) add(labels.program, [session.program])
  if (session.mode !== null) add(labels.mode, [termName(SESSION_MODES, session.mode, locale)])
  if (session.hours !== null) add(labels.hours, [String(session.hours)])
  if (session.status === 'planned' || session.status === 'cancelled')
    add(labels.status, [termName(SESSION_STATUSES, session.status, locale)])
  if (session.timeless) lines.push(labels.timeless)
  else if (isDays(session))
    lines.push(`${labels.start}${labels.colon}${session.start.slice(11, 16)}`, labels.endless)
  else if (session.end === null) lines.push(labels.endless)
  return lines.join('\n')
}

/** Name of a member's feed; without `person` it tells nothing about whose it is. */
export function memberFeedName(locale: Locale, person: string | null): string {
  const labels = LABELS[locale]
  return person === null ? labels.myFeed : feedLine(person) + labels.feedOf
}

function organizationName(word: string, dataset: Dataset): string {
  return dataset.organization(word)?.name ?? word
}
