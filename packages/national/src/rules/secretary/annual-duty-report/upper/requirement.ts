import { defineRequirement, type OrganizationKind } from '@xueshi/core'
import { branchWork2018 } from '../../../../instruments/branch-work-2018.ts'
import { organWork2019 } from '../../../../instruments/organ-work-2019.ts'
import { leastSessions } from '../../../parameters.ts'
import { basicSecretary, partyMember } from '../../../who.ts'
import { words } from '../../../wording.ts'

const { dutyReports } = branchWork2018.sentences
const atLeast = { parameter: 'reports' }

/** Organizations to which a secretary below them reports. */
const UPPER: OrganizationKind[] = [
  'county-committee',
  'working-committee',
  'party-committee',
  'leadership-group',
  'organ-committee',
  'general-branch',
]

/** 支部条例 Art. 27 ¶2 and 机关条例 Art. 39, the report to the upper organization. */
export default defineRequirement({
  id: 'secretary/annual-duty-report/upper',
  title: words('书记每年向上级党组织述职', 'Yearly duty report of secretaries to the upper organization'),
  subject: 'post',
  who: {
    all: [
      partyMember,
      { any: [basicSecretary, { post: { roles: ['secretary'], in: ['working-committee'] } }] },
    ],
  },
  window: { each: 'year' },
  demand: {
    anyOf: [
      { measure: 'acts', count: { acts: ['duty-report'], as: 'member', ofPost: true }, atLeast },
      {
        measure: 'sessions',
        // Who chairs the session hears the reports of others.
        count: { kinds: ['duty-report'], organizer: { kinds: UPPER }, capacities: ['member', 'lecturer'] },
        atLeast,
      },
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
  citations: [dutyReports, organWork2019.sentences.dutyReports],
  uncoded: [
    words(
      '“向……党支部党员大会述职”：另有规则（secretary/annual-duty-report/members）。',
      '“向……党支部党员大会述职” (to the members): another rule (secretary/annual-duty-report/members).',
    ),
    words(
      '机关工委、机关党委、党总支书记的义务出自机关条例第三十九条，一并自2018年10月28日起核对。',
      'For secretaries of working committees, organ committees and general branches the duty is in organ regulation Art. 39; they are checked from 2018-10-28 on too.',
    ),
    words(
      '“接受评议考核，考核结果作为评先评优、选拔使用的重要依据”：评议和结果不在数据中。',
      '“接受评议考核……” (appraisal and use of its result): not in the data.',
    ),
    words(
      '述职活动只核对由上级类型的党组织举办、本人以普通党员或者主讲身份参加；是否本人述职、是否本人的上级，不核对。',
      'Of a session it is checked that an organization of an upper kind held it and that the secretary took part other than as chair; whether the secretary reported, and to the own upper organization, is not.',
    ),
    words(
      '年内任职、免职的：条文没有规定，该年度不适用。',
      'Posts begun or ended within the year: the text is silent, the year is not applicable.',
    ),
  ],
  summary: words(
    '党支部书记、机关基层党组织书记、机关工委书记每年至少向上级党组织（同级党委）述职{reports}次。',
    'Secretaries report on their duty to the upper organization at least {reports} time(s) each year.',
  ),
  advice: words(
    '请安排书记向上级党组织述职；已经述职的，请在记录表补录“向上级述职”（党员填书记，组织编码填其任职的党组织），或者补录上级述职评议会的考勤。',
    'Let the secretary report; if done, add an act 向上级述职 with the secretary and the organization of the post, or the attendance at the session 述职.',
  ),
})
