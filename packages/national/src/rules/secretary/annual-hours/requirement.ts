import { defineRequirement } from '@xueshi/core'
import { localHours2021, trainingPlans } from '../../../instruments/training-plans.ts'
import { leastHours } from '../../parameters.ts'
import { COMMITTEE_ROLES, frailMembers, partyMember } from '../../who.ts'
import { words } from '../../wording.ts'

const { hours } = trainingPlans.sentences

/** The 56 hours of the five-year plans; their text was not read, so the assurance is secondary. */
export default defineRequirement({
  id: 'secretary/annual-hours',
  title: words('书记和班子成员年度学时', 'Yearly credit hours of secretaries and committee members'),
  subject: 'member',
  who: {
    all: [
      partyMember,
      {
        post: {
          roles: COMMITTEE_ROLES,
          in: ['branch', 'general-branch', 'organ-committee', 'party-committee'],
        },
      },
    ],
  },
  window: { each: 'year' },
  exempt: frailMembers,
  supersedes: ['member/annual-hours'],
  demand: { measure: 'hours', count: { kindClass: 'learning' }, atLeast: { parameter: 'hours' } },
  strength: 'usual',
  assurance: 'secondary',
  parameters: {
    hours: leastHours(56, trainingPlans.inForce, hours, localHours2021.sentences.hours),
  },
  citations: [hours],
  uncoded: [
    words(
      '规划原文未读到：人员范围、是否“一般”、是否另有集中培训次数要求，均未核实。',
      'The plan was not read: who exactly is meant, whether it says “usually”, and a number of trainings are not proved.',
    ),
    words(
      '年中任职、免职的：未见按月折算的规定，该年度按普通党员的学时要求核对。',
      'Posts begun or ended within the year: no proration was found; the year is checked as that of an ordinary member.',
    ),
  ],
  summary: words(
    '基层党组织书记、副书记、委员每年集中学习培训时间不少于{hours}学时（代替普通党员的学时要求）。',
    'Secretaries, deputies and committee members of grass-roots organizations have at least {hours} hours each year, in place of those of ordinary members.',
  ),
  advice: words(
    '请安排参加书记、委员培训班或者其他集中培训补足学时；任职已经结束的，请填免职日期。',
    'Make up the hours by classes for secretaries and committee members or other training; where the post has ended, fill in its last day.',
  ),
})
