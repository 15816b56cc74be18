import { defineRequirement } from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { memberEducation2019 } from '../../../instruments/member-education-2019.ts'
import { leastSessions } from '../../parameters.ts'
import { usualOnly, words } from '../../wording.ts'

const since2018 = branchWork2018.sentences.appraisal
const since2019 = memberEducation2019.sentences.appraisal

/** 支部条例 Art. 18 and 条例 Art. 18; may be joined with the organizational life meeting. */
export default defineRequirement({
  id: 'branch/democratic-appraisal',
  title: words('民主评议党员每年开展', 'Democratic appraisal of members each year'),
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { each: 'year' },
  demand: {
    measure: 'sessions',
    count: { kinds: ['democratic-appraisal'], organizer: 'own-or-groups' },
    atLeast: { parameter: 'sessions' },
  },
  joinableWith: [
    'branch/org-life-meeting',
    'branch/org-life-meeting-q4',
    'branch/general-meeting',
    'branch/theme-day',
  ],
  strength: 'usual',
  assurance: 'verified',
  parameters: {
    sessions: {
      ...leastSessions(1, memberEducation2019.inForce, since2019),
      versions: [
        { value: 1, from: branchWork2018.inForce, to: '2019-05-05', citations: [since2018] },
        { value: 1, from: memberEducation2019.inForce, citations: [since2019] },
      ],
    },
  },
  citations: [since2018, branchWork2018.sentences.appraisalJoined],
  uncoded: [
    usualOnly,
    words(
      '“按照个人自评、党员互评、民主测评的程序”：三个步骤和评定意见不核对。',
      '“按照个人自评、党员互评、民主测评的程序” (the three steps) and the resulting opinion: not checked.',
    ),
    words(
      '“党支部召开党员大会……组织党员进行评议”：党小组开展的评议也计入本支部，不核对会议形式和参加人。',
      '“党支部召开党员大会……组织党员进行评议” (in a general meeting): an appraisal held by a group counts too; form and persons are not checked.',
    ),
  ],
  summary: words(
    '党支部一般每年开展{sessions}次民主评议党员，可以结合组织生活会一并进行。',
    'A branch usually holds {sessions} democratic appraisal(s) of its members each year, which may be joined with the organizational life meeting.',
  ),
  advice: words(
    '请在本年内开展民主评议党员；与组织生活会一并进行的，活动类型同时填“组织生活会、民主评议党员”。',
    'Hold the appraisal within the year; where it was joined with the organizational life meeting, give the session both kinds.',
  ),
})
