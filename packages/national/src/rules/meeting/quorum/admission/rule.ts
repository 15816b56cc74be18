import { defineRule, type Judgement, type RuleContext, type RuleSubject } from '@xueshi/core'
import { branchWork2018 } from '../../../../instruments/branch-work-2018.ts'
import { development2014 } from '../../../../instruments/development-2014.ts'
import { development2026 } from '../../../../instruments/development-2026.ts'
import { words } from '../../../wording.ts'
import { approvalLead, attendanceLead, outnumbering } from '../../majority.ts'
import { judgeVotes, votesOn } from '../../votes.ts'

const until2026 = { value: 1, from: development2014.inForce, to: development2014.inForceTo }
const since2026 = { value: 1, from: development2026.inForce }
const of2014 = development2014.sentences
const of2026 = development2026.sentences

/** 细则 Art. 20, 21 and 33 of 2014; Art. 19, 20 and 32 of 2026. */
export default defineRule({
  id: 'meeting/quorum/admission',
  title: words('接收预备党员和转正的表决人数', 'Majorities on admission and full membership'),
  subject: 'session',
  who: { kind: ['branch'] },
  window: { session: true },
  sessions: { acts: ['vote', 'full-membership-meeting'] },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    attendanceLead: attendanceLead(
      { ...until2026, citations: [of2014.admissionAttendance, of2014.fullMembershipVote] },
      { ...since2026, citations: [of2026.admissionAttendance, of2026.fullMembershipVote] },
    ),
    approvalLead: approvalLead(
      { ...until2026, citations: [of2014.admissionApproval, of2014.fullMembershipVote] },
      { ...since2026, citations: [of2026.admissionApproval, of2026.fullMembershipVote] },
    ),
  },
  citations: [branchWork2018.sentences.vote],
  uncoded: [
    words(
      '“采取无记名投票方式进行表决”：表决方式不核对。',
      '“采取无记名投票方式进行表决” (secret ballot): the way of voting is not checked.',
    ),
    words(
      '“因故不能到会的有表决权的党员……正式向党支部提出书面意见的，应当统计在票数内”：赞成人数以记录为准，书面意见应已计入；书面意见不计入到会人数。',
      '“……书面意见的，应当统计在票数内” (written opinions of absent voters): the number in favour should hold them; they are not present.',
    ),
    words(
      '“讨论两个以上的发展对象入党时，必须逐个讨论和表决”：每人一条表决记录，逐条核对；一条记录合写几人的无法发现。',
      '“必须逐个讨论和表决” (one vote for each person): each act is judged; several persons in one act cannot be seen.',
    ),
    words(
      '未通过的表决不要求赞成人数：请在备注写明“未通过”，否则按通过核对。',
      'A lost vote needs no majority: say 未通过 in its note, or it is judged as carried.',
    ),
  ],
  summary: words(
    '讨论接收预备党员或者转正的党员大会，到会有表决权的党员至少比未到会的多{attendanceLead}人（1即超过半数），赞成人数至少比应到会的其余人数多{approvalLead}人（1即超过半数）。',
    'At a meeting on admission or full membership the voters present outnumber the absent by at least {attendanceLead} (1: more than half), those in favour outnumber the rest of those entitled by at least {approvalLead} (1: more than half).',
  ),
  advice: words(
    '到会未超过半数的表决无效，请重新召开党员大会；赞成未超过半数的不得接收或者转正，请在备注写“未通过”；人数填错的，请更正记录表。',
    'A vote without quorum is void: meet again. Without a majority nobody is admitted: say 未通过 in the note. Where the numbers are wrong, correct the act.',
  ),
  reads: ['organizations', 'members', 'sessions', 'acts'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const attendance = Number(context.parameter('attendanceLead'))
  const approval = Number(context.parameter('approvalLead'))
  return judgeVotes(votesOn('admission', context.dataset.session(subject.id)!, context), {
    present: (entitled) => outnumbering(entitled, attendance),
    inFavour: (entitled) => outnumbering(entitled, approval),
  })
}
