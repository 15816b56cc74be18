import { defineRequirement } from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { persons } from '../../parameters.ts'
import { usualOnly, words } from '../../wording.ts'

const { size } = branchWork2018.sentences

/** 支部条例 Art. 4 ¶2. */
export default defineRequirement({
  id: 'branch/size',
  title: words('党支部人数上限', 'Most members of a branch'),
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { anyDay: true },
  demand: { measure: 'size', of: 'members', atMost: { parameter: 'members' } },
  strength: 'usual',
  assurance: 'verified',
  parameters: {
    members: persons(words('党员人数上限', 'most members'), 'lower', 50, branchWork2018.inForce, size),
  },
  citations: [size],
  uncoded: [
    usualOnly,
    words(
      '“党员人数”：按正式党员和预备党员合计，条文未作说明。',
      '“党员人数” (number of members): full and probationary members together; the text does not say.',
    ),
  ],
  summary: words(
    '党支部党员人数一般不超过{members}人。',
    'A branch usually has no more than {members} members.',
  ),
  advice: words(
    '请研究分设党支部，或者报上级党组织说明理由。',
    'Consider dividing the branch, or give the upper organization the reason.',
  ),
})
