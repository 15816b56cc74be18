import { defineRule, type Judgement, MEMBER_STATUSES, type RuleContext, type RuleSubject } from '@xueshi/core'
import { practice } from '../../../source.ts'
import { words } from '../../../wording.ts'
import { OFFICES } from '../../who.ts'

/** 排查: persons who do Party work and are no members. */
export default defineRule({
  id: 'staff/non-members',
  title: words('非党员从事党务工作排查', 'Party work done by non-members'),
  subject: 'post',
  who: { post: { roles: ['party-affairs-staff'], in: OFFICES } },
  window: { anyDay: true },
  strength: 'local',
  assurance: 'secondary',
  parameters: {},
  citations: [practice('排查')],
  uncoded: [
    words(
      '只能排查党员表中有的人（入党申请人、积极分子、发展对象）；不在党员表中的人，任职表的行会作为问题列出。',
      'Only persons of the table of members are found (applicants, activists, candidates); a post of anybody else is listed as a problem of the data.',
    ),
    words('没有“党务干部”职务而实际从事党务的，查不出。', 'Who does the work without the post is not found.'),
  ],
  summary: words('从事党务工作的应当是党员。', 'Who does Party work is a member.'),
  advice: words(
    '请调整人员；人员类别有误的，请更正党员表。',
    'Change the staff; where the status is wrong, correct the table of members.',
  ),
  reads: ['members'],
  judge,
})

function judge({ member }: RuleSubject, { asOf, dataset }: RuleContext): Judgement {
  const { status } = dataset.factsOn(member!, asOf)
  if (status === null)
    return {
      verdict: 'unknown',
      message: words(
        '无法判断：核对当日没有人员类别。',
        'cannot be told: no status on the day of the check.',
      ),
    }
  const term = MEMBER_STATUSES.find(({ id }) => id === status)!
  const message = words(`人员类别为${term.zh}。`, `the person is: ${term.en}.`)
  return { verdict: status === 'full' || status === 'probationary' ? 'met' : 'breached', message }
}
