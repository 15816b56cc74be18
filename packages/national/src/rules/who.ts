import type { Exemption, OrganizationKind, Role, Who } from '@xueshi/core'
import { memberEducation2019 } from '../instruments/member-education-2019.ts'

/** Full and probationary members in good standing (党章 Art. 7: probationary members have the same duties). */
export const partyMember: Who = { all: [{ status: ['full', 'probationary'] }, { not: { suspended: true } }] }

/** Leadership groups 党组, and Party committees 党委 of county organs. */
export const leadershipOfCountyOrgan: Who = {
  any: [
    { kind: ['leadership-group'] },
    { all: [{ kind: ['party-committee'] }, { below: 'working-committee' }] },
  ],
}

/** Organizations at the grass roots, to which the secretary of a leadership group lectures. */
export const GRASS_ROOTS: OrganizationKind[] = [
  'party-committee',
  'organ-committee',
  'general-branch',
  'branch',
  'group',
]

/** Secretary, deputy secretary and committee members 书记、副书记、委员. */
export const COMMITTEE_ROLES: Role[] = [
  'secretary',
  'deputy-secretary',
  'organization-member',
  'publicity-member',
  'discipline-member',
  'committee-member',
]

/** Posts of a leadership group 党组; exports also write 书记, 副书记 and 委员 there. */
export const LEADERSHIP_GROUP_ROLES: Role[] = [
  'leadership-secretary',
  'leadership-deputy-secretary',
  'leadership-member',
  'secretary',
  'deputy-secretary',
  'committee-member',
]

/** Posts of a Party committee 党委. */
export const PARTY_COMMITTEE_ROLES: Role[] = [
  'committee-secretary',
  'committee-deputy-secretary',
  'party-committee-member',
  ...COMMITTEE_ROLES,
]

/** Heads of the basic organizations of organs 机关基层党组织书记; branch secretaries wherever they are. */
export const basicSecretary: Who = {
  any: [
    { post: { roles: ['secretary'], in: ['branch'] } },
    {
      all: [
        { post: { roles: ['secretary'], in: ['general-branch', 'organ-committee'] } },
        { below: 'working-committee' },
      ],
    },
  ],
}

/** 年老体弱、行动不便、身患重病、失能: the tags of 条例 Art. 23 ¶2. */
export const FRAIL_TAGS = ['frail', 'mobility-limited', 'gravely-ill', 'incapacitated']

/** 条例 Art. 23 ¶2: no hard demand on members who are frail, mobility-limited, gravely ill or incapacitated. */
export const frailMembers: Exemption[] = [
  {
    tags: FRAIL_TAGS,
    citation: memberEducation2019.sentences.frail,
  },
]
