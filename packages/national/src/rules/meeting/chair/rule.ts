import {
  defineRule,
  type Judgement,
  type LocalizedText,
  type RuleContext,
  type RuleSubject,
  type Session,
} from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { holdsOn } from '../../holders-on.ts'
import { fixedPersons } from '../../parameters.ts'
import { COMMITTEE_ROLES } from '../../who.ts'
import { words } from '../../wording.ts'

const { chair } = branchWork2018.sentences

/** Who chairs a kind of meeting, and the words for them. */
interface Chairs {
  readonly kinds: readonly string[]
  readonly roles: readonly string[]
  readonly lawful: LocalizedText
  readonly unlawful: LocalizedText
  readonly unknown: LocalizedText
}

const BRANCH: Chairs = {
  kinds: ['general-meeting', 'committee-meeting'],
  roles: COMMITTEE_ROLES,
  ...messages('书记、副书记或者委员', 'the secretary, a deputy or a committee member'),
}
const GROUP: Chairs = {
  kinds: ['group-meeting'],
  roles: ['group-leader'],
  ...messages('党小组组长', 'the leader of the group'),
}

function messages(zh: string, en: string): Pick<Chairs, 'lawful' | 'unlawful' | 'unknown'> {
  return {
    lawful: words(`由${zh}主持。`, `Chaired by ${en}.`),
    unlawful: words(
      `应由${zh}主持，登记的主持人不是。`,
      `To be chaired by ${en}; the recorded chair is not.`,
    ),
    unknown: words(
      `无法判断：任职表没有当日的${zh}。`,
      `Cannot be told: the posts do not name ${en} of that day.`,
    ),
  }
}

/** 支部条例 Art. 14. */
export default defineRule({
  id: 'meeting/chair',
  title: words('会议主持人', 'Chair of a meeting'),
  subject: 'session',
  who: { kind: ['branch', 'group'] },
  window: { session: true },
  sessions: { kinds: ['general-meeting', 'committee-meeting', 'group-meeting'] },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    chairs: fixedPersons(
      words('符合规定的主持人人数', 'lawful chairs'),
      'higher',
      1,
      branchWork2018.inForce,
      chair,
    ),
  },
  citations: [chair],
  uncoded: [
    words(
      '“书记不能参加会议的，可以委托副书记或者委员召集并主持”：委托不在数据中，副书记、委员主持一律视为受委托。',
      '“书记不能参加会议的，可以委托……” (delegation when the secretary cannot come): not in the data; a deputy or committee member in the chair is taken as delegated.',
    ),
    words('“召集”：由谁召集不核对。', '“召集” (who calls the meeting): not checked.'),
    words(
      '上级党组织派人主持的（如成立大会、处置会议）：请登记豁免。',
      'A meeting chaired by somebody the upper organization sent (founding, settling a matter): record a waiver.',
    ),
  ],
  summary: words(
    '党员大会、支委会由书记或者受委托的副书记、委员主持，党小组会由组长主持（主持人中至少有{chairs}名这样的人）。',
    'General and committee meetings are chaired by the secretary or a delegated deputy or committee member, group meetings by the leader of the group (at least {chairs} such chair).',
  ),
  advice: words(
    '请由书记（受委托的副书记、委员）或者党小组组长主持；主持人登记有误的，请更正考勤的“身份”；任职未登记的，请补全任职表。',
    'Let the lawful person chair; where the capacity in the attendance is wrong, correct it; where the post is missing, add it.',
  ),
  reads: ['organizations', 'members', 'sessions', 'attendance', 'posts'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const { dataset } = context
  const session = dataset.session(subject.id)!
  const chairs = chairsOf(session, dataset.organization(session.organization)!.kind)
  if (chairs === undefined) return NOT_CHECKED
  const seated = dataset.presentAt(session.id, 'chair')
  if (seated.length === 0) return NO_CHAIR
  const day = session.start.slice(0, 10)
  const hosts = session.coHosts.length === 0 ? null : [session.organization, ...session.coHosts]
  const holds = (person?: string) =>
    hosts === null
      ? holdsOn(dataset, session.organization, chairs.roles, day, person)
      : hosts.some((host) => holdsOn(dataset, host, chairs.roles, day, person))
  let measured = 0
  for (const person of seated) if (holds(person)) measured++
  if (measured === 0 && !holds()) return { verdict: 'unknown', message: chairs.unknown }
  const required = Number(context.parameter('chairs'))
  return {
    verdict: measured < required ? 'breached' : 'met',
    measured,
    required,
    unit: 'person',
    message: measured < required ? chairs.unlawful : chairs.lawful,
  }
}

const NOT_CHECKED: Judgement = {
  verdict: 'not-applicable',
  message: words(
    '党支部主办的党小组会、党小组主办的支部会议不核对主持人。',
    'The chair of a group meeting hosted by a branch, or of a branch meeting hosted by a group, is not checked.',
  ),
}

const NO_CHAIR: Judgement = {
  verdict: 'unknown',
  message: words('无法判断：考勤没有登记主持人。', 'Cannot be told: the attendance names no chair.'),
}

/** Who chairs this session; undefined where it is none of the meetings of the article. */
function chairsOf({ kinds }: Session, host: string): Chairs | undefined {
  const asked = host === 'group' ? GROUP : BRANCH
  return kinds.some((kind) => asked.kinds.includes(kind)) ? asked : undefined
}
