import { defineRequirement } from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { constitution2022 } from '../../../instruments/constitution-2022.ts'
import { democraticLife2016 } from '../../../instruments/democratic-life-2016.ts'
import { memberEducation2019 } from '../../../instruments/member-education-2019.ts'
import { organWork2019 } from '../../../instruments/organ-work-2019.ts'
import { leastSessions } from '../../parameters.ts'
import { frailMembers, LEADERSHIP_GROUP_ROLES, PARTY_COMMITTEE_ROLES, partyMember } from '../../who.ts'
import { words } from '../../wording.ts'

const { leadersInBranch, yearly } = democraticLife2016.sentences

/** 党章 Art. 8, 民主生活会规定 Art. 3 ¶2: branch life as an ordinary member and the leadership's own meeting. */
export default defineRequirement({
  id: 'leader/dual-life',
  title: words('党员领导干部双重组织生活', 'Two organizational lives of leaders'),
  subject: 'post',
  who: {
    all: [
      partyMember,
      {
        any: [
          { post: { roles: LEADERSHIP_GROUP_ROLES, in: ['leadership-group'] } },
          {
            all: [
              { post: { roles: PARTY_COMMITTEE_ROLES, in: ['party-committee'] } },
              { below: 'working-committee' },
            ],
          },
        ],
      },
    ],
  },
  window: { each: 'year' },
  exempt: frailMembers,
  demand: {
    allOf: [
      {
        measure: 'sessions',
        count: { kinds: ['org-life-meeting'], organizer: 'own', capacities: ['member', 'lecturer', 'chair'] },
        atLeast: { parameter: 'branchMeetings' },
      },
      {
        measure: 'sessions',
        count: {
          kinds: ['democratic-life-meeting'],
          organizer: 'post',
          capacities: ['member', 'lecturer', 'chair'],
        },
        atLeast: { parameter: 'leadershipMeetings' },
      },
    ],
  },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    branchMeetings: {
      ...leastSessions(1, democraticLife2016.inForce, leadersInBranch),
      title: words(
        '参加所在支部组织生活会的最少次数',
        'least organizational life meetings of the own branch',
      ),
    },
    leadershipMeetings: {
      ...leastSessions(1, democraticLife2016.inForce, constitution2022.sentences.leadersTwoLives, yearly),
      title: words('参加班子民主生活会的最少次数', 'least democratic life meetings of the own leadership'),
    },
  },
  citations: [
    constitution2022.sentences.leadersTwoLives,
    leadersInBranch,
    branchWork2018.sentences.leadersInBranch,
    memberEducation2019.sentences.leadersTwoLives,
    organWork2019.sentences.leadersTwoLives,
  ],
  uncoded: [
    words(
      '“带头参加所在党支部或者党小组组织生活”：组织生活会以外的会议没有全国统一次数，不核对；各地可另定次数。',
      '“带头参加所在党支部或者党小组组织生活”: no national number exists for further meetings of the branch; a local number may be set by a rule of its own.',
    ),
    words(
      '“以普通党员身份”：主持、主讲也计入，只有列席旁听不计。',
      '“以普通党员身份” (as an ordinary member): chairing and lecturing count too, only observing does not.',
    ),
  ],
  summary: words(
    '党员领导干部每年至少参加{branchMeetings}次所在支部（党小组）的组织生活会和{leadershipMeetings}次班子民主生活会。',
    'A leader attends at least {branchMeetings} organizational life meeting of the own branch or group and {leadershipMeetings} democratic life meeting of the leadership each year.',
  ),
  advice: words(
    '请安排参加所在支部的组织生活会和班子民主生活会；已参加的，请补录考勤。因故缺席的，请登记补学或者豁免。',
    'Let the leader attend both meetings; if attended, add the attendance; where missed for cause, record the make-up or a waiver.',
  ),
})
