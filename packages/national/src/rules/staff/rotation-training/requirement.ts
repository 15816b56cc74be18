import { defineRequirement, type Role } from '@xueshi/core'
import { organWork2019 } from '../../../instruments/organ-work-2019.ts'
import { ownLeast } from '../../parameters.ts'
import { frailMembers, partyMember } from '../../who.ts'
import { words } from '../../wording.ts'

const { staffRotation } = organWork2019.sentences
const STAFF: Role[] = ['party-affairs-staff']

/** 机关条例 Art. 31: rotation of Party-affairs staff 定期; once a year is ours. */
export default defineRequirement({
  id: 'staff/rotation-training',
  title: words('专职党务干部轮训', 'Rotation training of full-time Party-affairs staff'),
  subject: 'post',
  who: {
    all: [
      partyMember,
      {
        any: [
          { post: { roles: STAFF, in: ['working-committee'], fullTime: true } },
          {
            all: [
              {
                post: {
                  roles: STAFF,
                  in: ['party-committee', 'leadership-group', 'organ-committee', 'general-branch', 'branch'],
                  fullTime: true,
                },
              },
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
    measure: 'sessions',
    count: { kinds: ['rotation-training'] },
    atLeast: { parameter: 'sessions' },
  },
  strength: 'derived',
  assurance: 'verified',
  parameters: {
    sessions: ownLeast(words('每年轮训的最少次数', 'least rotations a year'), 1, organWork2019.inForce, {
      ...staffRotation,
      note: organWork2019.inForceNote,
    }),
  },
  citations: [staffRotation],
  uncoded: [
    words(
      '“定期”：没有期限和次数；每年1次是本规则的设定，各地可以另定。',
      '“定期” (regularly): no period and no number; once a year is our own and may be replaced.',
    ),
    words(
      '“机关党务工作人员”：只核对任职表中专职的党务干部，兼职的不核对；不是党员的工作人员不在数据中。',
      '“机关党务工作人员”: full-time staff in the table of posts only; part-time staff are not checked, staff who are no members are not in the data.',
    ),
    words(
      '“特别是机关基层党组织负责人轮训”：党支部书记的轮训另有规则。',
      '“特别是机关基层党组织负责人轮训” (especially heads): the rotation of branch secretaries is another rule.',
    ),
    words(
      '年内任职、免职的：该年度不适用。举办单位不核对。',
      'Posts begun or ended within the year: not applicable. The organizer is not checked.',
    ),
  ],
  summary: words(
    '机关专职党务干部每年至少参加{sessions}次集中轮训。',
    'Full-time Party-affairs staff of organs take part in at least {sessions} rotation training each year.',
  ),
  advice: words(
    '请安排参加党务干部轮训；已参加的，请补录考勤，活动类型填“集中轮训”。不是专职的，请更正任职表。',
    'Let the person take part in a rotation; if attended, add the attendance with kind 集中轮训. Where the post is not full-time, correct it.',
  ),
})
