import {
  COMMITTEE_MEMBER_ROLES,
  defineRule,
  type Judgement,
  type RuleContext,
  type RuleSubject,
} from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { holdersOn, holdsOn } from '../../holders-on.ts'
import { COMMITTEE_ROLES } from '../../who.ts'
import { words } from '../../wording.ts'
import { attendanceLead, halfIncluded, outnumbering } from '../majority.ts'
import { judgePresence } from '../presence.ts'

const { committeeQuorum } = branchWork2018.sentences

/** 支部条例 Art. 12 ¶2. */
export default defineRule({
  id: 'meeting/committee-quorum',
  title: words('支委会到会人数', 'Quorum of a committee meeting'),
  subject: 'session',
  who: { kind: ['branch'] },
  window: { session: true },
  sessions: { kinds: ['committee-meeting'] },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    attendanceLead: attendanceLead({
      value: 0,
      from: branchWork2018.inForce,
      citations: [
        {
          ...committeeQuorum,
          note: words(
            '“半数以上”按包含半数理解，条文没有定义。',
            '“半数以上” is read as including the half; the text does not define it.',
          ),
        },
      ],
    }),
  },
  citations: [committeeQuorum],
  uncoded: [
    halfIncluded,
    words(
      '“重要事项提交党员大会决定前，一般应当经党支部委员会会议讨论”：事项不在数据中。',
      '“重要事项提交党员大会决定前，一般应当经党支部委员会会议讨论” (discussion before the general meeting): matters are not in the data.',
    ),
    words(
      '支委会的委员：以任职表当日的书记、副书记、委员为准；没有副书记和委员的支部不设支委会，不适用。',
      'The committee: secretary, deputies and members by the table of posts on the day; a branch without deputy or member has no committee and is not applicable.',
    ),
  ],
  summary: words(
    '支部委员会会议到会委员至少比未到会委员多{attendanceLead}人（0即半数以上到会）。',
    'At a committee meeting the members present outnumber the absent by at least {attendanceLead} (0: the half is enough).',
  ),
  advice: words(
    '到会委员不足半数的会议不能作出决定，请重新召开；已到会未登记的，请补录考勤；任职日期有误的，请更正任职表。',
    'Without quorum the committee cannot decide: meet again. Where attendance was not recorded, add it; where posts are wrong, correct them.',
  ),
  reads: ['organizations', 'members', 'sessions', 'attendance', 'posts'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const { dataset } = context
  const session = dataset.session(subject.id)!
  const day = session.start.slice(0, 10)
  if (!holdsOn(dataset, session.organization, COMMITTEE_MEMBER_ROLES, day))
    return {
      verdict: 'not-applicable',
      message: words(
        '当日没有副书记、委员，未设支委会。',
        'No deputy or committee member that day: there is no committee.',
      ),
    }
  const members = holdersOn(dataset, session.organization, COMMITTEE_ROLES, day)
  const required = outnumbering(members.size, Number(context.parameter('attendanceLead')))
  return judgePresence(dataset, session.id, members, required)
}
