import { defineRequirement } from '@xueshi/core'
import { constitution2022 } from '../../../instruments/constitution-2022.ts'
import { memberEducation2019 } from '../../../instruments/member-education-2019.ts'
import { frailMembers, partyMember } from '../../who.ts'
import { words } from '../../wording.ts'

const { absence } = memberEducation2019.sentences

/** 条例 Art. 31(6) and 党章 Art. 9 ¶3. It can end a membership, so it accuses nobody lightly. */
export default defineRequirement({
  id: 'member/absence-6-months',
  title: words('连续6个月未参加组织生活', 'Six months without organizational life'),
  subject: 'member',
  who: partyMember,
  window: { rolling: true },
  presence: 'end',
  exempt: frailMembers,
  demand: {
    measure: 'gap',
    count: { kindClass: 'organizational-life' },
    atMost: { parameter: 'limit' },
    noticeFrom: { parameter: 'notice' },
    opportunity: { kindClass: 'organizational-life', organizer: 'own' },
  },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    limit: {
      title: words('最长间隔', 'longest time without'),
      unit: 'duration',
      refinement: 'fixed',
      stricter: 'lower',
      versions: [{ value: 'P6M', from: memberEducation2019.inForce, citations: [absence] }],
    },
    notice: {
      title: words('提醒起点', 'time from which a notice is given'),
      unit: 'duration',
      refinement: 'replace',
      stricter: 'lower',
      versions: [
        {
          value: 'P4M',
          from: memberEducation2019.inForce,
          citations: [
            {
              ...absence,
              note: words(
                '提前提醒的时间由本规则设定，条文只规定6个月。',
                'The time of the notice is our own; the text names six months only.',
              ),
            },
          ],
        },
      ],
    },
  },
  citations: [absence, constitution2022.sentences.absence],
  uncoded: [
    words(
      '“没有正当理由”：只认考勤中的请假；其他理由须由支部核实。本结果只提示核实，不是处置意见。',
      '“没有正当理由” (without good reason): only recorded leave is known; the branch has to find out. This is a notice to look into it, not a decision.',
    ),
    words(
      '“或者不交纳党费，或者不做党所分配的工作”：不在数据中。',
      '“或者不交纳党费，或者不做党所分配的工作” (dues, assigned work): not in the data.',
    ),
    words(
      '“按照自行脱党予以除名”：除名程序不在软件范围内。',
      '“按照自行脱党予以除名” (removal from the Party): the procedure is outside this software.',
    ),
  ],
  summary: words(
    '党员不得无正当理由连续{limit}以上不参加党的组织生活；满{notice}起提醒。',
    'No member stays away from organizational life for more than {limit} without good reason; a notice is given from {notice} on.',
  ),
  advice: words(
    '请支部尽快联系本人、核实原因并安排参加组织生活；有正当理由的，请在考勤中登记请假；因病因老的，请登记标签。',
    'The branch should contact the member, learn the reason and invite the member; record leave where there is good reason, and a tag in case of illness or age.',
  ),
})
