import {
  defineRule,
  type Judgement,
  type RuleContext,
  type RuleSubject,
  SESSION_KINDS,
  type Session,
  type SessionKind,
  termName,
} from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { localHours2021 } from '../../../instruments/training-plans.ts'
import { dayOf, isHeld } from '../../held.ts'
import { ownNumber, words } from '../../wording.ts'
import { doubtfulPair } from './pairs.ts'

const { appraisalJoined, themeDay } = branchWork2018.sentences

/** Sessions under several kinds: a county decides how many it allows; the default allows the lawful pairs only. */
export default defineRule({
  id: 'data/double-count',
  title: words('一次活动按几种类型计入', 'One session under several kinds'),
  subject: 'organization',
  who: {
    kind: [
      'county-committee',
      'working-committee',
      'party-committee',
      'leadership-group',
      'organ-committee',
      'general-branch',
      'branch',
      'group',
      'study-group',
    ],
  },
  window: { each: 'year' },
  presence: 'any',
  strength: 'local',
  assurance: 'secondary',
  parameters: {
    sessions: {
      title: words('最多允许的次数', 'greatest number allowed'),
      unit: 'session',
      refinement: 'replace',
      stricter: 'lower',
      versions: [
        {
          value: 0,
          from: branchWork2018.inForce,
          citations: [
            { ...themeDay, note: ownNumber },
            { ...appraisalJoined, note: ownNumber },
          ],
        },
      ],
    },
  },
  citations: [themeDay, appraisalJoined, localHours2021.sentences.together],
  uncoded: [
    words(
      '“党员集中学习、过组织生活、进行民主议事和志愿服务等”：主题党日与党员大会、党小组会、党课、组织生活会、民主评议、集体学习、志愿服务合并的不提示；条文允许的其他合并也不提示；其余的组合，全国性规定没有说可否，由各地决定。',
      'Pairs that a national text allows (a theme day with meetings, lectures, study and service; an organizational life meeting with its forms and the appraisal) are not shown; on all others the texts are silent and the county decides.',
    ),
    words(
      '同一学时同时计入32学时、56学时等几项要求：不在此核对。',
      'Hours that count for several duties (32, 56 …): not checked here.',
    ),
  ],
  summary: words(
    '条文没有允许合并的几种类型，由一次活动同时计入的，每年不超过{sessions}次。',
    'At most {sessions} sessions a year stand under kinds that no text lets one session serve together.',
  ),
  advice: words(
    '请核对活动类型；本地允许合并计入的，请在配置中调大允许的次数，不允许的请分别开展、分别登记。',
    'Check the kinds of the session; where the county allows it, raise the number in the config, else hold and record the sessions apart.',
  ),
  reads: ['sessions'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const { from, to } = context.window
  const most = Number(context.parameter('sessions'))
  const found = (doubtfulByHost(context).get(subject.id) ?? []).filter(({ session }) => {
    const day = dayOf(session)
    return day >= from && (to === null || day <= to) && isHeld(session, context)
  })
  if (found.length === 0) return NONE
  return {
    verdict: found.length > most ? 'breached' : 'met',
    measured: found.length,
    required: most,
    unit: 'session',
    message: {
      'zh-CN': found.map((doubtful) => nameOf(doubtful, 'zh-CN')).join('；'),
      en: found.map((doubtful) => nameOf(doubtful, 'en')).join('; '),
    },
  }
}

interface Doubtful {
  readonly session: Session
  readonly pair: readonly [SessionKind, SessionKind]
}

const NONE: Judgement = {
  verdict: 'met',
  message: words('没有这样的活动。', 'There are no such sessions.'),
}

// The sessions of a dataset never change: they are looked through once, not once per organization.
const known = new WeakMap<readonly Session[], Map<string, Doubtful[]>>()

function doubtfulByHost({ dataset: { sessions } }: RuleContext): Map<string, Doubtful[]> {
  let byHost = known.get(sessions)
  if (byHost === undefined) {
    byHost = new Map()
    for (const session of sessions) {
      const pair = session.kinds.length < 2 ? undefined : doubtfulPair(session.kinds)
      if (pair === undefined) continue
      const own = byHost.get(session.organization)
      if (own === undefined) byHost.set(session.organization, [{ session, pair }])
      else own.push({ session, pair })
    }
    known.set(sessions, byHost)
  }
  return byHost
}

function nameOf({ session, pair: [a, b] }: Doubtful, locale: 'zh-CN' | 'en'): string {
  const kinds = [termName(SESSION_KINDS, a, locale), termName(SESSION_KINDS, b, locale)]
  return locale === 'en'
    ? `${session.id} of ${dayOf(session)}: ${kinds.join(' and ')}`
    : `${dayOf(session)}活动${session.id}：${kinds.join('、')}`
}
