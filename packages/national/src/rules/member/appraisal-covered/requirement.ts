import { defineRequirement } from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { memberEducation2019 } from '../../../instruments/member-education-2019.ts'
import { leastSessions } from '../../parameters.ts'
import { frailMembers, partyMember } from '../../who.ts'
import { usualOnly, words } from '../../wording.ts'

const since2018 = branchWork2018.sentences.appraisal
const since2019 = memberEducation2019.sentences.appraisal
const atLeast = { parameter: 'times' }

/** 支部条例 Art. 18 and 条例 Art. 18 and 32 ¶2: every member is appraised, wherever it is held. */
export default defineRequirement({
  id: 'member/appraisal-covered',
  title: words('党员年度民主评议', 'Yearly appraisal of each member'),
  subject: 'member',
  who: partyMember,
  window: { each: 'year' },
  exempt: frailMembers,
  demand: {
    anyOf: [
      { measure: 'sessions', count: { kinds: ['democratic-appraisal'] }, atLeast },
      { measure: 'acts', count: { acts: ['appraisal-opinion'], as: 'member' }, atLeast },
    ],
  },
  strength: 'usual',
  assurance: 'verified',
  parameters: {
    times: {
      ...leastSessions(1, memberEducation2019.inForce, since2019),
      title: words('参加民主评议的最少次数', 'least appraisals of a member'),
      versions: [
        { value: 1, from: branchWork2018.inForce, to: '2019-05-05', citations: [since2018] },
        { value: 1, from: memberEducation2019.inForce, citations: [since2019] },
      ],
    },
  },
  citations: [
    since2018,
    branchWork2018.sentences.appraisalOpinion,
    memberEducation2019.sentences.mobileAppraisal,
  ],
  uncoded: [
    usualOnly,
    words(
      '“组织党员进行评议”：参加了民主评议会，或者有评定意见记录，都算；只参加而没有评定意见的不提示。',
      '“组织党员进行评议”: attendance or a recorded opinion is enough; an attendance without opinion is not shown.',
    ),
    words(
      '“按照个人自评、党员互评、民主测评的程序”：不核对。',
      '“按照个人自评、党员互评、民主测评的程序” (the three steps): not checked.',
    ),
    words(
      '预备党员参加评议，是否评定等次条文没有说明：同样核对，等次不核对。',
      'Whether probationary members are graded the text does not say: they are checked, grades are not.',
    ),
    words(
      '“可以在流入地党组织或者流动党员党组织参加民主评议”：在任何党组织参加都算。',
      '“可以在流入地党组织或者流动党员党组织参加民主评议”: an appraisal held anywhere counts.',
    ),
  ],
  summary: words(
    '每名党员一般每年参加{times}次民主评议党员，由党支部提出评定意见。',
    'Each member usually takes part in {times} democratic appraisal each year, on which the branch gives an opinion.',
  ),
  advice: words(
    '请在民主评议时通知该党员参加，因故未参加的补评；已经评议的，请补录考勤，或者在记录表补录“评定意见”。',
    'Let the member take part, or appraise the member afterwards; if done, add the attendance or an act 评定意见.',
  ),
})
