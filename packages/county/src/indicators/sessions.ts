import {
  type Indicator,
  type IndicatorContext,
  type LocalizedText,
  SESSION_KINDS,
  type SessionKind,
  type TableName,
  termName,
} from '@xueshi/core'
import { isFieldOrInteractive } from '../data/sessions.ts'
import { words } from '../wording.ts'
import { count, share, UNIT } from './figures.ts'
import { attendanceIn, heldBy } from './held.ts'

type Held = ReturnType<typeof heldBy>[number]

/** Counts the sessions that an organization hosted. */
export function sessionsHeld(
  id: string,
  title: LocalizedText,
  has: (session: Held, context: IndicatorContext) => boolean,
  reads: readonly TableName[] = ['sessions'],
): Indicator {
  return count({
    id,
    title,
    summary: words(
      `期内已举办的${title['zh-CN']}，按主办组织计，联办不重复计`,
      `${title.en} held in the period, by host; co-hosts do not count again`,
    ),
    unit: UNIT.sessions,
    reads,
    over: 'organizations',
    of: (organization, context) =>
      heldBy(organization, context).filter((session) => has(session, context)).length,
  })
}

const ofKind = (id: string, kind: SessionKind) =>
  sessionsHeld(
    id,
    words(termName(SESSION_KINDS, kind, 'zh-CN'), termName(SESSION_KINDS, kind, 'en')),
    ({ kinds }) => kinds.includes(kind),
  )

/** Kinds whose attendance makes the rate: everybody of the branch or group is due. */
const DUE: readonly SessionKind[] = ['general-meeting', 'group-meeting', 'party-lecture', 'theme-day']

/** 三会一课 and theme days. */
export const sessions: readonly Indicator[] = [
  ofKind('sessions/general-meetings', 'general-meeting'),
  ofKind('sessions/committee-meetings', 'committee-meeting'),
  ofKind('sessions/group-meetings', 'group-meeting'),
  ofKind('sessions/party-lectures', 'party-lecture'),
  ofKind('sessions/theme-days', 'theme-day'),
  share({
    id: 'sessions/attendance',
    title: words('到会率', 'rate of attendance'),
    summary: words(
      '党员大会、党小组会、党课、主题党日的考勤记录中出席的比例；请假、缺席、补学都不算出席，列席不计',
      'present among the records of general and group meetings, lectures and theme days; leave, absence and make-up are not presence, observers do not count',
    ),
    reads: ['sessions', 'attendance'],
    over: 'organizations',
    of: (organization, context) => {
      const { rates } = attendanceIn(context)
      let present = 0
      let recorded = 0
      for (const { id, kinds } of heldBy(organization, context)) {
        if (!kinds.some((kind) => DUE.includes(kind))) continue
        const rate = rates.get(id)
        present += rate?.[0] ?? 0
        recorded += rate?.[1] ?? 0
      }
      return [present, recorded]
    },
  }),
  share({
    id: 'sessions/field-share',
    title: words('主题党日现场教学占比', 'share of field sessions among theme days'),
    summary: words(
      '主题党日中现场教学、互动教学的比例',
      'field and interactive ones among the theme days held',
    ),
    reads: ['sessions'],
    over: 'organizations',
    of: (organization, context) => {
      const days = heldBy(organization, context).filter(({ kinds }) => kinds.includes('theme-day'))
      return [days.filter(isFieldOrInteractive).length, days.length]
    },
  }),
]
