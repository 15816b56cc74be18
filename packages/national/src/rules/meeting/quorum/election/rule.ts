import { defineRule, type Judgement, type RuleContext, type RuleSubject } from '@xueshi/core'
import { electionWork2020 } from '../../../../instruments/election-work-2020.ts'
import { words } from '../../../wording.ts'
import { shareOf } from '../../majority.ts'
import { judgeVotes, votesOn } from '../../votes.ts'

const { attendance } = electionWork2020.sentences

/** 选举工作条例, seen at second hand: more than four fifths must be present. */
export default defineRule({
  id: 'meeting/quorum/election',
  title: words('党员大会选举到会人数', 'Quorum of an election'),
  subject: 'session',
  who: { kind: ['branch', 'general-branch', 'organ-committee'] },
  window: { session: true },
  sessions: { acts: ['election', 'by-election'] },
  strength: 'must',
  assurance: 'secondary',
  parameters: {
    ...shareOf(4, 5, electionWork2020.inForce, {
      ...attendance,
      note: {
        'zh-CN': `${attendance.note!['zh-CN']}${electionWork2020.inForceNote['zh-CN']}`,
        en: `${attendance.note!.en} ${electionWork2020.inForceNote.en}`,
      },
    }),
  },
  citations: [attendance],
  uncoded: [
    words(
      '条文原文未读到：当选票数、可以不计入应到会人数的情形均未核实，不核对。',
      'The text was not read: votes needed to be elected, and who may be left out of those entitled, are not proved and not checked.',
    ),
    words(
      '党员代表大会、党的委员会全体会议的选举：以活动的主办组织为准，人数按记录，不区分会议形式。',
      'Elections by delegates or by a plenary committee: the numbers of the record are taken, whatever the form of the meeting.',
    ),
  ],
  summary: words(
    '党员大会选举时，到会有选举权的人数须超过应到会人数的{whole}分之{part}。',
    'At an election more than {part}/{whole} of those entitled must be present.',
  ),
  advice: words(
    '到会人数不足的选举无效，请重新召集；人数填错的，请更正记录表“换届选举”或者“补选”的应到会、到会人数。',
    'An election without quorum is void: meet again. Where the numbers are wrong, correct those of the act 换届选举 or 补选.',
  ),
  reads: ['organizations', 'members', 'sessions', 'acts'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const part = Number(context.parameter('part'))
  const whole = Number(context.parameter('whole'))
  return judgeVotes(votesOn('election', context.dataset.session(subject.id)!, context), {
    present: (entitled) => Math.floor((entitled * part) / whole) + 1,
  })
}
