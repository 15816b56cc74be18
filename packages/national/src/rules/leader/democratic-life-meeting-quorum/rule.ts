import { defineRule, type Judgement, type RuleContext, type RuleSubject } from '@xueshi/core'
import { democraticLife2016 } from '../../../instruments/democratic-life-2016.ts'
import { holdersOn } from '../../holders-on.ts'
import { shareOf } from '../../meeting/majority.ts'
import { judgePresence } from '../../meeting/presence.ts'
import { LEADERSHIP_GROUP_ROLES, leadershipOfCountyOrgan, PARTY_COMMITTEE_ROLES } from '../../who.ts'
import { words } from '../../wording.ts'

const { attendance, scope } = democraticLife2016.sentences

/** 民主生活会规定: at least two thirds of those who should attend. */
export default defineRule({
  id: 'leader/democratic-life-meeting-quorum',
  title: words('班子民主生活会到会人数', 'Quorum of a democratic life meeting'),
  subject: 'session',
  who: leadershipOfCountyOrgan,
  window: { session: true },
  sessions: { kinds: ['democratic-life-meeting'] },
  strength: 'must',
  assurance: 'quoted',
  parameters: { ...shareOf(2, 3, democraticLife2016.inForce, attendance) },
  citations: [attendance, scope],
  uncoded: [
    words(
      '“应到会人数”：以任职表当日的党组（党委）成员为准；领导班子中未在任职表登记的成员不计。',
      '“应到会人数” (those who should attend): members of the leadership by the table of posts on the day; others are not counted.',
    ),
    words(
      '“因特殊情况需要提前或者延期召开的，应当报上级党组织同意”：不核对。',
      '“因特殊情况需要提前或者延期召开的……” (consent to move the meeting): not checked.',
    ),
    words(
      '缺席人员会后补课、提交书面发言：不计入到会。',
      'Making up for it later or a written speech is no attendance.',
    ),
  ],
  summary: words(
    '班子民主生活会到会人数不少于应到会人数的{whole}分之{part}。',
    'At a democratic life meeting at least {part}/{whole} of those who should attend are present.',
  ),
  advice: words(
    '到会不足的，请改期重新召开；已到会未登记的，请补录考勤；班子成员任职有误的，请更正任职表。',
    'With too few present, hold the meeting again; where attendance was not recorded, add it; where posts are wrong, correct them.',
  ),
  reads: ['organizations', 'members', 'sessions', 'attendance', 'posts'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const { dataset } = context
  const session = dataset.session(subject.id)!
  const isGroup = dataset.organization(session.organization)!.kind === 'leadership-group'
  const roles = isGroup ? LEADERSHIP_GROUP_ROLES : PARTY_COMMITTEE_ROLES
  const leaders = holdersOn(dataset, session.organization, roles, session.start.slice(0, 10))
  if (leaders.size === 0)
    return {
      verdict: 'unknown',
      message: words(
        '无法判断：任职表没有当日的班子成员。',
        'Cannot be told: the posts name no member of the leadership on that day.',
      ),
    }
  const asked = (leaders.size * Number(context.parameter('part'))) / Number(context.parameter('whole'))
  return judgePresence(dataset, session.id, leaders, Math.ceil(asked))
}
