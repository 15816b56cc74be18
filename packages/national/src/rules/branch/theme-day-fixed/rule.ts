import {
  type CivilDate,
  type Dataset,
  defineRule,
  formatDate,
  type Judgement,
  parseThemeDay,
  type RuleContext,
  type RuleSubject,
  type Session,
  themeDayIn,
} from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { notCovered, unknown } from '../../development/records.ts'
import { groupedBy } from '../../grouped.ts'
import { dayOf, isHeld } from '../../held.ts'
import { remembered } from '../../remembered.ts'
import { ownNumber, words } from '../../wording.ts'
import { distanceOf, lastDayInTime } from './distance.ts'

const { themeDay } = branchWork2018.sentences

/** 支部条例 Art. 16 ¶4: the theme day has a fixed day of the month. Whether it was held at all is another rule. */
export default defineRule({
  id: 'branch/theme-day-fixed',
  title: words('主题党日在固定日开展', 'Theme day on the fixed day'),
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { each: 'month' },
  strength: 'usual',
  assurance: 'verified',
  parameters: {
    tolerance: {
      title: words('可以相差的工作日', 'working days it may be off'),
      unit: 'day',
      refinement: 'replace',
      stricter: 'lower',
      versions: [{ value: 0, from: branchWork2018.inForce, citations: [{ ...themeDay, note: ownNumber }] }],
    },
  },
  citations: [themeDay],
  uncoded: [
    words(
      '“相对固定”：有正当理由可以改期；理由不在数据中，故只作警告。可以相差几个工作日由参数规定。',
      '“相对固定” (relatively fixed): it may be moved for a reason, which is not in the data, so this only warns; the parameter says by how many working days.',
    ),
    words(
      '固定日不是工作日的，条文没有说怎样顺延：顺延到本月内下一个工作日为止都算在固定日开展，本月内没有的，提前到上一个工作日；遇调休上班的周末，当天开展或者再往后顺延都可以。',
      'Where the fixed day is not worked the text gives no rule: every day up to the next working day inside the month will do, or the last one before it where none is left; a make-up day on a weekend may be used or passed over.',
    ),
    words(
      '本支部没有登记固定日的，按最近的上级党组织登记的固定日。本月没有开展的，由“主题党日每月开展”判断。',
      'A branch without a fixed day follows that of the nearest organization above it. A month without a theme day is judged by “Theme day each month”.',
    ),
  ],
  summary: words(
    '主题党日在每月固定日开展，与固定日相差不超过{tolerance}个工作日；固定日不是工作日的，顺延到本月内下一个工作日。',
    'The theme day is held on the fixed day of the month, at most {tolerance} working day(s) off; where that day is not worked, up to the next one that is, inside the month.',
  ),
  advice: words(
    '请把以后的主题党日安排在固定日；固定日变了的，请在党组织表改“主题党日”（如“每月5日”“每月第一个星期五”）。',
    'Hold the coming theme days on the fixed day; if another day was agreed, correct it in the table of organizations (每月5日, 每月第一个星期五).',
  ),
  reads: ['organizations', 'sessions'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const { asOf, dataset, window } = context
  const text = fixedDayText(subject.id, dataset)
  if (text === null)
    return unknown(
      words(
        '党组织表没有本支部的主题党日固定日，无法判断。',
        'The table of organizations has no fixed theme day of this branch.',
      ),
    )
  const fixed = remembered(context, text, () => fixedDay(text, context))
  if (fixed === null)
    return unknown(
      words(
        `看不懂主题党日固定日“${text}”，请写成“每月5日”或者“每月第一个星期五”。`,
        `The fixed theme day “${text}” is not understood; write 每月5日 or 每月第一个星期五.`,
      ),
    )
  const last = window.to!
  const tolerance = Number(context.parameter('tolerance'))
  const held = themeDays(dataset, subject.id)
    .filter((session) => {
      const day = dayOf(session)
      return day >= window.from && day <= last && isHeld(session, context)
    })
    .map(dayOf)
  const judged = held.map((day) => ({ day, off: distanceOf(day, fixed, last, context) }))
  const inTime = judged.find(({ off }) => off.most <= tolerance)
  if (inTime !== undefined) return answer('met', inTime.day, inTime.off.most)
  const open = judged.find(({ off }) => off.least <= tolerance)
  if (open !== undefined) return notTold(fixed, open.day)
  const nearest = judged.toSorted((a, b) => a.off.least - b.off.least)[0]
  const due = lastDayInTime(fixed, last, tolerance, context)
  if (asOf < due)
    return { verdict: 'pending', required: tolerance, unit: 'day', due, message: dueOn(fixed, due) }
  const blind = notCovered(window.from, [asOf, last].sort()[0]!, context)
  if (blind !== null) return unknown(blind)
  if (nearest === undefined)
    return {
      verdict: 'not-applicable',
      message: words(
        '本月没有开展主题党日，由“主题党日每月开展”判断。',
        'No theme day was held this month; that is judged by “Theme day each month”.',
      ),
    }
  return answer('breached', nearest.day, nearest.off.least)

  function answer(verdict: 'met' | 'breached', day: CivilDate, measured: number): Judgement {
    return {
      verdict,
      measured,
      required: tolerance,
      unit: 'day',
      message: words(
        `固定日是${fixed}，${day}开展${day === fixed ? '' : `，相差${measured}个工作日`}。`,
        `Fixed for ${fixed}, held on ${day}${day === fixed ? '' : `, ${measured} working day(s) off`}.`,
      ),
    }
  }
}

function dueOn(fixed: CivilDate, due: CivilDate) {
  return words(
    due === fixed ? `固定日是${fixed}。` : `固定日是${fixed}，最迟${due}开展。`,
    due === fixed ? `Fixed for ${fixed}.` : `Fixed for ${fixed}, due by ${due}.`,
  )
}

function notTold(fixed: CivilDate, day: CivilDate): Judgement {
  return unknown(
    words(
      `固定日是${fixed}，${day}开展：没有这些日子的工作日历，无法判断是否顺延。`,
      `Fixed for ${fixed}, held on ${day}: no calendar of working days tells whether that is the next one.`,
    ),
  )
}

/** The fixed day of an organization or of the nearest one above it, as written. */
function fixedDayText(id: string, dataset: Dataset): string | null {
  const seen = new Set<string>()
  for (let at: string | null = id; at !== null && !seen.has(at); ) {
    seen.add(at)
    const organization = dataset.organization(at)
    if (organization?.themeDay != null) return organization.themeDay
    at = organization?.parent ?? null
  }
  return null
}

/** The fixed day in the month of a window, `null` where it is not understood; branches share few of them. */
function fixedDay(text: string, { window: { from } }: RuleContext): CivilDate | null {
  const parsed = parseThemeDay(text)
  if (parsed === undefined) return null
  return formatDate(themeDayIn(parsed, Number(from.slice(0, 4)), Number(from.slice(5, 7))))
}

// Sessions of a dataset never change: they are gone through once, not once per branch and month.
const known = new WeakMap<readonly Session[], ReadonlyMap<string, readonly Session[]>>()

/** The theme days an organization hosts or co-hosts. */
function themeDays({ sessions }: Dataset, organization: string): readonly Session[] {
  let byHost = known.get(sessions)
  if (byHost === undefined) {
    const hosted = sessions
      .filter(({ kinds }) => kinds.includes('theme-day'))
      .flatMap((session) => [session.organization, ...session.coHosts].map((host) => ({ host, session })))
    const grouped = groupedBy(hosted, ({ host }) => host)
    byHost = new Map([...grouped].map(([host, rows]) => [host, rows.map(({ session }) => session)]))
    known.set(sessions, byHost)
  }
  return byHost.get(organization) ?? []
}
