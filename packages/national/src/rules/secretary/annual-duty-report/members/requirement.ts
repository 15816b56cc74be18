import { defineRequirement } from '@xueshi/core'
import { branchWork2018 } from '../../../../instruments/branch-work-2018.ts'
import { leastSessions } from '../../../parameters.ts'
import { partyMember } from '../../../who.ts'
import { words } from '../../../wording.ts'

const { dutyReports } = branchWork2018.sentences
const atLeast = { parameter: 'reports' }

/** 支部条例 Art. 27 ¶2, the report to the members' meeting of the branch. */
export default defineRequirement({
  id: 'secretary/annual-duty-report/members',
  title: words(
    '党支部书记每年向党员大会述职',
    'Yearly duty report of branch secretaries to the general meeting',
  ),
  subject: 'post',
  who: { all: [partyMember, { post: { roles: ['secretary'], in: ['branch'] } }] },
  window: { each: 'year' },
  demand: {
    anyOf: [
      {
        measure: 'acts',
        count: { acts: ['duty-report-to-members'], as: 'member', ofPost: true },
        atLeast,
      },
      { measure: 'sessions', count: { kinds: ['duty-report'], organizer: 'post' }, atLeast },
    ],
  },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    reports: {
      ...leastSessions(1, branchWork2018.inForce, dutyReports),
      title: words('述职的最少次数', 'least duty reports'),
    },
  },
  citations: [dutyReports],
  uncoded: [
    words(
      '“向上级党组织……述职”：另有规则（secretary/annual-duty-report/upper）。',
      '“向上级党组织……述职” (to the upper organization): another rule (secretary/annual-duty-report/upper).',
    ),
    words(
      '“党支部党员大会”：本支部举办的“述职”活动（可与党员大会一并举行）即算，到会人数不核对。',
      '“党支部党员大会” (general meeting): a session 述职 of the branch counts, alone or with a general meeting; who came is not checked.',
    ),
    words(
      '“接受评议考核，考核结果作为评先评优、选拔使用的重要依据”：评议和结果不在数据中。',
      '“接受评议考核……” (appraisal and use of its result): not in the data.',
    ),
    words(
      '年内任职、免职的：条文没有规定，该年度不适用。',
      'Posts begun or ended within the year: the text is silent, the year is not applicable.',
    ),
  ],
  summary: words(
    '党支部书记每年至少向本支部党员大会述职{reports}次。',
    'A branch secretary reports to the general meeting of the branch at least {reports} time(s) each year.',
  ),
  advice: words(
    '请安排书记在党员大会上述职；已经述职的，请在记录表补录“向党员大会述职”，或者在该次党员大会的活动类型加填“述职”并补录书记的考勤。',
    'Let the secretary report to the general meeting; if done, add an act 向党员大会述职, or give that meeting the kind 述职 too, with the attendance of the secretary.',
  ),
})
