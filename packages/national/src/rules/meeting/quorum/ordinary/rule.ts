import { defineRule, type Judgement, type RuleContext, type RuleSubject } from '@xueshi/core'
import { branchWork2018 } from '../../../../instruments/branch-work-2018.ts'
import { words } from '../../../wording.ts'
import { approvalLead, attendanceLead, halfIncluded, outnumbering } from '../../majority.ts'
import { judgeVotes, votesOn } from '../../votes.ts'

const { vote } = branchWork2018.sentences
const from = branchWork2018.inForce

/** 支部条例 Art. 11 ¶4. */
export default defineRule({
  id: 'meeting/quorum/ordinary',
  title: words('党员大会表决人数', 'Majorities of a general meeting'),
  subject: 'session',
  who: { kind: ['branch'] },
  window: { session: true },
  sessions: { acts: ['vote'] },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    attendanceLead: attendanceLead({
      value: 0,
      from,
      citations: [
        {
          ...vote,
          note: words(
            '“半数以上”按包含半数理解，条文没有定义。',
            '“半数以上” is read as including the half; the text does not define it.',
          ),
        },
      ],
    }),
    approvalLead: approvalLead({ value: 1, from, citations: [vote] }),
  },
  citations: [vote],
  uncoded: [
    halfIncluded,
    words(
      '“党支部党员大会议题提交表决前，应当经过充分讨论”：不在数据中。',
      '“党支部党员大会议题提交表决前，应当经过充分讨论” (discussion before the vote): not in the data.',
    ),
    words(
      '“有表决权的党员”：以表决记录填写的应到会、到会人数为准，不与党员名册核对（预备党员和受留党察看处分的党员没有表决权）。',
      '“有表决权的党员” (members with a vote): the numbers of the record are taken as they are, not compared with the members (probationary members and those on probation within the Party have no vote).',
    ),
    words(
      '未通过的表决不要求赞成人数：请在备注写明“未通过”，否则按通过核对。',
      'A lost vote needs no majority: say 未通过 in its note, or it is judged as carried.',
    ),
  ],
  summary: words(
    '党员大会表决，到会人数至少比未到会人数多{attendanceLead}人（0即半数以上），赞成人数至少比应到会的其余人数多{approvalLead}人（1即超过半数）。',
    'At a vote of the general meeting those present outnumber the absent by at least {attendanceLead} (0: the half is enough), those in favour outnumber the rest of those entitled by at least {approvalLead} (1: more than half).',
  ),
  advice: words(
    '到会不足半数的表决无效，请重新召开党员大会；赞成不过半的不得作为通过，请在备注写“未通过”；人数填错的，请更正记录表。',
    'A vote without quorum is void: meet again. Without a majority it is not carried: say 未通过 in the note. Where the numbers are wrong, correct the act.',
  ),
  reads: ['organizations', 'members', 'sessions', 'acts'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const attendance = Number(context.parameter('attendanceLead'))
  const approval = Number(context.parameter('approvalLead'))
  return judgeVotes(votesOn('ordinary', context.dataset.session(subject.id)!, context), {
    present: (entitled) => outnumbering(entitled, attendance),
    inFavour: (entitled) => outnumbering(entitled, approval),
  })
}
