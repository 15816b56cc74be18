import { defineRequirement } from '@xueshi/core'
import { development2014 } from '../../../../instruments/development-2014.ts'
import { development2026 } from '../../../../instruments/development-2026.ts'
import { alsoIn2014, inBothTexts, longestTime } from '../../../development/texts.ts'
import { words } from '../../../wording.ts'

const { fullMembershipApproval } = development2026.sentences

/** 细则 Art. 34 ¶1 of 2014, Art. 33 ¶1 of 2026. */
export default defineRequirement({
  id: 'probation/period/approval',
  title: words('预备党员转正审批', 'Approval of full membership'),
  subject: 'member',
  who: { status: ['probationary', 'full'] },
  window: { between: [{ act: 'full-membership-meeting' }, { act: 'full-membership-approval' }] },
  demand: { measure: 'lag', atMost: { parameter: 'within' } },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    within: longestTime(
      words('审批期限', 'time limit of the approval'),
      inBothTexts('P3M', [development2014.sentences.fullMembershipApproval], [fullMembershipApproval]),
    ),
  },
  citations: [alsoIn2014(fullMembershipApproval, '第三十四条第一款')],
  uncoded: [
    words(
      '自登记的“讨论转正”之日起算：没有登记的不核对；讨论后延长预备期的，请登记为“延长预备期”，不要登记为“讨论转正”。',
      'Counted from the act 讨论转正: without one nothing is checked; a meeting that extended the probation is recorded as 延长预备期, not as 讨论转正.',
    ),
    words(
      '“审批结果应当及时通知党支部”、党支部书记同本人谈话和在党员大会上宣布：不核对。',
      'Telling the branch, the talk of its secretary and the announcement: not checked.',
    ),
  ],
  summary: words(
    '党委对预备党员转正的决议，应当在{within}内审批。',
    'The committee decides on a full membership within {within} of the branch meeting.',
  ),
  advice: words(
    '请党委尽快审批，并在记录表登记：类型填“审批转正”，党员编号填本人。',
    'Let the committee decide and add it to the table of acts with kind 审批转正 and the id of the member.',
  ),
})
