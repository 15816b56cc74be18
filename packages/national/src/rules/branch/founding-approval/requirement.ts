import { defineRequirement } from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { usualOnly, words } from '../../wording.ts'

const { foundingReply } = branchWork2018.sentences

/** 支部条例 Art. 6 ¶1: the upper committee replies within a month. The subject is the branch to be founded. */
export default defineRequirement({
  id: 'branch/founding-approval',
  title: words('成立党支部批复时间', 'Reply to a request to found a branch'),
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { between: [{ act: 'founding-request' }, { act: 'founding-reply' }] },
  // A branch may be entered as founded on the day of the reply: it need not exist before.
  presence: 'any',
  demand: { measure: 'lag', atMost: { parameter: 'limit' } },
  strength: 'usual',
  assurance: 'verified',
  parameters: {
    limit: {
      title: words('批复期限', 'time for the reply'),
      unit: 'duration',
      refinement: 'raise-only',
      stricter: 'lower',
      versions: [{ value: 'P1M', from: branchWork2018.inForce, citations: [foundingReply] }],
    },
  },
  citations: [foundingReply],
  uncoded: [
    usualOnly,
    words(
      '“召开会议研究决定”：会议不核对；义务主体是上级党委，这里按待成立的党支部逐件核对。',
      '“召开会议研究决定” (decided in a meeting): not checked. The duty is the upper committee’s; each case is shown at the branch to be founded.',
    ),
    words(
      '“批复和选举结果由基层党委报上级党委组织部门备案”（第六条第二款）：备案不在数据中。',
      '“批复和选举结果……备案” (Art. 6 ¶2, filing): not in the data.',
    ),
    words(
      '成立日期晚于批复日期的党支部，批复期间尚不在组织表中，不适用。',
      'A branch entered as founded after the day of the reply did not exist while the request ran; it is not applicable.',
    ),
  ],
  summary: words(
    '上级党委对成立党支部的请示，一般在{limit}内批复。',
    'The upper committee usually replies to a request to found a branch within {limit}.',
  ),
  advice: words(
    '请上级党委尽快研究批复；已经批复的，请在记录表补录“成立批复”，组织编码填该党支部。',
    'The upper committee should reply; if it has, add the act 成立批复 with the code of the branch.',
  ),
})
