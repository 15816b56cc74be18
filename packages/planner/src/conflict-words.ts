import { type Dataset, fillText, formatInstant, type LocalizedText, tryParseInstant } from '@xueshi/core'
import type { ConflictCode } from './conflict.ts'
import type { PlannedSession } from './plan.ts'

/** `{one}` and `{other}` are sessions; `{what}` is the person, venue, day or word it is about. */
const MESSAGES: Readonly<Record<ConflictCode, LocalizedText>> = {
  'duplicate-id': {
    'zh-CN': '活动编号“{what}”出现不止一次：{one}；{other}。',
    en: 'The id “{what}” is given to more than one session: {one}; {other}.',
  },
  'invalid-time': {
    'zh-CN': '{one}的时间“{what}”不是有效时间。',
    en: '{one}: “{what}” is no time.',
  },
  'end-before-start': {
    'zh-CN': '{one}的结束时间不晚于开始时间（{what}）。',
    en: '{one} does not end after it begins ({what}).',
  },
  'dates-disagree': {
    'zh-CN': '{one}写明的日期（{what}）与开始、结束时间不符。',
    en: '{one}: the dates stated ({what}) are not those of start and end.',
  },
  'outside-year': {
    'zh-CN': '{one}不在计划年度{what}年内。',
    en: '{one} is outside of {what}, the year of the plan.',
  },
  'outside-window': {
    'zh-CN': '{one}写明用于“{what}”，但不在这一时段内。',
    en: '{one} is said to serve “{what}” and lies outside of that window.',
  },
  'not-a-workday': {
    'zh-CN': '{one}占用的{what}不是工作日。',
    en: '{one} is on {what}, which is no working day.',
  },
  'unknown-organization': {
    'zh-CN': '{one}写明的党组织“{what}”不在党组织表中。',
    en: '{one}: the organization “{what}” is not in the table of organizations.',
  },
  'organization-not-there': {
    'zh-CN': '{one}举办时，党组织“{what}”尚未成立或者已经撤销。',
    en: '{one}: the organization “{what}” is not yet founded or already dissolved on that day.',
  },
  'unknown-venue': {
    'zh-CN': '{one}的地点“{what}”不在阵地表中。',
    en: '{one}: the venue “{what}” is not in the table of venues.',
  },
  'unknown-lecturer': {
    'zh-CN': '{one}的主讲人“{what}”既不在师资表中，也不在党员表中。',
    en: '{one}: the lecturer “{what}” is neither in the register of lecturers nor in the table of members.',
  },
  'unknown-member': {
    'zh-CN': '{one}的参加人员“{what}”不在党员表中。',
    en: '{one}: “{what}”, who is invited, is not in the table of members.',
  },
  'duplicate-attendee': {
    'zh-CN': '{one}的参加人员中，“{what}”重复。',
    en: '{one}: “{what}” is invited twice.',
  },
  'not-on-roll': {
    'zh-CN': '{one}当天，“{what}”不在册（尚未入册或者已经离开）。',
    en: '{one}: “{what}” is not on the roll that day (not yet, or gone).',
  },
  'not-of-host': {
    'zh-CN': '{one}当天，“{what}”不属于举办或者联办的党组织，也不在那里任职。',
    en: '{one}: “{what}” belongs to none of its hosts that day and holds no post there.',
  },
  'person-double-booked': {
    'zh-CN': '“{what}”同一时间有两个活动：{one}；{other}。',
    en: '“{what}” is at two sessions at one time: {one}; {other}.',
  },
  'lecturer-double-booked': {
    'zh-CN': '主讲人{what}同一时间有两个活动：{one}；{other}。',
    en: 'The lecturer {what} is at two sessions at one time: {one}; {other}.',
  },
  'venue-double-booked': {
    'zh-CN': '{what}同一时间有两个活动：{one}；{other}。',
    en: '{what} has two sessions at one time: {one}; {other}.',
  },
  'venue-over-capacity': {
    'zh-CN': '{one}：{what}。',
    en: '{one}: {what}.',
  },
  'venue-shut': {
    'zh-CN': '{one}：{what}。',
    en: '{one}: {what}.',
  },
  'venue-blacked-out': {
    'zh-CN': '{one}：{what}。',
    en: '{one}: {what}.',
  },
}

/** The sentence of a conflict; `what` may differ by language. */
export function conflictMessage(
  code: ConflictCode,
  what: string | LocalizedText,
  one: LocalizedText,
  other?: LocalizedText,
): LocalizedText {
  const inLanguage = (text: string | LocalizedText, language: keyof LocalizedText) =>
    typeof text === 'string' ? text : text[language]
  const filled = (language: keyof LocalizedText) =>
    fillText(MESSAGES[code], {
      what: inLanguage(what, language),
      one: one[language],
      other: other?.[language] ?? '',
    })[language]
  return { 'zh-CN': filled('zh-CN'), en: filled('en') }
}

/** A session by host, title and time in Asia/Shanghai. */
export function sessionName(session: PlannedSession, dataset: Dataset): LocalizedText {
  const nameOf = (id: string) => dataset.organization(id)?.name ?? id
  const hosts = [session.organization, ...session.coHosts].map(nameOf)
  const start = timeText(session.start)
  const end = timeText(session.end)
  const until = start.slice(0, 10) === end.slice(0, 10) ? end.slice(11) : end
  return {
    'zh-CN': `${hosts.join('、')}“${session.title}”（${start}—${until}）`,
    en: `${hosts.join(', ')} “${session.title}” (${start}–${until})`,
  }
}

/** Several sessions by name. */
export function sessionNames(sessions: readonly PlannedSession[], dataset: Dataset): LocalizedText {
  const names = sessions.map((session) => sessionName(session, dataset))
  return {
    'zh-CN': names.map((name) => name['zh-CN']).join('；'),
    en: names.map((name) => name.en).join('; '),
  }
}

function timeText(instant: string): string {
  const minute = tryParseInstant(instant)
  return minute === undefined ? instant : formatInstant(minute).slice(0, 16).replace('T', ' ')
}
